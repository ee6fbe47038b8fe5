// The words in which the format of a phone's files is written down: a tree of nodes, each with what it may hold, which
// phones know it, and where that is known from. Plain data; `faults.ts` compares a file with it.
import type { Fault, Tree } from './faults.ts'

/** Phones that read the format alike, as usecallmanager groups them; `99xx` are the 8961, 9951 and 9971. */
export const FAMILIES = ['79xx', '69xx', '78xx', '88xx', '89xx', '99xx'] as const
export type Family = (typeof FAMILIES)[number]

/**
 * What the text of an element or attribute may be. `blank`: or nothing at all. Where no source gives the bounds of a number
 * or the meaning of a value, the bounds keep nonsense out and the meaning stays empty.
 */
export type Value =
  | { kind: 'text'; min: 0 | 1; max?: number; pattern?: RegExp; says?: string }
  | { kind: 'number'; from: number; to: number; unit?: string; blank?: true }
  /** Value → what it means. */
  | { kind: 'values'; values: Readonly<Record<string, string>>; blank?: true }
  /** Several of the values with commas between them, or none. */
  | { kind: 'list'; values: Readonly<Record<string, string>> }
  /** Families that read the same node in different ways. */
  | { kind: 'family'; of: Readonly<Record<Family, Value>> }

export interface Attribute {
  value: Value
  needed?: true
}

export interface Node {
  /** `#` stands for a number: `certHash#`. */
  name: string
  content: Value | readonly Node[]
  source: string
  /** Undefined: all. */
  families?: readonly Family[]
  /** Undefined: at most once. */
  count?: 'many'
  /** Why a file without it is refused, with the source. */
  needed?: string
  attributes?: Readonly<Record<string, Attribute>>
  /** What concerns several nodes inside at once. */
  check?: (element: Tree, path: string, family: Family | undefined) => Fault[]
}

type More = Omit<Node, 'name' | 'content' | 'source'>

export const node = (name: string, content: Node['content'], source: string, more: More = {}): Node => ({
  name,
  content,
  source,
  ...more,
})

/** The same source for a row of nodes. */
export const from =
  (source: string) =>
  (name: string, content: Node['content'], more: More = {}): Node =>
    node(name, content, source, more)

/** May be empty; `max` in characters, undefined where no limit is known. */
export const text = (max?: number, pattern?: RegExp, says?: string): Value => ({
  kind: 'text',
  min: 0,
  ...(max !== undefined && { max }),
  ...(pattern && { pattern }),
  ...(says !== undefined && { says }),
})
/** As `text`, but never empty. */
export const filled = (max?: number, pattern?: RegExp, says?: string): Value => ({
  ...text(max, pattern, says),
  kind: 'text',
  min: 1,
})
export const number = (low: number, high: number, unit?: string): Value => ({
  kind: 'number',
  from: low,
  to: high,
  ...(unit !== undefined && { unit }),
})
export const values = (meanings: Readonly<Record<string, string>>): Value => ({ kind: 'values', values: meanings })
export const list = (meanings: Readonly<Record<string, string>>): Value => ({ kind: 'list', values: meanings })
export const orBlank = (value: Value): Value =>
  value.kind === 'number' || value.kind === 'values' ? { ...value, blank: true } : value

export const TRUE_FALSE = values({ true: 'on', false: 'off' })
export const ZERO_ONE = values({ 0: 'off', 1: 'on' })
/** The other way round, as in `webAccess`. */
export const ONE_OFF = values({ 0: 'on', 1: 'off' })
const OFF_OFF_ON_ON = values({ 0: 'off', 1: 'off', 2: 'on', 3: 'on' })
/** Three readings of one number: what is `off` on one family switches on another. */
export const LOCKABLE: Value = {
  kind: 'family',
  of: {
    '79xx': values({ 0: 'off, free to change', 1: 'on, free to change', 2: 'off, fixed', 3: 'on, fixed' }),
    '69xx': OFF_OFF_ON_ON,
    '89xx': OFF_OFF_ON_ON,
    '99xx': OFF_OFF_ON_ON,
    '78xx': ZERO_ONE,
    '88xx': ZERO_ONE,
  },
}
export const PORT = number(1, 65535)
export const HOST = text(50, /^[A-Za-z0-9._:-]*$/, 'a host name or an address')
export const FILLED_HOST = filled(50, /^[A-Za-z0-9._:-]+$/, 'a host name or an address')
export const URL = text(255, /^\S*$/, 'a URL')
/** A name in the tree that phones fetch from, folders allowed. */
export const FILE = text(128, /^(?!.*\.\.)[A-Za-z0-9._/-]*$/, 'a file name')
/** Name of a load without `.loads`. */
export const LOAD = text(63, /^[A-Za-z0-9._-]*$/, 'the name of a load')
export const CLOCK_TIME = text(5, /^(?:\d\d:\d\d)?$/, 'HH:MM')
export const STAMP = filled(128)
