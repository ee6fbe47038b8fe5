// Private Ed25519 keys in OpenSSH's own file format (PROTOCOL.key), unencrypted, so that `ssh-keygen` reads and makes them too.
import { fromBase64, toBase64 } from './base64.ts'
import { concat } from './concat.ts'
import type { SigningKey } from './sshsig.ts'
import { ED25519, SshReader, sshEncode, toKeyBlob } from './sshwire.ts'

const BEGIN = '-----BEGIN OPENSSH PRIVATE KEY-----'
const END = '-----END OPENSSH PRIVATE KEY-----'
const MAGIC = 'openssh-key-v1\0'
/** RFC 8410: the fixed part of a PKCS#8 Ed25519 key, before the 32 bytes of the seed. */
const PKCS8 = Uint8Array.of(0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20)

/** Writes a key file. `check` is any 32-bit number (OpenSSH uses a random one to notice a wrong passphrase). */
export function writeKeyFile(seed: Uint8Array, publicKey: Uint8Array, comment: string, check = 0): string {
  const secret = sshEncode(check >>> 0, check >>> 0, ED25519, publicKey, concat([seed, publicKey]), comment)
  const padding = Uint8Array.from({ length: (8 - (secret.length % 8)) % 8 }, (_, i) => i + 1)
  const head = new TextEncoder().encode(MAGIC)
  const body = sshEncode('none', 'none', '', 1, toKeyBlob(publicKey), concat([secret, padding]))
  return `${[BEGIN, ...(toBase64(concat([head, body])).match(/.{1,70}/g) ?? []), END].join('\n')}\n`
}

/**
 * Reads a key file as `ssh-keygen -t ed25519 -N ''` makes it. Line ends and blanks around it do not matter, since the
 * text may have gone through an environment variable or a secret store.
 * @returns the key, or undefined when the text is none, or is encrypted, or of another kind.
 */
export async function readKeyFile(text: string): Promise<SigningKey | undefined> {
  const [, base64] =
    /^-----BEGIN OPENSSH PRIVATE KEY-----([\s\S]+)-----END OPENSSH PRIVATE KEY-----$/.exec(text.trim()) ?? []
  const bytes = base64 && fromBase64(base64.replace(/\s/g, ''))
  if (!bytes) return undefined
  const outer = new SshReader(bytes)
  if (String.fromCharCode(...(outer.raw(MAGIC.length) ?? [])) !== MAGIC) return undefined
  if (outer.text() !== 'none' || outer.text() !== 'none' || outer.text() !== '' || outer.uint32() !== 1)
    return undefined
  outer.string()
  const inner = new SshReader(outer.string() ?? new Uint8Array())
  const [check, again] = [inner.uint32(), inner.uint32()]
  if (check !== again || inner.text() !== ED25519) return undefined
  const publicKey = inner.string()
  const secret = inner.string()
  if (publicKey?.length !== 32 || secret?.length !== 64) return undefined
  const privateKey = await crypto.subtle.importKey('pkcs8', concat([PKCS8, secret.subarray(0, 32)]), 'Ed25519', false, [
    'sign',
  ])
  return { privateKey, publicKey: publicKey.slice() }
}
