// Finds MAC addresses in what somebody types, pastes or scans: a list, a column of a table, file names, the lines of a scanner.
import { toMac } from '../../../schemas/mac.ts'

/** What scanners and stickers put before it, and the names of a phone's files. */
const BEFORE = /^(?:MAC(?:[-_ ]?(?:ID|ADDR(?:ESS)?|ADRESSE))?\W+|MAC|SEP|SIP(?=[0-9a-f]{12}))+/i
const BEHIND = /(?:\.cnf(?:\.xml)?)$/i
/** A serial number, which stands beside it on every sticker: place, year and week, number. It has no MAC in it. */
const SERIAL = /^[A-Z]{3}\d{4}[0-9A-Z]{4}$/i
const SPACED = /(?<![0-9a-z])[0-9a-f]{2}(?: [0-9a-f]{2}){5}(?![0-9a-z])/gi
/** Hexadecimal digits, and the letters that are taken for some. */
const ALMOST = /^[0-9a-foil]+$/i

/**
 * @returns `macs` as `00:1D:45:2D:2B:F0`, each once, in the order of the text; `others` as they stand there: a digit too few or
 * too many, a letter O, an address that no device has.
 */
export function findMacs(text: string): { macs: string[]; others: string[] } {
  const macs = new Set<string>()
  const others = new Set<string>()
  for (const line of text.split(/[\r\n]+/)) {
    const plain = line.replace(/[\u2010-\u2015\u2212]/g, '-').replace(/\u00a0/g, ' ')
    const words = plain
      .replace(SPACED, spaced => spaced.replaceAll(' ', ':'))
      .replace(/\b(MAC)\s*(?:ID|ADDR(?:ESS)?|ADRESSE)?\s*[:=#]?\s+/gi, ' ')
      .replace(/\bS\/?N\s*[:=#]?\s*[0-9A-Z]+/gi, ' ')
      .split(/[\s,;|"'()<>[\]{}]+/)
      .map(word => word.replace(/^[^0-9a-z]+|[^0-9a-z]+$/gi, ''))
      .filter(word => word !== '')
    for (const word of words) {
      const bare = word.replace(BEFORE, '').replace(BEHIND, '')
      const found = severalIn(bare).map(part => toMac(padded(part)))
      if (found.length > 0 && found.every(mac => mac !== undefined && isOfDevice(mac))) {
        for (const mac of found) if (mac !== undefined) macs.add(mac.toUpperCase())
      } else if (looksLikeOne(bare, words.length === 1)) others.add(word.slice(0, 40))
    }
  }
  return { macs: [...macs], others: [...others] }
}

/** A scanner that ends no line writes one behind the other. */
const severalIn = (word: string): string[] =>
  /^(?:[0-9a-f]{12})+$/i.test(word) ? (word.match(/.{12}/g) ?? []) : [word]

/** `0:1d:45:2d:2b:f0`, as `arp` writes it. */
const padded = (word: string): string =>
  /^[0-9a-f]{1,2}(?::[0-9a-f]{1,2}){5}$/i.test(word) ? word.replace(/(?<![0-9a-f])[0-9a-f](?![0-9a-f])/gi, '0$&') : word

/** Neither nothing nor many (the lowest bit of the first octet: a group; IEEE 802, 8.2). */
const isOfDevice = (mac: string): boolean =>
  mac !== '00:00:00:00:00:00' && Number.parseInt(mac.slice(0, 2), 16) % 2 === 0

function looksLikeOne(word: string, alone: boolean): boolean {
  const digits = word.replace(/[:.-]/g, '')
  if (!ALMOST.test(digits)) return false
  const groups = word.split(/[:.-]/).length
  if (groups >= 5) return digits.length >= 9 && digits.length <= 15 && !/^\d{1,3}(?:\.\d{1,3}){4,}$/.test(word)
  if (groups === 3 && word.includes('.')) return digits.length >= 11 && digits.length <= 13
  if (groups > 1 || SERIAL.test(word) || !/\d/.test(digits)) return false
  // In a table, a number of 11 digits is somebody's telephone number.
  return digits.length >= 11 && digits.length <= 13 && (alone || /[a-f]/i.test(digits))
}
