// Reads a bundle from disk and opens it, deciding on its root key: pinned, named with --trust, remembered, or asked for.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { BundleError } from '../../schemas/bundle/errors.ts'
import { BUNDLE_MAX_BYTES, type Bundle, openBundle as check } from '../../schemas/bundle/open.ts'
import { AgentError } from '../error.ts'
import type { Caller } from '../state/files.ts'
import { type RememberedRoot, readTrust, writeTrust } from '../state/trust.ts'

/** Root fingerprints that this build trusts; a list, because roots change by an overlap of two builds. Set by the build. */
declare const CP_ROOTS: readonly string[] | undefined
export const PINNED_ROOTS: readonly string[] = typeof CP_ROOTS === 'undefined' ? [] : CP_ROOTS

/** How the root came to be accepted. */
export type TrustedBy = 'pinned' | 'option' | 'remembered' | 'asked'

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
}

/** @throws BundleError, AgentError `bundle.unreadable`, `trust.*` */
export async function openBundle(path: string, options: OpenOptions): Promise<Bundle & { trustedBy: TrustedBy }> {
  const archive = readCapped(path)
  const remembered = readTrust(options.trustFile)
  let trustedBy: TrustedBy = 'pinned'
  const bundle = await check(archive, async ({ fingerprint, issuer, version }) => {
    const known = remembered.find(root => root.fingerprint === fingerprint)
    if (known && version < known.version) throw new BundleError('bundle.keys-old', `${version} < ${known.version}`)
    if ((options.pinned ?? PINNED_ROOTS).includes(fingerprint)) trustedBy = 'pinned'
    else if (options.trust.includes(fingerprint)) trustedBy = 'option'
    else if (known?.accepted) trustedBy = 'remembered'
    else if (await options.ask?.({ fingerprint, issuer })) trustedBy = 'asked'
    else if (options.ask) throw new AgentError('trust.refused', fingerprint)
    else throw new BundleError('bundle.root-unknown', fingerprint)
  })
  remember(bundle, trustedBy, remembered, options)
  return { ...bundle, trustedBy }
}

/** Only after every check: a bundle that is refused leaves no trace. */
function remember(bundle: Bundle, trustedBy: TrustedBy, roots: RememberedRoot[], options: OpenOptions): void {
  const known = roots.find(root => root.fingerprint === bundle.root)
  const accepted = known?.accepted || trustedBy === 'option' || trustedBy === 'asked'
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
