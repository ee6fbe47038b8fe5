// Files of one name from several archives: the list for a factory reset is called alike in every archive of a model, and names
// other images in each.
import { attempt } from '../attempt.ts'
import { type Loads, readLoads } from '../firmware/loads.ts'
import { openContainer } from '../firmware/new-container.ts'

/** A file from the person's own disk or a rehearsal. */
export interface Stocked {
  name: string
  bytes(): Uint8Array
  path?: string
  /** SHA-256 of others of that name with the same payload. */
  copies?: string[]
  /** Where others of that name lie whose payload differs. */
  rivals?: string[]
  /** Further ones of that name, in the order in which they were found. */
  twins?: readonly Stocked[]
}

/** Lower-case name → file. */
export type Firmware = ReadonlyMap<string, Stocked>

export const listOf = <T>(load: string, firmware: ReadonlyMap<string, T>): T | undefined =>
  firmware.get(`${load}.loads`.toLowerCase())

export const withTwins = <T extends { twins?: readonly T[] }>(file: T): T[] => [file, ...(file.twins ?? [])]

/** Only such a list differs from archive to archive; other files of one name have one payload (field guide, phones 1.6). */
export const mayHaveTwins = (name: string): boolean => /\.default\.loads$/i.test(name)

/** What a list says; undefined when it is not there or cannot be read. */
export const readList = (list: Stocked | undefined): Loads | undefined =>
  attempt(() => list && readLoads(openContainer(list.bytes()).payload))

/** The images that a list names; empty when it cannot be read. */
export const imagesIn = (list: Stocked | undefined): string[] => readList(list)?.files ?? []

/** Of several lists the one that names the images of this load; else the first. */
export function twinFor(file: Stocked, load: string, firmware: Firmware): Stocked {
  if (!file.twins) return file
  const own = imagesIn(listOf(load, firmware)).join()
  return withTwins(file).find(twin => own !== '' && imagesIn(twin).join() === own) ?? file
}
