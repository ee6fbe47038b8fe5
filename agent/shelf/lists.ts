// What the lists of images on the shelf say: to the board how much there is to come, to the diagnosis for whom it is.
import { type Firmware, listOf, readList } from './twins.ts'

export interface Lists {
  /**
   * The images that a load's list names; empty when it is not there or cannot be read.
   * @param one an image that a phone asked for: of a list for several platforms only those of its own
   */
  imagesOf(load: string, one?: string): readonly string[]
  /** Bytes of an image; 0 when it is not there. */
  sizeOf(image: string): number
  /** The hardware that takes a load, as its list says it. */
  hardwareOf(list: string): number | undefined
}

export function readLists(firmware: Firmware): Lists {
  const file = (name: string) => firmware.get(name.toLowerCase())
  return {
    imagesOf(load, one = '') {
      const { platforms = [], files = [] } = readList(listOf(load, firmware)) ?? {}
      return platforms.find(images => images.includes(one)) ?? files
    },
    sizeOf: image => file(image)?.bytes().length ?? 0,
    hardwareOf: list => readList(file(list))?.hardwareMask,
  }
}
