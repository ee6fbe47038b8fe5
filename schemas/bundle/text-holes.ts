// The places in a text configuration (7940/60) where a hole may be: between the quotes of `key: "value"`. The file has
// no other kind of line but comments, so that there is no second reading of what is a password.
import { BundleError } from './errors.ts'

/** Cisco SIP IP Phone Administrator Guide 4.0, table 3-4. */
export const PASSWORD_KEY = /^(line[1-6]_password|phone_password)$/

export const LOAD_KEY = /^image_version$/

/** One byte a character: no control character anywhere, and no quote but the two around the value. */
const LINE = /^(?:#[\x20-\x7e\xa0-\xff]*|([a-z][a-z0-9_]*): "([\x20\x21\x23-\x7e\xa0-\xff]*)")$/

/**
 * Reads a text that was made by the generator.
 * @returns `empty`: for every `key: ""`, the offset between the quotes → its key; `texts`: where the other values stand,
 * as [start, end].
 * @throws BundleError `bundle.hole` for a line of another form
 */
export function textPlaces(text: string): { empty: Map<number, string>; texts: [number, number][] } {
  const empty = new Map<number, string>()
  const texts: [number, number][] = []
  let at = 0
  for (const line of text.replace(/\n$/, '').split('\n')) {
    const match = LINE.exec(line)
    if (!match) throw new BundleError('bundle.hole', `text, byte ${at}`)
    const [, key, value = ''] = match
    const start = at + (key?.length ?? 0) + ': "'.length
    if (key !== undefined) value === '' ? empty.set(start, key) : texts.push([start, start + value.length])
    at += line.length + 1
  }
  return { empty, texts }
}
