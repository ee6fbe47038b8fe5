// SIP<MAC>.cnf and SIPDefault.cnf → a site, as sep.ts does it for XML: the file of the phone stands over what all share.
import { TEXT_7940, TEXT_LABEL_MAX } from '../../catalog/models/text-7940.ts'
import type { PhoneModel } from '../../catalog/phone-model.ts'
import { PHONES } from '../../catalog/phones.ts'
import { TEXT_TIME_ZONES } from '../../catalog/text-time-zones.ts'
import { callsLeft, importDialPlan } from '../dial-plan.ts'
import { lintDialPlan, lintText } from '../lint.ts'
import { modelNamed } from '../model-named.ts'
import type { ImportNote } from '../note.ts'
import { pageAddress } from '../page-address.ts'
import { chooseLoad, type ImportedSep, macIn, type SepFile } from '../sep/sep.ts'
import { networkAround, registrarAt } from '../sep/surroundings.ts'
import type { LooseElement } from '../tolerant-xml.ts'
import { type LooseSetting, type LooseText, readLooseText } from './loose-text.ts'
import { isTextKey } from './text-keys.ts'

type Settings = ReadonlyMap<string, LooseSetting>

/** Whether a file is of this kind: no XML, and a line with a key that such a phone knows. */
export function isSipText(text: string): boolean {
  const { settings } = /^\s*</.test(text.replace(/^\ufeff/, '')) ? { settings: new Map() } : readLooseText(text)
  return [...settings.keys()].some(isTextKey)
}

/** Both files as one tree, so that it can be compared with what is generated. */
export function treeOf(settings: Settings): LooseElement {
  const leaf = ([name, { value, line }]: [string, LooseSetting]): LooseElement => ({
    ...{ name, attributes: new Map(), children: [], text: value, line },
  })
  return { name: 'device', attributes: new Map(), children: [...settings].map(leaf), text: '', line: 1 }
}

