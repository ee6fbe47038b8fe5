// Reads the text of a site: YAML 1.2 or JSON into plain values, with the place of every one, and with limits that keep a
// hostile text from costing more than its size.
import { type CST, isAlias, isMap, isScalar, isSeq, LineCounter, Parser, parseDocument, visit } from 'yaml'
import { recognise } from '../import/recognise.ts'
import type { Finding, Path, Position, ProblemCode } from '../problem.ts'

const MAX_BYTES = 256_000
const MAX_DEPTH = 32
const MAX_ALIASES = 100
/** Of one list or map. */
const MAX_ENTRIES = 1000

/** A text that was read, or why it was not. `positionOf` answers either way. */
export type ReadSite = { positionOf: PositionOf } & (
  | { ok: true; value: Record<string, unknown> }
  | { ok: false; findings: Finding[] }
)
/** The place of a value (or of its key), or of the nearest thing around it that the text has. */
export type PositionOf = (path: Path, what?: 'key' | 'value') => Position | undefined

type YamlDocument = ReturnType<typeof parseDocument>

/** Never throws. The findings never quote the text, since a password may stand in it. */
export function readSite(text: string, format: 'yaml' | 'json'): ReadSite {
  const nowhere: PositionOf = () => undefined
  const fail = (finding: Finding, positionOf = nowhere): ReadSite => ({ ok: false, findings: [finding], positionOf })
  // Before all else, so that nobody is sent to mend a file that no site can become.
  if (recognise(text) !== undefined)
    return fail({ code: 'site.is-configuration', path: [], at: { line: 1, column: 1 } })
  const size = new TextEncoder().encode(text).length
  if (size > MAX_BYTES)
    return fail({
      code: 'site.too-large',
      path: [],
      details: { max: String(MAX_BYTES / 1000) },
      at: { line: 1, column: 1 },
    })

  const source = text.replace(/^\ufeff/, '')
  if (source.trim() === '') return fail({ code: 'site.empty', path: [], at: { line: 1, column: 1 } })
  // What a decoder leaves of Latin-1, and what UTF-16 looks like when it is read as UTF-8.
  const lost = source.search(/[\ufffd\0]/)
  if (lost >= 0) {
    const before = source.slice(0, lost).split('\n')
    return fail({
      code: 'site.encoding',
      path: [],
      at: { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 },
    })
  }
  const lines = new LineCounter()
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  const hostile = tooMuch(source)
  if (hostile) return fail(hostile)
  const document = parseDocument(source, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    logLevel: 'error',
  })
  const duplicates = document.errors.filter(({ code }) => code === 'DUPLICATE_KEY')
  const others = [...document.errors, ...document.warnings].filter(({ code }) => code !== 'DUPLICATE_KEY')
  const syntax = format === 'json' ? jsonFault(source) : others[0]?.code
  if (syntax !== undefined) {
    const offset = others[0]?.pos[0]
    return fail({
      code: 'site.syntax',
      path: [],
      details: { format: format.toUpperCase(), why: syntax.toLowerCase().replaceAll('_', ' ') },
      ...(offset !== undefined && { at: place(offset) }),
    })
  }
  const dangling = format === 'yaml' ? danglingAlias(document) : undefined
  if (dangling !== undefined) {
    const details = { format: 'YAML', why: 'unquoted *' }
    return fail({ code: 'site.syntax', path: [], details, at: place(dangling) })
  }
  const positionOf: PositionOf = (path, what) => find(document, path, place, what)
  if (duplicates.length > 0) {
    const findings = duplicates.map(({ pos }): Finding => ({ code: 'site.duplicate-key', path: [], at: place(pos[0]) }))
    return { ok: false, findings, positionOf }
  }
  let value: unknown
  try {
    value = format === 'json' ? JSON.parse(source) : document.toJS({ maxAliasCount: MAX_ALIASES })
  } catch {
    return fail({ code: 'site.aliases', path: [] }, positionOf)
  }
  if (!isRecord(value)) return fail({ code: 'site.root', path: [] }, positionOf)
  return { ok: true, value, positionOf }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function jsonFault(text: string): string | undefined {
  try {
    JSON.parse(text)
    return undefined
  } catch {
    return 'syntax'
  }
}

/**
 * Limits on the tokens, before anything is built of them. The tree is walked with a list, because a recursion could be
 * exhausted.
 */
function tooMuch(text: string): Finding | undefined {
  const lines = new LineCounter()
  const open: [CST.Token, number][] = []
  for (const token of new Parser(lines.addNewLine).parse(text)) open.push([token, 0])
  let aliases = 0
  for (let next = open.pop(); next; next = open.pop()) {
    const [token, depth] = next
    const { line, col: column } = lines.linePos('offset' in token ? token.offset : 0)
    const refuse = (code: ProblemCode, max: number): Finding => {
      return { code, path: [], details: { max: String(max) }, at: { line, column } }
    }
    if (depth > MAX_DEPTH) return refuse('site.depth', MAX_DEPTH)
    if (token.type === 'alias' && ++aliases > MAX_ALIASES) return refuse('site.aliases', MAX_ALIASES)
    if (token.type === 'document' && token.value) open.push([token.value, depth])
    if ('items' in token) {
      if (token.items.length > MAX_ENTRIES) return refuse('site.entries', MAX_ENTRIES)
      for (const { key, value } of token.items) {
        if (key) open.push([key, depth + 1])
        if (value) open.push([value, depth + 1])
      }
    }
  }
  return undefined
}

/** `dial: **600` without quotes is an alias that stands for nothing. */
function danglingAlias(document: YamlDocument): number | undefined {
  let offset: number | undefined
  visit(document, {
    Alias(_, node) {
      if (node.resolve(document)) return undefined
      offset = offsetOf(node)
      return visit.BREAK
    },
  })
  return offset
}

function find(
  document: YamlDocument,
  path: Path,
  place: (offset: number) => Position,
  what: 'key' | 'value' = 'value',
): Position | undefined {
  const resolve = (node: unknown): unknown => (isAlias(node) ? node.resolve(document) : node)
  let node: unknown = document.contents
  let offset = offsetOf(node)
  for (const step of path) {
    const parent = resolve(node)
    let key: unknown
    if (isMap(parent)) {
      const pair = parent.items.find(item => isScalar(item.key) && item.key.value === String(step))
      if (!pair) break
      key = pair.key
      node = pair.value
    } else if (isSeq(parent) && typeof step === 'number' && step < parent.items.length) {
      node = parent.items[step]
    } else break
    // An empty value has no place of its own worth pointing at.
    const empty = isScalar(node) && node.value === null
    offset = (what === 'key' || empty ? offsetOf(key) : offsetOf(node)) ?? offset
  }
  return offset === undefined ? undefined : place(offset)
}

function offsetOf(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return undefined
  const [start] = node.range
  return typeof start === 'number' ? start : undefined
}
