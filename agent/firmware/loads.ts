// The list of images that makes up a load: what a phone reads first when it takes new firmware (field guide, phones 4.1).
import { FirmwareError } from './error.ts'

export interface Loads {
  /** The build label that the images carry; it differs from the load's name: `9-4-2ES26` in `SIP75.9-4-2SR3-1S`. */
  build?: string
  /** Bit mask of the hardware revisions that take this load; its meaning is inferred (field guide, phones 2). */
  hardwareMask?: number
  /** Image names in the order in which the phone asks for them. */
  files: string[]
  /** Of a 78xx or 88xx: the images of each platform, of which a phone takes one (field guide, phones 4.2). */
  platforms?: string[][]
}

/** Real ones have about 270 bytes. */
const SIZE_MAX = 16_384
/** `kern=kern88xx.14-0.sbn size=123` */
const PLATFORM_IMAGE = /^\w+\s*=\s*([A-Za-z0-9][\w.-]{0,126})\s+size=\d+\s*$/gm
const SAFE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,126}$/

/**
 * Reads the payload of a `.loads` file: ASCII, one name a line, `#` before a comment. Lines that are no safe file name
 * are passed over, among them `LA_VERSION=…` of the 7940/60. A list of the 78xx and 88xx has sections instead.
 * @throws FirmwareError `firmware.loads` when it is no such text or names no file
 */
export function readLoads(payload: Uint8Array): Loads {
  if (payload.length > SIZE_MAX) throw new FirmwareError('firmware.loads', `${payload.length} bytes`)
  const text = new TextDecoder('latin1').decode(payload)
  if (/[^\t\r\n -~]/.test(text)) throw new FirmwareError('firmware.loads', 'not ASCII')

  const platforms = text
    .split(/^\[PLATFORM_\d+\]/m)
    .slice(1)
    .map(section => [...section.matchAll(PLATFORM_IMAGE)].map(([, name = '']) => name))
  if (platforms.flat().length > 0) return { files: [...new Set(platforms.flat())], platforms }

  const lines = text.split(/\r\n|\r|\n/).map(line => line.trim())
  const files = lines.filter(line => SAFE_NAME.test(line))
  if (files.length === 0) throw new FirmwareError('firmware.loads', 'names no file')

  const comments = lines.filter(line => line.startsWith('#'))
  const build = firstMatch(comments, /^#\s*RELEASE load version\s+(\S+)/i)
  const mask = firstMatch(comments, /^#\s*HARDWARE_COMP_1\s+(\d{1,9})$/i)
  return {
    ...(build !== undefined && { build }),
    ...(mask !== undefined && { hardwareMask: Number(mask) }),
    files: [...new Set(files)],
  }
}

function firstMatch(lines: readonly string[], pattern: RegExp): string | undefined {
  for (const line of lines) {
    const found = pattern.exec(line)?.[1]
    if (found !== undefined) return found
  }
  return undefined
}
