// Writes the archive that a 79xx image holds, `CNU_File_Archive_3.0` (field guide, phones 4.1), around made-up contents.

const MAGIC = 'CNU_File_Archive_3.0'
const COUNT_AT = 0x30
const CONTENT_AT = 0x34
const SECOND_MAGIC_AT = 0x38
const TABLE_AT = 0x248
const ENTRY_LENGTH = 20
/** Type of an entry with a name. */
const TYPE_FILE = 7

export interface ArchivedFile {
  name: string
  bytes: Uint8Array
}

/** How many bytes an archive has besides the contents of its files. */
export function cnuOverhead(names: readonly string[]): number {
  return TABLE_AT + names.length * ENTRY_LENGTH + names.reduce((sum, name) => sum + name.length + 1, 0)
}

/** Header, table, names, then the contents back to back, all numbers u32 big-endian. Times are 0, so that the same input gives the same bytes. */
export function writeCnu(files: readonly ArchivedFile[]): Uint8Array {
  const contentAt = cnuOverhead(files.map(({ name }) => name))
  const archive = new Uint8Array(files.reduce((sum, { bytes }) => sum + bytes.length, contentAt))
  const view = new DataView(archive.buffer)
  const encoder = new TextEncoder()
  archive.set(encoder.encode(MAGIC), 0)
  archive.set(encoder.encode(MAGIC), SECOND_MAGIC_AT)
  view.setUint32(COUNT_AT, files.length)
  view.setUint32(CONTENT_AT, contentAt)

  let nameAt = TABLE_AT + files.length * ENTRY_LENGTH
  let bytesAt = contentAt
  files.forEach(({ name, bytes }, index) => {
    const entry = TABLE_AT + index * ENTRY_LENGTH
    view.setUint32(entry, TYPE_FILE)
    view.setUint32(entry + 8, bytes.length)
    view.setUint32(entry + 16, nameAt)
    archive.set(encoder.encode(name), nameAt)
    archive.set(bytes, bytesAt)
    nameAt += name.length + 1
    bytesAt += bytes.length
  })
  return archive
}
