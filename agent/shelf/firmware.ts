// Firmware, pictures and tones from a person's own disk: plain folders and files, of which only recognised names come onto the shelf.
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Manifest } from '../../schemas/manifest.ts'
import { AgentError } from '../error.ts'
import { shelfName } from './shelf.ts'

/** A file that may be served; its bytes are read when somebody asks for the first time, and kept. */
export interface FirmwareFile {
  name: string
  path: string
  size: number
  bytes(): Uint8Array
}

/** Images and manifests of the 79xx, 78xx and 88xx families (field guide, "Models, loads, files"). */
const RECOGNISED = /^[\w.-]+\.(loads|sbn|sb2|sgn|zz)$|^(P0[\w-]+\.bin|OS79XX\.TXT)$/i
/** Background pictures and ring tones, of which the bundle has the names only. */
const MEDIA = /\.(png|raw|rwb)$/i
const DEPTH_MAX = 4
const FILES_MAX = 10_000
const SIZE_MAX = 200_000_000
/** A picture for the largest screen has little more than a megabyte. */
const MEDIA_MAX = 4_000_000

/**
 * Looks through what `--firmware` names. Links are not followed, so nothing outside the named folders is served.
 * @param phones of the bundle: a picture or tone counts when one of them asks for it, by the end of its path.
 * @returns lower-case name → file; the first of two files with one name counts, in the order given.
 * @throws AgentError `firmware.unreadable`
 */
export function findFirmware(
  paths: readonly string[],
  { phones }: Pick<Manifest, 'phones'>,
): Map<string, FirmwareFile> {
  const found = new Map<string, FirmwareFile>()
  const asks = phones.flatMap(({ facts }) => facts.asks.map(({ file }) => file)).filter(file => MEDIA.test(file))
  const media = new Map(asks.map(file => [shelfName(file), file]))
  let seen = 0
  const visit = (path: string, depth: number, named: boolean) => {
    if (++seen > FILES_MAX) throw new AgentError('firmware.unreadable', `${paths.join(', ')}: > ${FILES_MAX}`)
    const stat = lstatSync(path)
    if (stat.isDirectory()) {
      if (depth < DEPTH_MAX) for (const name of readdirSync(path).sort()) visit(join(path, name), depth + 1, false)
      return
    }
    const name = mediaName(path) ?? basename(path)
    const key = name.toLowerCase()
    const max = RECOGNISED.test(name) ? SIZE_MAX : media.has(key) ? MEDIA_MAX : -1
    if (!stat.isFile() || stat.size > max) {
      if (named) throw new AgentError('firmware.unreadable', path)
      return
    }
    if (!found.has(key)) found.set(key, firmwareFile(name, path, stat.size))
  }
  /** `x/Desktops/320x216x16/berge.png` → what a phone calls it. */
  const mediaName = (path: string): string | undefined => {
    const parts = shelfName(path).split('/')
    return parts.map((_, i) => media.get(parts.slice(i).join('/'))).find(name => name !== undefined)
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
