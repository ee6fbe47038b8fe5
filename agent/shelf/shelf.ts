// All that a phone may ask for, by name: bundle files with their holes filled for that phone, and firmware. Read only.
import type { Bundle } from '../../schemas/bundle/open.ts'
import { macInFileName } from '../../schemas/mac.ts'
import type { BundleFile } from '../../schemas/manifest.ts'
import type { Phone } from '../phones/roster.ts'
import type { Secret } from '../secrets/secret.ts'
import { fillHoles } from './fill.ts'
import { type Firmware, twinFor } from './twins.ts'

/** What kind of thing a name is, which is all that the board needs to know of it. */
export type Kind = 'config' | 'load' | 'image' | 'other'

export type Look =
  | { found: true; name: string; kind: Kind; bytes: Uint8Array; filled: boolean }
  | { found: false; name: string; kind: Kind; why: 'missing' | 'private' | 'hole'; harmless: boolean }

export interface ShelfOptions {
  bundle: Bundle
  /** Lower-case name → a file from the person's own disk or a rehearsal; bundle files win over them. */
  firmware: Firmware
  secrets: ReadonlyMap<string, Secret>
  /** The load that a phone is to be given now. */
  currentLoad(phone: Phone): string
}

export interface Shelf {
  /** Finds a file for a phone; without one (`--any-device`) only files that have no holes. */
  look(asked: string, phone: Phone | undefined): Look
}

/**
 * A name as phones spell it → as the shelf does: no leading `./` or doubled slashes, forward ones, lower case. It is then
 * looked up in a table and never becomes a path, so no spelling can leave the shelf.
 */
export function shelfName(asked: string): string {
  return asked
    .replaceAll('\\', '/')
    .replace(/\/{2,}/g, '/')
    .replace(/^(\.?\/)+/, '')
    .toLowerCase()
}

export function createShelf({ bundle, firmware, secrets, currentLoad }: ShelfOptions): Shelf {
  const files = new Map<string, BundleFile>()
  for (const file of bundle.manifest.files) files.set(shelfName(file.path.slice('files/'.length)), file)
  const configs = new Map(bundle.manifest.phones.map(phone => [phone.config, phone]))

  return {
    look(asked, phone) {
      const key = shelfName(asked)
      const stored = phone?.entry.config.slice('files/'.length) ?? ''
      const own = phone && stored.replace(/\{MAC\}(-\d+)?/, macInFileName(phone.mac))
      const isOwn = own !== undefined && shelfName(own) === key
      const file = files.get(isOwn ? shelfName(stored) : key)
      const kind = kindOf(key)
      if (file) {
        const name = isOwn ? own : file.path.slice('files/'.length)
        const owner = configs.get(file.path)
        if (owner && owner !== phone?.entry) return { found: false, name, kind, why: 'private', harmless: false }
        const bytes = bundle.files.get(file.path) ?? new Uint8Array()
        if (file.holes.length === 0) return { found: true, name, kind, bytes, filled: false }
        if (!phone) return { found: false, name, kind, why: 'hole', harmless: false }
        const filled = fillHoles(bytes, file.holes, { mac: phone.mac, load: currentLoad(phone), secrets })
        if ('missing' in filled) return { found: false, name, kind, why: 'hole', harmless: false }
        return { found: true, name, kind, bytes: filled, filled: true }
      }
      const stocked = firmware.get(key)
      const image = stocked && phone ? twinFor(stocked, currentLoad(phone), firmware) : stocked
      if (image) return { found: true, name: image.name, kind, bytes: image.bytes(), filled: false }
      return { found: false, name: asked, kind, why: 'missing', harmless: isHarmless(key, phone) }
    },
  }
}

function kindOf(key: string): Kind {
  if (/^(sep[^/]*\.cnf\.xml|sip(?!default)[^/]*\.cnf)$/.test(key)) return 'config'
  if (key.endsWith('.loads')) return 'load'
  return /\.(sbn|sb2|sebn|bin|((zz|bin\d+)(\.sgn)?))$/.test(key) ? 'image' : 'other'
}

/** Whether the phone goes on without the file: as the catalogue says in the manifest. */
function isHarmless(key: string, phone: Phone | undefined): boolean {
  const asks = phone?.entry.facts.asks ?? []
  const mac = phone ? macInFileName(phone.mac) : ''
  return asks.some(({ file, harmless }) => harmless && shelfName(file.replaceAll('{MAC}', mac)) === key)
}
