// Which files of a person's own disk may come onto the shelf: firmware by its name, and what the phones of the bundle ask for.
import type { Manifest } from '../../schemas/manifest.ts'
import { shelfName } from './shelf.ts'

/** The name on the shelf, and how large such a file can be. */
export interface Recognised {
  name: string
  max: number
}

/**
 * Images and lists of all families (field guide, phones 1.2, 1.3 and 1.6). Of what ends in .sgn only `….zz.sgn` and
 * `….bin1.sgn` of the 69xx and 89xx: a signed configuration, dictionary or archive ends so, too.
 */
const FIRMWARE = /^[\w.-]+\.(loads|sbn|sb2|sebn|((zz|bin\d+)(\.sgn)?))$|^(P0[\w-]+\.bin|OS79XX\.TXT)$/i
/** Background pictures, ring tones, dictionaries and tones, of which the bundle has the names only. */
const ASKED = /\.(png|raw|rwb)$|\/[\w-]+\.(jar|xml)$/i
const FIRMWARE_MAX = 200_000_000
/** A picture for the largest screen has little more than a megabyte. */
const ASKED_MAX = 4_000_000

/** @returns a function from a path, in a folder or in an archive, to what it is; undefined for everything else. */
export function recogniser({ phones }: Pick<Manifest, 'phones'>): (path: string) => Recognised | undefined {
  const asks = phones.flatMap(({ facts }) => facts.asks.map(({ file }) => file)).filter(file => ASKED.test(file))
  const asked = new Map(asks.map(file => [shelfName(file), file]))
  return path => {
    const parts = shelfName(path).split('/')
    const name = path.replaceAll('\\', '/').split('/').at(-1) ?? ''
    if (FIRMWARE.test(name)) return { name, max: FIRMWARE_MAX }
    // By the end of its path: `x/Desktops/320x216x16/berge.png`.
    const file = parts.map((_, i) => asked.get(parts.slice(i).join('/'))).find(found => found !== undefined)
    return file === undefined ? undefined : { name: file, max: ASKED_MAX }
  }
}
