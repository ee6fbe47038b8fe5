// Which firmware files a bundle still needs, and which of those that are there look wrong.
import type { Hop, Manifest } from '../../schemas/manifest.ts'
import { releaseOf } from '../../schemas/release.ts'
import { hopsNeeded } from '../../schemas/route.ts'
import { AgentError } from '../error.ts'
import { type Firmware, imagesIn, listOf, readList } from './twins.ts'

/** Every load on the way of any phone: its list, and the images that this names. */
export function filesByLoad(phones: Manifest['phones'], firmware: Firmware): Map<string, string[]> {
  const loads = new Set(phones.flatMap(({ route }) => route.map(({ load }) => load)))
  return new Map([...loads].map(load => [load, [`${load}.loads`, ...imagesIn(listOf(load, firmware))]]))
}

/**
 * What is missing for a hop. The load's own list counts, since it is what the phone reads; the catalogue's list stands
 * in until it is there. The manifest for a factory reset is needed only by a phone that was reset.
 */
export function missingForHop(hop: Hop, firmware: Firmware, resetLoads: ReadonlySet<string>): string[] {
  const has = (name: string) => firmware.has(name.toLowerCase())
  const list = `${hop.load}.loads`
  const { files = [], platforms = [files] } = readList(listOf(hop.load, firmware)) ?? {}
  const expected = hop.files.map(({ name }) => name).filter(name => !resetLoads.has(name))
  const lacks = (names: readonly string[]) => [...new Set([list, ...names])].filter(name => !has(name))
  // A phone takes the images of its own platform only, and nobody knows which that is: one that is whole will do.
  const [least = []] = platforms.map(lacks).sort((a, b) => a.length - b.length)
  return files.length > 0 ? least : lacks(expected)
}

/** What is missing of a load; `onlyBelow` when just a phone that runs less than this release would ask for it. */
export interface Missing {
  load: string
  archive: string
  files: string[]
  onlyBelow?: string
  /** Nobody has seen this set; what else would do as this step, `SIP75, SCCP75: 8.3(3) – 8.5(2)`, or the empty text. */
  unverified?: string
}

/** `SIP75.9-4-2SR3-1S (cmterm-….zip): jar75sip.9-4-2ES26.sbn` */
export const wordsFor = ({ load, archive, files }: Missing): string =>
  `${load}${archive && ` (${archive})`}: ${files.join(', ')}`

function othersFor(hop: Hop, phones: Manifest['phones']): string {
  const [phone] = phones.filter(({ route }) => route.includes(hop))
  const from = phone?.route[phone.route.indexOf(hop) + 1]?.oldest
  const [major, minor, maintenance] = releaseOf(hop.load) ?? []
  return from ? `${phone?.facts.loadFamilies.join(', ')}: ${from} – ${major}.${minor}(${maintenance})` : ''
}

/** For every load that the phones of the bundle need, or may need. */
export function missingFirmware({ phones }: Manifest, firmware: Firmware): Missing[] {
  const resetLoads = new Set(phones.flatMap(({ facts }) => facts.resetLoad ?? []))
  return hopsNeeded(phones)
    .map(({ hop, ...rest }) => ({
      load: hop.load,
      archive: hop.archive ?? '',
      files: missingForHop(hop, firmware, resetLoads),
      ...rest,
      ...(hop.unverified && { unverified: othersFor(hop, phones) }),
    }))
    .filter(({ files }) => files.length > 0)
}

/**
 * Reads every file that the loads of the bundle name, while the rights are there to read it: an image that fails in the
 * middle of a flash is the worst time to learn of it.
 * @throws AgentError `firmware.unreadable`
 */
export function readNeeded({ phones }: Manifest, firmware: Firmware): void {
  for (const name of [...filesByLoad(phones, firmware).values()].flat()) {
    try {
      firmware.get(name.toLowerCase())?.bytes()
    } catch {
      throw new AgentError('firmware.unreadable', name)
    }
  }
}
