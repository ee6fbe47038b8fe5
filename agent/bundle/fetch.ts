// A bundle from the web: over TLS only, with a cap, and kept for the time when the laptop is on the phone's cable.
import { createHash } from 'node:crypto'
import { BundleError } from '../../schemas/bundle/errors.ts'
import { NAMESPACE_KEYS } from '../../schemas/bundle/namespaces.ts'
import { BUNDLE_MAX_BYTES } from '../../schemas/bundle/open.ts'
import { verify } from '../../schemas/bundle/sshsig.ts'
import { fingerprint } from '../../schemas/bundle/sshwire.ts'
import { AgentError } from '../error.ts'

export interface Fetched {
  bytes: Uint8Array
  /** Where it came from, after every redirect. */
  origin: string
}

const REDIRECTS_MAX = 5
const PATIENCE_MS = 60_000
const KEYS_MAX_BYTES = 100_000

export const isUrl = (text: string): boolean => /^https?:\/\//i.test(text)

/** The name of a file for what an address gives: nothing of the address stands in it, since that may hold a token. */
export const keptName = (url: string): string => `${createHash('sha256').update(url).digest('hex').slice(0, 32)}.zip`

/**
 * @throws AgentError `bundle.url` for an address without TLS that leads to another computer; `bundle.fetch` for an answer
 * that is no 200; BundleError `bundle.too-large`; TypeError when nobody answers.
 */
export function fetchBundle(url: string, signal: AbortSignal, cap = BUNDLE_MAX_BYTES): Promise<Fetched> {
  return get(url, cap, AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]))
}

/**
 * Whether the issuer itself, at its own address, signs its list of keys with that root. Only asked where the bundle came from that
 * address, too: then whoever typed it said whom to trust, and TLS says that it was them.
 */
export async function issuerHasRoot(issuer: string, root: string, signal: AbortSignal): Promise<boolean> {
  try {
    const [keys, signature] = await Promise.all(
      ['keys.json', 'keys.json.sig'].map(name => get(`${issuer}/.well-known/cp/${name}`, KEYS_MAX_BYTES, signal)),
    )
    if (!keys || !signature || [keys, signature].some(({ origin }) => origin !== issuer)) return false
    const key = await verify(keys.bytes, new TextDecoder().decode(signature.bytes), NAMESPACE_KEYS)
    return key !== undefined && (await fingerprint(key)) === root
  } catch {
    return false
  }
}

async function get(from: string, cap: number, signal: AbortSignal): Promise<Fetched> {
  let url = from
  for (let redirects = 0; redirects <= REDIRECTS_MAX; redirects++) {
    const { origin, protocol, hostname } = safeUrl(url)
    if (protocol !== 'https:' && !/^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname))
      throw new AgentError('bundle.url', origin)
    const answer = await fetch(url, { redirect: 'manual', signal })
    const next = answer.headers.get('Location')
    if (answer.status >= 300 && answer.status < 400 && next !== null) url = new URL(next, url).href
    else if (answer.status === 200) return { bytes: await read(answer, cap), origin }
    else throw new AgentError('bundle.fetch', `${origin}; ${answer.status}`)
  }
  throw new AgentError('bundle.fetch', `${safeUrl(from).origin}; 3xx`)
}

function safeUrl(url: string): URL {
  try {
    return new URL(url)
  } catch {
    throw new AgentError('bundle.url', '?')
  }
}

async function read(answer: Response, cap: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of answer.body ?? []) {
    size += part.length
    if (size > cap) throw new BundleError('bundle.too-large')
    parts.push(part)
  }
  return Buffer.concat(parts)
}
