// Every host and URL that a bundle's files name: what the phone will talk to. Agent and page show it before anybody gives a secret.
import type { Bundle } from './open.ts'

/** Elements whose whole text is a host or a URL, even a plain word: a password's proof may go there (usecallmanager, sepmac-cnf-xml). */
const HOST = 'processNodeName|[A-Za-z]*(?:proxy|address|URL|URI|Server\\d?)'
const HOST_ELEMENTS = new RegExp(`<(${HOST})(?:\\s[^<>]*)?>([^<]*)<`, 'gi')
/** Tags of all other elements, comments, and what stands around CDATA: no part of a name, wherever it stands. */
const OTHER_MARKUP = new RegExp(
  `<!--[^]*?(?:-->|$)|<!\\[CDATA\\[|\\]\\]>|<\\?[^]*?(?:\\?>|$)|<(?!/?(?:${HOST})[\\s>])[^<>]*>`,
  'gi',
)
/** A time server's name stands in an element that also names lines, so only what looks like a host counts there. */
const NAMES = /<name\s*>\s*([A-Za-z0-9-]*[.:][A-Za-z0-9.:-]*)\s*</g
/** The same in a text configuration, with or without quotes; a number to dial is no host. */
const HOST_KEYS =
  /^[^\S\r\n]*\w*(?:(?:addr(?:ess|_\d)?|server|proxy|backup|emergency|url)\s*:|uri\s*:(?=.*[a-z]))[ \t"]*([^"\r\n;#]*)/gim
/** Not a version such as 1.0.0.0-1. */
const ADDRESS = /(?<![\w.-])\d{1,3}(?:\.\d{1,3}){3}(?![\w-])/g
const URL_TEXT = /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{0,30}:\/\/[^\s"'<>]+/gi
/** Not a host but the phone's words: "the call manager above", and services that it has itself. */
const NOT_A_HOST =
  /^(|true|false|USECALLMANAGER|0\.0\.0\.0|127\.0\.0\.1|Application:Cisco\/\w+|x-cisco-serviceuri-\w+)$/
const REFERENCE = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi
const NAMED: Record<string, string> = { amp: '&', lt: '\u2039', gt: '\u203a', quot: '"', apos: "'" }

/** Sorted, each once. The phone's own network (DHCP) is not in it. */
export function hostsOf({ files }: Pick<Bundle, 'files'>): string[] {
  const found = new Set<string>()
  for (const [path, bytes] of files) {
    if (path === 'files/README.txt') continue // for the person
    const written = new TextDecoder().decode(bytes)
    const text = written.replace(REFERENCE, toCharacter)
    const bare = written.replace(OTHER_MARKUP, '').replace(REFERENCE, toCharacter)
    for (const [, , value = ''] of bare.matchAll(HOST_ELEMENTS)) found.add(value.trim())
    for (const [url] of text.matchAll(URL_TEXT)) found.add(url)
    for (const [address] of text.matchAll(ADDRESS)) found.add(address)
    for (const [, , value = ''] of text.matchAll(HOST_ELEMENTS)) found.add(value.trim())
    for (const [, value = ''] of text.matchAll(NAMES)) found.add(value)
    for (const [, value = ''] of text.matchAll(HOST_KEYS)) found.add(value.trim())
  }
  return [...found].filter(host => !NOT_A_HOST.test(host)).sort()
}

/** So that no host hides behind `&#46;`; what would be a tag becomes a sign that looks like one. */
function toCharacter(_: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? ''
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  if (code === 0x3c) return '\u2039'
  return code <= 0x10ffff ? String.fromCodePoint(code) : ''
}
