// Reads the body of a request as a site file: its type, its size and its encoding are checked before anything else.
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { SiteText } from '../generate.ts'
import { recognise } from '../import/recognise.ts'
import { ON_THE_WEB } from '../site/limits.ts'
import type { WebTypes } from './env.ts'
import { langOf } from './language.ts'
import { problemJson } from './problem-json.ts'

/** What a site file may be called; `application/yaml` is the registered one (RFC 9512), the others are its aliases. */
const FORMATS: ReadonlyMap<string, 'yaml' | 'json'> = new Map([
  ['application/json', 'json'],
  ['application/yaml', 'yaml'],
  ['application/x-yaml', 'yaml'],
  ['text/yaml', 'yaml'],
])

/** Middleware: 413 for too much, before it is all in memory. */
export const limited = bodyLimit({ maxSize: ON_THE_WEB.bytes, onError: c => problemJson(c, 'request.too-large') })

/** @returns the refusal of a body that is packed: a few bytes could become many, and no client has reason to pack so little. */
export function refusePacked(c: Context<WebTypes>): Response | undefined {
  const coding = c.req.header('Content-Encoding')?.trim().toLowerCase() ?? ''
  if (coding === '' || coding === 'identity') return undefined
  c.header('Accept-Encoding', 'identity') // RFC 9110, 15.5.16
  return problemJson(c, 'request.coding')
}

/** @returns the site file, or the answer that refuses it: 415 for another type, 400 for what is not UTF-8. */
export async function readSiteText(c: Context<WebTypes>): Promise<SiteText | Response> {
  const [type = ''] = (c.req.header('Content-Type') ?? '').split(';')
  const format = FORMATS.get(type.trim().toLowerCase())
  if (!format) return problemJson(c, 'request.type')
  const packed = refusePacked(c)
  if (packed) return packed
  const bytes = await c.req.arrayBuffer()
  const text = new TextDecoder().decode(bytes)
  // A phone's own file is refused as that, in whatever encoding it is.
  if (!isUtf8(bytes) && recognise(text) === undefined) return problemJson(c, 'request.encoding')
  return { text, format, lang: langOf(c) }
}

function isUtf8(bytes: ArrayBuffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
