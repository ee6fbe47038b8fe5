// Reads the text of a site: YAML 1.2 or JSON into plain values, with the place of every one, and with limits that keep a
// hostile text from costing more than its size.
import { visit } from 'yaml'
import { recognise } from '../import/recognise.ts'
import type { Finding, Path, Position } from '../problem.ts'
import { MAX_ALIASES, tooMuch } from './guard.ts'
import { readJson } from './json.ts'
import { jsonPlaces } from './json-places.ts'
import { type Limits, ON_THE_WEB } from './limits.ts'
import { readParts } from './parts.ts'
import { offsetIn, offsetOf, placesIn, type Tree, toTree } from './tree.ts'

/** A text that was read, or why it was not. `positionOf` answers either way. */
export type ReadSite = { positionOf: PositionOf } & (
  | { ok: true; value: Record<string, unknown> }
  | { ok: false; findings: Finding[] }
)
/** The place of a value (or of its key), or of the nearest thing around it that the text has. */
export type PositionOf = (path: Path, what?: 'key' | 'value') => Position | undefined

/** Longer texts are read without a tree of the whole, which costs a hundred times the text. */
const WHOLE_MAX = ON_THE_WEB.bytes

/** Never throws. The findings never quote the text, since a password may stand in it. */
export function readSite(text: string, format: 'yaml' | 'json', limits: Limits = ON_THE_WEB): ReadSite {
  const start = { line: 1, column: 1 }
  // Before all else, so that nobody is sent to mend a file that no site can become.
  if (recognise(text) !== undefined) return fail({ code: 'site.is-configuration', path: [], at: start })
  const size = new TextEncoder().encode(text).length
  if (size > limits.bytes) {
    return fail({ code: 'site.too-large', path: [], details: { max: String(limits.bytes / 1000) }, at: start })
  }
  const source = text.replace(/^\ufeff/, '')
  if (source.trim() === '') return fail({ code: 'site.empty', path: [], at: start })
  const place = placesIn(source)
  // What a decoder leaves of Latin-1, and what UTF-16 looks like when it is read as UTF-8.
  const lost = source.search(/[\ufffd\0]/)
  if (lost >= 0) return fail({ code: 'site.encoding', path: [], at: place(lost) })
  const light =
    format === 'json'
      ? readJsonLightly(source, limits, place)
      : source.length > WHOLE_MAX && readLong(source, limits, place)
  return light || readWhole(source, format, limits, place)
}

type Place = (offset: number) => Position

function fail(finding: Finding, positionOf: PositionOf = () => undefined): ReadSite {
  return { ok: false, findings: [finding], positionOf }
}

/** @returns undefined for a text with a fault; where that is, the reading of the whole tells. */
function readLong(source: string, limits: Limits, place: Place): ReadSite | undefined {
  if (source.startsWith('{')) return readJsonLightly(source, limits, place)
  const parts = readParts(source, limits)
  return (
    parts && { ok: true, value: parts.value, positionOf: (path, what) => placed(parts.offsetOf(path, what), place) }
  )
}

/** Places are looked for when somebody asks for one. @returns undefined as {@link readLong} */
function readJsonLightly(source: string, limits: Limits, place: Place): ReadSite | undefined {
  const value = readJson(source, limits)
  if (!isRecord(value)) return undefined
  let offsetOf: ReturnType<typeof jsonPlaces> | undefined
  return {
    ok: true,
    value,
    positionOf(path, what) {
      offsetOf ??= jsonPlaces(source)
      return placed(offsetOf(path, what), place)
    },
  }
}

const placed = (offset: number | undefined, place: Place) => (offset === undefined ? undefined : place(offset))

function readWhole(source: string, format: 'yaml' | 'json', limits: Limits, place: Place): ReadSite {
  const hostile = tooMuch(source, limits)
  if (hostile) return fail(hostile)
  const tree = toTree(source)
  const duplicates = tree.errors.filter(({ code }) => code === 'DUPLICATE_KEY')
  const others = [...tree.errors, ...tree.warnings].filter(({ code }) => code !== 'DUPLICATE_KEY')
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
  const dangling = format === 'yaml' ? danglingAlias(tree) : undefined
  if (dangling !== undefined) {
    const details = { format: 'YAML', why: 'unquoted *' }
    return fail({ code: 'site.syntax', path: [], details, at: place(dangling) })
  }
  const positionOf: PositionOf = (path, what) => placed(offsetIn(tree, path, what), place)
  if (duplicates.length > 0) {
    const findings = duplicates.map(({ pos }): Finding => ({ code: 'site.duplicate-key', path: [], at: place(pos[0]) }))
    return { ok: false, findings, positionOf }
  }
  let value: unknown
  try {
    value = format === 'json' ? JSON.parse(source) : tree.toJS({ maxAliasCount: MAX_ALIASES })
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

/** `dial: **600` without quotes is an alias that stands for nothing. */
function danglingAlias(tree: Tree): number | undefined {
  let offset: number | undefined
  visit(tree, {
    Alias(_, node) {
      if (node.resolve(tree)) return undefined
      offset = offsetOf(node)
      return visit.BREAK
    },
  })
  return offset
}
