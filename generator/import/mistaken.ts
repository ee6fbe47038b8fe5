// What people bring by mistake instead of a phone's own file, so that each is told what it is and what would help.
import { readLooseXml } from './tolerant-xml.ts'

export type Mistaken = 'packed' | 'sealed' | 'web-page' | 'site' | 'beside'

/** First bytes of zip, gzip, 7z and rar, as they look when they are read as text. */
const PACKED = /^(PK\u0003\u0004|\u001f[\u2039\u008b\ufffd]|7z[\u00bc\ufffd]|Rar!)/
/** What no text has, but for the zeros that UTF-16 leaves. */
const CONTROL = /[\u0001-\u0008\u000e-\u001f]/g
const HEAD = 4000
const SITE = /^(?:\s*\{\s*)?["']?site["']?[ \t]*:/m
/** Lists of ring tones and pictures, menus, soft keys, features, dial rules: beside the configuration, never in it. */
const BESIDE = /^(CiscoIPPhone\w*|softKeys?|softKeyC\w+|featurePolicy\w*|(App)?DialRules)$/i

/** @returns undefined for what may be a file of a phone. */
export function mistakenFor(text: string): Mistaken | undefined {
  if (PACKED.test(text)) return 'packed'
  const head = text.slice(0, HEAD)
  if ((head.match(CONTROL)?.length ?? 0) > head.length / 100) return 'sealed'
  if (!/^\s*</.test(head.replace(/^\ufeff/, ''))) return SITE.test(head) ? 'site' : undefined
  const root = readLooseXml(text).root?.name ?? ''
  if (root.toLowerCase() === 'html') return 'web-page'
  return BESIDE.test(root) ? 'beside' : undefined
}
