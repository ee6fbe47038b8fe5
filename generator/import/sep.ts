// SEP<MAC>.cnf.xml → a site: what a person has and half works, in the words of this project. Passwords become names of
// secrets; their values come out apart, for a file that only the agent reads.
import { IPV4, ipv4FromNumber, parseCidr } from '../../schemas/ipv4.ts'
import { toMac } from '../../schemas/mac.ts'
import { loadNamed, loadsFor } from '../catalog/loads.ts'
import { NETWORK_LOCALES, userLocale } from '../catalog/locales.ts'
import { PHONES, type PhoneModel } from '../catalog/phones.ts'
import { TIME_ZONES } from '../catalog/time-zones.ts'
import { importDialPlan, type RuleNote } from './dial-plan.ts'
import { childrenOf, findLoose, type Liberty, type LooseElement, readLooseXml } from './tolerant-xml.ts'

/** What was not in the file, or is not as it was; each is shown to the person. */
export type ImportNote =
  | { code: 'import.liberty'; line: number; what: Liberty }
  | { code: 'import.mac' }
  | { code: 'import.model'; model: string; others: string }
  | { code: 'import.load'; load: string; instead: string }
  | { code: 'import.registrar' }
  | { code: 'import.network'; agent: string }
  | { code: 'import.time-zone'; was: string }
  | { code: 'import.locale'; was: string }
  | { code: 'import.transport'; was: string }
  | { code: 'import.key'; line: number; button: string; feature: string }
  | { code: 'import.dial-plan'; file: string }
  | RuleNote

export type ImportedSep =
  | {
      ok: true
      site: Record<string, unknown>
      device: LooseElement
      secrets: { name: string; value: string }[]
      notes: ImportNote[]
    }
  | { ok: false; why: 'empty' | 'not-a-configuration' | 'sccp' | 'no-lines' | 'unknown-phone'; line: number }

export interface SepFile {
  /** `SEP001D452D2BF0.cnf.xml`; the MAC stands only there. */
  name: string
  text: string
  /** When the person knows it: the file does not say it. */
  model?: string
  /** The text of the dial plan that the file names, when the person has it. */
  dialPlan?: string
}

const FEATURE = { speedDial: '2', line: '9' } as const

export function importSep({ name, text, model: told, dialPlan }: SepFile): ImportedSep {
  const { root: device, liberties } = readLooseXml(text)
  if (!device) return { ok: false, why: 'empty', line: 1 }
  const at = (...path: string[]) => findLoose(device, ...path)?.text ?? ''
  if (device.name.toLowerCase() !== 'device') return { ok: false, why: 'not-a-configuration', line: device.line }
  const profile = findLoose(device, 'sipProfile')
  if (!profile) return { ok: false, why: 'sccp', line: device.line }
  const keys = childrenOf(findLoose(profile, 'sipLines'), 'line')
  const lines = keys.filter(key => findLoose(key, 'featureID')?.text === FEATURE.line && findLoose(key, 'name')?.text)
  if (lines.length === 0) return { ok: false, why: 'no-lines', line: profile.line }

  const notes: ImportNote[] = liberties.map(liberty => ({ code: 'import.liberty', ...liberty }))
  const wanted = at('loadInformation')
  const dials = keys.filter(key => findLoose(key, 'featureID')?.text === FEATURE.speedDial)
  const buttons = keys.map(key => Number(key.attributes.get('button'))).filter(Number.isInteger)
  const model = chooseModel(told, wanted, Math.max(lines.length + dials.length, ...buttons), notes)
  if (!model)
    return { ok: false, why: 'unknown-phone', line: findLoose(device, 'loadInformation')?.line ?? device.line }
  const mac = toMac(/SEP([0-9a-f]{12})/i.exec(name)?.[1] ?? '')
  if (!mac) notes.push({ code: 'import.mac' })

  const secrets: { name: string; value: string }[] = []
  const label = at('sipProfile', 'phoneLabel').replace(/\s+/g, '')
  const phone = {
    model: model.name,
    mac: mac ?? 'any',
    load: chooseLoad(model, wanted, notes),
    ...(label !== '' && { label: label.slice(0, 12) }),
    lines: lines.map((line, index) => toLine(line, index + 1, secrets)),
    ...(dials.length > 0 && { keys: dials.map(toKey) }),
  }
  for (const key of keys) {
    const feature = findLoose(key, 'featureID')?.text ?? ''
    if (lines.includes(key) || dials.includes(key)) continue
    notes.push({ code: 'import.key', line: key.line, button: key.attributes.get('button') ?? '?', feature })
  }
  const plan = at('sipProfile', 'dialTemplate')
  const dialled = dialPlan === undefined ? undefined : importDialPlan(dialPlan)
  if (dialled) notes.push(...dialled.notes)
  else if (plan !== '') notes.push({ code: 'import.dial-plan', file: plan })

  const messages = lines.map(line => findLoose(line, 'messagesNumber')?.text ?? '').find(number => number !== '')
  const site = {
    site: 'imported',
    registrar: toRegistrar(device, lines, messages, notes),
    network: toNetwork(device, notes),
    locale: toLocale(device, notes),
    ...(/^g(711[au]law|722|729a)$/.test(at('sipProfile', 'preferredCodec')) && {
      codec: at('sipProfile', 'preferredCodec'),
    }),
    ...(messages !== undefined && { messagesNumber: messages }),
    ...(dialled && dialled.rules.length > 0 && { dialPlan: dialled.rules }),
    phones: [phone],
  }
  return { ok: true, site, device, secrets, notes }
}

