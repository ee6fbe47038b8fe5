// A small strict reader of XML 1.0, as far as a phone's configuration needs it. Its faults name a place and a rule, never the text there: it could be a password.

export interface Element {
  name: string
  attributes: ReadonlyMap<string, string>
  children: Element[]
  /** All character data directly inside, entities resolved. */
  text: string
}

/** `line` counts from 1. */
export class XmlFault extends Error {
  override readonly name = 'XmlFault'
  readonly line: number

  constructor(reason: string, line: number) {
    super(`line ${line}: ${reason}`)
    this.line = line
  }
}

const SIZE_MAX = 1_000_000
const DEPTH_MAX = 32
const ENTITIES = new Map(Object.entries({ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }))
const DECLARATION =
  /^<\?xml\s+version=(["'])1\.0\1(?:\s+encoding=(["'])utf-8\2)?(?:\s+standalone=(["'])(?:yes|no)\3)?\s*\?>/i
const S = '[\\t\\r\\n ]'
const NAME = '[A-Za-z_:][A-Za-z0-9._:-]*'
const ATTRIBUTE = `${S}+(${NAME})${S}*=${S}*(?:"([^"<]*)"|'([^'<]*)')`
/** Comment, processing instruction, CDATA, end tag, start tag, text; no document type, which is where XML becomes dangerous. */
const TOKEN = new RegExp(
  [
    '<!--(?:(?!--)[^])*-->',
    `<\\?(?!xml[\\t\\r\\n ?])${NAME}[^]*?\\?>`,
    '<!\\[CDATA\\[(?<data>[^]*?)\\]\\]>',
    `<\\/(?<end>${NAME})${S}*>`,
    `<(?<start>${NAME})(?<attributes>(?:${ATTRIBUTE.replaceAll(/\((?!\?)/g, '(?:')})*)${S}*(?<closed>\\/?)>`,
    '(?<text>[^<]+)',
  ].join('|'),
  'y',
)
/** What XML 1.0 does not allow at all (production 2); the decoder catches lone surrogates. */
const NOT_A_CHARACTER = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u

/**
 * Reads a document: UTF-8 without a byte order mark, one root, nothing behind it.
 * @throws XmlFault
 */
export function parseXml(bytes: Uint8Array): Element {
  if (bytes.length > SIZE_MAX) throw new XmlFault('too large', 1)
  let source: string
  try {
    source = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new XmlFault('not UTF-8', 1)
  }
  const document: Element = { name: '', attributes: new Map(), children: [], text: '' }
  const open = [document]
  let at = DECLARATION.exec(source)?.[0].length ?? 0
  const fault = (reason: string) => new XmlFault(reason, source.slice(0, at).split('\n').length)
  const bad = NOT_A_CHARACTER.exec(source)
  if (bad) {
    at = bad.index
    throw fault('a character that XML does not have')
  }
  while (at < source.length) {
    TOKEN.lastIndex = at
    const { data, end, start, attributes, closed, text } = TOKEN.exec(source)?.groups ?? noToken(fault)
    const here = open.at(-1) ?? document
    if (start !== undefined) {
      if (here === document && document.children.length > 0) throw fault('something behind the root')
      if (open.length > DEPTH_MAX) throw fault('nested too deeply')
      const element = { name: start, attributes: readAttributes(attributes ?? '', fault), children: [], text: '' }
      here.children.push(element)
      if (!closed) open.push(element)
    } else if (end !== undefined) {
      if (here === document || open.pop()?.name !== end) throw fault('an end tag that does not match')
    } else if (text !== undefined) {
      if (here === document && /[^\t\r\n ]/.test(text)) throw fault('text outside the root')
      if (text.includes(']]>')) throw fault(']]> in a text')
      here.text += resolve(text, fault)
    } else if (data !== undefined) {
      if (here === document) throw fault('text outside the root')
      here.text += data
    }
    at = TOKEN.lastIndex
  }
  const [root] = document.children
  if (!root || open.length > 1) throw fault(root ? 'an element that is never closed' : 'no root')
  return root
}

type Fault = (reason: string) => XmlFault

function noToken(fault: Fault): never {
  throw fault('not well-formed')
}

function readAttributes(source: string, fault: Fault): Map<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', double, single = ''] of source.matchAll(new RegExp(ATTRIBUTE, 'g'))) {
    if (attributes.has(name)) throw fault('an attribute twice')
    attributes.set(name, resolve(double ?? single, fault))
  }
  return attributes
}

/** Every & begins a reference to one of the five entities or to a character. */
function resolve(text: string, fault: Fault): string {
  return text.replace(
    /&(?:([a-z]+)|#(\d{1,7})|#x([0-9A-F]{1,6}));|&/gi,
    (whole: string, entity?: string, decimal?: string, hex?: string) => {
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
      const character =
        entity === undefined ? (code <= 0x10ffff ? String.fromCodePoint(code) : '') : ENTITIES.get(entity)
      if (!character || NOT_A_CHARACTER.test(character))
        throw fault(whole === '&' ? 'a bare &' : 'an unknown reference')
      return character
    },
  )
}

/** The first element at a path of names below `from`: `find(device, 'devicePool', 'dateTimeSetting')`. */
export function find(from: Element, ...path: readonly string[]): Element | undefined {
  let here: Element | undefined = from
  for (const name of path) here = here?.children.find(child => child.name === name)
  return here
}
