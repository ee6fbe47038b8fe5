// Texts of YAML as people write them, made from luck: maps and lists in lines or in brackets, comments everywhere, quotes, texts of
// several lines, anchors. For the tests of the edits.
import fc from 'fast-check'

/** Numbers from 0 to 1, as many as are asked for. */
type Luck = () => number

const WORDS = ['Line 1', 'a', 'SIP75.9-4-2SR3-1S', '00:1D:45:2D:2B:F0', '192.168.178.1', 'Büro', '7916-24']
const HARD = [
  '**600',
  '0123',
  'yes',
  '1:30',
  '#',
  'a: b',
  ' x',
  'null',
  '',
  '😀',
  "it's",
  '"q"',
  'a #b',
  '- a',
  'x\ny',
  '{',
  '&a',
  '\\',
]
const KEYS = ['site', 'phones', 'lines', 'keys', 'label', 'a', 'b', 'dial', 'position', '**', 'ü b']
export const anyText = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.constantFrom(...HARD),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)
export const anyScalar = fc.oneof(anyText, fc.integer(), fc.boolean(), fc.constant(null))
export const anyValue = fc.letrec<{ value: unknown }>(tie => ({
  value: fc.oneof(
    { depthSize: 'small' },
    anyScalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 4 }),
  ),
})).value

/** Luck decides all that is not the value. */
class Writer {
  readonly #luck: Luck
  /** In the order of their making; each one is there once. */
  readonly comments: string[] = []
  #names = 0
  readonly #anchors: { name: string; value: string }[] = []

  constructor(luck: Luck) {
    this.#luck = luck
  }

  chance = (share: number) => this.#luck() < share

  comment(): string {
    const text = `# note ${this.comments.length}`
    this.comments.push(text)
    return text
  }

  /** Behind something on its line. */
  tail = () => (this.chance(0.2) ? `${' '.repeat(1 + Math.floor(this.#luck() * 3))}${this.comment()}` : '')

  /** Lines of their own. */
  between(indent: number): string {
    let lines = ''
    if (this.chance(0.15)) lines += '\n'
    if (this.chance(0.15)) lines += `${' '.repeat(indent)}${this.comment()}\n`
    return lines
  }

  scalar(value: unknown): string {
    if (typeof value !== 'string') return JSON.stringify(value)
    if (
      /^[a-zA-Z][\w .-]*$/.test(value) &&
      !/^(?:null|true|false)$/i.test(value) &&
      !value.endsWith(' ') &&
      this.chance(0.7)
    )
      return value
    if (/^[\w\s#*:'{&-]*$/.test(value) && !/[\n\r\t]/.test(value) && this.chance(0.5))
      return `'${value.replaceAll("'", "''")}'`
    return JSON.stringify(value)
  }

  inline(value: unknown, indent: number): string {
    if (Array.isArray(value) || (typeof value === 'object' && value !== null)) {
      const isList = Array.isArray(value)
      const parts = isList
        ? value.map(each => this.inline(each, indent + 2))
        : Object.entries(value).map(([key, each]) => `${this.scalar(key)}: ${this.inline(each, indent + 2)}`)
      const [open, close] = isList ? '[]' : '{}'
      if (parts.length === 0) return `${open}${close}`
      if (this.chance(0.25)) {
        // An entry a line, with comments and perhaps a last comma.
        const blanks = `\n${' '.repeat(indent + 2)}`
        const last = parts.length - 1
        const comma = this.chance(0.3)
        const lines = parts.map((part, i) => `${part}${i < last || comma ? ',' : ''}${this.tail()}`)
        return `${open}${this.tail()}${blanks}${lines.join(blanks)}\n${' '.repeat(indent)}${close}`
      }
      const blank = this.chance(0.5) ? ' ' : ''
      return `${open}${blank}${parts.join(', ')}${blank}${close}`
    }
    return this.scalar(value)
  }

  /** Behind a key or dash, to the end of the line. */
  behind(value: unknown, indent: number, parent: 'key' | 'dash'): string {
    const isMap = typeof value === 'object' && value !== null && !Array.isArray(value)
    const size = typeof value === 'object' && value !== null ? Object.keys(value).length : 0
    const known = this.#anchors.find(({ value: other }) => other === JSON.stringify(value))
    if (known && this.chance(0.5)) return ` *${known.name}${this.tail()}\n`
    let anchor = ''
    let name = ''
    if (this.chance(0.15)) {
      name = `n${this.#names++}`
      anchor = ` &${name}`
    }
    let text: string
    if (size > 0 && this.chance(0.7)) {
      const inner = indent + (parent === 'key' && !isMap && this.chance(0.3) ? 0 : 2)
      const block = this.block(value, inner)
      if (parent === 'dash' && anchor === '' && this.chance(0.8)) text = ` ${block.trimStart()}`
      else text = `${anchor}${this.tail()}\n${this.between(inner)}${block}`
      if (parent === 'dash' && /^\s*#/.test(text)) text = `\n${block}`
    } else if (
      typeof value === 'string' &&
      /^[a-z][a-z \n]*\n$/.test(`${value}\n`) &&
      value.includes('\n') &&
      this.chance(0.6)
    ) {
      const lines = value.split('\n').map(line => (line === '' ? '' : `${' '.repeat(indent + 2)}${line}`))
      text = value.endsWith('\n') ? '' : `${anchor} |-${this.tail()}\n${lines.join('\n')}\n`
      if (text === '') text = `${anchor} ${JSON.stringify(value)}${this.tail()}\n`
    } else if (value === null && this.chance(0.5)) text = `${anchor}${this.tail()}\n`
    else text = `${anchor} ${this.inline(value, indent)}${this.tail()}\n`
    if (anchor !== '' && text.startsWith(anchor)) this.#anchors.push({ name, value: JSON.stringify(value) })
    return text
  }

  /** Whole lines. */
  block(value: unknown, indent: number): string {
    const blanks = ' '.repeat(indent)
    const entries: string[] = []
    if (Array.isArray(value)) {
      for (const each of value) entries.push(`${blanks}-${this.behind(each, indent, 'dash')}`)
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, each] of Object.entries(value))
        entries.push(`${blanks}${this.scalar(key)}:${this.behind(each, indent, 'key')}`)
    }
    return entries.map((entry, i) => (i === 0 ? entry : this.between(indent) + entry)).join('')
  }
}

/** Some values are there more than once, so that there is something for an alias to stand for. */
const anySite = fc
  .tuple(fc.dictionary(fc.constantFrom(...KEYS), anyValue, { minKeys: 1, maxKeys: 5 }), anyValue, fc.boolean())
  .map(([site, shared, again]) =>
    again ? { first: shared, ...site, b: { a: shared, lines: [shared, 1] }, last: shared } : site,
  )

/** A value and a text of it. */
export const writtenSite = fc
  .tuple(anySite, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })))
  .map(([value, luck]) => {
    const writer = new Writer(() => luck.next().value)
    const head = writer.chance(0.3) ? `${writer.comment()}\n` : ''
    const start = writer.chance(0.1) ? '---\n' : ''
    const body = writer.chance(0.1) ? `${writer.inline(value, 0)}\n` : writer.block(value, 0)
    const text = head + start + body + writer.between(0)
    return { value, text: writer.chance(0.2) ? text.trimEnd() : text, comments: writer.comments }
  })