/** By what the person says, else by the family in the load's name and how many keys there are. */
function chooseModel(
  told: string | undefined,
  load: string,
  keys: number,
  notes: ImportNote[],
): PhoneModel | undefined {
  if (told !== undefined) return PHONES.find(({ name }) => name.toLowerCase() === told.toLowerCase())
  const family = /^(?:SIP|SCCP)\d{2}(?=\.)/i.exec(load)?.[0].toUpperCase() ?? ''
  const fitting = PHONES.filter(({ loadFamilies }) => loadFamilies.value.includes(family))
  const enough = fitting.filter(({ lineKeys }) => lineKeys.value >= keys)
  const chosen = enough[0] ?? fitting.at(-1)
  const others = fitting.filter(model => model !== chosen).map(({ name }) => name)
  if (chosen && others.length > 0) notes.push({ code: 'import.model', model: chosen.name, others: others.join(', ') })
  return chosen
}

function chooseLoad(model: PhoneModel, wanted: string, notes: ImportNote[]): string {
  if (loadNamed(wanted)?.models.includes(model.name)) return wanted
  const instead = loadsFor(model.name)[0]?.name ?? ''
  notes.push({ code: 'import.load', load: wanted, instead })
  return instead
}

function toLine(line: LooseElement, number: number, secrets: { name: string; value: string }[]) {
  const at = (name: string) => findLoose(line, name)?.text ?? ''
  const username = at('name')
  const secret = `line${number}`
  const password = at('authPassword')
  if (password !== '') secrets.push({ name: secret, value: password })
  const unlike = (name: string, usual: string) => (at(name) !== '' && at(name) !== usual ? at(name) : undefined)
  const label = unlike('featureLabel', username)
  const displayName = unlike('displayName', label ?? username)
  const authName = unlike('authName', username)
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

function toKey(key: LooseElement) {
  const dial = findLoose(key, 'speedDialNumber')?.text ?? ''
  const label = findLoose(key, 'featureLabel')?.text || dial
  const button = Number(key.attributes.get('button'))
  return { dial, label, ...(Number.isInteger(button) && button > 0 && { position: button }) }
}

const member = (device: LooseElement) =>
  findLoose(device, 'devicePool', 'callManagerGroup', 'members', 'member', 'callManager')

function registrarAddress(device: LooseElement): string {
  return findLoose(member(device), 'processNodeName')?.text ?? ''
}

function toRegistrar(
  device: LooseElement,
  lines: readonly LooseElement[],
  messages: string | undefined,
  notes: ImportNote[],
) {
  const address =
    registrarAddress(device) ||
    lines.map(line => findLoose(line, 'proxy')?.text ?? '').find(proxy => proxy !== '' && proxy !== 'USECALLMANAGER') ||
    ''
  const box = messages === '**600' || address === '192.168.178.1' || address === 'fritz.box'
  if (!box) notes.push({ code: 'import.registrar' })
  const port = Number(findLoose(lines[0], 'port')?.text || findLoose(member(device), 'ports', 'sipPort')?.text || 5060)
  const was = findLoose(device, 'transportLayerProtocol')?.text ?? '2'
  if (was !== '1' && was !== '2') notes.push({ code: 'import.transport', was })
  return {
    kind: box ? 'fritzbox' : 'generic',
    address,
    ...(Number.isInteger(port) && port !== 5060 && { port }),
    ...((was === '1' || was === '4') && { transport: 'tcp' }),
  }
}

/** Not in such a file at all: a laptop with the registrar's address, in a network of 254 hosts. */
function toNetwork(device: LooseElement, notes: ImportNote[]) {
  const address = registrarAddress(device)
  const agent = `${IPV4.test(address) ? address : '192.168.178.1'}/24`
  notes.push({ code: 'import.network', agent })
  const { network, address: own } = parseCidr(agent)
  const first = own - network >= 201 ? 101 : 201
  const ntp = childrenOf(findLoose(device, 'devicePool', 'dateTimeSetting', 'ntps'), 'ntp')
    .map(entry => findLoose(entry, 'name')?.text ?? '')
    .filter(name => IPV4.test(name) && name !== address)
  return {
    agent,
    leases: `${ipv4FromNumber(network + first)}-${ipv4FromNumber(network + first + 19)}`,
    ...(ntp.length > 0 && { ntp: ntp.slice(0, 4) }),
  }
}

function toLocale(device: LooseElement, notes: ImportNote[]) {
  const at = (...path: string[]) => findLoose(device, ...path)?.text ?? ''
  const words = at('devicePool', 'dateTimeSetting', 'timeZone')
  const zones = Object.entries(TIME_ZONES).filter(([, phone]) => phone === words)
  // Many cities share the phone's words; Berlin stands for those of Central Europe.
  const timeZone = (zones.find(([name]) => name === 'Europe/Berlin') ?? zones[0])?.[0]
  if (words !== '' && timeZone === undefined) notes.push({ code: 'import.time-zone', was: words })
  const template = at('devicePool', 'dateTimeSetting', 'dateTemplate')
  const dateFormat = /^(?:D[./-]M|M[/-]D)[./-]YY?(?=A?$)/.exec(template)?.[0]
  const user = matching(at('userLocale', 'name'), name => userLocale(name) !== undefined)
  const network = matching(at('networkLocale'), name => NETWORK_LOCALES.includes(name))
  for (const was of [at('userLocale', 'name'), at('networkLocale')])
    if (
      was !== '' &&
      was !== user &&
      was !== network &&
      !matching(was, name => userLocale(name) !== undefined || NETWORK_LOCALES.includes(name))
    )
      notes.push({ code: 'import.locale', was })
  return {
    ...(user && { user }),
    ...(network && { network }),
    ...(timeZone !== undefined && { timeZone }),
    ...(dateFormat && { dateFormat: dateFormat.replace('M-D', 'M/D') }),
    ...(dateFormat && template.endsWith('A') && { clock: '12h' }),
  }
}

/** People write `german_germany`. */
function matching(name: string, isKnown: (name: string) => boolean): string | undefined {
  const usual = name.replace(/(^|_)([a-z])/g, (_, before: string, letter: string) => `${before}${letter.toUpperCase()}`)
  return [name, usual].find(isKnown)
}
