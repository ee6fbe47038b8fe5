// The soft-key file, root `softKeyCfg`: which words stand below the screen in each state of a call.
import type { Fault, Tree } from './faults.ts'
import { type Family, from, type Node, node, number, STAMP, text, values } from './node.ts'
import { page } from './sources.ts'

const OLD: readonly Family[] = ['79xx']

/** The phone's own numbers for each key. Source: usecallmanager soft-keys, a section each. */
export const SOFT_KEYS: Readonly<
  Record<string, { tag: number; eventID: number; helpID: number; families?: readonly Family[] }>
> = {
  Undefined: { tag: 0, eventID: 0, helpID: 0 },
  Redial: { tag: 1, eventID: 1, helpID: 301 },
  NewCall: { tag: 2, eventID: 2, helpID: 302 },
  Hold: { tag: 3, eventID: 3, helpID: 303 },
  Transfer: { tag: 4, eventID: 4, helpID: 304, families: OLD },
  CFwdAll: { tag: 5, eventID: 5, helpID: 305 },
  '<<': { tag: 8, eventID: 8, helpID: 308 },
  EndCall: { tag: 9, eventID: 9, helpID: 309 },
  Resume: { tag: 10, eventID: 10, helpID: 310 },
  Answer: { tag: 11, eventID: 11, helpID: 311 },
  Confrn: { tag: 13, eventID: 13, helpID: 313, families: OLD },
  Park: { tag: 14, eventID: 14, helpID: 314 },
  Join: { tag: 15, eventID: 15, helpID: 315, families: OLD },
  MeetMe: { tag: 16, eventID: 16, helpID: 316 },
  PickUp: { tag: 17, eventID: 17, helpID: 317 },
  GPickUp: { tag: 18, eventID: 18, helpID: 318 },
  RmLstC: { tag: 57, eventID: 19, helpID: 319, families: OLD },
  CallBack: { tag: 65, eventID: 20, helpID: 320 },
  DND: { tag: 63, eventID: 69, helpID: 369, families: OLD },
  QRT: { tag: 75, eventID: 22, helpID: 322 },
  MCID: { tag: 76, eventID: 27, helpID: 327 },
  Select: { tag: 78, eventID: 29, helpID: 329, families: OLD },
  ConfList: { tag: 79, eventID: 30, helpID: 330 },
  iDivert: { tag: 80, eventID: 31, helpID: 331 },
  OPickUp: { tag: 91, eventID: 34, helpID: 334 },
  HLog: { tag: 92, eventID: 35, helpID: 335, families: OLD },
  AbbrDial: { tag: 7740, eventID: 71, helpID: 371 },
  Record: { tag: 7747, eventID: 74, helpID: 374 },
}

/** State of a call → its keys, and the one that must be among them. Source: usecallmanager soft-keys#softKeySet. */
export const SOFT_KEY_SETS: Readonly<Record<string, { keys: readonly string[]; needed?: string }>> = {
  'On Hook': {
    keys: 'Redial NewCall DND CFwdAll HLog PickUp GPickUp OPickUp CallBack MeetMe QRT'.split(' '),
    needed: 'NewCall',
  },
  'Off Hook': { keys: 'Redial EndCall DND CFwdAll HLog PickUp GPickUp OPickUp AbbrDial'.split(' ') },
  'Off Hook With Feature': { keys: 'Redial EndCall DND AbbrDial'.split(' ') },
  'Digits After First': { keys: 'EndCall << DND AbbrDial'.split(' '), needed: '<<' },
  'Ring Out': { keys: 'EndCall DND CallBack'.split(' ') },
  Connected: {
    keys: 'Hold EndCall Transfer Park Confrn ConfList RmLstC Record iDivert DND HLog QRT MCID Select Join'.split(' '),
    needed: 'EndCall',
  },
  'Connected No Feature': { keys: ['EndCall'] },
  'Connected Transfer': { keys: 'EndCall Transfer CallBack QRT'.split(' '), needed: 'Transfer' },
  'Connected Conference': { keys: 'EndCall Confrn DND QRT'.split(' '), needed: 'Confrn' },
  'On Hold': { keys: 'Resume NewCall iDivert DND Select Join'.split(' '), needed: 'Resume' },
  'Ring In': { keys: 'Answer iDivert DND'.split(' ') },
  'Remote In Use': { keys: [] },
}
const KEYS_MAX = 16

const KEY = values({ ...Object.fromEntries(Object.keys(SOFT_KEYS).map(name => [name, ''])), Null: 'empty' })
const SET = values(Object.fromEntries(Object.keys(SOFT_KEY_SETS).map(name => [name, ''])))
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

/** By the name in any case, as for all attributes. */
const attributeOf = ({ attributes }: Tree, name: string) =>
  [...attributes].find(([found]) => found.toLowerCase() === name.toLowerCase())?.[1] ?? ''

function definitionFaults(element: Tree, path: string, family: Family | undefined): Fault[] {
  const key = SOFT_KEYS[attributeOf(element, 'keyID')]
  if (!key) return []
  const faults = (['tag', 'eventID', 'helpID'] as const)
    .filter(name => element.children.some(child => child.name === name && child.text !== String(key[name])))
    .map((name): Fault => ({ code: 'value', path: `${path}/${name}`, wanted: String(key[name]) }))
  if (key.families && family && !key.families.includes(family))
    faults.push({ code: 'family', path, wanted: key.families.join(', ') })
  return faults
}

function setFaults(element: Tree, path: string): Fault[] {
  const set = SOFT_KEY_SETS[attributeOf(element, 'id')]
  if (!set) return []
  const wanted = [...set.keys, 'Undefined'].join(', ')
  const keys = element.children.map(child => attributeOf(child, 'keyID'))
  const faults = keys.flatMap((name, index): Fault[] =>
    set.keys.includes(name) || !Object.hasOwn(SOFT_KEYS, name) || name === 'Undefined'
      ? []
      : [{ code: 'attribute-value', path: `${path}/softKey[${index + 1}]@keyID`, wanted }],
  )
  if (keys.length > KEYS_MAX) faults.push({ code: 'many', path: `${path}/softKey`, wanted: `at most ${KEYS_MAX}` })
  if (set.needed !== undefined && !keys.includes(set.needed))
    faults.push({ code: 'missing', path: `${path}/softKey`, wanted: set.needed })
  return faults
}
