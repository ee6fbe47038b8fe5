// Whether a 7940G or 7960G would take its two text files, and what it makes of them together.
import { LOAD_NAME } from '../../schemas/load-name.ts'
import type { SipConfig } from './config-check.ts'
import { PhoneError } from './error.ts'

/** `key: "value"` or `key: value`, with blanks and a comment behind; a comment alone; nothing (id:16911176567, Cisco CME). */
const LINE = /^\s*(?:(\w+)\s*:\s*(?:"([^"]*)"|([^\s";#]*))\s*(?:[;#].*)?|[;#].*)?$/
const CODECS = /^(none|g711[au]law|g729a)$/

/** @throws PhoneError `phone.bad-config` with the number of the first line that is none; never with its content */
export function readText(file: string, bytes: Uint8Array): Map<string, string> {
  const values = new Map<string, string>()
  for (const [index, line] of new TextDecoder('latin1').decode(bytes).split(/\r?\n/).entries()) {
    const match = LINE.exec(line)
    if (!match) throw new PhoneError('phone.bad-config', `${file}: line ${index + 1}`)
    const [, key, quoted, bare = ''] = match
    if (key !== undefined) values.set(key, quoted ?? bare)
  }
  return values
}

/** @throws PhoneError `phone.bad-config` with the first key that is missing or wrong; never with its value */
export function checkTextConfig(file: string, values: ReadonlyMap<string, string>): SipConfig {
  const at = (key: string) => values.get(key) ?? ''
  const check = (key: string, isRight: boolean) => {
    if (!isRight) throw new PhoneError('phone.bad-config', `${file}: ${key}`)
  }
  check('image_version', LOAD_NAME.test(at('image_version')))
  check('proxy_register', at('proxy_register') === '1')
  check('preferred_codec', CODECS.test(at('preferred_codec')))
  const lines: string[] = []
  for (let number = 1; number <= 6; number++) {
    const name = at(`line${number}_name`)
    if (name === '' && number > 1) continue
    for (const key of ['name', 'authname', 'password'])
      check(`line${number}_${key}`, !/^(UNPROVISIONED)?$/.test(at(`line${number}_${key}`)))
    check(`proxy${number}_address`, at(`proxy${number}_address`) !== '')
    lines.push(name)
  }
  const proxy = at('proxy1_address')
  const registrar = proxy === 'USECALLMANAGER' ? at('call_manager1_addr') : proxy
  check('call_manager1_addr', registrar !== '')
  const dialTemplate = at('dial_template')
  return {
    label: at('phone_label'),
    registrar,
    lines,
    userLocale: '',
    networkLocale: '',
    dialTemplate,
    softKeyFile: '',
  }
}
