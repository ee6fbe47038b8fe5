// Firmware from a person's own disk: plain folders and files, of which only recognised names come onto the shelf.
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { AgentError } from '../error.ts'

/** A file that may be served; its bytes are read when somebody asks for the first time, and kept. */
export interface FirmwareFile {
  name: string
  path: string
  size: number
  bytes(): Uint8Array
}

/** Images and manifests of the 79xx, 78xx and 88xx families (field guide, "Models, loads, files"). */
const RECOGNISED = /^[\w.-]+\.(loads|sbn|sb2|sgn|zz)$|^(P0[\w-]+\.bin|OS79XX\.TXT)$/i
const DEPTH_MAX = 4
const FILES_MAX = 10_000
const SIZE_MAX = 200_000_000

/**
 * Looks through what `--firmware` names. Links are not followed, so nothing outside the named folders is served.
 * @returns lower-case name → file; the first of two files with one name counts, in the order given.
 * @throws AgentError `firmware.unreadable`
 */
export function findFirmware(paths: readonly string[]): Map<string, FirmwareFile> {
  const found = new Map<string, FirmwareFile>()
  let seen = 0
  const visit = (path: string, depth: number, named: boolean) => {
    if (++seen > FILES_MAX) throw new AgentError('firmware.unreadable', `${paths.join(', ')}: > ${FILES_MAX}`)
    const stat = lstatSync(path)
    if (stat.isDirectory()) {
      if (depth < DEPTH_MAX) for (const name of readdirSync(path).sort()) visit(join(path, name), depth + 1, false)
      return
    }
    const name = basename(path)
    const key = name.toLowerCase()
    if (!stat.isFile() || stat.size > SIZE_MAX || !RECOGNISED.test(name)) {
      if (named) throw new AgentError('firmware.unreadable', path)
      return
    }
    if (!found.has(key)) found.set(key, firmwareFile(name, path, stat.size))
  }
  for (const path of paths) {
    try {
      visit(path, 0, true)
    } catch (error) {
      if (error instanceof AgentError) throw error
      throw new AgentError('firmware.unreadable', path)
    }
  }
  return found
}

function firmwareFile(name: string, path: string, size: number): FirmwareFile {
  let bytes: Uint8Array | undefined
  return { name, path, size, bytes: () => (bytes ??= readFileSync(path)) }
}
