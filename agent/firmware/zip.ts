// Reads a zip by its directory (APPNOTE.TXT 6.3): what a file says of itself where it lies is not read a second time.
import { inflateRawSync } from 'node:zlib'
import { crc32 } from '../../schemas/bundle/zip.ts'
import { FirmwareError } from './error.ts'

export interface ZipFile {
  path: string
  /** Unpacked, as the directory says. */
  size: number
  crc: number
  /** APPNOTE 4.4.5. */
  method: number
  /** As it lies in the archive; a view. */
  packed: Uint8Array
}

export const STORED = 0
const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50]
const [LOCAL_SIZE, CENTRAL_SIZE, END_SIZE, COMMENT_MAX] = [30, 46, 22, 0xffff]
const UTF8 = 0x800

/** @throws Error when it is damaged or cut off; what needs the fields of ZIP64 counts as that. */
export function* readZip(archive: Uint8Array): Generator<ZipFile> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  const u16 = (at: number) => view.getUint16(at, true)
  const u32 = (at: number) => view.getUint32(at, true)
  let end = archive.length - END_SIZE
  const lowest = Math.max(0, end - COMMENT_MAX)
  while (end >= lowest && u32(end) !== END) end--
  if (end < lowest) throw new Error('no directory')
  let at = u32(end + 16)
  for (let left = u16(end + 10); left > 0; left--) {
    const local = u32(at + 42)
    if (u32(at) !== CENTRAL || u32(local) !== LOCAL) throw new Error('no entry')
    const nameAt = at + CENTRAL_SIZE
    const nameEnd = nameAt + u16(at + 28)
    const from = local + LOCAL_SIZE + u16(local + 26) + u16(local + 28)
    const packed = archive.subarray(from, from + u32(at + 20))
    if (packed.length !== u32(at + 20)) throw new Error('cut off')
    const path = new TextDecoder(u16(at + 8) & UTF8 ? 'utf8' : 'latin1').decode(archive.subarray(nameAt, nameEnd))
    yield { path, size: u32(at + 24), crc: u32(at + 16), method: u16(at + 10), packed }
    at = nameEnd + u16(at + 30) + u16(at + 32)
  }
}

/**
 * A view of the archive where nothing is packed; else as large as the directory says, and never larger.
 * @throws FirmwareError `firmware.archive`
 */
export function unzip({ path, size, crc, method, packed }: ZipFile): Uint8Array {
  try {
    // One byte more, so that the whole comes in one piece; what an unknown method left does not unpack.
    const limits = { maxOutputLength: size + 1, chunkSize: Math.max(64, size + 1) }
    const bytes = method === STORED ? packed : inflateRawSync(packed, limits)
    if (bytes.length === size && crc32(bytes) === crc) return bytes
  } catch {} // said below, by a code
  throw new FirmwareError('firmware.archive', path)
}
