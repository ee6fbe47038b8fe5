// The id of a preset: 130 bits of the SHA-256 of its canonical JSON. Who has the id can check the content, whoever sends it.
import type { Preset } from '../../schemas/preset.ts'
import { siteId } from '../site/id.ts'

/** 26 characters of base32 (RFC 4648, lower case), 5 bits each. */
export const PRESET_ID = /^[a-z2-7]{26}$/

/** @param preset as the schema gives it; it has no defaults, so this is also what was written. */
export async function presetId(preset: Preset): Promise<string> {
  return (await siteId(preset)).slice(0, 26)
}
