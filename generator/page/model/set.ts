// The splices that put a value into a text: over the one that stands there, or as a new entry beside its neighbours.
import { type CST, isMap, isScalar } from 'yaml'
import { isEmpty, isRecord } from './change.ts'
import {
  blockEnd,
  columnOf,
  type Holder,
  type Item,
  itemEnd,
  itemStart,
  lineEnd,
  lineStart,
  signs,
  startsLine,
  tokenEnd,
} from './spans.ts'
import type { Splice } from './splice.ts'
import {
  type Style,
  wantsLines,
  writeBehindKey,
  writeEntry,
  writeInline,
  writeItem,
  writeLines,
  writeText,
} from './written.ts'

/** The order in which people write the keys of a site, a phone, a line and a key; others come last. */
const ORDER = [
  ...['site', 'preset', 'kind', 'registrar', 'network', 'model', 'mac', 'running', 'load', 'username', 'password'],
  ...['agent', 'leases', 'dial', 'blf', 'park', 'feature', 'service', 'intercom', 'label', 'displayName', 'position'],
  ...['address', 'port', 'transport', 'lineMode', 'addOns', 'lines', 'keys', 'phones'],
]

/** Over the value of an entry, whatever that is. */
export function replaceValue(text: string, holder: Holder, item: Item, value: unknown, style: Style): Splice[] {
  const { value: old } = item
  const own = signs(item.sep ?? item.start)
  const tags = own
    .filter(({ type }) => type === 'tag')
    .map(({ offset, source }) => cut(text, offset, offset + source.length))
  const before = own.at(-1)
  const at = before ? before.offset + before.source.length : itemEnd(item)
  const column = columnOf(text, itemStart(item))
  const isBlock = old?.type === 'block-map' || old?.type === 'block-seq'
  const lines = !holder.flow && wantsLines(value, style)

  if (isBlock) {
    const inner = columnOf(text, old.offset)
    const fits = Array.isArray(value) === (old.type === 'block-seq')
    if (lines && (fits || !startsLine(text, old.offset)))
      return [...tags, { start: old.offset, end: tokenEnd(old), text: writeLines(value, inner, style) }]
    if (!startsLine(text, old.offset))
      return [...tags, { start: old.offset, end: tokenEnd(old), text: writeInline(value, style) }]
    const start = lineStart(text, old.offset)
    const end = blockEnd(text, tokenEnd(old), inner)
    if (lines) return [...tags, { start, end, text: `${writeBehindKey(value, column, style).slice(1)}\n` }]
    return [...tags, { start: at, end: at, text: ` ${writeInline(value, style)}` }, { start, end, text: '' }]
  }
  if (
    lines &&
    item.sep &&
    (!old || isEmptyFlow(old) || old.type.endsWith('scalar')) &&
    !old?.type.startsWith('block')
  ) {
    const put = lineEnd(text, old ? tokenEnd(old) : at)
    const block = `${writeBehindKey(value, column, style)}`.slice(1)
    const gone = old ? [{ start: at, end: tokenEnd(old), text: '' }] : []
    return [...tags, ...gone, newLine(text, put, block)]
  }
  if (!old) {
    const colon = item.sep && !signs(item.sep).some(({ type }) => type === 'map-value-ind') ? ':' : ''
    return [...tags, { start: at, end: at, text: `${colon} ${writeInline(value, style)}` }]
  }
  const comment = old.type === 'block-scalar' ? old.props.find(({ type }) => type === 'comment') : undefined
  const kept = comment && 'source' in comment ? ` ${comment.source}` : ''
  return [...tags, { start: old.offset, end: tokenEnd(old), text: writeInline(value, style, quoteOf(old)) + kept }]
}

function cut(text: string, start: number, end: number): Splice {
  const blanks = /^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0
  return { start, end: end + blanks, text: '' }
}

const isEmptyFlow = (token: CST.Token) => token.type === 'flow-collection' && token.items.length === 0

function quoteOf({ type }: CST.Token): '"' | "'" | undefined {
  return type === 'double-quoted-scalar' ? '"' : type === 'single-quoted-scalar' ? "'" : undefined
}

/** Whole lines before the one that begins at an offset, or at the end of the text. */
export function newLine(text: string, at: number, line: string): Splice {
  const open = at > 0 && text.charAt(at - 1) !== '\n'
  return { start: at, end: at, text: open ? `\n${line}` : `${line}\n` }
}

/** @param key for a map; in a list the entry is the last one. */
export function addEntry(
  text: string,
  holder: Holder,
  key: string | undefined,
  value: unknown,
  style: Style,
): Splice[] {
  const { items, flow } = holder
  const asLines = () => {
    const last = items.at(-1)?.value?.type
    const isFull = isRecord(value) && !isEmpty(value)
    return isFull && (last === 'block-map' || (last !== 'flow-collection' && wantsLines(value, style)))
  }
  const index = key === undefined ? items.length - 1 : neighbourOf(holder, key)
  const neighbour = items[index]
  if (flow) return addToFlow(text, holder, index, key, value, style)
  if (!neighbour) return []
  const column = columnOf(text, itemStart(neighbour))
  const entry =
    key === undefined ? `- ${writeItem(value, column, style, asLines())}` : writeEntry(key, value, column, style)
  return [newLine(text, blockEnd(text, itemEnd(neighbour), column), ' '.repeat(column) + entry)]
}

/** The last entry that people write before this one, or the first. */
function neighbourOf({ node, items }: Holder, key: string): number {
  const rank = (name: unknown) => (ORDER.indexOf(String(name)) + ORDER.length + 1) % (ORDER.length + 1)
  const keys = isMap(node) ? node.items.map(({ key: each }) => String(isScalar(each) ? each.value : '')) : []
  const found = keys.findLastIndex(each => rank(each) <= rank(key))
  return items.length === 0 ? -1 : Math.max(0, rank(key) === ORDER.length ? items.length - 1 : found)
}

function addToFlow(
  text: string,
  { token, items }: Holder,
  index: number,
  key: string | undefined,
  value: unknown,
  style: Style,
): Splice[] {
  if (token.type !== 'flow-collection') return []
  const neighbour = items[index]
  const entry = key === undefined ? writeInline(value, style) : `${writeText(key, style)}: ${writeInline(value, style)}`
  if (!neighbour) {
    const at = token.offset + 1
    const blank = key === undefined ? '' : ' '
    const end = token.end[0]?.offset ?? at
    const inside = text.slice(at, end)
    return inside.trim() === ''
      ? [{ start: at, end, text: blank + entry + blank }]
      : [{ start: at, end: at, text: blank + entry }]
  }
  const [start, end] = [itemStart(neighbour), itemEnd(neighbour)]
  if (!startsLine(text, start)) return [{ start: end, end, text: `, ${entry}` }]
  // One entry a line: behind the comma and the comment of the line above.
  const blanks = text.slice(lineStart(text, start), start)
  const rest = /^[ \t]*(,?)[ \t]*(#[^\n]*)?(?=\n)/.exec(text.slice(end))
  if (!rest) return [{ start: end, end, text: `,\n${blanks}${entry}` }]
  const line = end + rest[0].length
  const comma = rest[1] === ','
  return comma
    ? [{ start: line, end: line, text: `\n${blanks}${entry},` }]
    : [
        { start: end, end, text: ',' },
        { start: line, end: line, text: `\n${blanks}${entry}` },
      ]
}
