// Reads the text of a 7940G or 7960G as people leave it: byte order marks, smart quotes, comments of every kind, quotes that
// are never closed, a semicolon at the end. Every liberty is noted with its line; the last of two lines with one key counts.

export type TextLiberty = 'byte-order-mark' | 'smart-quotes' | 'open-quote' | 'stray-text' | 'repeated'

export interface LooseSetting {
  value: string
  line: number
}

export interface LooseText {
  /** By key, in lower case. */
  settings: ReadonlyMap<string, LooseSetting>
  liberties: { line: number; what: TextLiberty }[]
}

/** `.` is any letter here, also the line ends of Unicode, or a value with one would be read anew from every letter. */
const SETTING = /^([A-Za-z]\w*)\s*:\s*(.*)$/s

/** @param text at most MAX_IMPORT_BYTES long; the caller sees to that. */
export function readLooseText(text: string): LooseText {
  const settings = new Map<string, LooseSetting>()
  const liberties: LooseText['liberties'] = []
  if (text.startsWith('\ufeff')) liberties.push({ line: 1, what: 'byte-order-mark' })
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)
  for (const [index, written] of lines.entries()) {
    const line = index + 1
    const note = (what: TextLiberty) => liberties.push({ line, what })
    const content = written.trim()
    if (content === '' || /^(#|;|\/\/)/.test(content)) continue
    const [, key = '', rest = ''] = SETTING.exec(content) ?? []
    if (key === '') note('stray-text')
    else {
      if (settings.has(key.toLowerCase())) note('repeated')
      settings.set(key.toLowerCase(), { value: readValue(rest, note), line })
    }
  }
  return { settings, liberties }
}

function readValue(rest: string, note: (what: TextLiberty) => void): string {
  if (!/^["“”„]/.test(rest)) return rest.replace(/(;|\s#).*$/s, '').trim()
  if (/[“”„]/.test(rest)) note('smart-quotes')
  const [, quoted, behind = ''] = /^.([^"“”„]*)["“”„](.*)$/s.exec(rest) ?? []
  if (quoted === undefined) note('open-quote')
  else if (!/^\s*([;#].*)?$/s.test(behind)) note('stray-text')
  return (quoted ?? rest.slice(1).replace(/;.*$/s, '')).trim()
}
