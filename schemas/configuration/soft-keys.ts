// The soft-key file, root `softKeyCfg`: which words stand below the screen in each state of a call.
import { SOFT_KEYS, type SoftKey } from '../device.ts'
import { attributeOf, type Fault, type Tree } from './faults.ts'
import { from, type Node, node, number, STAMP, text, values } from './node.ts'
import { page } from './sources.ts'

/** Tag, event and help text, as the phone numbers them. Source: usecallmanager soft-keys, a section for each key. */
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
interface KeysOfState {
  keys: readonly SoftKey[]
  needed?: SoftKey
}
/** Keeps the names as a type. */
const table = <State extends string>(of: Readonly<Record<State, KeysOfState>>) => of
/** State of a call, as the phone names it → its keys, and the one that must be among them. */
export const SOFT_KEYS_OF = table({
  'On Hook': {
    keys: [
      ...(['Redial', 'NewCall', 'DND', 'CFwdAll', 'HLog', 'PickUp', 'GPickUp', 'OPickUp', 'CallBack'] as const),
      ...(['MeetMe', 'QRT'] as const),
    ],
    needed: 'NewCall',
  },
  'Off Hook': {
    keys: ['Redial', 'EndCall', 'DND', 'CFwdAll', 'HLog', 'PickUp', 'GPickUp', 'OPickUp', 'AbbrDial'],
  },
  'Off Hook With Feature': { keys: ['Redial', 'EndCall', 'DND', 'AbbrDial'] },
  'Digits After First': { keys: ['EndCall', '<<', 'DND', 'AbbrDial'], needed: '<<' },
  'Ring Out': { keys: ['EndCall', 'DND', 'CallBack'] },
  Connected: {
    keys: [
      ...(['Hold', 'EndCall', 'Transfer', 'Park', 'Confrn', 'ConfList', 'RmLstC', 'Record', 'iDivert'] as const),
      ...(['DND', 'HLog', 'QRT', 'MCID', 'Select', 'Join'] as const),
    ],
    needed: 'EndCall',
  },
  'Connected No Feature': { keys: ['EndCall'] },
  'Connected Transfer': { keys: ['EndCall', 'Transfer', 'CallBack', 'QRT'], needed: 'Transfer' },
  'Connected Conference': { keys: ['EndCall', 'Confrn', 'DND', 'QRT'], needed: 'Confrn' },
  'On Hold': { keys: ['Resume', 'NewCall', 'iDivert', 'DND', 'Select', 'Join'], needed: 'Resume' },
  'Ring In': { keys: ['Answer', 'iDivert', 'DND'] },
  'Remote In Use': { keys: [] },
})
const KEYS_MAX = 16

const KEY = values({ ...Object.fromEntries(SOFT_KEYS.map(name => [name, ''])), Null: 'empty' })
const SET = values(Object.fromEntries(Object.keys(SOFT_KEYS_OF).map(name => [name, ''])))
const numbered = from(page('soft-keys', 'Undefined'))

const softKeyDef = numbered(
  'softKeyDef',
  ['tag', 'eventID', 'helpID'].map(name =>
    numbered(name, number(0, 65_535), { needed: page('soft-keys', 'Undefined') }),
  ),
  { count: 'many', attributes: { keyID: { value: KEY, needed: true } }, check: definitionFaults },
)

const inSet = from(page('soft-keys', 'softKeySet'))
export const softKeys: Node = node(
  'softKeyCfg',
  [
    numbered('versionStamp', STAMP),
    numbered('typeSoftKey', [softKeyDef], { needed: page('soft-keys', 'Undefined') }),
    inSet(
      'softKeySets',
      [
        inSet(
          'softKeySet',
          [
            inSet('softKey', text(0, undefined, 'nothing'), {
              count: 'many',
              attributes: { keyID: { value: KEY, needed: true } },
            }),
          ],
          { count: 'many', attributes: { id: { value: SET, needed: true } }, check: setFaults },
        ),
      ],
      { needed: page('soft-keys', 'softKeySet') },
    ),
  ],
  page('soft-keys', 'Undefined'),
)

function definitionFaults(element: Tree, path: string): Fault[] {
  const key = SOFT_KEYS.find(name => name === attributeOf(element, 'keyID'))
  if (!key) return []
  const [tag, eventID, helpID] = SOFT_KEY_NUMBERS[key].map(String)
  return Object.entries({ tag, eventID, helpID }).flatMap(([name, wanted = '']): Fault[] =>
    element.children.some(child => child.name === name && child.text !== wanted)
      ? [{ code: 'value', path: `${path}/${name}`, wanted }]
      : [],
  )
}

function setFaults(element: Tree, path: string): Fault[] {
  const id = attributeOf(element, 'id')
  const set = Object.entries(SOFT_KEYS_OF).find(([state]) => state === id)?.[1]
  if (!set) return []
  const keys = element.children.map(child => attributeOf(child, 'keyID'))
  const faults = keys.flatMap((name, index): Fault[] => {
    const key = SOFT_KEYS.find(known => known === name)
    return key === undefined || key === 'Undefined' || set.keys.includes(key)
      ? []
      : [{ code: 'attribute-value', path: `${path}/softKey[${index + 1}]@keyID`, wanted: set.keys.join(', ') }]
  })
  if (keys.length > KEYS_MAX) faults.push({ code: 'many', path: `${path}/softKey`, wanted: `at most ${KEYS_MAX}` })
  if (set.needed !== undefined && !keys.includes(set.needed))
    faults.push({ code: 'missing', path: `${path}/softKey`, wanted: set.needed })
  return faults
}
