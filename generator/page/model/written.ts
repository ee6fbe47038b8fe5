// Writes values as YAML, the way the examples do: `{ dial: "**600", label: Anrufbeantworter }`, and quotes only where a reader
// might take a text for something else.
import { isRecord } from './change.ts'

export interface Style {
  /** The text is JSON and shall stay so. */
  json: boolean
  /** Blanks for each level of a map. */
  step: number
  /** Blanks before the dashes of a list, from the key above. */
  dash: number
}

/** Words, addresses, MACs, loads: none of their signs means anything inside of them, in any list or map. */
const PLAIN = /^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_./()+@'&=~!*%$-]|:(?=[\p{L}\p{N}_])| (?=[^\s#]))*$/u
/** What looks like a number, a date or sixty minutes, to YAML 1.2 or to its older readers. */
const NUMBER = /^[-+.]?\d[\d_.,:eE+-]*$|^0[xob][\da-f_]+$|^\d{4}-\d\d?-\d\d?\b/i
const ADDRESSES = /^\d+\.\d+\.\d+\.\d+(?:\/\d+|-\d+\.\d+\.\d+\.\d+)?$/
const WORD = /^(?:true|false|yes|no|on|off|y|n|null|nan|inf)$/i
const UNSEEN = /[\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff]/g
/** Longer maps are written one line for each key. */
const WIDTH = 100

const isPlain = (text: string) =>
  PLAIN.test(text) && (!NUMBER.test(text) || ADDRESSES.test(text)) && !WORD.test(text) && text.search(UNSEEN) < 0

const inDoubleQuotes = (text: string) =>
  JSON.stringify(text).replace(UNSEEN, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** @param quote of the text that stood there before: it is kept. */
export function writeText(text: string, style: Style, quote?: '"' | "'"): string {
  if (quote === "'" && !style.json && /^[^\x00-\x1f]*$/.test(text) && text.search(UNSEEN) < 0)
    return `'${text.replaceAll("'", "''")}'`
  return !style.json && quote === undefined && isPlain(text) ? text : inDoubleQuotes(text)
}

/** In one line. */
export function writeInline(value: unknown, style: Style, quote?: '"' | "'"): string {
  if (typeof value === 'string') return writeText(value, style, quote)
  if (Array.isArray(value)) return `[${value.map(each => writeInline(each, style)).join(', ')}]`
  if (isRecord(value)) {
    const pairs = entriesOf(value).map(([key, each]) => `${writeText(key, style)}: ${writeInline(each, style)}`)
    return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`
  }
  return writeNumber(value)
}

function writeNumber(value: unknown): string {
  if (Object.is(value, -0)) return '-0'
  if (typeof value === 'number' && !Number.isFinite(value))
    return Number.isNaN(value) ? '.nan' : value < 0 ? '-.inf' : '.inf'
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'null'
}

const entriesOf = (map: Record<string, unknown>) => Object.entries(map).filter(([, value]) => value !== undefined)

/** A list of maps, or a map that has room for one, or that would not fit into a line. */
export function wantsLines(value: unknown, style: Style): boolean {
  if (style.json) return false
  if (Array.isArray(value)) return value.some(each => isRecord(each) && entriesOf(each).length > 0)
  if (!isRecord(value)) return false
  const values = entriesOf(value).map(([, each]) => each)
  return (
    values.length > 0 &&
    (values.some(each => wantsLines(each, style) || (Array.isArray(each) && each.length === 0)) ||
      writeInline(value, style).length > WIDTH)
  )
}

/** One line for each entry; the first one without blanks before it, the others behind `indent` of them. */
export function writeLines(value: unknown, indent: number, style: Style): string {
  const lines = Array.isArray(value)
    ? value.map(each => `- ${writeItem(each, indent, style)}`)
    : isRecord(value)
      ? entriesOf(value).map(([key, each]) => writeEntry(key, each, indent, style))
      : []
  return lines.length === 0 ? writeInline(value, style) : lines.join(`\n${' '.repeat(indent)}`)
}

/** Behind a dash that has `indent` blanks before it. */
export const writeItem = (value: unknown, indent: number, style: Style, lines = wantsLines(value, style)): string =>
  lines ? writeLines(value, indent + 2, style) : writeInline(value, style)

export function writeEntry(key: string, value: unknown, indent: number, style: Style): string {
  return `${writeText(key, style)}:${writeBehindKey(value, indent, style)}`
}

/** With what parts it from the key, which has `indent` blanks before it. */
export function writeBehindKey(value: unknown, indent: number, style: Style): string {
  if (!wantsLines(value, style)) return ` ${writeInline(value, style)}`
  const inner = indent + (Array.isArray(value) ? style.dash : style.step)
  return `\n${' '.repeat(inner)}${writeLines(value, inner, style)}`
}
