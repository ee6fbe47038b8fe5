// Writes the signed containers around synthetic firmware: the true structure, and a signature that openly is none.

import { createHash } from 'node:crypto'

const encoder = new TextEncoder()

/** Whoever looks at such a file, with whatever tool, reads at its beginning that the vendor did not make it. */
const SYNTHETIC_SIGNER = 'CN=SYNTHETIC;OU=cp rehearsal;O=not Cisco'
const SERIAL = [0, 0, 0, 0, 0, 0, 0, 0]
const NOT_A_SIGNATURE = 'SYNTHETIC, NOT A SIGNATURE. '
const SIGNATURE_LENGTH = 256
const PAD = 0x0d
const signature = (): Uint8Array =>
  encoder.encode(NOT_A_SIGNATURE.repeat(SIGNATURE_LENGTH / 16)).subarray(0, SIGNATURE_LENGTH)

/** Header of the 79xx family (field guide, phones 4.1) with the file's name, then the payload. */
export function wrapSigned(name: string, payload: Uint8Array): Uint8Array {
  const signer = element(3, [
    ...element(4, text(SYNTHETIC_SIGNER)),
    ...element(5, SERIAL),
    ...element(6, text(SYNTHETIC_SIGNER)),
  ])
  // SHA-1, PKCS#1 padding, modulus of 256 bytes: as on real files.
  const algorithms = element(7, [...element(8, [1]), ...element(9, [...element(10, [0]), ...element(11, [2])])])
  const rest = [...signer, ...algorithms, ...element(12, signature()), ...element(14, text(name))]
  while ((10 + rest.length) % 4 !== 0) rest.push(PAD)

  const length = 10 + rest.length
  const file = new Uint8Array(length + payload.length)
  file.set([...element(1, [1, 1]), ...element(2, [length >> 8, length & 255]), ...rest])
  file.set(payload, length)
  return file
}

const LATER_NAME_AT = 0x38
const laterSignatureAt = (name: string): number => LATER_NAME_AT + Math.ceil(name.length / 4) * 4

/** Bytes of a file of the 78xx or 88xx besides its payload. */
export const laterHeaderLength = (name: string): number => laterSignatureAt(name) + SIGNATURE_LENGTH

/** Header of the 78xx and 88xx (field guide, phones 4.2), then the payload. */
export function wrapLater(name: string, payload: Uint8Array): Uint8Array {
  const length = laterHeaderLength(name)
  const file = new Uint8Array(length + payload.length)
  const view = new DataView(file.buffer)
  const put = (at: number, value: number) => view.setUint32(at, value, true)
  put(0, 0xab1234cd)
  put(4, length)
  put(0x0c, payload.length)
  put(0x34, name.length)
  file.set(createHash('sha256').update(payload).digest(), 0x14)
  file.set(encoder.encode(name), LATER_NAME_AT)
  file.set(signature(), laterSignatureAt(name))
  file.set(payload, length)
  return file
}

/** Tag u8, length u16 big-endian, value. */
function element(tag: number, value: Iterable<number>): number[] {
  const bytes = [...value]
  return [tag, bytes.length >> 8, bytes.length & 255, ...bytes]
}

const text = (value: string): Uint8Array => encoder.encode(`${value}\0`)
