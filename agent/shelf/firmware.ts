// Firmware, locales, pictures and tones from a person's own disk: folders, files, and the vendor's archives as they were
// downloaded. Only recognised names come onto the shelf.
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Manifest } from '../../schemas/manifest.ts'
import { AgentError } from '../error.ts'
import { openArchive } from '../firmware/archive.ts'
import { FirmwareError } from '../firmware/error.ts'
import { compareImages } from './known.ts'
import { recogniser } from './recognised.ts'
import { mayHaveTwins, type Stocked } from './twins.ts'

/** A file that may be served; its bytes are read when somebody asks for the first time, and kept. */
export interface FirmwareFile extends Stocked {
  /** On the disk; for a file in an archive with the path inside behind `!`. */
  path: string
  /** The file or archive on the disk. */
  origin: string
  size: number
  twins?: FirmwareFile[]
}

/** As the vendor calls its downloads. Others are opened only when they are named themselves. */
const VENDOR_ARCHIVE = /^(?:cmterm|po-locale|CME-locale).*\.(?:zip|tar|tgz|gz|sgn|sha512)$|\.cop\.(?:sgn|sha512)$/i
const ARCHIVE = /\.(?:zip|tar|tgz|tar\.gz|cop|cop\.sgn|cop\.sha512)$/i
const DEPTH_MAX = 4
const FILES_MAX = 10_000
const ARCHIVE_MAX = 300_000_000
/** Of all archives together that neither a person nor the bundle named. */
const UNNAMED_MAX = 500_000_000

/**
 * Looks through what `--firmware` names, or in folders that nobody named, but not below them. Links are not followed, so nothing
 * outside is served.
 * @param pass for folders that nobody named, where nothing is an error: is told of an archive that cannot be opened.
 * @returns lower-case name → file; the first of two files with one name counts, in the order given; of lists for a reset all.
 * @throws AgentError `firmware.unreadable`, `firmware.archive`
 */
export async function findFirmware(
  paths: readonly string[],
  { phones }: Pick<Manifest, 'phones'>,
  pass?: (path: string) => void,
): Promise<Map<string, FirmwareFile>> {
  const found = new Map<string, FirmwareFile>()
  const recognise = recogniser({ phones })
  const offer = (called: string, file: Omit<FirmwareFile, 'name' | 'twins'>): boolean => {
    const what = recognise(called)
    if (!what || file.size > what.max) return false
    const key = what.name.toLowerCase()
    const first = found.get(key)
    const stocked = { ...file, name: what.name, bytes: once(file.bytes) }
    if (!first) found.set(key, stocked)
    else if (mayHaveTwins(key)) first.twins = [...(first.twins ?? []), stocked]
    else if (key.endsWith('.sbn')) compareImages(first, stocked)
    return true
  }
  /** A load for one of the phones, or what they ask for. */
  const ofUse = [
    ...new Set(phones.flatMap(({ facts }) => [...facts.loadFamilies, ...facts.asks.map(({ file }) => file)])),
  ].map(name => name.toLowerCase())
  let seen = 0
  let budget = UNNAMED_MAX
  const archives = new Set(phones.flatMap(({ route }) => route.map(({ archive }) => archive)))
  const visit = async (path: string, depth: number, named: boolean): Promise<void> => {
    if (++seen > FILES_MAX) throw new AgentError('firmware.unreadable', `${paths.join(', ')}: > ${FILES_MAX}`)
    // What a folder listed may be gone by now: a browser's half download, our own state on its way.
    const stat = lstatSync(path, { throwIfNoEntry: named })
    if (!stat) return
    if (stat.isDirectory()) {
      if (depth < DEPTH_MAX)
        for (const name of readdirSync(path).sort()) await visit(join(path, name), depth + 1, false)
      return
    }
    const { size } = stat
    const called = basename(path)
    const isArchive = (named ? ARCHIVE : VENDOR_ARCHIVE).test(called)
    const cost = pass && !archives.has(called) ? size : 0
    if (stat.isFile() && offer(path, { path, origin: path, size, bytes: () => readFileSync(path) })) return
    if (stat.isFile() && isArchive && size <= ARCHIVE_MAX && cost <= budget) {
      budget -= cost
      return unpack(path)
    }
    if (named) throw new AgentError('firmware.unreadable', path)
  }
  const unpack = async (path: string): Promise<void> => {
    try {
      const files = await openArchive(readFileSync(path), name => recognise(name) !== undefined)
      // Nothing for these phones need stay in memory.
      if (pass && !files.some(file => ofUse.some(name => file.path.toLowerCase().includes(name)))) return
      for (const file of files) offer(file.path, { ...file, path: `${path}!${file.path}`, origin: path })
    } catch (error) {
      if (pass) return pass(path)
      if (error instanceof FirmwareError) throw new AgentError('firmware.archive', `${path}: ${error.message}`)
      throw error
    }
  }
  for (const path of paths) {
    try {
      await visit(path, pass ? DEPTH_MAX - 1 : 0, !pass)
    } catch (error) {
      if (pass) continue // not there, not for us, or more than anybody has
      if (error instanceof AgentError) throw error
      throw new AgentError('firmware.unreadable', path)
    }
  }
  return found
}

function once(make: () => Uint8Array): () => Uint8Array {
  let bytes: Uint8Array | undefined
  return () => (bytes ??= make())
}
