// Opens the vendor's archives as they were downloaded, in memory: zip, tar, gzip, and the signed container around them. Nothing
// is written to disk, and no name inside becomes a path.
import { gunzipSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { unpackTar } from 'modern-tar'
import { readContainer } from './container.ts'
import { FirmwareError } from './error.ts'

/** One file of an archive; what a zip holds is unpacked when somebody asks for it. */
export interface ArchivedFile {
  /** As in the archive, with what stands around it when archives are nested: `inner.tar/usr/local/td-sip.jar`. */
  path: string
  size: number
  bytes(): Uint8Array
}

/** A locale is a signed gzip of a tar with a tar in it (field guide, phones 4.1), and people zip what they pass on. */
const DEPTH_MAX = 6
/** Of all that one archive unpacks to; the largest set known has about 100 MB. */
const UNPACKED_MAX = 200_000_000
const ENTRIES_MAX = 20_000
const NESTED = /\.(?:zip|tar|tgz|gz|cop(?:\.(?:sgn|sha512))?)$/i

/** By its content. @returns undefined for what is no archive. */
export function archiveKind(bytes: Uint8Array): 'zip' | 'gzip' | 'tar' | 'signed' | undefined {
  const begins = (...values: number[]) => values.every((value, i) => bytes[i] === value)
  if (begins(0x50, 0x4b, 3, 4)) return 'zip'
  if (begins(0x1f, 0x8b, 8)) return 'gzip'
  if (bytes.length >= 512 && new TextDecoder('latin1').decode(bytes.subarray(257, 262)) === 'ustar') return 'tar'
  return begins(1, 0, 2) ? 'signed' : undefined
}

/**
 * Lists what is wanted of an archive and of those inside it.
 * @param wants decides by the path inside the archive.
 * @throws FirmwareError `firmware.archive`: damaged, cut off, or larger than any that the vendor has
 */
export async function openArchive(bytes: Uint8Array, wants: (path: string) => boolean): Promise<ArchivedFile[]> {
  const budget = { bytes: UNPACKED_MAX, entries: ENTRIES_MAX }
  try {
    return await open(bytes, '', wants, budget, DEPTH_MAX)
  } catch (error) {
    if (error instanceof FirmwareError) throw error
    throw new FirmwareError('firmware.archive', 'damaged or cut off')
  }
}

interface Budget {
  bytes: number
  entries: number
}

async function open(
  bytes: Uint8Array,
  around: string,
  wants: (path: string) => boolean,
  budget: Budget,
  depth: number,
): Promise<ArchivedFile[]> {
  if (depth === 0) return []
  switch (archiveKind(bytes)) {
    case 'signed':
      return open(readContainer(bytes).payload, around, wants, budget, depth - 1)
    case 'gzip':
      return open(gunzip(bytes, budget), around, wants, budget, depth - 1)
    case 'zip':
      return sort(listZip(bytes, budget), around, wants, budget, depth)
    case 'tar':
      return sort(await listTar(bytes, wants, budget), around, wants, budget, depth)
    default:
      return []
  }
}

/** What is wanted stays; archives in it are opened in turn. */
async function sort(
  files: readonly ArchivedFile[],
  around: string,
  wants: (path: string) => boolean,
  budget: Budget,
  depth: number,
): Promise<ArchivedFile[]> {
  const found: ArchivedFile[] = []
  for (const file of files) {
    const path = `${around}${file.path}`
    if (wants(path)) found.push({ ...file, path })
    else if (NESTED.test(path)) found.push(...(await open(take(file, budget), `${path}/`, wants, budget, depth - 1)))
  }
  return found
}

function take(file: ArchivedFile, budget: Budget): Uint8Array {
  spend(budget, file.size)
  return file.bytes()
}

function gunzip(bytes: Uint8Array, budget: Budget): Uint8Array {
  const unpacked = gunzipSync(bytes, { maxOutputLength: Math.max(1, budget.bytes) })
  spend(budget, unpacked.length)
  return unpacked
}

function spend(budget: Budget, bytes: number, entries = 0): void {
  budget.bytes -= bytes
  budget.entries -= entries
  if (budget.bytes < 0 || budget.entries < 0) throw new FirmwareError('firmware.archive', 'too large')
}

function listZip(bytes: Uint8Array, budget: Budget): ArchivedFile[] {
  const files: ArchivedFile[] = []
  unzipSync(bytes, {
    filter({ name, originalSize: size }) {
      spend(budget, 0, 1)
      if (!/[\\/]$/.test(name)) files.push({ path: name, size, bytes: () => unzip(bytes, name, size) })
      return false
    },
  })
  return files
}

function unzip(archive: Uint8Array, name: string, size: number): Uint8Array {
  let unpacked: Uint8Array | undefined
  try {
    if (size <= UNPACKED_MAX) unpacked = unzipSync(archive, { filter: file => file.name === name })[name]
  } catch {} // said below, by a code
  if (unpacked?.length !== size) throw new FirmwareError('firmware.archive', name)
  return unpacked
}

async function listTar(bytes: Uint8Array, wants: (path: string) => boolean, budget: Budget): Promise<ArchivedFile[]> {
  const entries = await unpackTar(bytes, {
    filter({ name, type }) {
      spend(budget, 0, 1)
      return type === 'file' && (wants(name) || NESTED.test(name))
    },
  })
  return entries.flatMap(({ header, data }) =>
    data ? [{ path: header.name, size: data.length, bytes: () => data }] : [],
  )
}
