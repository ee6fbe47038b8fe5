// What is around the phone in SEP<MAC>.cnf.xml: the registrar, the network, and how language and time are shown.
import { IPV4, ipv4FromNumber, parseCidr } from '../../../schemas/ipv4.ts'
import { NETWORK_LOCALES, userLocale } from '../../catalog/locales.ts'
import { REGISTRARS } from '../../catalog/registrars.ts'
import { CENTRAL_EUROPEAN, TIME_ZONES } from '../../catalog/time-zones.ts'
import type { ImportNote } from '../note.ts'
import { childrenOf, findLoose, type LooseElement } from '../tolerant-xml.ts'

/** @param messages the number of the answering machine, by which a Fritz!Box is known */
export function toRegistrar(
  device: LooseElement,
  lines: readonly LooseElement[],
  messages: string | undefined,
  notes: ImportNote[],
) {
  const member = findLoose(device, 'devicePool', 'callManagerGroup', 'members', 'member', 'callManager')
  const proxies = lines.map(line => findLoose(line, 'proxy')?.text ?? '')
  const address =
    findLoose(member, 'processNodeName')?.text ||
    proxies.find(proxy => proxy !== '' && proxy !== 'USECALLMANAGER') ||
    ''
  const was = findLoose(device, 'transportLayerProtocol')?.text ?? '2'
  const port = findLoose(lines[0], 'port')?.text || findLoose(member, 'ports', 'sipPort')?.text || ''
  const expires = findLoose(device, 'sipProfile', 'sipStack', 'timerRegisterExpires')?.text ?? ''
  const outbound = findLoose(device, 'sipProfile', 'sipProxies', 'outboundProxy')?.text ?? ''
  const nat = findLoose(device, 'sipProfile', 'natEnabled')?.text.toLowerCase() === 'true'
  const transport = was === '1' || was === '4' ? 'tcp' : 'udp'
  const registrar = registrarAt({ address, messages, port, transport, expires, outbound, nat }, notes)
  if (was !== '1' && was !== '2') notes.push({ code: 'import.transport', was })
  return registrar
}

/** As it stands in a file; the empty text where nothing does. */
interface Written {
  address: string
  messages: string | undefined
  port: string
  transport: 'udp' | 'tcp'
  expires: string
  outbound: string
  nat: boolean
}

/** By its usual address, its name, or the number of its answering machine. */
export const isFritzBox = (address: string, messages: string | undefined): boolean =>
  messages === '**600' || /^(192\.168\.178\.1|fritz\.box)$/i.test(address)

/** What kind of registrar it is, as far as an address, a port and the number of the answering machine tell. */
export function registrarAt(
  { address, messages, port: written, transport, expires, outbound, nat }: Written,
  notes: ImportNote[],
) {
  const port = Number(written || 5060)
  const kind = isFritzBox(address, messages) ? 'fritzbox' : kindAt(address, port, messages, notes)
  const usual = REGISTRARS.find(registrar => registrar.kind === kind)?.transport ?? 'udp'
  return {
    kind,
    address,
    ...(Number.isInteger(port) && port !== 5060 && { port }),
    ...(transport !== usual && { transport }),
    ...(/^\d{2,5}$/.test(expires) && expires !== '3600' && { expires: Number(expires) }),
    ...(nat && { nat }),
    ...(outbound !== '' && outbound !== 'USECALLMANAGER' && outbound !== address && { outboundProxy: outbound }),
  }
}

/** By a name that only one kind has, or a port that only one has; a number of the answering machine fits several. */
function kindAt(address: string, port: number, messages: string | undefined, notes: ImportNote[]): string {
  const named = REGISTRARS.find(({ host }) => host?.test(address))?.kind
  const driver = REGISTRARS.find(({ otherDriver }) => otherDriver?.port === port)?.otherDriver
  const kind = driver?.kind ?? named
  if (kind !== undefined) {
    notes.push({ code: 'import.registrar-kind', kind, by: driver ? String(port) : address })
    return kind
  }
  const isTheirs = REGISTRARS.some(({ messagesNumber }) => messages !== undefined && messagesNumber === messages)
  notes.push({ code: 'import.registrar', number: isTheirs ? (messages ?? '') : '' })
  return 'generic'
}

