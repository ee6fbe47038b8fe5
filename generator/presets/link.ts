// A preset as the fragment of a link: its canonical JSON, deflated, in base64url. A browser never sends a fragment to a
// server, and nobody has to store anything.
import { fromBase64, toBase64 } from '../../schemas/bundle/base64.ts'
import { concat } from '../../schemas/bundle/concat.ts'
import { Preset } from '../../schemas/preset.ts'
import { canonicalJson } from '../site/id.ts'

/** Of the JSON, in UTF-8: what a link or the store may hold. */
export const PRESET_BYTES = 16_000
/** Before the content: how it is packed. Another number would be another way. */
const MARK = '1'
const LINK = new RegExp(`#p=${MARK}([A-Za-z0-9_-]+)$`)
/** More characters cannot be needed: what does not shrink grows by 5 bytes in 16 kB (RFC 1951, 3.2.4), and base64 by a third. */
const LINK_MAX = Math.ceil((PRESET_BYTES + 64) * (4 / 3))
/** Of what is inflated at a time: at most 1032 times as much comes out (zlib, technical details). */
const SLICE = 128

/** Whether somebody means the fragment of a link, however broken. */
export const isLink = (text: string): boolean => text.includes('#p=')

/** `#p=1…`, to be put behind the address of any generator's page. The preset shall have at most {@link PRESET_BYTES}. */
export async function toLink(preset: Preset): Promise<string> {
  const json = new Blob([canonicalJson(preset)])
  const packed = new Response(json.stream().pipeThrough(new CompressionStream('deflate-raw')))
  return `#p=${MARK}${toBase64Url(new Uint8Array(await packed.arrayBuffer()))}`
}

/**
 * @param text a whole address, or its fragment alone.
 * @returns undefined for what is broken, cut off, too large or no preset.
 */
export async function fromLink(text: string): Promise<Preset | undefined> {
  const value = await contentOf(text)
  const preset = Preset.safeParse(value)
  return preset.success ? preset.data : undefined
}

/** The same without looking whether it is a preset: what is wrong with it may then be told. */
export async function contentOf(text: string): Promise<unknown> {
  const [, content = ''] = LINK.exec(text.trim()) ?? []
  if (content === '' || content.length > LINK_MAX) return undefined
  try {
    const packed = fromBase64Url(content)
    const json = packed && (await inflate(packed))
    return json && JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json))
  } catch {
    return undefined
  }
}

/** @returns undefined for more than a preset may have: what would come behind that is never inflated. */
async function inflate(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = []
  let size = 0
  // Leaving the loop cancels the stream.
  for await (const part of read(inSlices(packed).pipeThrough(new DecompressionStream('deflate-raw')))) {
    size += part.length
    if (size > PRESET_BYTES) return undefined
    parts.push(part)
  }
  return concat(parts)
}

/** A browser may inflate all that it is given before anybody reads; so it is given little at a time. */
function inSlices(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0
  return new ReadableStream({
    pull(controller) {
      if (at < bytes.length) controller.enqueue(bytes.slice(at, at + SLICE))
      else controller.close()
      at += SLICE
    },
  })
}

/** Not every browser can walk through a stream by itself. */
async function* read(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
  } finally {
    await reader.cancel().catch(() => {})
  }
}

/** RFC 4648 section 5, without padding. */
const toBase64Url = (bytes: Uint8Array): string =>
  toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> | undefined =>
  fromBase64(text.replaceAll('-', '+').replaceAll('_', '/') + '='.repeat(-text.length & 3))
