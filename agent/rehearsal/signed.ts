// Writes the signed container around synthetic firmware: the true structure, and a signature that openly is none.

const encoder = new TextEncoder()

/** Whoever looks at such a file, with whatever tool, reads at its beginning that the vendor did not make it. */
const SYNTHETIC_SIGNER = 'CN=SYNTHETIC;OU=cp rehearsal;O=not Cisco'
const SERIAL = [0, 0, 0, 0, 0, 0, 0, 0]
const NOT_A_SIGNATURE = 'SYNTHETIC, NOT A SIGNATURE. '
const SIGNATURE_LENGTH = 256
const PAD = 0x0d

/** Header of the 79xx family (field guide, phones 4.1) with the file's name, then the payload. */
export function wrapSigned(name: string, payload: Uint8Array): Uint8Array {
  const signer = element(3, [
    ...element(4, text(SYNTHETIC_SIGNER)),
    ...element(5, SERIAL),
    ...element(6, text(SYNTHETIC_SIGNER)),
  ])
  // SHA-1, PKCS#1 padding, modulus of 256 bytes: as on real files.
  const algorithms = element(7, [...element(8, [1]), ...element(9, [...element(10, [0]), ...element(11, [2])])])
  const signature = element(
    12,
    encoder.encode(NOT_A_SIGNATURE.repeat(SIGNATURE_LENGTH / 16)).subarray(0, SIGNATURE_LENGTH),
  )
  const rest = [...signer, ...algorithms, ...signature, ...element(14, text(name))]
  while ((10 + rest.length) % 4 !== 0) rest.push(PAD)

  const length = 10 + rest.length
  const file = new Uint8Array(length + payload.length)
  file.set([...element(1, [1, 1]), ...element(2, [length >> 8, length & 255]), ...rest])
  file.set(payload, length)
  return file
}

/** Tag u8, length u16 big-endian, value. */
function element(tag: number, value: Iterable<number>): number[] {
  const bytes = [...value]
  return [tag, bytes.length >> 8, bytes.length & 255, ...bytes]
}

const text = (value: string): Uint8Array => encoder.encode(`${value}\0`)
