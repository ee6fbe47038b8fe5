// Opens the vendor's archives as they were downloaded: zip, tar, gzip, and the signed container around them. Nothing is written
// to disk, no name inside becomes a path, and of what is unpacked only what is wanted stays in memory.
import { pipeline } from 'node:stream'
import { createGunzip, createInflateRaw, type Gunzip, type InflateRaw } from 'node:zlib'
import { readContainer } from './container.ts'
import { FirmwareError } from './error.ts'
import { Source } from './source.ts'
import { readTar } from './tar.ts'
import { readZip, STORED, unzip } from './zip.ts'

/** One file of an archive; what a zip holds is unpacked when somebody asks for it. */
export interface ArchivedFile {
  /** As in the archive, with what stands around it when archives are nested: `inner.tar/usr/local/td-sip.jar`. */
  path: string
  size: number
  bytes(): Uint8Array
}

/** A locale is a signed gzip of a tar with a tar in it (field guide, phones 4.1), and people zip what they pass on. */
const DEPTH_MAX = 6
/** Of all that one archive unpacks to, most of which passes by. */
const UNPACKED_MAX = 400_000_000
/**
 * Of what is wanted, and of zips in the archive, which must be there as a whole. Images are packed already, so a set is hardly
 * larger than its archive (a rootfs of the 88xx has 38 MB, and there is one for each platform); a small one may hold that much.
 */
const heldMax = (archive: Uint8Array): number => Math.max(64_000_000, 2 * archive.length)
const ENTRIES_MAX = 20_000
/** Nothing that a phone asks for is called longer. */
const PATH_MAX = 400
const NESTED = /\.(?:zip|tar|tgz|gz|cop(?:\.(?:sgn|sha512))?)$/i
/** As much as archives are known by. */
const BEGINNING = 512
/** The length of a signed header is a u16. */
const HEADER_MAX = 0xffff

/** By its content. @returns undefined for what is no archive. */
export function archiveKind(bytes: Uint8Array): 'zip' | 'gzip' | 'tar' | 'signed' | undefined {
  const begins = (...values: number[]) => values.every((value, i) => bytes[i] === value)
  if (begins(0x50, 0x4b, 3, 4)) return 'zip'
  if (begins(0x1f, 0x8b, 8)) return 'gzip'
  if (bytes.length >= BEGINNING && new TextDecoder('latin1').decode(bytes.subarray(257, 262)) === 'ustar') return 'tar'
  return begins(1, 0, 2) ? 'signed' : undefined
}

/**
 * Lists what is wanted of an archive and of those inside it.
 * @param wants decides by the path inside the archive.
 * @throws FirmwareError `firmware.archive`: damaged, cut off, or larger than any that the vendor has
 */
export async function openArchive(bytes: Uint8Array, wants: (path: string) => boolean): Promise<ArchivedFile[]> {
  const all = { bytes, wants, found: [], unpacked: UNPACKED_MAX, held: heldMax(bytes), entries: ENTRIES_MAX }
  try {
    await open({ source: new Source([bytes]), size: bytes.length, around: '', depth: DEPTH_MAX }, all)
    return all.found
  } catch (error) {
    if (error instanceof FirmwareError) throw error
    throw new FirmwareError('firmware.archive', `damaged or cut off: ${error instanceof Error ? error.message : error}`)
  }
}

/** What holds for all the archives in one another: what is left of each limit, and what was found. */
interface Opening {
  bytes: Uint8Array
  wants(path: string): boolean
  found: ArchivedFile[]
  unpacked: number
  held: number
  entries: number
}

function spend(all: Opening, limit: 'unpacked' | 'held' | 'entries', amount: number): void {
  all[limit] -= amount
  if (all[limit] < 0) throw new FirmwareError('firmware.archive', 'too large')
}

/** Perhaps an archive: what it is called as a folder, and how many more may be in one another. */
interface Layer {
  source: Source
  /** An upper limit where it is not known. */
  size: number
  around: string
  depth: number
}

async function open(layer: Layer, all: Opening): Promise<void> {
  const { source, size, around } = layer
  const depth = layer.depth - 1
  const kind = archiveKind(await source.peek(BEGINNING))
  if (kind && depth < 0) throw new FirmwareError('firmware.archive', 'too deep')
  if (kind === 'signed') {
    const { headerLength } = readContainer(await source.peek(HEADER_MAX))
    await source.skip(headerLength)
    await open({ source, size: size - headerLength, around, depth }, all)
  } else if (kind === 'gzip') {
    await unpack(source, createGunzip({ chunkSize: 65_536 }), all, inner =>
      open({ source: inner, size: all.held, around, depth }, all),
    )
  } else if (kind === 'zip') await openZip(await whole(source.take(), size, all), around, depth, all)
  else if (kind === 'tar') await openTar(source, around, depth, all)
}

async function openZip(archive: Uint8Array, around: string, depth: number, all: Opening): Promise<void> {
  for (const file of readZip(archive)) {
    spend(all, 'entries', 1)
    const { size, packed } = file
    const path = around + file.path
    if (path.length > PATH_MAX) continue
    if (all.wants(path)) {
      spend(all, 'held', size)
      all.found.push({ path, size, bytes: () => unzip(file) })
    } else if (NESTED.test(path)) {
      const openInner = (source: Source) => open({ source, size, around: `${path}/`, depth }, all)
      const source = new Source([packed])
      if (file.method === STORED) await openInner(source)
      else await unpack(source, createInflateRaw(), all, openInner)
    }
  }
}

async function openTar(source: Source, around: string, depth: number, all: Opening): Promise<void> {
  for await (const file of readTar(source, () => spend(all, 'entries', 1))) {
    const { size, body } = file
    const path = around + file.path
    if (path.length > PATH_MAX) continue
    if (all.wants(path)) {
      const bytes = await whole(body, size, all)
      all.found.push({ path, size, bytes: () => bytes })
    } else if (NESTED.test(path)) await open({ source: new Source(body), size, around: `${path}/`, depth }, all)
  }
}

/** In one piece; a part of the archive that was given is in memory anyway. */
async function whole(pieces: AsyncIterable<Uint8Array>, size: number, all: Opening): Promise<Uint8Array> {
  let bytes: Uint8Array | undefined
  let length = 0
  for await (const piece of pieces) {
    if (piece.length === size && piece.buffer === all.bytes.buffer) return piece
    if (!bytes) {
      spend(all, 'held', size)
      bytes = new Uint8Array(size)
    }
    bytes.set(piece, length)
    length += piece.length
  }
  all.held += bytes ? size - length : 0
  return bytes?.subarray(0, length) ?? new Uint8Array()
}

/** To its end, where its checksum stands. */
async function unpack(
  source: Source,
  unpacker: Gunzip | InflateRaw,
  all: Opening,
  read: (inner: Source) => Promise<void>,
): Promise<void> {
  async function* counted() {
    for await (const piece of unpacker) {
      spend(all, 'unpacked', piece.length)
      yield piece
    }
  }
  pipeline(source.take(), unpacker, () => {}) // what fails there fails here as well
  try {
    const inner = new Source(counted())
    await read(inner)
    await inner.skip()
  } finally {
    unpacker.destroy()
  }
}
