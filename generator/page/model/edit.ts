// Changes one place of a site's text and leaves all else as the person wrote it. Every change is checked before it is taken:
// the new text must have exactly the old values with the new one at its place.
import { isMap, isSeq } from 'yaml'
import { MAX_ALIASES } from '../../site/guard.ts'
import type { Tree } from '../../site/tree.ts'
import { type Change, changed, isEmpty, same, valueAt } from './change.ts'
import type { Place } from './description.ts'
import { faultIn } from './fault.ts'
import { moveEntry } from './move.ts'
import { emptied, removeEntry } from './remove.ts'
import { addEntry, newLine, replaceValue } from './set.ts'
import { type Holder, holderOf, type Item, tokenEnd } from './spans.ts'
import { type Splice, spliced, withOwnLineEnds } from './splice.ts'
import { styleOf } from './style.ts'
import { parseTree, treeOf } from './tree.ts'
import { unaliased } from './unalias.ts'
import { type Style, writeLines } from './written.ts'

/** Sets a value; missing maps and lists on the way are made. A text that cannot be read stays as it is. */
export function setAt(text: string, place: Place, value: unknown): string {
  return value === undefined ? removeAt(text, place) : edit(text, { what: 'set', place, value })
}

/** Appends to a list, which is made if there is none. */
export function addAt(text: string, list: Place, value: unknown): string {
  const now = valueAt(read(text.replace(/^\ufeff/, ''))?.value, list)
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

function read(text: string): { tree: Tree; value: unknown } | undefined {
  try {
    const tree = treeOf(text)
    return faultIn(tree) === undefined ? { tree, value: tree.toJS({ maxAliasCount: MAX_ALIASES }) } : undefined
  } catch {
    return undefined // aliases of aliases, or nested deeper than anything can follow
  }
}

function edit(text: string, change: Change): string {
  return withOwnLineEnds(text, source => {
    const before = read(source)
    const wanted = before && changed(before.value, change)
    if (wanted === undefined || same(wanted, before?.value)) return source
    for (const attempt of ATTEMPTS) {
      const after = attempt(source, change, wanted)
      const found = after === undefined ? undefined : read(after)
      if (after !== undefined && found && (same(found.value, wanted) || (isEmpty(found.value) && isEmpty(wanted))))
        return after
    }
    return source
  })
}

/** From the finest to the coarsest; the first one that gives what is wanted is taken. */
const ATTEMPTS: readonly ((text: string, change: Change, wanted: unknown) => string | undefined)[] = [
  inPlace,
  (text, change) => {
    let now = text
    for (let count = 0; count < MAX_ALIASES; count++) {
      const tree = treeOf(now)
      const next = unaliased(now, tree, change.place, styleOf(now, tree))
      if (next === now) return inPlace(now, change)
      now = next
    }
    return undefined
  },
  (text, change, wanted) => around(text, change, wanted, part => !part.includes('#')),
  rewritten,
  (text, change, wanted) => around(text, change, wanted, () => true),
]

function inPlace(text: string, change: Change): string | undefined {
  const tree = treeOf(text)
  const style = styleOf(text, tree)
  const splices =
    change.what === 'set' ? setting(text, tree, change.place, change.value, style) : taking(text, tree, change, style)
  return splices && spliced(text, splices)
}

/** The last map or list on the way, and what of the place it does not have. */
interface Way {
  holder?: Holder
  /** The entry that the next step names. */
  item?: Item | undefined
  /** Of the holder, in the one above it. */
  parent?: { holder: Holder; item: Item }
  rest: Place
}

function wayTo(tree: Tree, place: Place): Way {
  let node: unknown = tree.contents
  let way: Way = { rest: place }
  for (const [depth, step] of place.entries()) {
    const holder = holderOf(node)
    if (!holder || (typeof step === 'number') !== isSeq(holder.node)) break
    const index = isMap(holder.node) ? holder.node.items.findIndex(({ key }) => String(key) === step) : Number(step)
    const item = holder.items[index]
    const { holder: above, item: last } = way
    way = { holder, item, rest: place.slice(depth), ...(above && last && { parent: { holder: above, item: last } }) }
    if (!item) break
    node = holder.node.get(step, true)
  }
  return way
}

function setting(text: string, tree: Tree, place: Place, value: unknown, style: Style): Splice[] | undefined {
  const { holder, item, parent, rest } = wayTo(tree, place)
  const [step, ...below] = rest
  if (!holder) {
    if (tree.contents !== null && tree.contents.toJS(tree) !== null) return undefined
    return [newLine(text, text.length, writeLines(nested(value, place), 0, style))]
  }
  if (item) {
    const old = holder.node.get(step, true)
    const empty = isEmpty(isMap(old) || isSeq(old) ? old.toJS(tree) : null)
    return empty || below.length === 0 ? replaceValue(text, holder, item, nested(value, below), style) : undefined
  }
  // The first entry of a list in brackets that stands in lines may have lines of its own.
  if (parent && !parent.holder.flow && isBlank(text, holder))
    return replaceValue(text, parent.holder, parent.item, nested(value, rest), style)
  if (holder.items.length > 0 || holder.flow)
    return addEntry(text, holder, typeof step === 'string' ? step : undefined, nested(value, below), style)
  return undefined
}

const isBlank = (text: string, { items, token }: Holder) =>
  items.length === 0 && /^[[{]\s*[\]}]$/.test(text.slice(token.offset, tokenEnd(token)))

/** Maps and lists around a value. */
function nested(value: unknown, place: Place): unknown {
  return place.reduceRight((inner, step) => (typeof step === 'number' ? [inner] : { [step]: inner }), value)
}

function taking(
  text: string,
  tree: Tree,
  change: Exclude<Change, { what: 'set' }>,
  style: Style,
): Splice[] | undefined {
  if (change.what === 'move') {
    const holder = holderOf(change.place.length === 0 ? tree.contents : tree.getIn(change.place, true))
    return holder && moveEntry(text, holder, change.from, change.to)
  }
  const { holder, item, parent, rest } = wayTo(tree, change.place)
  if (!holder || !item || rest.length !== 1) return undefined
  if (holder.items.length > 1 || (!parent && !holder.flow)) return removeEntry(text, holder, holder.items.indexOf(item))
  if (holder.flow) return emptied(text, holder)
  return parent && replaceValue(text, parent.holder, parent.item, isSeq(holder.node) ? [] : {}, style)
}

/** Writes the nearest map or list around the place anew, or one further out. */
function around(text: string, change: Change, wanted: unknown, may: (part: string) => boolean): string | undefined {
  const tree = treeOf(text)
  const style = styleOf(text, tree)
  for (let length = change.place.length - (change.what === 'move' ? 0 : 1); length > 0; length--) {
    const place = change.place.slice(0, length)
    const splices = setting(text, tree, place, valueAt(wanted, place), style)
    if (!splices?.every(({ start, end }) => may(text.slice(start, end)))) continue
    const after = spliced(text, splices)
    if (same(read(after)?.value, wanted)) return after
  }
  return undefined
}

/** By the library, which keeps comments, but neither columns nor line breaks. */
function rewritten(text: string, change: Change, wanted: unknown): string | undefined {
  const tree = parseTree(text)
  const style = styleOf(text, tree)
  if (style.json) return `${JSON.stringify(wanted, null, style.step)}\n`
  try {
    if (change.what === 'set') tree.setIn(change.place, tree.createNode(change.value))
    else if (change.what === 'remove') tree.deleteIn(change.place)
    else {
      const list = tree.getIn(change.place)
      if (isSeq(list)) list.items.splice(change.to, 0, ...list.items.splice(change.from, 1))
    }
    return tree.toString({ lineWidth: 0, indent: style.step, indentSeq: style.dash > 0 })
  } catch {
    return undefined
  }
}
