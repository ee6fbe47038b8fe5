// Opens a bundle: everything is checked before anything is used, and one fault refuses the whole (DESIGN, "Everything or nothing").
import { findFault, type JsonSchema } from '../check.ts'
import keysSchema from '../json/keys.json' with { type: 'json' }
import manifestSchema from '../json/manifest.json' with { type: 'json' }
import type { Keys } from '../keys.ts'
import type { Manifest } from '../manifest.ts'
import { BundleError, type BundleErrorCode } from './errors.ts'
import { checkHoles } from './holes.ts'
import { NAMESPACE_BUNDLE, NAMESPACE_KEYS } from './namespaces.ts'
import { type Ed25519Verify, verify } from './sshsig.ts'
import { fingerprint, toKeyLine } from './sshwire.ts'
import { readZip } from './zip.ts'

/** More than the largest site that a generator takes can become: 10,000 phones with eight lines each have 223 MB. */
export const BUNDLE_MAX_BYTES = 512_000_000

/** What this version of the format may require of an agent. */
const KNOWN_REQUIRES: readonly string[] = []

/** A bundle that passed every check. The bytes of its files are the very ones that were checked. */
export interface Bundle {
  manifest: Manifest
  /** Path as in the manifest (`files/…`) → bytes, holes empty. */
  files: ReadonlyMap<string, Uint8Array>
  keys: Keys
  /** Fingerprints of the key that signed the manifest and of the root that signed the keys. */
  signedBy: string
  root: string
  /** The dates between which that key signs. */
  signs: { from: string; until: string }
}

/** Decides on a root key by its fingerprint; it throws a BundleError to refuse (`bundle.root-unknown`, `bundle.keys-old`). */
export type TrustRoot = (root: { fingerprint: string; issuer: string; version: number }) => Promise<void> | void

/**
 * Checks in this order: size, zip, keys against the root, signature over the manifest's bytes, and only then parses it;
 * hashes, dates, holes.
 * @throws BundleError
 */
export async function openBundle(archive: Uint8Array, trust: TrustRoot, ed25519?: Ed25519Verify): Promise<Bundle> {
  if (archive.length > BUNDLE_MAX_BYTES) throw new BundleError('bundle.too-large')
  const entries = new Map(readZip(archive).map(({ name, bytes }) => [name, bytes]))
  const part = (name: string): Uint8Array => {
    const bytes = entries.get(name)
    if (!bytes) throw new BundleError('bundle.part-missing', name)
    entries.delete(name)
    return bytes
  }
  const [manifestJson, manifestSig] = [part('manifest.json'), part('manifest.json.sig')]
  const [keysJson, keysSig] = [part('trust/keys.json'), part('trust/keys.json.sig')]

  const rootKey = await verify(keysJson, ascii(keysSig), NAMESPACE_KEYS, ed25519)
  if (!rootKey) throw new BundleError('bundle.keys-signature')
  const keys = parse<Keys>(keysSchema, keysJson, 'bundle.keys-format')
  const root = await fingerprint(rootKey)
  await trust({ fingerprint: root, issuer: keys.issuer, version: keys.version })

  const bundleKey = await verify(manifestJson, ascii(manifestSig), NAMESPACE_BUNDLE, ed25519)
  if (!bundleKey) throw new BundleError('bundle.signature')
  const entry = keys.keys.find(({ key }) => key === toKeyLine(bundleKey))
  if (!entry) throw new BundleError('bundle.key-unknown', await fingerprint(bundleKey))

  const manifest = readManifest(manifestJson)
  if (manifest.issuer !== keys.issuer) throw new BundleError('bundle.issuer', manifest.issuer)
  const unknown = manifest.requires.find(feature => !KNOWN_REQUIRES.includes(feature))
  if (unknown) throw new BundleError('bundle.requires', unknown)

  await checkFiles(manifest, entries)
  if (manifest.issued < entry.from || manifest.issued > entry.until) {
    throw new BundleError('bundle.key-dates', manifest.issued)
  }
  checkHoles(manifest, entries)
  const { from, until } = entry
  return { manifest, files: entries, keys, signedBy: await fingerprint(bundleKey), root, signs: { from, until } }
}

async function checkFiles(manifest: Manifest, entries: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const listed = new Set<string>()
  const onShelf = new Set<string>()
  for (const { path, size, sha256 } of manifest.files) {
    const bytes = entries.get(path)
    if (!bytes) throw new BundleError('bundle.file-missing', path)
    // Phones spell names in any case, so two files that differ only in case would be one on the shelf.
    if (onShelf.has(path.toLowerCase())) throw new BundleError('bundle.file-unlisted', path)
    onShelf.add(path.toLowerCase())
    listed.add(path)
    if (bytes.length !== size) throw new BundleError('bundle.file-size', path)
    if ((await sha256Hex(bytes)) !== sha256) throw new BundleError('bundle.file-hash', path)
  }
  for (const name of entries.keys()) {
    if (!listed.has(name)) throw new BundleError('bundle.file-unlisted', name)
  }
}

/** SHA-256 as bare lower-case hex. */
export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  const { buffer, byteOffset, length } = bytes
  // WebCrypto takes no shared memory.
  const own = buffer instanceof ArrayBuffer ? new Uint8Array(buffer, byteOffset, length) : bytes.slice()
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', own))
  let hex = ''
  for (const byte of hash) hex += HEX[byte]
  return hex
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/**
 * Reads the manifest alone; who signed it and whether its files are there is another question.
 * @throws BundleError `bundle.manifest`
 */
export function readManifest(json: Uint8Array): Manifest {
  return parse<Manifest>(manifestSchema, json, 'bundle.manifest')
}

/** `T` is what the schema was made of: schemas/json is emitted from the zod schemas, and a test keeps it so. */
function parse<T>(schema: JsonSchema, json: Uint8Array, code: BundleErrorCode): T {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json))
  } catch {
    throw new BundleError(code, 'JSON')
  }
  const fault = findFault(value, schema)
  if (fault !== undefined) throw new BundleError(code, fault)
  return value as T
}

function ascii(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}
