// The wire encoding of SSH (RFC 4251 section 5): length-prefixed strings, big-endian; and Ed25519 public keys in it (RFC 8709).
import { fromBase64, toBase64 } from './base64.ts'
import { concat } from './concat.ts'

const encoder = new TextEncoder()

export const ED25519 = 'ssh-ed25519'

/** Joins parts: a number is a uint32, a text or bytes a string with its length before it. */
export function sshEncode(...parts: (number | string | Uint8Array)[]): Uint8Array<ArrayBuffer> {
  const encoded = parts.map(part => {
    if (typeof part === 'number') return uint32(part)
    const bytes = typeof part === 'string' ? encoder.encode(part) : part
    return concat([uint32(bytes.length), bytes])
  })
  return concat(encoded)
}

/** Reads strings and numbers one after another; every method returns undefined at the first thing that does not fit. */
export class SshReader {
  private readonly view: DataView
  private readonly bytes: Uint8Array
  private at = 0

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  uint32(): number | undefined {
    if (this.at + 4 > this.bytes.length) return undefined
    this.at += 4
    return this.view.getUint32(this.at - 4)
  }

  raw(length: number): Uint8Array | undefined {
    if (this.at + length > this.bytes.length) return undefined
    this.at += length
    return this.bytes.subarray(this.at - length, this.at)
  }

  string(): Uint8Array | undefined {
    const length = this.uint32()
    return length === undefined ? undefined : this.raw(length)
  }

  text(): string | undefined {
    const bytes = this.string()
    return bytes && String.fromCharCode(...bytes.subarray(0, 1024))
  }

  get done(): boolean {
    return this.at === this.bytes.length
  }
}

/** 32 raw bytes → the key blob that signatures, fingerprints and authorized_keys lines hold. */
export function toKeyBlob(publicKey: Uint8Array): Uint8Array<ArrayBuffer> {
  return sshEncode(ED25519, publicKey)
}

/** A key blob → 32 raw bytes, or undefined when it is no Ed25519 key. */
export function fromKeyBlob(blob: Uint8Array): Uint8Array | undefined {
  const reader = new SshReader(blob)
  if (reader.text() !== ED25519) return undefined
  const key = reader.string()
  return key?.length === 32 && reader.done ? key : undefined
}

/** `ssh-ed25519 AAAA…`, as in authorized_keys, without a comment. */
export function toKeyLine(publicKey: Uint8Array): string {
  return `${ED25519} ${toBase64(toKeyBlob(publicKey))}`
}

/** The reverse of {@link toKeyLine}; a comment after the key is allowed. */
export function fromKeyLine(line: string): Uint8Array | undefined {
  const [type, base64 = ''] = line.trim().split(/\s+/)
  const blob = type === ED25519 ? fromBase64(base64) : undefined
  return blob && fromKeyBlob(blob)
}

/** `SHA256:…` as `ssh-keygen -l` prints it. */
export async function fingerprint(publicKey: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', toKeyBlob(publicKey))
  return `SHA256:${toBase64(new Uint8Array(hash)).replace(/=+$/, '')}`
}

function uint32(value: number): Uint8Array {
  const out = new Uint8Array(4)
  new DataView(out.buffer).setUint32(0, value)
  return out
}
