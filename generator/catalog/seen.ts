// Firmware files that public repositories held, so that a person who has one can compare it (field guide, firmware-known-files.tsv).
import seen from './seen-firmware.json' with { type: 'json' }
import twins from './twin-sizes.json' with { type: 'json' }

export interface SeenFile {
  bytes: number
  sha256: string
}

/**
 * By load, because the same name has other bytes in an SCCP archive, and a list for a reset in every release. A file is kept
 * as its size and its SHA-256, with a blank between.
 */
const BY_LOAD = new Map(
  seen.map(({ load, seen: repositories, files }) => [load, { repositories, files: new Map(Object.entries(files)) }]),
)

/** A file of a load as it was seen; undefined when it was not. */
export function seenFile(load: string, name: string): SeenFile | undefined {
  const [bytes, sha256] = BY_LOAD.get(load)?.files.get(name)?.split(' ') ?? []
  return bytes !== undefined && sha256 !== undefined ? { bytes: Number(bytes), sha256 } : undefined
}

/** The public repositories that held files of a load. */
export const seenIn = (load: string): readonly string[] => BY_LOAD.get(load)?.repositories ?? []

const TWINS = new Map(Object.entries(twins))

/**
 * The size of an image that was seen in the archive for SCCP only: the same image with another signature, which is as long
 * (field guide, phones 1.6; so it is with all that were seen in both).
 */
export const twinBytes = (name: string): number | undefined => TWINS.get(name)
