// Reads a long site in parts: what stands around `phones:`, then some of its entries at a time, so that the tree of thousands
// of phones is never whole. What is not plainly such a text, or has any fault, is left to the reader of whole texts.
import type { Path } from '../problem.ts'
import { tooMuch } from './guard.ts'
import { offsetIn, type Tree, toTree } from './tree.ts'

/** Phones in one part: enough that a part's own cost does not count, few enough that its tree does not. */
const PART = 50

interface Part {
  /** Offsets in the text. */
  start: number
  end: number
  /** Of its phones, the place of the first in the site; undefined around them. */
  first?: number
}

/** @returns the value and where things stand in the text, or undefined for a text that must be read whole. */
export function readParts(
  text: string,
  /** Of any list but that of the phones, which is cut. */
  max: { entries: number },
): { value: Record<string, unknown>; offsetOf(path: Path, what?: 'key' | 'value'): number | undefined } | undefined {
  const cut = cutPhones(text)
  if (!cut) return undefined
  const { head, tail } = cut
  const treeOf = ({ start, end, first }: Part): Tree | undefined => {
    const part = text.slice(start, end)
    // An alias could stand for something in another part.
    if (tooMuch(part, { ...max, aliases: 0 }, first === undefined ? 0 : 1)) return undefined
    const tree = toTree(part)
    return tree.errors.length + tree.warnings.length > 0 ? undefined : tree
  }
  const phones: unknown[] = []
  for (const part of cut.phones) {
    const list: unknown = treeOf(part)?.toJS()
    if (!Array.isArray(list) || phones.length !== part.first) return undefined
    phones.push(...list)
  }
  if (phones.length !== cut.count) return undefined
  const [before, after] = [mapOf(treeOf(head)), mapOf(treeOf(tail))]
  if (!before || !after || Object.keys(after).some(key => Object.hasOwn(before, key))) return undefined

  // Who asks for one place asks for the next one soon.
  let last: { part: Part; tree: Tree | undefined } | undefined
  const partOf = ([key, index]: Path): Part => {
    const phone = key === 'phones' && typeof index === 'number' && index < phones.length
    const inPhones = phone ? cut.phones[Math.floor(index / PART)] : undefined
    return inPhones ?? (typeof key === 'string' && Object.hasOwn(after, key) ? tail : head)
  }
  return {
    value: { ...before, ...after, phones },
    offsetOf(path, what) {
      const part = partOf(path)
      if (last?.part !== part) last = { part, tree: treeOf(part) }
      if (!last.tree) return undefined
      const { first } = part
      const [, index, ...more] = path
      const inside = first === undefined ? path : [Number(index) - first, ...more]
      const offset = offsetIn(last.tree, inside, what)
      return offset === undefined ? undefined : part.start + offset
    },
  }
}

/** Empty for a text of comments; undefined for what is no map. */
function mapOf(tree: Tree | undefined): Record<string, unknown> | undefined {
  if (!tree) return undefined
  const value: unknown = tree.toJS()
  if (value === null) return {}
  return typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : undefined
}

const LINE = /( *)([^\r\n]?)([^\n]?)[^\n]*(?:\n|$)/y

/**
 * Finds the entries of a block list `phones:` by their dashes. In YAML, nothing inside an entry may begin as far left as
 * its dash; where a text does so nevertheless, a part of it alone is not right and is refused by its reader.
 */
function cutPhones(text: string): { head: Part; phones: Part[]; tail: Part; count: number } | undefined {
  const key = /^phones:[ \t]*(?:#.*)?\r?\n/m.exec(text)
  if (!key || /^(?:---|\.\.\.|%)/m.test(text)) return undefined
  const starts: number[] = []
  let indent: number | undefined
  let end = text.length
  LINE.lastIndex = key.index + key[0].length
  for (let at = LINE.lastIndex; at < text.length; at = LINE.lastIndex) {
    const [, { length: blanks } = '', sign = '', next = ''] = LINE.exec(text) ?? []
    if (sign === '' || sign === '#') continue
    if (sign === '\t') return undefined
    const dash = sign === '-' && next.trim() === ''
    indent ??= dash ? blanks : undefined
    if (indent === undefined) return undefined
    if (blanks === indent && dash) starts.push(at)
    else if (blanks <= indent) {
      end = at
      break
    }
  }
  if (starts[0] === undefined) return undefined
  const phones: Part[] = []
  for (let first = 0; first < starts.length; first += PART) {
    phones.push({ start: starts[first] ?? end, end: starts[first + PART] ?? end, first })
  }
  const [head, tail] = [
    { start: 0, end: starts[0] },
    { start: end, end: text.length },
  ]
  return { head, phones, tail, count: starts.length }
}
