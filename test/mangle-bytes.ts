// Breaks bytes in the ways in which files break, and in those of somebody who means it. A seed makes it the same every time.
const BLOCK = 512
const EXTREMES = [0, 1, 0x7f, 0xff, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff]
/** Of a tar: the largest sizes in octal and in GNU's own way, a negative one, and no number. */
const TAR_NUMBERS = ['77777777777\0', '\x80\0\0\0\x7f\xff\xff\xff\xff\xff\xff\xff', '\xff'.repeat(12), '99999999999\0']

/** Marsaglia's xorshift32. @returns a function to an integer below its argument. */
export function seeded(seed: number): (below: number) => number {
  let state = seed || 1
  return below => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % Math.max(1, below)
  }
}

/** Up to four changes; `other` is where foreign bytes come from. */
export function mangle(bytes: Uint8Array, other: Uint8Array, random: (below: number) => number): Uint8Array {
  let made: Buffer = Buffer.from(bytes)
  for (let left = 1 + random(4); left > 0; left--) made = WAYS[random(WAYS.length)]?.(made, other, random) ?? made
  // Every other time the sums of tar headers are made right again.
  if (random(2) === 0) repairTar(made)
  return made
}

type Way = (bytes: Buffer, other: Uint8Array, random: (below: number) => number) => Buffer

const piece = (of: Uint8Array, random: (below: number) => number) => {
  const from = random(of.length)
  return of.subarray(from, from + 1 + random(random(2) === 0 ? 8 : 600))
}

const WAYS: readonly Way[] = [
  function flipABit(bytes, _, random) {
    const at = random(bytes.length)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8))
    return bytes
  },
  function setAByte(bytes, _, random) {
    bytes[random(bytes.length)] = random(256)
    return bytes
  },
  function setALength(bytes, _, random) {
    const width = random(2) === 0 ? 2 : 4
    const value =
      (random(4) === 0 ? random(bytes.length * 2) : (EXTREMES[random(EXTREMES.length)] ?? 0)) % 2 ** (8 * width)
    if (bytes.length < width) return bytes
    const at = random(bytes.length - width)
    if (random(2) === 0) bytes.writeUIntBE(value, at, width)
    else bytes.writeUIntLE(value, at, width)
    return bytes
  },
  function setASizeOfATar(bytes, _, random) {
    const block = random(Math.ceil(bytes.length / BLOCK)) * BLOCK
    Buffer.from(TAR_NUMBERS[random(TAR_NUMBERS.length)] ?? '', 'latin1').copy(
      bytes,
      Math.min(block + 124, bytes.length),
    )
    return bytes
  },
  function overwrite(bytes, other, random) {
    Buffer.from(piece(other, random)).copy(bytes, random(bytes.length))
    return bytes
  },
  function insert(bytes, other, random) {
    const at = random(bytes.length)
    return Buffer.concat([bytes.subarray(0, at), piece(other, random), bytes.subarray(at)])
  },
  function repeat(bytes, _, random) {
    const again = Array.from({ length: 1 + random(20) }, () => piece(bytes, random))
    const at = random(bytes.length)
    return Buffer.concat([bytes.subarray(0, at), ...again, bytes.subarray(at)])
  },
  function cutOut(bytes, _, random) {
    const cut = piece(bytes, random)
    const at = random(bytes.length)
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + cut.length)])
  },
  function swap(bytes, _, random) {
    const [a, b] = [random(bytes.length), random(bytes.length)].sort((one, two) => one - two)
    return Buffer.concat([bytes.subarray(0, a), bytes.subarray(b), bytes.subarray(a, b)])
  },
]

function repairTar(bytes: Buffer): void {
  for (let at = 0; at + BLOCK <= bytes.length; at += BLOCK) {
    const head = bytes.subarray(at, at + BLOCK)
    if (head.toString('latin1', 257, 262) !== 'ustar') continue
    head.fill(' ', 148, 156)
    head.write(
      `${head
        .reduce((sum, byte) => sum + byte, 0)
        .toString(8)
        .padStart(6, '0')}\0`,
      148,
      'latin1',
    )
  }
}
