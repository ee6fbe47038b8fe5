// The id of a document: SHA-256 over its canonical JSON, in base32. The same content has the same id, however it was written.

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'

/** 52 characters. @param site the merged site with its defaults. */
export async function siteId(site: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson(site))
  return toBase32(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}

/**
 * RFC 8785: no blanks, keys in the order of their UTF-16 code units, numbers and strings as ECMAScript writes them.
 * Members that are undefined do not exist.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    let members = ''
    for (const [key, member] of Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (member !== undefined) members += `${members && ','}${JSON.stringify(key)}:${canonicalJson(member)}`
    }
    return `{${members}}`
  }
  return JSON.stringify(value)
}

/** RFC 4648 section 6, lower case, without padding. */
export function toBase32(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = (value << 8) | byte
    for (bits += 8; bits >= 5; bits -= 5) text += ALPHABET[(value >>> (bits - 5)) & 31]
    value &= (1 << bits) - 1
  }
  return bits > 0 ? text + ALPHABET[(value << (5 - bits)) & 31] : text
}
