// The canonical zip: one sequence of bytes for one set of files, so that a bundle can be compared, hashed and signed.
// APPNOTE.TXT 6.3: stored entries only, sorted by name, fixed date, no extra fields, comments or data descriptors.
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

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value >>> 0
})

function crc32(bytes: Uint8Array): number {
  let crc = 0xffff_ffff
  for (let i = 0; i < bytes.length; i++) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ (bytes[i] ?? 0)) & 0xff] ?? 0)
  return ~crc >>> 0
}

/**
 * Writes the archive. The order of `entries` does not matter.
 * @throws BundleError `bundle.zip` for a name that is not plain, a name given twice, or more than the format can hold.
 */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const sorted = [...entries].sort((a, b) => (a.name < b.name ? -1 : 1)) // ASCII: code units are bytes
  sorted.forEach(({ name }, i) => {
    if (!NAME.test(name)) throw new BundleError('bundle.zip', name)
    if (name === sorted[i - 1]?.name) throw new BundleError('bundle.zip', name)
  })
  const body = sorted.reduce((sum, { name, bytes }) => sum + LOCAL_SIZE + name.length + bytes.length, 0)
  const directory = sorted.reduce((sum, { name }) => sum + CENTRAL_SIZE + name.length, 0)
  if (sorted.length > ENTRIES_MAX || body + directory > SIZE_MAX) throw new BundleError('bundle.too-large')

  const out = new Uint8Array(body + directory + END_SIZE)
  const view = new DataView(out.buffer)
  let local = 0
  let central = body
  for (const { name, bytes } of sorted) {
    const crc = crc32(bytes)
    view.setUint32(local, LOCAL, true)
    view.setUint32(central, CENTRAL, true)
    view.setUint16(central + 4, VERSION, true) // made by: 1.0, FAT, so that no tool restores odd permissions
    for (const at of [local + 4, central + 6]) {
      view.setUint16(at, VERSION, true)
      view.setUint16(at + 8, DATE, true) // flags, method and time before it are zero
      view.setUint32(at + 10, crc, true)
      view.setUint32(at + 14, bytes.length, true)
      view.setUint32(at + 18, bytes.length, true)
      view.setUint16(at + 22, name.length, true)
    }
    view.setUint32(central + 42, local, true)
    for (let i = 0; i < name.length; i++) {
      out[local + LOCAL_SIZE + i] = name.charCodeAt(i)
      out[central + CENTRAL_SIZE + i] = name.charCodeAt(i)
    }
    out.set(bytes, local + LOCAL_SIZE + name.length)
    local += LOCAL_SIZE + name.length + bytes.length
    central += CENTRAL_SIZE + name.length
  }
  view.setUint32(central, END, true)
  view.setUint16(central + 8, sorted.length, true)
  view.setUint16(central + 10, sorted.length, true)
  view.setUint32(central + 12, directory, true)
  view.setUint32(central + 16, body, true)
  return out
}

/**
 * Reads an archive that {@link writeZip} could have written, and no other: what it found is written again and compared,
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
  const again = writeZip(entries)
  if (again.length !== archive.length) throw refuse('length')
  for (let i = 0; i < again.length; i++) if (again[i] !== archive[i]) throw refuse(`byte ${i}`)
  return entries
}
