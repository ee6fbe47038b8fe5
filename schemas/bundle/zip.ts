// The canonical zip: one sequence of bytes for one set of files, so that a bundle can be compared, hashed and signed.
// APPNOTE.TXT 6.3: stored entries only, sorted by name, fixed date, no extra fields, comments or data descriptors.
import { concat } from './concat.ts'
import { BundleError } from './errors.ts'

/** One file in the archive. The name is relative, ASCII, with forward slashes. */
export interface ZipEntry {
  name: string
  bytes: Uint8Array
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const LOCAL_SIZE = 30
const CENTRAL_SIZE = 46
const END_SIZE = 22
const VERSION = 10 // 1.0: stored
const DATE = 0x0021 // 1980-01-01, the first day that the format knows
const ENTRIES_MAX = 0xfffe
const SIZE_MAX = 0xffff_fffe
const NAME = /^(?!.*\.\.)[A-Za-z0-9{][A-Za-z0-9._{}-]*(\/[A-Za-z0-9{][A-Za-z0-9._{}-]*)*$/

const CRC_OF_BYTE = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

/** What a byte does to the sum, and what it does when one, two or three other bytes follow. Signed: small integers are quick. */
const [CRC, CRC_1, CRC_2, CRC_3] = crcTables()

function crcTables() {
  const next = (before: Int32Array): Int32Array => before.map(value => (value >>> 8) ^ (CRC_OF_BYTE[value & 0xff] ?? 0))
  const one = next(CRC_OF_BYTE)
  const two = next(one)
  return [CRC_OF_BYTE, one, two, next(two)] as const
}

/** CRC-32 of APPNOTE 4.4.7, four bytes at a time. */
export function crc32(bytes: Uint8Array): number {
  const { length } = bytes
  const view = new DataView(bytes.buffer, bytes.byteOffset, length)
  let crc = -1
  let i = 0
  for (; i + 3 < length; i += 4) {
    crc ^= view.getInt32(i, true)
    crc =
      (CRC_3[crc & 0xff] ?? 0) ^
      (CRC_2[(crc >>> 8) & 0xff] ?? 0) ^
      (CRC_1[(crc >>> 16) & 0xff] ?? 0) ^
      (CRC[crc >>> 24] ?? 0)
  }
  for (; i < length; i++) crc = (crc >>> 8) ^ (CRC[(crc ^ (bytes[i] ?? 0)) & 0xff] ?? 0)
  return ~crc >>> 0
}

/** An archive that is written as its entries pass, so that none has to wait for the last. */
export interface ZipWriter {
  /**
   * @returns the next bytes of the archive; the second part is `entry.bytes` itself.
   * @throws BundleError `bundle.zip` for a name that is not plain or does not come after the one before it,
   * `bundle.too-large` for more than the format can hold.
   */
  add(entry: ZipEntry): [head: Uint8Array, bytes: Uint8Array]
  /** @returns the last bytes: the directory of what was added. */
  end(): Uint8Array
}

/** Keeps of every entry only its line of the directory. */
export function zipWriter(): ZipWriter {
  const directory: Uint8Array[] = []
  let last = ''
  let body = 0
  let directorySize = 0

  return {
    add({ name, bytes }) {
      // ASCII: the order of code units is that of bytes.
      if (!NAME.test(name) || name <= last) throw new BundleError('bundle.zip', name)
      last = name
      const head = new Uint8Array(LOCAL_SIZE + name.length)
      const line = new Uint8Array(CENTRAL_SIZE + name.length)
      const [local, central] = [new DataView(head.buffer), new DataView(line.buffer)]
      const crc = crc32(bytes)
      local.setUint32(0, LOCAL, true)
      central.setUint32(0, CENTRAL, true)
      central.setUint16(4, VERSION, true) // made by: 1.0, FAT, so that no tool restores odd permissions
      for (const [view, at] of [
        [local, 4],
        [central, 6],
      ] as const) {
        view.setUint16(at, VERSION, true)
        view.setUint16(at + 8, DATE, true) // flags, method and time before it are zero
        view.setUint32(at + 10, crc, true)
        view.setUint32(at + 14, bytes.length, true)
        view.setUint32(at + 18, bytes.length, true)
        view.setUint16(at + 22, name.length, true)
      }
      central.setUint32(42, body, true)
      for (let i = 0; i < name.length; i++) head[LOCAL_SIZE + i] = line[CENTRAL_SIZE + i] = name.charCodeAt(i)
      directory.push(line)
      body += head.length + bytes.length
      directorySize += line.length
      if (directory.length > ENTRIES_MAX || body + directorySize > SIZE_MAX) throw new BundleError('bundle.too-large')
      return [head, bytes]
    },
    end() {
      const end = new Uint8Array(END_SIZE)
      const view = new DataView(end.buffer)
      view.setUint32(0, END, true)
      view.setUint16(8, directory.length, true)
      view.setUint16(10, directory.length, true)
      view.setUint32(12, directorySize, true)
      view.setUint32(16, body, true)
      return concat([...directory, end])
    },
  }
}

/**
 * Writes the archive in one piece. The order of `entries` does not matter.
 * @throws BundleError as {@link ZipWriter.add}
 */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const zip = zipWriter()
  const sorted = [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))
  return concat([...sorted.flatMap(zip.add), zip.end()])
}

/**
 * Reads an archive that {@link zipWriter} could have written, and no other: what it found is written again and compared,
 * so there is no second reading of the same bytes. The entries' bytes are views of `archive`.
 * @throws BundleError `bundle.zip`
 */
export function readZip(archive: Uint8Array): ZipEntry[] {
  const refuse = (detail: string) => new BundleError('bundle.zip', detail)
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  const end = archive.length - END_SIZE
  if (end < 0 || view.getUint32(end, true) !== END) throw refuse('no end record')
  const count = view.getUint16(end + 10, true)
  const entries: ZipEntry[] = []
  let local = 0
  for (let i = 0; i < count; i++) {
    if (local + LOCAL_SIZE > end || view.getUint32(local, true) !== LOCAL) throw refuse(`entry ${i + 1}`)
    const size = view.getUint32(local + 18, true)
    const start = local + LOCAL_SIZE + view.getUint16(local + 26, true)
    if (start + size > end) throw refuse(`entry ${i + 1}`)
    const name = String.fromCharCode(...archive.subarray(local + LOCAL_SIZE, start))
    entries.push({ name, bytes: archive.subarray(start, start + size) })
    local = start + size
  }
  const zip = zipWriter()
  let at = 0
  const compare = (part: Uint8Array) => {
    for (const byte of part) if (byte !== archive[at++]) throw refuse(`byte ${at - 1}`)
  }
  // The bytes of an entry are those of the archive itself: there is nothing to compare.
  for (const entry of entries) {
    const [head, bytes] = zip.add(entry)
    compare(head)
    at += bytes.length
  }
  compare(zip.end())
  if (at !== archive.length) throw refuse('length')
  return entries
}
