// The text files of a 7940 or 7960: OS79XX.TXT, which names the loader, and SIPDefault.cnf or SIP<MAC>.cnf with settings.

import { isFritzBox } from '../sep/surroundings.ts'
import type { LooseText } from '../sip-text/loose-text.ts'
import { isPlaceholder } from './device.ts'
import type { Tell } from './mistake.ts'

/** One line with a name and nothing else (field guide, phones 1.2). */
export function lintLoader(text: string, tell: Tell): void {
  if (text.startsWith('\ufeff')) tell('lint.loader-mark', 1)
  const lines = text.replace(/^\ufeff/, '').split('\n')
  const filled = lines.filter(line => line.trim() !== '')
  if (filled.length !== 1 || lines[0]?.trim() === '') tell('lint.loader-lines', 1)
  for (const [index, line] of lines.entries()) {
    if (/\s$/.test(line)) tell('lint.loader-ending', index + 1)
    if (/\.(bin|sbn|sb2|loads)\s*$/i.test(line)) tell('lint.loader-suffix', index + 1)
  }
}

/** 31 by the phone's own documentation (field guide, phones 6). */
const PASSWORD_MAX = 31

/** Passwords are measured, never shown. */
export function lintSettings(settings: LooseText['settings'], tell: Tell): void {
  const at = (key: string) => settings.get(key)?.value ?? ''
  const lineOf = (key: string) => settings.get(key)?.line ?? 1
  const box = isFritzBox(at('proxy1_address'), at('messages_uri')) || isFritzBox(at('call_manager1_addr'), undefined)
  for (const [key, { value, line }] of settings) {
    if (isPlaceholder(value)) tell('lint.placeholder', line, { node: key })
  }
  for (const button of ['1', '2', '3', '4', '5', '6']) {
    const authName = at(`line${button}_authname`)
    const isSaid = !/^(UNPROVISIONED)?$/i.test(authName)
    if (box && isSaid && authName !== at(`line${button}_name`)) {
      tell('lint.auth-name', lineOf(`line${button}_authname`), { button })
    }
    const key = `line${button}_password`
    if ([...at(key)].length > PASSWORD_MAX) {
      tell('lint.password-limit', lineOf(key), { button, max: String(PASSWORD_MAX), safe: '12' })
    }
  }
}
