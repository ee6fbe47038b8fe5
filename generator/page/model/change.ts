// What an edit means for the values of a site, whatever its text looks like: the measure for every edit of the text.
import type { Place } from './description.ts'

export type Change =
  | { what: 'set'; place: Place; value: unknown }
  | { what: 'remove'; place: Place }
  /** An entry of a list is taken out and put in again at another index. */
  | { what: 'move'; place: Place; from: number; to: number }

/** @returns the new value of the whole, or undefined when there is nothing to change or no way to do it. */
export function changed(root: unknown, change: Change): unknown {
  if (change.place.length === 0 && change.what !== 'move') return undefined
  switch (change.what) {
    case 'set':
      if (!isEmpty(root) && !isRecord(root)) return undefined // somebody's text that is no site at all
      return setIn(root, change.place, change.value)
    case 'remove':
      return removeIn(root, change.place)
    case 'move':
      return moveIn(root, change.place, change.from, change.to)
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What gives way to a map or a list: nothing is lost with it that the form could show. */
const givesWay = (value: unknown): boolean => !isRecord(value) && !Array.isArray(value)
export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0)

function setIn(value: unknown, [step, ...rest]: Place, wanted: unknown): unknown {
  if (step === undefined) return wanted
  if (typeof step === 'number') {
    if (!Array.isArray(value) && !givesWay(value) && !isEmpty(value)) return undefined
    const list: unknown[] = Array.isArray(value) ? value : []
    const inner = setIn(list[step], rest, wanted)
    return inner === undefined ? undefined : list.toSpliced(step, 1, inner)
  }
  if (!isRecord(value) && !givesWay(value) && !isEmpty(value)) return undefined
  const map = isRecord(value) ? value : {}
  const inner = setIn(own(map, step), rest, wanted)
  return inner === undefined ? undefined : { ...map, [step]: inner }
}

function removeIn(value: unknown, [step, ...rest]: Place): unknown {
  if (typeof step === 'number') {
    if (!Array.isArray(value) || step >= value.length) return undefined
    if (rest.length === 0) return value.toSpliced(step, 1)
    const inner = removeIn(value[step], rest)
    return inner === undefined ? undefined : value.with(step, inner)
  }
  if (step === undefined || !isRecord(value) || !Object.hasOwn(value, step)) return undefined
  if (rest.length === 0) return Object.fromEntries(Object.entries(value).filter(([key]) => key !== step))
  const inner = removeIn(value[step], rest)
  return inner === undefined ? undefined : { ...value, [step]: inner }
}

function moveIn(value: unknown, place: Place, from: number, to: number): unknown {
  const list = valueAt(value, place)
  if (!Array.isArray(list) || from === to || !isIndex(from, list) || !isIndex(to, list)) return undefined
  const moved = list.toSpliced(from, 1).toSpliced(to, 0, list[from])
  return place.length === 0 ? moved : setIn(value, place, moved)
}

const isIndex = (index: number, list: readonly unknown[]) =>
  Number.isInteger(index) && index >= 0 && index < list.length

const own = (map: Record<string, unknown>, key: string): unknown => (Object.hasOwn(map, key) ? map[key] : undefined)

/** @returns undefined where there is nothing. */
export function valueAt(value: unknown, place: Place): unknown {
  let at = value
  for (const step of place) {
    if (typeof step === 'number') at = Array.isArray(at) ? at[step] : undefined
    else at = isRecord(at) ? own(at, step) : undefined
  }
  return at
}

/** Whether two values of YAML are the same, whatever the order of their keys; an empty text is an empty map. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => same(item, b[i]))
  if (!isRecord(a) || !isRecord(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every(key => Object.hasOwn(b, key) && same(a[key], b[key]))
}
