// Seals a bundle: manifest and files → one canonical zip, signed. Refuses to sign what an agent would refuse to open.
import { checkHoles } from '../../schemas/bundle/holes.ts'
import { NAMESPACE_BUNDLE, NAMESPACE_KEYS } from '../../schemas/bundle/namespaces.ts'
import { readKeyFile } from '../../schemas/bundle/sshkey.ts'
import { type SigningKey, sign, verify } from '../../schemas/bundle/sshsig.ts'
import { toKeyLine } from '../../schemas/bundle/sshwire.ts'
import { writeZip } from '../../schemas/bundle/zip.ts'
import { Keys } from '../../schemas/keys.ts'
import type { Manifest } from '../../schemas/manifest.ts'

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
  const bytes = new TextEncoder().encode(keysJson)
  if (!(await verify(bytes, keysSig, NAMESPACE_KEYS))) {
    throw new IssuerError('issuer.keys-signature', 'keys.json.sig is no signature of keys.json')
  }
  const keys = Keys.safeParse(parseJson(keysJson))
  if (!keys.success) throw new IssuerError('issuer.keys', 'keys.json is not cp-keys/1')
  if (!keys.data.keys.some(entry => entry.key === toKeyLine(key.publicKey))) {
    throw new IssuerError('issuer.key-unlisted', 'keys.json does not list the bundle key')
  }
  return { issuer: keys.data.issuer, keys: keys.data, keysJson: bytes, keysSig: new TextEncoder().encode(keysSig), key }
}

/**
 * Makes the archive. The same manifest, files and issuer always give the same bytes.
 * @throws BundleError `bundle.hole` or `bundle.phone` when the files break the rule for passwords: a fault of the generator.
 */
export async function seal(
  manifest: Manifest,
  files: readonly { path: string; bytes: Uint8Array }[],
  issuer: BundleIssuer,
): Promise<Uint8Array> {
  checkHoles(manifest, new Map(files.map(({ path, bytes }) => [path, bytes])))
  const json = new TextEncoder().encode(`${JSON.stringify(manifest, null, 1)}\n`)
  const signature = new TextEncoder().encode(await sign(json, issuer.key, NAMESPACE_BUNDLE))
  return writeZip([
    { name: 'manifest.json', bytes: json },
    { name: 'manifest.json.sig', bytes: signature },
    { name: 'trust/keys.json', bytes: issuer.keysJson },
    { name: 'trust/keys.json.sig', bytes: issuer.keysSig },
    ...files.map(({ path, bytes }) => ({ name: path, bytes })),
  ])
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
