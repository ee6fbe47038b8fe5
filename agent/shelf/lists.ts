// What the lists of images on the shelf say: to the board how much there is to come, to the diagnosis for whom it is.
import { readContainer } from '../firmware/container.ts'
import { type Loads, readLoads } from '../firmware/loads.ts'
import { type Firmware, imagesIn } from './twins.ts'

export interface Lists {
  /** The images that a load's list names; empty when it is not there or cannot be read. */
  imagesOf(load: string): readonly string[]
  /** Bytes of an image; 0 when it is not there. */
  sizeOf(image: string): number
  /** The hardware that takes a load, as its list says it. */
  hardwareOf(list: string): number | undefined
}

export function readLists(firmware: Firmware): Lists {
  const file = (name: string) => firmware.get(name.toLowerCase())
  return {
    imagesOf: load => imagesIn(file(`${load}.loads`)),
    sizeOf: image => file(image)?.bytes().length ?? 0,
    hardwareOf: list => read(file(list)?.bytes())?.hardwareMask,
  }
}

function read(bytes: Uint8Array | undefined): Loads | undefined {
  try {
    return bytes && readLoads(readContainer(bytes).payload)
  } catch {
    return undefined
  }
}
