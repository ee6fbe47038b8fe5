// Tells from a text what somebody brought: a phone's own configuration or a table of phones. Both can hold passwords, so
// that no route may take them and no page may send them.
import { nameAFleet } from './fleet/columns.ts'
import { readCsv } from './fleet/csv.ts'

export type Recognised = 'xml' | 'settings' | 'table'

/** Enough to tell, however large the file is. */
const HEAD = 100_000
/** What UTF-16 and Latin-1 leave when they are read as UTF-8 does not hide the first tag. */
const XML = /^[\s\0\ufeff\ufffd]*<\0?[?!a-z]/i
/** `line1_name: 620`, as SIP<MAC>.cnf and SIPDefault.cnf of the 7940 and 7960 have it; no site has such a key. */
const SETTINGS = /^[ \t\ufeff]*(?:line\d_\w+|proxy\d?_\w+|phone_password|image_version)[ \t]*:/im

/** @returns undefined for everything else, such as a site file. */
export function recognise(text: string): Recognised | undefined {
  const head = text.slice(0, HEAD)
  if (XML.test(head)) return 'xml'
  if (SETTINGS.test(head)) return 'settings'
  const [names = ''] = head.replace(/^\ufeff/, '').split(/\r?\n/, 1)
  // A comment of a site file, whatever it says; or JSON, which may be all in one line.
  if (/^\s*[#{[]/.test(names)) return undefined
  return nameAFleet(readCsv(names).columns) ? 'table' : undefined
}
