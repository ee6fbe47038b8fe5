// What the lines of SEP<MAC>.cnf.xml are known to go wrong by: names, passwords, where they register.
import { IPV4 } from '../../../schemas/ipv4.ts'
import { releaseOf } from '../../../schemas/release.ts'
import type { PhoneModel } from '../../catalog/phone-model.ts'
import { PASSWORD_LIMITS } from '../../catalog/registrars.ts'
import { isLine } from '../sep/keys.ts'
import { isFritzBox } from '../sep/surroundings.ts'
import { childrenOf, findLoose, type LooseElement } from '../tolerant-xml.ts'
import { isPlaceholder } from './device.ts'
import { type Tell, textAt } from './mistake.ts'

const NAME_MAX = 30 // usecallmanager, sepmac-cnf-xml, name
const MAX = PASSWORD_LIMITS.maxLength
const SAFE = PASSWORD_LIMITS.safeLength ?? MAX

/** Passwords are measured, never shown. */
export function lintLines(device: LooseElement, model: PhoneModel | undefined, tell: Tell): void {
  const keys = childrenOf(findLoose(device, 'sipProfile', 'sipLines'), 'line')
  lintButtons(keys, tell)
  const lines = keys.filter(isLine)
  const [first] = lines
  const messages = lines.map(line => textAt(line, 'messagesNumber')).find(number => number !== '') ?? ''
  const manager = findLoose(device, 'devicePool', 'callManagerGroup', 'members', 'member', 'callManager')
  const box = isFritzBox(textAt(manager, 'processNodeName'), messages)
  const load = textAt(device, 'loadInformation')
  for (const line of lines) {
    const button = line.attributes.get('button') ?? '?'
    const name = textAt(line, 'name')
    const authName = textAt(line, 'authName')
    if (name.length > NAME_MAX) {
      tell('lint.too-long', line.line, { node: 'name', length: String(name.length), max: String(NAME_MAX) })
    }
    if (box && authName !== '' && authName !== name) tell('lint.auth-name', lineOf(line, 'authName'), { button })
    lintPassword(line, button, tell)
    if (model?.family.oneCredential.value && line !== first && differs(line, first)) {
      tell('lint.credential', lineOf(line, 'authName'), { button, model: model.name })
    }
    lintProxy(line, button, load, tell)
  }
  lintTransport(device, lines, messages, tell)
}

const lineOf = (line: LooseElement, node: string): number => findLoose(line, node)?.line ?? line.line

/** Whether a line says other credentials than the first: one that has none borrows them. */
const differs = (line: LooseElement, first: LooseElement | undefined): boolean =>
  ['authName', 'authPassword'].some(node => textAt(line, node) !== '' && textAt(line, node) !== textAt(first, node))

function lintButtons(keys: readonly LooseElement[], tell: Tell): void {
  const seen = new Set<string>()
  for (const { attributes, line } of keys) {
    const button = attributes.get('button') ?? ''
    if (!/^[1-9]\d{0,2}$/.test(button) || seen.has(button)) tell('lint.button', line, { button: button || '?' })
    seen.add(button)
  }
}

function lintPassword(line: LooseElement, button: string, tell: Tell): void {
  const value = textAt(line, 'authPassword')
  if (isPlaceholder(value)) return
  const at = lineOf(line, 'authPassword')
  const length = [...value].length
  const details = { button, max: String(MAX), safe: String(SAFE) }
  if (length > MAX) tell('lint.password-limit', at, details)
  else if (length > SAFE) tell('lint.password-long', at, details)
  if (/[^\x20-\x7e]/.test(value)) tell('lint.password-characters', at, details)
}

/** By the release of the load: which word a line has for its registrar is another one before 9.0. */
function lintProxy(line: LooseElement, button: string, load: string, tell: Tell): void {
  const proxy = textAt(line, 'proxy')
  const at = lineOf(line, 'proxy')
  const release = releaseOf(load)
  if (proxy === '') tell('lint.proxy-none', at, { button })
  else if (release && release[0] >= 9 && IPV4.test(proxy)) tell('lint.proxy-address', at, { button, load })
  else if (release && release[0] < 9 && proxy === 'USECALLMANAGER') tell('lint.proxy-word', at, { button, load })
}

/** Which system it is stands in no file; the number of its answering machine gives Asterisk away. */
function lintTransport(device: LooseElement, lines: readonly LooseElement[], messages: string, tell: Tell): void {
  const ports = lines.flatMap(line => findLoose(line, 'port') ?? [])
  const chanSip = ports.find(({ text }) => text === '5160')
  if (chanSip) tell('lint.port', chanSip.line)
  const transport = findLoose(device, 'transportLayerProtocol')
  if (transport?.text === '2' && !chanSip && /^\*9[78]$/.test(messages)) {
    tell('lint.transport-udp', transport.line, { number: messages })
  }
}
