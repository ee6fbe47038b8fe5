// Reads YAML line by line by its indentation, as far as it is written: which maps and lists are open, and which keys they have.
// A parser that mends errors would take the lines below an open bracket for its content; what is indented less is never that.
import { type FlowReader, newFlow, readFlow } from './flow.ts'

/** A map or a list that is still open where the reader stands. */
export interface Frame {
  kind: 'map' | 'list'
  indent: number
  entries: Map<string, string>
  key: string
  index: number
  /** Whether the entry or item that was read last has something in it. */
  filled: boolean
}

export interface BlockReader {
  frames: Frame[]
  /** Open brackets, and the indentation of the line in which the first was opened. */
  flow?: FlowReader | undefined
  flowIndent: number
  /** Inside a text after `|`: the indentation of what it belongs to. */
  textIndent: number | undefined
}

/** What the line that was read last ends in. */
export type End =
  | { kind: 'flow' }
  | { kind: 'text' }
  | { kind: 'nothing' }
  | { kind: 'word'; column: number; afterDash: boolean }
  | { kind: 'value'; column: number }

const KEY = /^(?:"([^"]*)"|'([^']*)'|([^\s"'#{[][^:]*?))\s*:(\s+|$)/
const COMMENT = /(?:^|\s)#.*$/

export const newBlock = (): BlockReader => ({ frames: [], flowIndent: 0, textIndent: undefined })
export const indentOf = (text: string): number => text.length - text.trimStart().length

/** The key that a line begins with, if it does, and the plain value after it. */
export function keyOf(text: string): { key: string; value: string; length: number } | undefined {
  const match = KEY.exec(text)
  if (!match) return undefined
  const [whole, double, single, plain = ''] = match
  return { key: double ?? single ?? plain, value: plainValue(text.slice(whole.length)), length: whole.length }
}

const plainValue = (text: string): string =>
  text
    .replace(COMMENT, '')
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')

/** @param at offset of `text` in the document */
export function readLine(reader: BlockReader, text: string, at: number): End {
  const indent = indentOf(text)
  if (reader.flow) {
    if (indent > reader.flowIndent || /^\s*[\]}]/.test(text) || text.trim() === '') return inFlow(reader, text, at)
    reader.flow = undefined // it was never closed: this line is none of its content
  }
  if (reader.textIndent !== undefined) {
    if (indent > reader.textIndent || text.trim() === '') return { kind: 'text' }
    reader.textIndent = undefined
  }
  let column = indent
  let afterDash = false
  for (;;) {
    const rest = text.slice(column)
    const dash = /^-(?:\s+|$)/.exec(rest)
    if (!dash) break
    enterList(reader.frames, column)
    column += dash[0].length
    afterDash = true
  }
  const rest = text.slice(column)
  if (rest.startsWith('#')) return { kind: 'text' }
  const found = keyOf(rest)
  if (found) {
    const map = enterMap(reader.frames, column)
    map.key = found.key
    map.entries.set(found.key, found.value)
    column += found.length
    map.filled = found.value !== ''
  } else if (afterDash && rest !== '') fill(reader.frames)
  return readValue(reader, text, column, at, found ? 'value' : 'word', afterDash)
}

function readValue(
  reader: BlockReader,
  text: string,
  column: number,
  at: number,
  kind: 'word' | 'value',
  afterDash: boolean,
): End {
  const value = text.slice(column)
  if (/^[{[]/.test(value) && (kind === 'value' || afterDash)) {
    reader.flow = newFlow()
    reader.flowIndent = indentOf(text)
    return inFlow(reader, value, at + column)
  }
  if (/^[|>][-+0-9]*\s*$/.test(value) && kind === 'value') {
    reader.textIndent = reader.frames.at(-1)?.indent ?? 0
    return { kind: 'text' }
  }
  if (COMMENT.test(value) && !/^["']/.test(value)) return { kind: 'text' }
  return kind === 'value' ? { kind, column } : { kind, column, afterDash }
}

function inFlow(reader: BlockReader, text: string, at: number): End {
  if (!reader.flow) return { kind: 'nothing' }
  const read = readFlow(reader.flow, text, at)
  if (reader.flow.open.length > 0) return read < text.length ? { kind: 'text' } : { kind: 'flow' }
  reader.flow = undefined
  return { kind: 'nothing' }
}

function fill(frames: readonly Frame[]): void {
  const top = frames.at(-1)
  if (top) top.filled = true
}

function enterMap(frames: Frame[], indent: number): Frame {
  leave(frames, indent, 'list')
  const top = frames.at(-1)
  if (top?.kind === 'map' && top.indent === indent) return top
  fill(frames)
  return push(frames, 'map', indent)
}

function enterList(frames: Frame[], indent: number): void {
  leave(frames, indent)
  const top = frames.at(-1)
  if (top?.kind === 'list' && top.indent === indent) {
    top.index++
    top.filled = false
    return
  }
  fill(frames)
  push(frames, 'list', indent)
}

function push(frames: Frame[], kind: Frame['kind'], indent: number): Frame {
  const frame = { kind, indent, entries: new Map<string, string>(), key: '', index: 0, filled: false }
  frames.push(frame)
  return frame
}

/** Closes what is indented deeper, and of what is indented the same what is of this kind. */
export function leave(frames: Frame[], indent: number, kind?: Frame['kind']): void {
  for (let top = frames.at(-1); top && (top.indent > indent || (top.indent === indent && top.kind === kind)); ) {
    frames.pop()
    top = frames.at(-1)
  }
}