/** The time servers of the file, in the network around its registrar. */
export function toNetwork(device: LooseElement, registrar: ReturnType<typeof registrarAt>, notes: ImportNote[]) {
  const ntps = childrenOf(findLoose(device, 'devicePool', 'dateTimeSetting', 'ntps'), 'ntp')
  return networkAround(
    registrar,
    ntps.map(entry => findLoose(entry, 'name')?.text ?? ''),
    notes,
  )
}

/** Not in such a file at all: a laptop with the registrar's address, in a network of 254 hosts. */
export function networkAround(
  { kind, address }: ReturnType<typeof registrarAt>,
  clocks: readonly string[],
  notes: ImportNote[],
) {
  const agent = `${IPV4.test(address) ? address : '192.168.178.1'}/24`
  notes.push({ code: 'import.network', agent })
  const { network, address: own } = parseCidr(agent)
  const isUsual = (name: string) => name === address && REGISTRARS.some(entry => entry.kind === kind && entry.keepsTime)
  const first = own - network >= 201 ? 101 : 201
  const ntp = clocks.filter(name => !/^(0\.0\.0\.0)?$/.test(name) && !isUsual(name))
  return {
    agent,
    leases: `${ipv4FromNumber(network + first)}-${ipv4FromNumber(network + first + 19)}`,
    ...(ntp.length > 0 && { ntp: ntp.slice(0, 4) }),
  }
}

const CITIES = [
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/Chicago',
  'America/Los_Angeles',
  'America/Denver',
]

/** What is unknown is left to the preset, with a note. */
export function toLocale(device: LooseElement, notes: ImportNote[]) {
  const at = (...path: string[]) => findLoose(device, ...path)?.text ?? ''
  const words = at('devicePool', 'dateTimeSetting', 'timeZone')
  // Some write the name of the city, which the phone does not know.
  const zones = Object.entries(TIME_ZONES).flatMap(([name, phone]) => ([name, phone].includes(words) ? [name] : []))
  // Many cities share the phone's words; the best known stands for them.
  const [timeZone] = CENTRAL_EUROPEAN.includes(words)
    ? [CITIES[0]]
    : [...CITIES.filter(city => zones.includes(city)), ...zones]
  if (words !== '' && timeZone === undefined) notes.push({ code: 'import.time-zone', was: words })
  const template = at('devicePool', 'dateTimeSetting', 'dateTemplate')
  const dateFormat = /^(?:D[./-]M|M[/-]D)[./-]YY?(?=A?$)/i.exec(template)?.[0]
  const known = (was: string, isKnown: (name: string) => boolean) => {
    const name = matching(was, isKnown)
    if (was !== '' && name === undefined) notes.push({ code: 'import.locale', was })
    return name
  }
  const user = known(at('userLocale', 'name'), name => userLocale(name) !== undefined)
  const network = known(at('networkLocale'), name => NETWORK_LOCALES.includes(name))
  return {
    ...(user && { user }),
    ...(network && { network }),
    ...(timeZone !== undefined && { timeZone }),
    ...(dateFormat && { dateFormat: dateFormat.toUpperCase().replace('M-D', 'M/D') }),
    ...(dateFormat && /A$/i.test(template) && { clock: '12h' }),
  }
}

/** People write `german_germany`. */
function matching(name: string, isKnown: (name: string) => boolean): string | undefined {
  const usual = name.replace(/(^|_)([a-z])/g, (_, before: string, letter: string) => `${before}${letter.toUpperCase()}`)
  return [name, usual].find(isKnown)
}
