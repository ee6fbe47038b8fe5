// Changes one place of a site's text and leaves all else as the person wrote it. Every change is checked before it is taken:
// the new text must have exactly the old values with the new one at its place.

import { isSeq } from 'yaml'
import { toTree } from '../../site/tree.ts'
import { type Change, changed, isEmpty, same, valueAt } from './change.ts'
import type { Place } from './description.ts'
import { faultIn } from './fault.ts'

/** Sets a value; missing maps and lists on the way are made. A text that cannot be read stays as it is. */
export function setAt(text: string, place: Place, value: unknown): string {
  return value === undefined ? removeAt(text, place) : edit(text, { what: 'set', place, value })
}

/** Appends to a list, which is made if there is none. */
export function addAt(text: string, list: Place, value: unknown): string {
  const now = valueAt(read(text)?.value, list)
  return edit(text, { what: 'set', place: [...list, Array.isArray(now) ? now.length : 0], value })
}

/** Removes an entry of a map or of a list; the list or map itself stays, be it empty. */
export function removeAt(text: string, place: Place): string {
  return edit(text, { what: 'remove', place })
}

/** Takes an entry out of a list and puts it in again, so that it has the index `to`. */
export function moveAt(text: string, list: Place, from: number, to: number): string {
  return edit(text, { what: 'move', place: list, from, to })
}

function read(text: string): { value: unknown } | undefined {
  try {
    const tree = toTree(text)
    return faultIn(tree) === undefined ? { value: tree.toJS({ maxAliasCount: 100 }) } : undefined
  } catch {
    return undefined
  }
}

function edit(text: string, change: Change): string {
  const before = read(text)
  if (!before) return text
  const wanted = changed(before.value, change)
  if (wanted === undefined || same(wanted, before.value)) return text
  const tree = toTree(text)
  if (change.what === 'set') tree.setIn(change.place, tree.createNode(change.value))
  else if (change.what === 'remove') tree.deleteIn(change.place)
  else {
    const list = tree.getIn(change.place)
    if (isSeq(list)) list.items.splice(change.to, 0, ...list.items.splice(change.from, 1))
  }
  const after = String(tree)
  const now = read(after)
  return now && (same(now.value, wanted) || (isEmpty(now.value) && isEmpty(wanted))) ? after : text
}
