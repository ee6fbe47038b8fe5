// OpenSSH file signatures (PROTOCOL.sshsig) with Ed25519 and SHA-512, so that anybody can check them with `ssh-keygen -Y verify`.
import { fromBase64, toBase64 } from './base64.ts'
import { concat } from './concat.ts'
import { ED25519, fromKeyBlob, SshReader, sshEncode, toKeyBlob } from './sshwire.ts'

const BEGIN = '-----BEGIN SSH SIGNATURE-----'
const END = '-----END SSH SIGNATURE-----'
const MAGIC = new TextEncoder().encode('SSHSIG')
const VERSION = 1
const HASH = 'sha512'

/** A key that signs: WebCrypto's handle on the private half, and the 32 bytes of the public one. */
export interface SigningKey {
  privateKey: CryptoKey
  publicKey: Uint8Array
}

/** Checks one Ed25519 signature (64 bytes) over `message`. WebCrypto by default; Node's own where that warns (Node 20). */
export type Ed25519Verify = (
  publicKey: Uint8Array<ArrayBuffer>,
  message: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
) => Promise<boolean>

/** The message that is really signed: it binds the namespace and the hash of the content. */
async function toBeSigned(message: Uint8Array<ArrayBuffer>, namespace: string): Promise<Uint8Array<ArrayBuffer>> {
  const hash = await crypto.subtle.digest('SHA-512', message)
  return concat([MAGIC, sshEncode(namespace, '', HASH, new Uint8Array(hash))])
}

/** Signs bytes. The same key, message and namespace always give the same text (Ed25519 is deterministic, RFC 8032). */
export async function sign(message: Uint8Array<ArrayBuffer>, key: SigningKey, namespace: string): Promise<string> {
  const signed = await toBeSigned(message, namespace)
  const signature = new Uint8Array(await crypto.subtle.sign('Ed25519', key.privateKey, signed))
  return armor(key.publicKey, namespace, signature)
}

/**
 * Checks a signature and tells by which key it was made. Only the one spelling that `ssh-keygen` and {@link sign} write
 * is read. Whether the key may sign is the caller's question.
 * @returns the 32 bytes of the public key, or undefined when the text is no valid signature of `message` in `namespace`.
 */
export async function verify(
  message: Uint8Array,
  armored: string,
  namespace: string,
  ed25519: Ed25519Verify = verifyWithWebCrypto,
): Promise<Uint8Array | undefined> {
  const lines = armored.split('\n')
  const blob = fromBase64(lines.slice(1, -2).join(''))
  if (!blob) return undefined
  const reader = new SshReader(blob)
  if (String.fromCharCode(...(reader.raw(MAGIC.length) ?? [])) !== 'SSHSIG' || reader.uint32() !== VERSION)
    return undefined
  const publicKey = fromKeyBlob(reader.string() ?? new Uint8Array())
  reader.text() // the namespace, reserved, hash: compared as a whole below
  reader.text()
  reader.text()
  const signatureReader = new SshReader(reader.string() ?? new Uint8Array())
  signatureReader.text()
  const signature = signatureReader.string()
  if (!publicKey || signature?.length !== 64) return undefined
  if (armor(publicKey, namespace, signature) !== armored) return undefined
  const good = await ed25519(publicKey.slice(), await toBeSigned(message.slice(), namespace), signature.slice())
  return good ? publicKey : undefined
}

function armor(publicKey: Uint8Array, namespace: string, signature: Uint8Array): string {
  const body = sshEncode(VERSION, toKeyBlob(publicKey), namespace, '', HASH, sshEncode(ED25519, signature))
  const base64 = toBase64(concat([MAGIC, body]))
  return `${[BEGIN, ...(base64.match(/.{1,70}/g) ?? []), END].join('\n')}\n`
}

const verifyWithWebCrypto: Ed25519Verify = async (publicKey, message, signature) => {
  const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify'])
  return crypto.subtle.verify('Ed25519', key, signature, message)
}
