// Writes the text that a 7940G or 7960G reads: `key: "value"`, one a line, and the places that the agent fills as holes.
import type { Hole } from '../../../schemas/manifest.ts'
import { TEXT_QUOTABLE } from '../../catalog/models/text-7940.ts'
import type { Gap, PhoneFile } from '../xml.ts'

export type Setting = readonly [key: string, value: string | number | Gap]

/** Settings in the order of the record. */
export const settings = (values: Readonly<Record<string, string | number>>): Setting[] => Object.entries(values)

/**
 * Every value in quotes, so that none can end its line or begin a comment (`#`, `;`). Lines end as on Unix: with those of
 * Windows these phones have had trouble (field guide, phones 7.29).
 * @param comment first line, ours
 * @throws RangeError for a value that cannot stand in quotes: the plan lets none through
 */
export function writeText(path: string, comment: string, lines: readonly Setting[]): PhoneFile {
  const holes: Hole[] = []
  let text = `# ${comment}\n`
  for (const [key, value] of lines) {
    text += `${key}: "`
    if (typeof value === 'object') {
      const { gap, name, maxBytes } = value
      holes.push({ offset: text.length, kind: gap, name, encoding: 'text', maxBytes })
    } else if (TEXT_QUOTABLE.test(String(value))) text += value
    else throw new RangeError(`${path}: ${key}`)
    text += '"\n'
  }
  return { path, bytes: latin1(text), holes }
}

/** One byte a character. */
export function latin1(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i)
  return bytes
}
