// Firmware, locales, pictures and tones from a person's own disk: folders, files, and the vendor's archives as they were
// downloaded. Only recognised names come onto the shelf.
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Manifest } from '../../schemas/manifest.ts'
import { AgentError } from '../error.ts'
import { openArchive } from '../firmware/archive.ts'
import { FirmwareError } from '../firmware/error.ts'
import { type Recognised, recogniser } from './recognised.ts'
import { mayHaveTwins, type Stocked } from './twins.ts'

/** A file that may be served; its bytes are read when somebody asks for the first time, and kept. */
export interface FirmwareFile extends Stocked {
  /** On the disk; for a file in an archive with the path inside behind `!`. */
  path: string
  size: number
  twins?: FirmwareFile[]
}

/** As the vendor calls its downloads. Others are opened only when they are named themselves. */
const VENDOR_ARCHIVE = /^(?:cmterm|po-locale|CME-locale).*\.(?:zip|tar|tgz|gz|sgn|sha512)$|\.cop\.(?:sgn|sha512)$/i
const ARCHIVE = /\.(?:zip|tar|tgz|tar\.gz|cop|cop\.sgn|cop\.sha512)$/i
const DEPTH_MAX = 4
const FILES_MAX = 10_000
const ARCHIVE_MAX = 300_000_000

/**
 * Looks through what `--firmware` names. Links are not followed, so nothing outside the named folders is served.
 * @returns lower-case name → file; the first of two files with one name counts, in the order given; of lists for a reset all.
 * @throws AgentError `firmware.unreadable`, `firmware.archive`
 */
export async function findFirmware(
  paths: readonly string[],
  manifest: Pick<Manifest, 'phones'>,
): Promise<Map<string, FirmwareFile>> {
  const found = new Map<string, FirmwareFile>()
  const recognise = recogniser(manifest)
  const offer = ({ name, max }: Recognised, file: Omit<FirmwareFile, 'name' | 'twins'>): boolean => {
    const key = name.toLowerCase()
    if (file.size > max) return false
    const stocked = { ...file, name, bytes: once(file.bytes) }
    const first = found.get(key)
    if (!first) found.set(key, stocked)
    else if (mayHaveTwins(name)) first.twins = [...(first.twins ?? []), stocked]
    return true
  }
  let seen = 0
  const visit = async (path: string, depth: number, named: boolean): Promise<void> => {
    if (++seen > FILES_MAX) throw new AgentError('firmware.unreadable', `${paths.join(', ')}: > ${FILES_MAX}`)
    const stat = lstatSync(path)
    if (stat.isDirectory()) {
      if (depth < DEPTH_MAX)
        for (const name of readdirSync(path).sort()) await visit(join(path, name), depth + 1, false)
      return
    }
    const what = recognise(path)
    const isArchive = (named ? ARCHIVE : VENDOR_ARCHIVE).test(basename(path))
    if (stat.isFile() && what && offer(what, { path, size: stat.size, bytes: () => readFileSync(path) })) return
    if (stat.isFile() && isArchive && stat.size <= ARCHIVE_MAX) return unpack(path)
    if (named) throw new AgentError('firmware.unreadable', path)
  }
  const unpack = async (path: string): Promise<void> => {
    const inside = (file: string) => recognise(file)
    try {
      for (const file of await openArchive(readFileSync(path), name => inside(name) !== undefined)) {
        const what = inside(file.path)
        if (what) offer(what, { ...file, path: `${path}!${file.path}` })
      }
    } catch (error) {
      if (error instanceof FirmwareError) throw new AgentError('firmware.archive', `${path}: ${error.message}`)
      throw error
    }
  }
  for (const path of paths) {
    try {
      await visit(path, 0, true)
    } catch (error) {
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
