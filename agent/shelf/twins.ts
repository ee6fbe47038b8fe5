// Files of one name from several archives: the list for a factory reset is called alike in every archive of a model, and names
// other images in each.
import { readContainer } from '../firmware/container.ts'
import { readLoads } from '../firmware/loads.ts'

/** A file from the person's own disk or a rehearsal. */
export interface Stocked {
  name: string
  bytes(): Uint8Array
  /** Further ones of that name, in the order in which they were found. */
  twins?: readonly Stocked[]
}

/** Lower-case name → file. */
export type Firmware = ReadonlyMap<string, Stocked>

/** Only such a list differs from archive to archive; other files of one name have one payload (field guide, phones 1.6). */
export const mayHaveTwins = (name: string): boolean => /\.default\.loads$/i.test(name)

/** The images that a list names; empty when it cannot be read. */
export function imagesIn(list: Stocked | undefined): string[] {
  try {
    return list ? readLoads(readContainer(list.bytes()).payload).files : []
  } catch {
    return []
  }
}

/** Of several lists the one that names the images of this load; else the first. */
export function twinFor(file: Stocked, load: string, firmware: Firmware): Stocked {
  if (!file.twins) return file
  const own = imagesIn(firmware.get(`${load}.loads`.toLowerCase())).join()
  return [file, ...file.twins].find(twin => own !== '' && imagesIn(twin).join() === own) ?? file
}
