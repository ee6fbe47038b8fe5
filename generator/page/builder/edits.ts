// What the form does to the text: a field, a phone, a line, a key.
import { addAt, type DescribedKey, type DescribedPhone, type Place, removeAt, setAt } from '../model/description.ts'
import { secretNameFor } from '../model/secrets.ts'
import { type Desk, placeKey } from './desk.ts'
import { idOf, idOfKey, idOfPhone } from './ids.ts'

/** @returns the change that says the visitor was there. */
function touch({ state: { touched } }: Desk, ...places: Place[]): { touched?: ReadonlySet<string> } {
  const keys = places.map(placeKey)
  return keys.every(key => touched.has(key)) ? {} : { touched: new Set([...touched, ...keys]) }
}

/** An empty field is taken out of the text, unless the site must have it. */
export function edit(desk: Desk, place: Place, value: string | boolean, needed = false): void {
  const gone = value === false || (value === '' && !needed)
  desk.write(setAt(desk.state.text, place, gone ? undefined : value), touch(desk, place))
}

export const phoneOf = ({ state }: Desk): DescribedPhone | undefined => state.description.phones[state.phone]

/** Those of the phone, or of the site, or of the preset that the page knows. */
export function keysOf({ state, facts }: Desk, phone: DescribedPhone): readonly DescribedKey[] {
  const { keys, preset } = state.description
  if (phone.ownKeys) return phone.keys
  if (keys.length > 0) return keys
  return facts.presets.find(({ name }) => name === preset)?.keys ?? []
}

/** What a key is in the text. */
function written({ kind, value, label, position, pickup }: DescribedKey): Record<string, unknown> {
  return {
    [kind]: value,
    ...(kind === 'blf' && pickup && { pickup }),
    ...(label !== '' && { label }),
    ...(position !== undefined && { position }),
  }
}

/** Line1 → Line2, 100 → 101; another name when that is taken or nothing can be counted. */
export function nextName(last: string, taken: ReadonlySet<string>): string {
  const [, stem = last, digits = ''] = /^(.*?)(\d*)$/.exec(last) ?? []
  for (let number = digits === '' ? 2 : Number(digits) + 1; ; number++) {
    const name = stem + String(number).padStart(digits.length, '0')
    if (!taken.has(name)) return name
  }
}

const names = ({ state }: Desk) => state.description.phones.flatMap(({ lines }) => lines.map(line => line.username))
const secretNames = ({ state }: Desk) =>
  state.description.phones.flatMap(({ lines }) => lines.map(({ secret }) => secret))

function newLine(desk: Desk, more: readonly { username: string; secret: string }[] = []) {
  const taken = [...names(desk), ...more.map(({ username }) => username)]
  const username = nextName(taken.at(-1) ?? 'Line0', new Set(taken))
  const secret = secretNameFor(username, [...secretNames(desk), ...more.map(line => line.secret)])
  return { username, secret }
}
const writtenLine = ({ username, secret }: { username: string; secret: string }) => ({
  username,
  password: { secret },
  label: username,
})

export function addLine(desk: Desk): void {
  const { phone, text, description } = desk.state
  const lines = description.phones[phone]?.lines.length ?? 0
  const focus = { id: idOf(['phones', phone, 'lines', lines, 'username']) }
  desk.write(addAt(text, ['phones', phone, 'lines'], writtenLine(newLine(desk))), { key: lines + 1, focus })
}

export function removeLine(desk: Desk, index: number): void {
  const { phone, text } = desk.state
  const key = Math.max(1, index)
  desk.write(removeAt(text, ['phones', phone, 'lines', index]), { key, focus: { id: idOfKey(key) } })
}

/** A phone without keys of its own gets a copy of those that it has from elsewhere. */
function ownKeys(desk: Desk, change: (keys: DescribedKey[]) => void): void {
  const { phone: index, text } = desk.state
  const phone = phoneOf(desk)
  if (!phone) return
  const keys = keysOf(desk, phone).map(key => ({ ...key }))
  change(keys)
  desk.write(setAt(text, ['phones', index, 'keys'], keys.map(written)))
}

export function setKey(desk: Desk, index: number, key: DescribedKey): void {
  const { phone: at, text } = desk.state
  const phone = phoneOf(desk)
  const place = ['phones', at, 'keys', index]
  desk.set(touch(desk, place, [...place, key.kind]))
  if (phone?.ownKeys && phone.keys[index]) desk.write(setAt(text, ['phones', at, 'keys', index], written(key)))
  else
    ownKeys(desk, keys => {
      keys[index] = key
    })
}

export function addKey(desk: Desk, kind: DescribedKey['kind'], position: number, value: string): void {
  ownKeys(desk, keys => keys.push({ kind, value, label: '', position, pickup: false }))
}

export function removeKey(desk: Desk, index: number): void {
  desk.set({ focus: { id: idOfKey(desk.state.key) } })
  ownKeys(desk, keys => keys.splice(index, 1))
}

/** @param macs `any` for a phone that is not known yet. @returns those that were there already. */
export function addPhones(desk: Desk, macs: readonly string[]): string[] {
  const { description, phone: shown } = desk.state
  const model = description.phones[shown]?.model || desk.facts.models[0]?.name || ''
  const there = new Set(description.phones.map(({ mac }) => mac.toUpperCase()))
  const fresh = macs.filter(mac => mac === 'any' || !there.has(mac))
  const lines: { username: string; secret: string }[] = []
  let { text } = desk.state
  for (const mac of fresh) {
    const line = newLine(desk, lines)
    lines.push(line)
    text = addAt(text, ['phones'], { model, mac, lines: [writtenLine(line)] })
  }
  desk.write(text)
  if (fresh.length > 0) desk.set({ phone: description.phones.length + fresh.length - 1, key: 1 })
  return macs.filter(mac => !fresh.includes(mac))
}

export function removePhone(desk: Desk): void {
  const { phone, text } = desk.state
  const next = Math.max(0, phone - 1)
  desk.write(removeAt(text, ['phones', phone]))
  desk.set({ phone: next, key: 1, focus: { id: idOfPhone(next) } })
}
