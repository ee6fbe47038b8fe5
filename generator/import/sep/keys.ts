// The keys of SEP<MAC>.cnf.xml in the words of a site: lines, and everything else that a key can be.

import { KEY_FEATURES } from '../../../schemas/line-key.ts'
import { FEATURE_ID, FEATURE_KEYS } from '../../catalog/keys/key-features.ts'
import type { ImportNote } from '../note.ts'
import { pageAddress } from '../page-address.ts'
import { findLoose, type LooseElement } from '../tolerant-xml.ts'

export interface ImportedSecret {
  name: string
  value: string
}

const textOf = (key: LooseElement, ...path: string[]): string => findLoose(key, ...path)?.text ?? ''
const featureOf = (key: LooseElement): number => Number(textOf(key, 'featureID') || Number.NaN)

/** Keys that register under a name of their own. */
export const isLine = (key: LooseElement): boolean => featureOf(key) === FEATURE_ID.line && textOf(key, 'name') !== ''

const RING: Readonly<Record<string, string>> = { 1: 'off', 2: 'flash', 3: 'once' }

/**
 * @param borrows whether the phone registers this line with the credential of its first, whatever stands in the file
 */
export function toLine(line: LooseElement, number: number, borrows: boolean, secrets: ImportedSecret[]) {
  const at = (...path: string[]) => textOf(line, ...path)
  const username = at('name')
  const secret = `line${borrows ? 1 : number}`
  const password = at('authPassword')
  if (password !== '' && !borrows) secrets.push({ name: secret, value: password })
  const unlike = (name: string, usual: string) => (at(name) !== '' && at(name) !== usual ? at(name) : undefined)
  const label = unlike('featureLabel', username)
  const displayName = unlike('displayName', label ?? username)
  const authName = borrows ? undefined : unlike('authName', username)
  const contact = unlike('contact', username)
  const ring = RING[at('ringSettingIdle')]
  const [maxCalls, busyAt] = [count(at('maxNumCalls')), count(at('busyTrigger'))]
  return {
    username,
    password: { secret },
    ...(label !== undefined && { label }),
    ...(displayName !== undefined && { displayName }),
    ...(authName !== undefined && { authName }),
    ...(contact !== undefined && { contact }),
    ...answer(line),
    ...(ring && { ring }),
    ...(maxCalls !== undefined && maxCalls !== 4 && { maxCalls }),
    ...(busyAt !== undefined && busyAt !== Math.min(2, maxCalls ?? 4) && { busyAt }),
  }
}

/** 1 and 3 mean on, whether the person may change it or not. */
function answer(line: LooseElement) {
  if (!/^[13]$/.test(textOf(line, 'autoAnswer', 'autoAnswerEnabled'))) return {}
  return { autoAnswer: /headset/i.test(textOf(line, 'autoAnswer', 'autoAnswerMode')) ? 'headset' : 'speaker' }
}

function count(text: string): number | undefined {
  const value = Number(text)
  return /^\d+$/.test(text) && value >= 1 && value <= 200 ? value : undefined
}

/**
 * @param lines how many keys the lines take, from the top: a key in between moves behind them
 * @param call what a line of this number dials by itself
 * @returns undefined for a key that a site has no words for, which is noted
 */
export function toKey(
  key: LooseElement,
  lines: number,
  secrets: ImportedSecret[],
  notes: ImportNote[],
  call: (line: number) => string | undefined,
) {
  const written = key.attributes.get('button') ?? ''
  const button = /^[1-9]\d{0,2}$/.test(written) ? Number(written) : 0
  const action = toAction(key, secrets, call)
  if (!action) {
    notes.push({ code: 'import.key', line: key.line, button: written || '?', feature: textOf(key, 'featureID') })
    return undefined
  }
  if (button <= lines) notes.push({ code: 'import.moved', line: key.line, button: written || '?' })
  const label = textOf(key, 'featureLabel')
  const usual = Object.values(action).find(value => typeof value === 'string')
  return { ...action, ...(label !== '' && label !== usual && { label }), ...(button > lines && { position: button }) }
}

function toAction(key: LooseElement, secrets: ImportedSecret[], call: (line: number) => string | undefined) {
  const number = textOf(key, 'speedDialNumber')
  const id = featureOf(key)
  switch (id) {
    case FEATURE_ID.speedDial:
      return number === '' ? undefined : { dial: number }
    case FEATURE_ID.blf:
      if (number === '') return undefined
      return { blf: number, ...((Number(textOf(key, 'featureOptionMask')) & 1) === 1 && { pickup: true }) }
    case FEATURE_ID.park:
      return number === '' ? undefined : { park: number }
    case FEATURE_ID.service: {
      const service = pageAddress(textOf(key, 'serviceURI') || textOf(key, 'secureServiceURI'))
      return service === '' ? undefined : { service }
    }
    case FEATURE_ID.intercom: {
      const username = textOf(key, 'name')
      const value = textOf(key, 'authPassword')
      if (username === '') return undefined
      const name = `intercom${key.attributes.get('button') ?? ''}`
      if (value !== '') secrets.push({ name, value })
      const dial = call(Number(key.attributes.get('lineindex') || Number.NaN))
      const more = { ...(value !== '' && { password: { secret: name } }), ...(dial !== undefined && { dial }) }
      return { intercom: { username, ...more } }
    }
    default: {
      const feature = KEY_FEATURES.find(name => FEATURE_KEYS[name].id === id)
      return feature && { feature }
    }
  }
}
