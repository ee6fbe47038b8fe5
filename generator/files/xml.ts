// Writes XML as a phone reads it: a tree of elements becomes bytes, and the places that the agent fills become holes.
import { concat } from '../../schemas/bundle/concat.ts'
import type { Hole } from '../../schemas/manifest.ts'

/** A place that stays empty; what the agent will put there, and how many bytes that is at most. */
export interface Gap {
  gap: Hole['kind']
  /** The secret's name; else empty. */
  name: string
  maxBytes: number
}

export interface XmlElement {
  /** Empty: its content stands without a tag around it. */
  name: string
  attributes: Readonly<Record<string, string | number | boolean>>
  /** Undefined: written as `<a/>`; the empty text: as `<a></a>`. */
  content: string | number | boolean | Gap | readonly XmlElement[] | undefined
  /** Keeps its text, where the very element stands in many files. */
  written?: { text?: string }
}

/** A file of the bundle, holes empty. */
export interface PhoneFile {
  /** Starts with `files/`. */
  path: string
  bytes: Uint8Array
  holes: Hole[]
}

const NO_ATTRIBUTES: XmlElement['attributes'] = {}

export function element(
  name: string,
  content?: XmlElement['content'],
  attributes: XmlElement['attributes'] = NO_ATTRIBUTES,
): XmlElement {
  return { name, attributes, content }
}

/** Elements without children, in the order of the record. */
export const leaves = (texts: Readonly<Record<string, string | number | boolean>>): XmlElement[] =>
  Object.entries(texts).map(([name, text]) => element(name, text))

/** A whole document in UTF-8. Names of elements and attributes are ours and are not escaped. */
export function writeXml(path: string, root: XmlElement): PhoneFile {
  const encoder = new TextEncoder()
  const holes: Hole[] = []
  let text = '<?xml version="1.0" encoding="UTF-8"?>\n'
  /** What is before the last hole. */
  const before: Uint8Array[] = []
  let size = 0
  const write = (one: XmlElement, indent: string): void => {
    const { name, attributes, content, written } = one
    if (written) {
      const start = text.length
      if (written.text === undefined) {
        write({ name, attributes, content }, indent)
        written.text = text.slice(start)
      } else text += written.text
      return
    }
    if (name === '' && isChildren(content)) {
      for (const child of content) write(child, indent)
      return
    }
    let tag = `${indent}<${name}`
    for (const key in attributes) tag += ` ${key}="${escapeXml(String(attributes[key]))}"`
    if (content === undefined) {
      text += `${tag}/>\n`
      return
    }
    text += `${tag}>`
    if (isChildren(content)) {
      text += '\n'
      for (const child of content) write(child, `${indent} `)
      text += indent
    } else if (typeof content === 'object') {
      const { gap, name: secret, maxBytes } = content
      const bytes = encoder.encode(text)
      before.push(bytes)
      size += bytes.length
      text = ''
      holes.push({ offset: size, kind: gap, name: secret, encoding: 'xml', maxBytes })
    } else text += escapeXml(String(content))
    text += `</${name}>\n`
  }
  write(root, '')
  return { path, bytes: concat([...before, encoder.encode(text)]), holes }
}

const isChildren = (content: XmlElement['content']): content is readonly XmlElement[] => Array.isArray(content)

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // Otherwise a reader would turn them into blanks or line feeds (XML 1.0, 2.11 and 3.3.3).
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** Nothing to escape or to drop, as with nearly every value. */
const PLAIN = /^[ !#-%(-;=?-~]*$/

/** For text and attributes alike; `>` too, so that no `]]>` can arise. What XML 1.0 (2.2) does not allow is dropped. */
export function escapeXml(text: string): string {
  if (PLAIN.test(text)) return text
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '')
    .replace(/[&<>"'\t\n\r]/g, character => ESCAPES[character] ?? '')
}