/** The same for `SIP<MAC>.cnf`, with `SIPDefault.cnf` below it. */
export function importSipText({ name, text, model: told, dialPlan, defaults }: SepFile): ImportedSep {
  const notes: ImportNote[] = []
  const own = readLooseText(text)
  const shared = defaults === undefined ? undefined : readLooseText(defaults)
  // One by one: a call does not take a hundred thousand arguments.
  for (const file of [shared, own]) for (const note of file ? notesOn(file) : []) notes.push(note)
  const settings = new Map([...(shared?.settings ?? []), ...own.settings])
  const at = (key: string) => settings.get(key)?.value.replace(/^UNPROVISIONED$/i, '') ?? ''

  notes.push(...lintText(settings))

  const used = (key: string) => at(key) !== ''
  const numbers = [1, 2, 3, 4, 5, 6]
  const lines = numbers.filter(number => used(`line${number}_name`))
  const dials = numbers.filter(number => used(`speed_line${number}`))
  if (lines.length === 0) {
    const isDefault = /sipdefault/i.test(name) || ![...own.settings.keys()].some(key => /^line\d_/.test(key))
    return { ok: false, why: isDefault ? 'defaults-only' : 'no-lines', line: 1, notes }
  }
  const model = chooseModel(told, Math.max(lines.length + dials.length, ...lines, ...dials), notes)
  if (!model) return { ok: false, why: told === undefined ? 'unknown-phone' : 'unknown-model', line: 1, notes }
  const mac = macIn(name)
  if (!mac) notes.push({ code: 'import.mac' })
  if (!shared && !settings.has('proxy_register')) notes.push({ code: 'import.defaults' })

  const dialled = dialPlan === undefined ? undefined : importDialPlan(dialPlan)
  const hotline = dialled?.hotlines.get(0)?.number
  dialled?.hotlines.delete(0)
  const secrets: { name: string; value: string }[] = []
  const label = at('phone_label').slice(0, TEXT_LABEL_MAX.value).trim()
  const wanted = at('image_version')
  const phone = {
    model: model.name,
    mac: mac ?? 'any',
    load: chooseLoad(model, wanted, wanted === '' ? [] : notes),
    ...(label !== '' && { label }),
    lines: lines.map((number, index) => {
      const secret = `line${index + 1}`
      if (used(`line${number}_password`)) secrets.push({ name: secret, value: at(`line${number}_password`) })
      return toLine(key => at(`line${number}_${key}`), secret)
    }),
    ...(hotline !== undefined && { hotline }),
    ...(dials.length > 0 && {
      keys: dials.map(number => {
        const dial = at(`speed_line${number}`)
        return { dial, label: at(`speed_label${number}`) || dial, position: number }
      }),
    }),
  }
  if (dialPlan !== undefined) notes.push(...lintDialPlan(dialPlan, model))
  if (dialled) notes.push(...dialled.notes, ...callsLeft(dialled))
  else if (used('dial_template')) notes.push({ code: 'import.dial-plan', file: `${at('dial_template')}.xml` })

  const messages = /^\+?[0-9*#]{1,32}$/.exec(at('messages_uri'))?.[0]
  const [first = 1] = lines
  const proxy = at(`proxy${first}_address`) || at('proxy1_address')
  const address = /^(USECALLMANAGER)?$/i.test(proxy) ? at('call_manager1_addr') : proxy
  const written = {
    ...{
      address,
      messages,
      port: at(`proxy${first}_port`) || at('proxy1_port'),
      expires: at('timer_register_expires'),
    },
    transport: 'udp' as const,
    ...{ outbound: at('outbound_proxy'), nat: at('nat_enable') === '1' },
  }
  const registrar = registrarAt(written, notes)
  const codec = at('preferred_codec').replace(/^g729$/, 'g729a')
  const urls = {
    ...(at('services_url') !== '' && { services: pageAddress(at('services_url')) }),
    ...(at('directory_url') !== '' && { directory: pageAddress(at('directory_url')) }),
  }
  const site = {
    site: 'imported',
    registrar,
    network: networkAround(registrar, [at('sntp_server')], notes),
    locale: toClock(at, notes),
    ...(/^g(711[au]law|729a)$/.test(codec) && { codec }),
    ...(messages !== undefined && { messagesNumber: messages }),
    ...(dialled && dialled.rules.length > 0 && { dialPlan: dialled.rules }),
    ...(Object.keys(urls).length > 0 && { urls }),
    phones: [phone],
  }
  return { ok: true, site, device: treeOf(settings), secrets, notes }
}

function notesOn({ settings, liberties }: LooseText): ImportNote[] {
  const unknown = [...settings].filter(([key]) => !isTextKey(key))
  return [
    ...liberties.map((liberty): ImportNote => ({ code: 'import.liberty', ...liberty })),
    ...unknown.map(([key, { line }]): ImportNote => ({ code: 'import.setting', line, key: key.slice(0, 60) })),
  ]
}

/** By what the person says, else by how many keys there are; a smaller phone may have been meant for either. */
function chooseModel(told: string | undefined, keys: number, notes: ImportNote[]): PhoneModel | undefined {
  if (told !== undefined) return PHONES.find(({ name }) => name === modelNamed(told))
  const chosen = TEXT_7940.find(({ lineKeys }) => lineKeys.value >= keys)
  const others = TEXT_7940.filter(model => model !== chosen && model.lineKeys.value >= keys).map(({ name }) => name)
  if (chosen && others.length > 0) notes.push({ code: 'import.model', model: chosen.name, others: others.join(', ') })
  return chosen
}

function toLine(at: (key: string) => string, secret: string) {
  const username = at('name')
  const unlike = (key: string, usual: string) => (at(key) !== '' && at(key) !== usual ? at(key) : undefined)
  const label = unlike('shortname', username)
  const displayName = unlike('displayname', label ?? username)
  const authName = unlike('authname', username)
  const contact = unlike('contact', username)
  return {
    username,
    password: { secret },
    ...(label !== undefined && { label }),
    ...(displayName !== undefined && { displayName }),
    ...(authName !== undefined && { authName }),
    ...(contact !== undefined && { contact }),
  }
}

/** These files have no language; a zone without a rule for summer may still be that of a city which has one. */
function toClock(at: (key: string) => string, notes: ImportNote[]) {
  const words = at('time_zone')
  const fitting = Object.entries(TEXT_TIME_ZONES.value).filter(([, zone]) => zone.name === words.toUpperCase())
  const summers = fitting.filter(([, { summer }]) => (summer !== undefined) === (at('dst_auto_adjust') !== '0'))
  const zones = summers.length > 0 ? summers : fitting
  // Many cities share an abbreviation; the largest stand for the others.
  const timeZone = (zones.find(([name]) => /Berlin|London|New_York/.test(name)) ?? zones[0])?.[0]
  if (words !== '' && timeZone === undefined) notes.push({ code: 'import.time-zone', was: words })
  return {
    ...(timeZone !== undefined && { timeZone }),
    ...(at('date_format') !== '' && { dateFormat: /^M/i.test(at('date_format')) ? 'M/D/YY' : 'D/M/YY' }),
    ...(at('time_format_24hr') === '0' && { clock: '12h' }),
  }
}
