// Reads a bundle from disk or from the web and opens it, deciding on its root key: pinned, named with --trust, remembered, its
// issuer's own, or asked for.
import { closeSync, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { BundleError } from '../../schemas/bundle/errors.ts'
import { BUNDLE_MAX_BYTES, type Bundle, openBundle as check } from '../../schemas/bundle/open.ts'
import { AgentError } from '../error.ts'
import { type Caller, writeWhole } from '../state/files.ts'
import { type RememberedRoot, readTrust, writeTrust } from '../state/trust.ts'
import { fetchBundle, issuerHasRoot, isUrl, keptName } from './fetch.ts'

/** Root fingerprints that this build trusts; a list, because roots change by an overlap of two builds. Set by the build. */
declare const CP_ROOTS: readonly string[] | undefined
export const PINNED_ROOTS: readonly string[] = typeof CP_ROOTS === 'undefined' ? [] : CP_ROOTS

/** How the root came to be accepted. */
export type TrustedBy = 'pinned' | 'option' | 'remembered' | 'issuer' | 'asked'

export interface OpenOptions {
  /** `--trust` fingerprints. */
  trust: readonly string[]
  trustFile: string
  caller?: Caller | undefined
  /** Asks a person whether to accept a root; undefined where there is no terminal. */
  ask?: ((root: { fingerprint: string; issuer: string }) => Promise<boolean>) | undefined
  pinned?: readonly string[]
  /** What was learnt cannot be remembered; the bundle is as good as it was. */
  onUnwritable(path: string): void
  /** Where bundles from the web are kept. */
  keptIn: string
  /** Nobody answered: the bundle that was fetched then is taken. */
  onKept(fetched: Date): void
  signal: AbortSignal
}

/**
 * @param path of a file, or an address.
 * @throws BundleError, AgentError `bundle.unreadable`, `bundle.url`, `bundle.fetch`, `trust.*`
 */
export async function openBundle(path: string, options: OpenOptions): Promise<Bundle & { trustedBy: TrustedBy }> {
  const fetched = isUrl(path) ? await fetchOrKept(path, options) : undefined
  const archive = fetched?.bytes ?? readCapped(path)
  const remembered = readTrust(options.trustFile)
  let trustedBy: TrustedBy = 'pinned'
  const bundle = await check(archive, async ({ fingerprint, issuer, version }) => {
    const known = remembered.find(root => root.fingerprint === fingerprint)
    if (known && version < known.version) throw new BundleError('bundle.keys-old', `${version} < ${known.version}`)
    if ((options.pinned ?? PINNED_ROOTS).includes(fingerprint)) trustedBy = 'pinned'
    else if (options.trust.includes(fingerprint)) trustedBy = 'option'
    else if (known?.accepted) trustedBy = 'remembered'
    else if (fetched?.origin === issuer && (await issuerHasRoot(issuer, fingerprint, options.signal)))
      trustedBy = 'issuer'
    else if (await options.ask?.({ fingerprint, issuer })) trustedBy = 'asked'
    else if (options.ask) throw new AgentError('trust.refused', fingerprint)
    else throw new BundleError('bundle.root-unknown', fingerprint)
  })
  remember(bundle, trustedBy, remembered, options)
  if (fetched?.origin !== undefined) keep(path, archive, options)
  return { ...bundle, trustedBy }
}

/** What is kept is checked as what is fetched; it only comes from nowhere any more. */
async function fetchOrKept(
  url: string,
  { keptIn, onKept, signal }: OpenOptions,
): Promise<{ bytes: Uint8Array; origin?: string }> {
  try {
    return await fetchBundle(url, signal)
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof BundleError || error instanceof AgentError) throw error
    const path = join(keptIn, keptName(url))
    if (!existsSync(path)) throw new AgentError('bundle.fetch', `${new URL(url).origin}; ${why(error)}`)
    onKept(statSync(path).mtime)
    return { bytes: readCapped(path) }
  }
}

/** What the system calls it: ENOTFOUND, ECONNREFUSED. */
function why(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  if (cause instanceof Error && 'code' in cause) return String(cause.code)
  return error instanceof Error ? error.name : String(error)
}

/** Once it was found good: on the phone's cable there is no web. */
function keep(url: string, bytes: Uint8Array, { keptIn, caller, onUnwritable }: OpenOptions): void {
  try {
    writeWhole(join(keptIn, keptName(url)), bytes, caller)
  } catch {
    onUnwritable(keptIn)
  }
}

/** Only after every check: a bundle that is refused leaves no trace. */
function remember(bundle: Bundle, trustedBy: TrustedBy, roots: RememberedRoot[], options: OpenOptions): void {
  const known = roots.find(root => root.fingerprint === bundle.root)
  const accepted = known?.accepted || trustedBy !== 'pinned'
  const next = { fingerprint: bundle.root, issuer: bundle.keys.issuer, accepted, version: bundle.keys.version }
  if (known && known.accepted === accepted && known.version === next.version) return
  const others = roots.filter(root => root !== known)
  try {
    writeTrust(options.trustFile, [...others, next], options.caller)
  } catch {
    options.onUnwritable(options.trustFile)
  }
}

function readCapped(path: string): Uint8Array {
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    const stat = fstatSync(file)
    if (!stat.isFile()) throw new AgentError('bundle.unreadable', path)
    if (stat.size > BUNDLE_MAX_BYTES) throw new BundleError('bundle.too-large')
    const bytes = new Uint8Array(stat.size)
    let at = 0
    while (at < bytes.length) {
      const read = readSync(file, bytes, at, bytes.length - at, at)
      if (read === 0) break
      at += read
    }
    return bytes.subarray(0, at)
  } catch (error) {
    if (error instanceof BundleError || error instanceof AgentError) throw error
    throw new AgentError('bundle.unreadable', path)
  } finally {
    if (file !== undefined) closeSync(file)
  }
}
