// Which firmware files a bundle still needs, and which of those that are there look wrong.
import type { Hop, Manifest } from '../../schemas/manifest.ts'
import { AgentError } from '../error.ts'
import { readContainer } from '../firmware/container.ts'
import { readLoads } from '../firmware/loads.ts'

type Firmware = ReadonlyMap<string, { name: string; bytes(): Uint8Array }>

/** The images that a load's own list names; empty when the list is not there or cannot be read. */
export function imagesOf(load: string, firmware: Firmware): string[] {
  const list = firmware.get(`${load}.loads`.toLowerCase())
  if (!list) return []
  try {
    return readLoads(readContainer(list.bytes()).payload).files
  } catch {
    return []
  }
}

/**
 * What is missing for a hop. The load's own list counts, since it is what the phone reads; the catalogue's list stands
 * in until it is there. The manifest for a factory reset is needed only by a phone that was reset.
 */
export function missingForHop(hop: Hop, firmware: Firmware, resetLoads: ReadonlySet<string>): string[] {
  const has = (name: string) => firmware.has(name.toLowerCase())
  const list = `${hop.load}.loads`
  const named = imagesOf(hop.load, firmware)
  const expected = hop.files.map(({ name }) => name).filter(name => !resetLoads.has(name))
  return [...new Set([list, ...(named.length > 0 ? named : expected)])].filter(name => !has(name))
}

/** For every load of the bundle: its archive's name and the files that are not there. */
export function missingFirmware(
  manifest: Manifest,
  firmware: Firmware,
): { load: string; archive: string; files: string[] }[] {
  const resetLoads = new Set(manifest.phones.flatMap(({ facts }) => facts.resetLoad ?? []))
  const hops = new Map(manifest.phones.flatMap(({ route }) => route).map(hop => [hop.load, hop]))
  return [...hops.values()]
    .map(hop => ({ load: hop.load, archive: hop.archive ?? '', files: missingForHop(hop, firmware, resetLoads) }))
    .filter(({ files }) => files.length > 0)
}

/**
 * Reads every file that the loads of the bundle name, while the rights are there to read it: an image that fails in the
 * middle of a flash is the worst time to learn of it.
 * @throws AgentError `firmware.unreadable`
 */
export function readNeeded({ phones }: Manifest, firmware: Firmware): void {
  const loads = new Set(phones.flatMap(({ route }) => route.map(({ load }) => load)))
  for (const load of loads) {
    for (const name of [`${load}.loads`, ...imagesOf(load, firmware)]) {
      try {
        firmware.get(name.toLowerCase())?.bytes()
      } catch {
        throw new AgentError('firmware.unreadable', name)
      }
    }
  }
}
