// MAC addresses in every spelling that people use, and the two that we use ourselves.

/** The one spelling inside this project: lower case, colons. */
export const MAC = /^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/

/**
 * Reads `00:1D:45:2D:2B:F0`, `00-1d-…`, `001d.452d.2bf0` or `001D452D2BF0`, also with a leading `SEP` (the sticker).
 * @returns the address as `00:1d:45:2d:2b:f0`, or undefined when the text is none that a device can have.
 */
export function toMac(text: string): string | undefined {
  const bare = text.trim().replace(/^SEP/i, '')
  const separated = /^[0-9a-f]{2}([:\- ])[0-9a-f]{2}(\1[0-9a-f]{2}){4}$/i.test(bare)
  const dotted = /^[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}$/i.test(bare)
  if (!separated && !dotted && !/^[0-9a-f]{12}$/i.test(bare)) return undefined
  const digits = bare.replace(/[^0-9a-f]/gi, '').toLowerCase()
  // IEEE 802: what is for a group, and nothing at all, is no device's own.
  if (/^.[13579bdf]|^0+$/.test(digits)) return undefined
  return digits.replace(/(..)(?=.)/g, '$1:')
}

/** `00:1d:45:2d:2b:f0` → `001D452D2BF0`, as in the file names that a phone asks for. */
export function macInFileName(mac: string): string {
  return mac.replaceAll(':', '').toUpperCase()
}
