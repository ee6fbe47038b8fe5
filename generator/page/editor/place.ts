// Where in a site the cursor stands, also in text that is half written: what completion and the help on a key go by.
import type { EditorState, Text } from '@codemirror/state'
import type { Path } from '../../problem.ts'
import { type BlockReader, type Frame, indentOf, keyOf, leave, newBlock, readLine } from './block.ts'
import { entriesAfter } from './flow.ts'

type Entries = ReadonlyMap<string, string>

export interface Place {
  /** `key`: a key of the map at `path` is written; `value`: the value at `path`; `either`: one of both, the schema knows. */
  kind: 'key' | 'value' | 'either' | 'item'
  /** With `item`: of the list that gets one more. */
  path: Path
  /** The word that is written, in offsets of the document. */
  from: number
  to: number
  /** The quotation mark it began with. */
  quote: string
  /** Between brackets. */
  flow: boolean
  /** Whether a colon follows the word, directly precedes it, or neither. */
  colon: 'after' | 'before' | 'none'
  /** Of the line's first key, for lines that are put below. */
  indent: number
  /** What the map has, into which a key is written. */
  siblings: Entries
  /** What the innermost map around has. */
  around: Entries
}

/** @returns undefined in a comment, in a text of several lines, and where nothing can stand. */
export function placeAt({ doc }: EditorState, pos: number): Place | undefined {
  const line = doc.lineAt(pos)
  const reader = newBlock()
  for (let at = topLine(doc, line.number); at < line.number; at++) {
    const { text, from } = doc.line(at)
    readLine(reader, text, from)
  }
  const head = line.text.slice(0, pos - line.from)
  const tail = line.text.slice(pos - line.from)
  const end = readLine(reader, head, line.from)
  if (end.kind === 'flow') return inFlow(reader, doc, line.number, tail, pos)
  if (end.kind === 'text' || end.kind === 'nothing') return undefined

  const { frames } = reader
  const around = { ...{ around: inMap(frames.at(-1), doc, line.number), flow: false, indent: end.column } }
  const written = head.slice(end.column)
  const quote = /^["']/.exec(written)?.[0] ?? ''
  const word = { from: line.from + end.column + quote.length, to: pos + lengthOfRest(tail), quote }
  if (end.kind === 'value') {
    const indent = frames.at(-1)?.indent ?? 0
    const colon = head.endsWith(':') ? 'before' : 'none'
    const map = inMap(frames.at(-1), doc, line.number)
    return { ...around, ...word, kind: 'value', path: pathOf(frames), colon, indent, siblings: map, around: map }
  }
  const key = { ...around, ...word, colon: /^[\w-]*["']?\s*:/.test(tail) ? ('after' as const) : ('none' as const) }
  const below = entriesBelow(doc, line.number, end.column)
  const nearest = inMap(
    [...frames].reverse().find(({ kind }) => kind === 'map'),
    doc,
    line.number,
  )
  if (end.afterDash) return { ...key, kind: 'either', path: pathOf(frames), siblings: below, around: nearest }

  leave(frames, end.column)
  let top = frames.at(-1)
  if (top?.kind === 'list' && top.indent === end.column) {
    if (frames.at(-2)?.indent !== end.column)
      return { ...key, kind: 'item', path: pathOf(frames.slice(0, -1)), siblings: new Map() }
    frames.pop()
    top = frames.at(-1)
  }
  if (!top) return { ...key, kind: 'key', path: [], siblings: below }
  if (top.kind === 'map' && top.indent === end.column)
    return { ...key, kind: 'key', path: pathOf(frames.slice(0, -1)), siblings: inMap(top, doc, line.number) }
  if (top.filled) return undefined
  return { ...key, kind: 'either', path: pathOf(frames), siblings: below, around: nearest }
}

/** Of the last key at the very left: whatever went wrong above it is over there. */
function topLine(doc: Text, before: number): number {
  for (let at = before - 1; at > 1; at--) if (/^[A-Za-z"']/.test(doc.line(at).text)) return at
  return 1
}

function inFlow(reader: BlockReader, doc: Text, line: number, tail: string, pos: number): Place | undefined {
  const { flow, frames, flowIndent } = reader
  const top = flow?.open.at(-1)
  if (!flow || !top) return undefined
  let rest = tail
  for (let at = line + 1; at <= Math.min(doc.lines, line + 20); at++) {
    const { text } = doc.line(at)
    if (indentOf(text) <= flowIndent && !/^\s*[\]}]/.test(text)) break
    rest += `\n${text}`
  }
  const steps = flow.open.flatMap(
    ({ kind, key, index }): Path => (kind === 'list' ? [index] : key === undefined ? [] : [key]),
  )
  const siblings = top.kind === 'map' ? new Map([...top.entries, ...entriesAfter(rest)]) : new Map<string, string>()
  const outer = [...flow.open].reverse().find(({ kind }) => kind === 'map')
  const isKey = top.kind === 'map' && top.key === undefined
  return {
    kind: isKey ? 'key' : 'value',
    path: [...pathOf(frames), ...steps],
    from: Math.min(top.from, pos),
    to: pos + lengthOfRest(tail),
    quote: flow.quote,
    flow: true,
    colon:
      isKey && /^[\w-]*["']?\s*:/.test(tail)
        ? 'after'
        : top.from === pos && !isKey && top.key !== undefined
          ? 'before'
          : 'none',
    indent: flowIndent,
    siblings,
    around:
      outer === top
        ? siblings
        : (outer?.entries ??
          inMap(
            frames.findLast(({ kind }) => kind === 'map'),
            doc,
            line,
          )),
  }
}

const lengthOfRest = (tail: string): number => /^[^\s,:{}[\]"'#]*/.exec(tail)?.[0].length ?? 0

const pathOf = (frames: readonly Frame[]): Path => frames.map(({ kind, key, index }) => (kind === 'map' ? key : index))

const inMap = (map: Frame | undefined, doc: Text, line: number): Entries =>
  new Map([...(map?.entries ?? []), ...(map?.kind === 'map' ? entriesBelow(doc, line, map.indent) : [])])

/** The keys with this indentation below a line, until something is indented less. */
function entriesBelow(doc: Text, line: number, indent: number): Map<string, string> {
  const found = new Map<string, string>()
  for (let at = line + 1; at <= doc.lines; at++) {
    const { text } = doc.line(at)
    const here = indentOf(text)
    if (text.trim() === '' || text.trimStart().startsWith('#') || here > indent) continue
    if (here < indent) break
    const entry = keyOf(text.slice(indent))
    if (entry) found.set(entry.key, entry.value)
  }
  return found
}
