// The keys below the screen: the phone's numbers for each, and which may stand in which state. Source: usecallmanager, soft-keys.
import type { SoftKey, SoftKeyState } from '../../schemas/device.ts'

/** Tag, event and help text, as the phone numbers them. */
export const SOFT_KEY_NUMBERS: Readonly<Record<SoftKey, readonly [tag: number, event: number, help: number]>> = {
  Undefined: [0, 0, 0],
  Redial: [1, 1, 301],
  NewCall: [2, 2, 302],
  Hold: [3, 3, 303],
  Transfer: [4, 4, 304],
  CFwdAll: [5, 5, 305],
  '<<': [8, 8, 308],
  EndCall: [9, 9, 309],
  Resume: [10, 10, 310],
  Answer: [11, 11, 311],
  Confrn: [13, 13, 313],
  Park: [14, 14, 314],
  Join: [15, 15, 315],
  MeetMe: [16, 16, 316],
  PickUp: [17, 17, 317],
  GPickUp: [18, 18, 318],
  RmLstC: [57, 19, 319],
  CallBack: [65, 20, 320],
  DND: [63, 69, 369],
  QRT: [75, 22, 322],
  MCID: [76, 27, 327],
  Select: [78, 29, 329],
  ConfList: [79, 30, 330],
  iDivert: [80, 31, 331],
  OPickUp: [91, 34, 334],
  HLog: [92, 35, 335],
  AbbrDial: [7740, 71, 371],
  Record: [7747, 74, 374],
}

export interface SoftKeySet {
  /** The phone's name of the state. */
  id: string
  allowed: readonly SoftKey[]
  /** Without it the phone cannot be used in this state. */
  needed?: SoftKey
  /** What stands there unless a site says otherwise: nothing that needs a call manager. */
  usual: readonly SoftKey[]
}

export const SOFT_KEY_SETS: Readonly<Record<SoftKeyState, SoftKeySet>> = {
  'on-hook': {
    id: 'On Hook',
    allowed: [
      ...(['Redial', 'NewCall', 'DND', 'CFwdAll', 'HLog', 'PickUp', 'GPickUp', 'OPickUp', 'CallBack'] as const),
      ...(['MeetMe', 'QRT'] as const),
    ],
    needed: 'NewCall',
    usual: ['Redial', 'NewCall', 'DND'],
  },
  'off-hook': {
    id: 'Off Hook',
    allowed: ['Redial', 'EndCall', 'DND', 'CFwdAll', 'HLog', 'PickUp', 'GPickUp', 'OPickUp', 'AbbrDial'],
    usual: ['Redial', 'EndCall'],
  },
  'off-hook-feature': {
    id: 'Off Hook With Feature',
    allowed: ['Redial', 'EndCall', 'DND', 'AbbrDial'],
    usual: ['Redial', 'EndCall'],
  },
  digits: {
    id: 'Digits After First',
    allowed: ['EndCall', '<<', 'DND', 'AbbrDial'],
    needed: '<<',
    usual: ['<<', 'EndCall'],
  },
  'ring-out': { id: 'Ring Out', allowed: ['EndCall', 'DND', 'CallBack'], usual: ['Undefined', 'EndCall'] },
  connected: {
    id: 'Connected',
    allowed: [
      ...(['Hold', 'EndCall', 'Transfer', 'Park', 'Confrn', 'ConfList', 'RmLstC', 'Record', 'iDivert'] as const),
      ...(['DND', 'HLog', 'QRT', 'MCID', 'Select', 'Join'] as const),
    ],
    needed: 'EndCall',
    usual: ['Hold', 'EndCall', 'Transfer', 'Confrn'],
  },
  'connected-only': { id: 'Connected No Feature', allowed: ['EndCall'], usual: ['Undefined', 'EndCall'] },
  'connected-transfer': {
    id: 'Connected Transfer',
    allowed: ['EndCall', 'Transfer', 'CallBack', 'QRT'],
    needed: 'Transfer',
    usual: ['Undefined', 'EndCall', 'Transfer'],
  },
  'connected-conference': {
    id: 'Connected Conference',
    allowed: ['EndCall', 'Confrn', 'DND', 'QRT'],
    needed: 'Confrn',
    usual: ['Undefined', 'EndCall', 'Confrn'],
  },
  'on-hold': {
    id: 'On Hold',
    allowed: ['Resume', 'NewCall', 'iDivert', 'DND', 'Select', 'Join'],
    needed: 'Resume',
    usual: ['Resume', 'NewCall'],
  },
  'ring-in': { id: 'Ring In', allowed: ['Answer', 'iDivert', 'DND'], usual: ['Answer', 'DND'] },
}
