// Where the parts of a text of YAML begin and end: from its first sign to its last, without blanks and comments around them.
import { type CST, isMap, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml'

export type Item = CST.CollectionItem
type CollectionToken = CST.BlockMap | CST.BlockSequence | CST.FlowCollection

/** A map or list that stands in the text, and its entries there. */
export interface Holder {
  node: YAMLMap | YAMLSeq
  token: CollectionToken
  flow: boolean
  /** In the order of the node's own. */
  items: Item[]
}

const SIGNS: ReadonlySet<string> = new Set(['anchor', 'tag', 'seq-item-ind', 'explicit-key-ind', 'map-value-ind'])
export const signs = (tokens: readonly CST.SourceToken[] = []) => tokens.filter(({ type }) => SIGNS.has(type))

const behind = (token: CST.SourceToken | undefined) => token && token.offset + token.source.length

/** @returns undefined for what is no map or list, or has no text of its own. */
export function holderOf(node: unknown): Holder | undefined {
  if (!isMap(node) && !isSeq(node)) return undefined
  const token: CST.Token | undefined = (node satisfies Node).srcToken
  if (token?.type !== 'block-map' && token?.type !== 'block-seq' && token?.type !== 'flow-collection') return undefined
  const items: Item[] = token.items.filter(
    ({ start, key, sep, value }: Item) => key || sep || value || signs(start).length > 0,
  )
  return items.length === node.items.length ? { node, token, flow: token.type === 'flow-collection', items } : undefined
}

export function itemStart({ start, key, sep, value }: Item): number {
  return signs(start)[0]?.offset ?? key?.offset ?? sep?.[0]?.offset ?? value?.offset ?? 0
}

export function itemEnd({ start, key, sep, value }: Item): number {
  if (value) return tokenEnd(value)
  return behind(signs(sep).at(-1)) ?? (key ? tokenEnd(key) : undefined) ?? behind(signs(start).at(-1)) ?? 0
}

/** Of a text of several lines, before its last line break. */
export function tokenEnd(token: CST.Token): number {
  switch (token.type) {
    case 'block-map':
    case 'block-seq': {
      const last = [...token.items]
        .reverse()
        .find(({ start, key, sep, value }: Item) => key || sep || value || signs(start).length > 0)
      return last ? itemEnd(last) : token.offset
    }
    case 'flow-collection':
      return behind(token.end[0]) ?? token.offset
    case 'block-scalar': {
      const length = token.props.reduce(
        (sum, prop) => sum + ('source' in prop ? prop.source.length : 0),
        token.source.length,
      )
      const last = token.source || token.props.at(-1)
      const text = typeof last === 'string' ? last : last && 'source' in last ? last.source : ''
      return token.offset + length - (text.endsWith('\n') ? 1 : 0)
    }
    default:
      return 'source' in token ? token.offset + token.source.length : token.offset
  }
}

export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1
/** Behind the line break. */
export const lineEnd = (text: string, at: number): number => text.indexOf('\n', at) + 1 || text.length
export const columnOf = (text: string, at: number): number => at - lineStart(text, at)
export const startsLine = (text: string, at: number): boolean => text.slice(lineStart(text, at), at).trim() === ''

/** Behind the entry's last line and the comments below it that are indented more than the entry, so that they are its own. */
export function blockEnd(text: string, end: number, column: number): number {
  let found = lineEnd(text, end)
  for (let at = found; at < text.length; at = lineEnd(text, at)) {
    const line = text.slice(at, lineEnd(text, at))
    const indent = line.search(/\S/)
    if (indent < 0) continue
    if (line.charAt(indent) !== '#' || indent <= column) break
    found = lineEnd(text, at)
  }
  return found
}
