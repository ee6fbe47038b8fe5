// Seals a bundle: plan and files → one canonical zip, signed. Refuses to sign what an agent would refuse to open.
import { concat } from '../../schemas/bundle/concat.ts'
import { BundleError } from '../../schemas/bundle/errors.ts'
import { checkFile, holeRules } from '../../schemas/bundle/holes.ts'
import { NAMESPACE_BUNDLE, NAMESPACE_KEYS } from '../../schemas/bundle/namespaces.ts'
import { BUNDLE_MAX_BYTES, sha256Hex } from '../../schemas/bundle/open.ts'
import { readKeyFile } from '../../schemas/bundle/sshkey.ts'
import { type SigningKey, sign, verify } from '../../schemas/bundle/sshsig.ts'
import { toKeyLine } from '../../schemas/bundle/sshwire.ts'
import { zipWriter } from '../../schemas/bundle/zip.ts'
import { Keys } from '../../schemas/keys.ts'
import type { BundleFile, Manifest } from '../../schemas/manifest.ts'
import type { PhoneFile } from '../files/xml.ts'
import type { Plan } from '../plan/plan.ts'
import { type ManifestNames, manifestText, toManifest } from './manifest.ts'

/** Who signs: the bundle key, and the issuer's signed list of keys, which travels in every bundle. */
export interface BundleIssuer {
  issuer: string
  keys: Keys
  keysJson: Uint8Array
  keysSig: Uint8Array
  key: SigningKey
}

export type IssuerErrorCode =
  | 'issuer.missing'
  | 'issuer.key'
  | 'issuer.keys'
  | 'issuer.keys-signature'
  | 'issuer.key-unlisted'

/** Why a generator cannot sign; for its operator, so in English only. */
export class IssuerError extends Error {
  override readonly name = 'IssuerError'
  readonly code: IssuerErrorCode

  constructor(code: IssuerErrorCode, message: string) {
    super(message)
    this.code = code
  }
}

/** The three texts that make an issuer, as they stand in `.cp/keys/` or in a Worker's secrets. */
export interface IssuerTexts {
  /** OpenSSH private key file. */
  bundleKey: string
  keysJson: string
  keysSig: string
}

/**
 * Reads an issuer and checks that its parts belong together, so that a wrong secret shows at once and not in an agent.
 * @throws IssuerError
 */
export async function readIssuer(texts: Partial<IssuerTexts>): Promise<BundleIssuer> {
  const { bundleKey, keysJson, keysSig } = texts
  if (!bundleKey || !keysJson || !keysSig) {
    throw new IssuerError('issuer.missing', 'the bundle key, keys.json or its signature is not configured')
  }
  const key = await readKeyFile(bundleKey)
  if (!key) throw new IssuerError('issuer.key', 'the bundle key is no unencrypted OpenSSH Ed25519 key file')
  const signature = `${keysSig.trimEnd()}\n`
  const bytes = await signedBytes(keysJson, signature)
  if (!bytes) throw new IssuerError('issuer.keys-signature', 'keys.json.sig is no signature of keys.json')
  const keys = Keys.safeParse(parseJson(keysJson))
  if (!keys.success) throw new IssuerError('issuer.keys', 'keys.json is not cp-keys/1')
  if (!keys.data.keys.some(entry => entry.key === toKeyLine(key.publicKey))) {
    throw new IssuerError('issuer.key-unlisted', 'keys.json does not list the bundle key')
  }
  const { issuer } = keys.data
  return { issuer, keys: keys.data, keysJson: bytes, keysSig: new TextEncoder().encode(signature), key }
}

/** A shell's `$(cat keys.json)` and `wrangler secret put` cut off the last line end, which belongs to what was signed. */
async function signedBytes(keysJson: string, keysSig: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  for (const text of [keysJson, `${keysJson}\n`]) {
    const bytes = new TextEncoder().encode(text)
    if (await verify(bytes, keysSig, NAMESPACE_KEYS)) return bytes
  }
  return undefined
}

/**
 * Makes the archive in one pass: a file is checked, hashed and given out before the next one is made. The same plan, files
 * and issuer always give the same bytes.
 * @param files sorted by path; see {@link renderFiles}
 * @returns the manifest, after the last part of the archive.
 * @throws BundleError `bundle.hole` or `bundle.phone` when the files break the rule for passwords, `bundle.too-large` for
 * more than an agent takes: faults of the generator.
 */
export async function* seal(
  plan: Plan,
  files: Iterable<PhoneFile>,
  names: ManifestNames,
  issuer: Pick<BundleIssuer, 'keysJson' | 'keysSig' | 'key'>,
): AsyncGenerator<Uint8Array, Manifest, undefined> {
  const encoder = new TextEncoder()
  const zip = zipWriter()
  let size = 0
  function* add(name: string, bytes: Uint8Array): Generator<Uint8Array, void> {
    size += bytes.length
    if (size > BUNDLE_MAX_BYTES) throw new BundleError('bundle.too-large')
    yield* zip.add({ name, bytes })
  }
  const rules = holeRules(plan)
  const listed: BundleFile[] = []
  for (const { path, bytes, holes } of files) {
    const file = { path, size: bytes.length, sha256: await sha256Hex(bytes), holes }
    checkFile(file, bytes, rules)
    listed.push(file)
    yield* add(path, bytes)
  }
  const there = new Set(listed.map(({ path }) => path))
  for (const config of rules.configs) if (!there.has(config)) throw new BundleError('bundle.phone', config)

  const manifest = toManifest(plan, listed, names)
  // In one piece, because WebCrypto hashes no other way.
  const json = concat([...encoded(manifestText(manifest))])
  yield* add('manifest.json', json)
  yield* add('manifest.json.sig', encoder.encode(await sign(json, issuer.key, NAMESPACE_BUNDLE)))
  yield* add('trust/keys.json', issuer.keysJson)
  yield* add('trust/keys.json.sig', issuer.keysSig)
  yield zip.end()
  return manifest
}

/** In blocks, because thousands of small pieces cost the system more than their bytes. */
function* encoded(texts: Iterable<string>): Generator<Uint8Array, void> {
  const encoder = new TextEncoder()
  let block = ''
  for (const text of texts) {
    block += text
    if (block.length < 1_000_000) continue
    yield encoder.encode(block)
    block = ''
  }
  yield encoder.encode(block)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
