// Reads XML as people and old tools leave it: byte order marks, smart quotes, bare ampersands, unbound prefixes, tags that
// are never closed (field guide, phones 8). Nothing is refused but what is no XML at all; every liberty is noted with its line.

export interface LooseElement {
  /** As written, without a prefix. */
  name: string
  attributes: ReadonlyMap<string, string>
  children: LooseElement[]
  /** All text directly inside, entities resolved, blanks trimmed. */
  text: string
  line: number
}

export type Liberty =
  | 'byte-order-mark'
  | 'smart-quotes'
  | 'bare-ampersand'
  | 'never-closed'
  | 'closed-twice'
  | 'stray-text'

export interface LooseXml {
  root: LooseElement | undefined
  /** Each once per line. */
  liberties: { line: number; what: Liberty }[]
}

export const MAX_IMPORT_BYTES = 1_000_000
const MAX_DEPTH = 64
const MAX_ELEMENTS = 50_000
const TOKEN =
  /<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)|<!\[CDATA\[(?<data>[\s\S]*?)(?:\]\]>|$)|<![^>]*>?|<\/\s*(?<end>[^\s>]+)[^>]*>?|<(?<start>[A-Za-z_][\w:.-]*)(?<rest>(?:[^>"'“”„‘’]|"[^"]*"|'[^']*'|[“”„][^“”„>]*[“”„]|[‘’][^‘’>]*[‘’])*)>?|(?<text><<[^<>]*>>|[^<]+|<)/g
// The name from its first letter on, or a long one would be tried from every letter.
const ATTRIBUTE =
  /(?<![\w:.-])([A-Za-z_][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|[“”„]([^“”„]*)[“”„]|[‘’]([^‘’]*)[‘’]|([^\s"'>/]+))/g
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** @param text at most {@link MAX_IMPORT_BYTES} long; the caller sees to that. */
export function readLooseXml(text: string): LooseXml {
  const liberties = new Map<string, { line: number; what: Liberty }>()
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  const lineAt = (offset: number): number => {
    let low = 0
    for (let high = starts.length; high - low > 1; ) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return low + 1
  }
  const note = (what: Liberty, line: number) => liberties.set(`${what} ${line}`, { line, what })
  const resolve = (raw: string, line: number) =>
    raw.replace(/&(?:#(\d{1,7});|#x([0-9a-f]{1,6});|(amp|lt|gt|quot|apos);)|&/gi, (whole, decimal, hex, name) => {
      if (name !== undefined) return ENTITIES[String(name).toLowerCase()] ?? ''
      if (whole === '&') {
        note('bare-ampersand', line)
        return '&'
      }
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
      return code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ''
    })

  if (text.startsWith('\ufeff')) note('byte-order-mark', 1)
  const roots: LooseElement[] = []
  const open: LooseElement[] = []
  // Joined at the end: a text of a million pieces, joined piece by piece, would take minutes.
  const pieces = new Map<LooseElement, string[]>()
  let elements = 0
  for (const match of text.replace(/^\ufeff/, ' ').matchAll(TOKEN)) {
    const { data, end, start, rest = '', text: plain } = match.groups ?? {}
    const line = lineAt(match.index)
    const here = open.at(-1)
    if (start !== undefined) {
      if (++elements > MAX_ELEMENTS) break
      if (/[“”„‘’]/.test(rest)) note('smart-quotes', line)
      const attributes = new Map<string, string>()
      for (const [, key = '', a, b, c, d, e] of rest.matchAll(ATTRIBUTE)) {
        attributes.set(bare(key).toLowerCase(), resolve(a ?? b ?? c ?? d ?? e ?? '', line))
      }
      const element: LooseElement = { name: bare(start), attributes, children: [], text: '', line }
      ;(here?.children ?? roots).push(element)
      if (!/\/\s*$/.test(rest) && open.length < MAX_DEPTH) open.push(element)
    } else if (end !== undefined) {
      const name = bare(end).toLowerCase()
      const depth = open.findLastIndex(element => element.name.toLowerCase() === name)
      if (depth < 0) note('closed-twice', line)
      else for (const lost of open.splice(depth).slice(1)) note('never-closed', lost.line)
    } else if (plain !== undefined || data !== undefined) {
      const content = data ?? resolve(plain ?? '', line)
      const found = here && pieces.get(here)
      if (found) found.push(content)
      else if (here) pieces.set(here, [content])
      else if (content.trim() !== '') note('stray-text', line)
    }
  }
  for (const lost of open) note('never-closed', lost.line)
  for (const [element, texts] of pieces) element.text = texts.join('').trim()
  return { root: roots[0], liberties: [...liberties.values()].sort((a, b) => a.line - b.line) }
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1)

/** The first element at a path below `from`, whatever the case: people write `loadInformation` and `LoadInformation`. */
export function findLoose(from: LooseElement | undefined, ...path: readonly string[]): LooseElement | undefined {
  let here = from
  for (const step of path) here = here?.children.find(({ name }) => name.toLowerCase() === step.toLowerCase())
  return here
}

export const childrenOf = (from: LooseElement | undefined, name: string): LooseElement[] =>
  from?.children.filter(child => child.name.toLowerCase() === name.toLowerCase()) ?? []
