// Writes archives as no other writer does: with headers that lie, and larger than anybody has memory for.
import { once } from 'node:events'
import { constants, createGzip, deflateRawSync } from 'node:zlib'

/** Deflated without having been there at once: a packed piece stands for itself wherever it stands. */
export function deflated(head: Uint8Array, piece: Uint8Array, times: number): Uint8Array {
  const packed = (whole: Uint8Array) => deflateRawSync(whole, { finishFlush: constants.Z_FULL_FLUSH })
  return Buffer.concat([packed(head), ...Array<Uint8Array>(times).fill(packed(piece)), Uint8Array.of(3, 0)])
}

/** `head`, then `piece` so many times. Its checksum is wrong; nobody should come that far. */
export const gzipped = (head: Uint8Array, piece: Uint8Array, times: number): Uint8Array =>
  Buffer.concat([Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3), deflated(head, piece, times), new Uint8Array(8)])

/** The same with a right checksum. */
export async function gzippedWell(head: Uint8Array, piece: Uint8Array, times: number): Promise<Uint8Array> {
  const packed: Uint8Array[] = []
  const gzip = createGzip({ level: 1 }).on('data', part => packed.push(part))
  gzip.write(head)
  for (let left = times; left > 0; left--) if (!gzip.write(piece)) await once(gzip, 'drain')
  gzip.end()
  await once(gzip, 'end')
  return Buffer.concat(packed)
}

/** The block before a file, whatever follows (POSIX ustar). */
export function tarHeader(name: string, size: number, type = '0'): Buffer {
  const head = Buffer.alloc(512)
  head.write(name)
  head.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  head.write(`        ${type}`, 148)
  head.write('ustar\x0000', 257)
  const sum = head.reduce((total, byte) => total + byte, 0)
  head.write(`${sum.toString(8).padStart(6, '0')}\0`, 148)
  return head
}

/** What the directory says of a file, which is deflated. */
export interface Line {
  name: string
  packed: Uint8Array
  size: number
  crc?: number
}

/** @param times how many lines of the directory mean the same bytes. */
export function zipOf({ name, packed, size, crc = 0 }: Line, times = 1): Uint8Array {
  const local = Buffer.alloc(30 + name.length)
  local.writeUInt32LE(0x04034b50)
  local.writeUInt16LE(name.length, 26)
  const line = Buffer.alloc(46 + name.length)
  line.writeUInt32LE(0x02014b50)
  line.writeUInt16LE(8, 10)
  line.writeUInt32LE(crc, 16)
  line.writeUInt32LE(packed.length, 20)
  line.writeUInt32LE(size, 24)
  line.writeUInt16LE(name.length, 28)
  line.write(name, 46)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(times, 8)
  end.writeUInt16LE(times, 10)
  end.writeUInt32LE(local.length + packed.length, 16)
  return Buffer.concat([local, packed, ...Array<Uint8Array>(times).fill(line), end])
}
