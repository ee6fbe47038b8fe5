// Whether a 79xx phone would take a configuration file: one wrong or missing node and a real one stays silent (field guide, phones 7.1).
import { LOAD_NAME } from '../../schemas/load-name.ts'
import { PhoneError } from './error.ts'
import { type Element, find, parseXml, XmlFault } from './xml.ts'

export interface SipConfig {
  label: string
  /** `processNodeName` of the first member of the call manager group. */
  registrar: string
  /** The SIP user names of the lines, in the order of their keys. */
  lines: string[]
  /** Folders of the two locale files; empty for the phone's own English. */
  userLocale: string
  networkLocale: string
  /** Empty when the configuration names none. */
  dialTemplate: string
  softKeyFile: string
}

/** Nodes that a SIP load needs, below `device`, whatever they hold. */
const NEEDED = [
  'devicePool/dateTimeSetting',
  'devicePool/callManagerGroup/members/member',
  'vendorConfig',
  'userLocale',
  'networkLocale',
  'sipProfile/sipProxies',
  'sipProfile/sipCallFeatures',
  'sipProfile/sipStack',
  'sipProfile/sipLines',
]
/** Nodes that must not be empty. A password is among those of a line, below. */
const FILLED = ['devicePool/dateTimeSetting/dateTemplate', 'devicePool/dateTimeSetting/timeZone']
const LINE_FILLED = ['proxy', 'name']
const CREDENTIAL = ['authName', 'authPassword']
/** `featureID` of a line; other keys are speed dials and the like. */
const FEATURE_LINE = '9'

/**
 * The root of a file in which every reader sees the same.
 * @throws PhoneError `phone.bad-config`: not well-formed, or another root
 */
export function readConfig(file: string, bytes: Uint8Array, roots: readonly string[]): Element {
  try {
    const root = parseXml(bytes)
    if (roots.includes(root.name)) return root
  } catch (error) {
    if (error instanceof XmlFault) throw new PhoneError('phone.bad-config', `${file}: ${error.message}`)
    throw error
  }
  throw new PhoneError('phone.bad-config', `${file}: another root than ${roots[0]}`)
}

/** The load that the phone shall run. @throws PhoneError `phone.bad-config` */
export function wantedLoad(file: string, device: Element): string {
  const load = textAt(device, 'loadInformation')
  if (load === undefined) throw new PhoneError('phone.bad-config', `${file}: no loadInformation`)
  if (!LOAD_NAME.test(load)) throw new PhoneError('phone.bad-config', `${file}: loadInformation is no load`)
  return load
}

/** What XMLDefault.cnf.xml says for a model; the id in `loadInformation437` is the phone's own, the attribute tells us (field guide, phones 1.1). */
export function defaultLoad(root: Element, model: string): string | undefined {
  const digits = /\d{4}/.exec(model)?.[0]
  const node = root.children.find(
    ({ name, attributes }) =>
      /^loadInformation\d+$/.test(name) && digits !== undefined && attributes.get('model')?.includes(digits),
  )
  const load = node?.text.trim() ?? ''
  return LOAD_NAME.test(load) ? load : undefined
}

/**
 * What a SIP load makes of its configuration.
 * @param oneCredential whether lines after the first register with its name and password, as those of later phones do
 * @throws PhoneError `phone.bad-config` with the path of the first node that is wrong; never with its value
 */
export function checkSipConfig(file: string, device: Element, oneCredential = false): SipConfig {
  const refuse = (reason: string): never => {
    throw new PhoneError('phone.bad-config', `${file}: ${reason}`)
  }
  if (textAt(device, 'deviceProtocol') !== 'SIP') refuse('deviceProtocol is not SIP')
  for (const path of NEEDED) if (!at(device, path)) refuse(`no ${path}`)
  for (const path of FILLED) if (!textAt(device, path)) refuse(`${path} is missing or empty`)
  // 4 is in no document but in a third of the files in use (field guide, phones 6).
  if (!/^[1-4]$/.test(textAt(device, 'transportLayerProtocol') ?? ''))
    refuse('transportLayerProtocol is missing or unknown')

  const registrars = childrenOf(device, 'devicePool/callManagerGroup/members', 'member').map(member =>
    textAt(member, 'callManager/processNodeName'),
  )
  const registrar = registrars[0]
  if (!registrar) return refuse('member/callManager/processNodeName is missing or empty')

  return {
    label: textAt(device, 'sipProfile/phoneLabel') ?? '',
    registrar,
    lines: checkLines(device, oneCredential, refuse),
    userLocale: textAt(device, 'userLocale/name') ?? '',
    networkLocale: textAt(device, 'networkLocale') ?? '',
    dialTemplate: textAt(device, 'sipProfile/dialTemplate') ?? '',
    softKeyFile: textAt(device, 'sipProfile/softKeyFile') ?? '',
  }
}

function checkLines(device: Element, oneCredential: boolean, refuse: (reason: string) => never): string[] {
  const keys = childrenOf(device, 'sipProfile/sipLines', 'line')
  const buttons = new Set<string>()
  for (const key of keys) {
    const button = key.attributes.get('button') ?? ''
    // Three modules with 36 keys each count on after those of the phone.
    if (!/^[1-9]\d{0,2}$/.test(button)) refuse('a line without button')
    if (buttons.has(button)) refuse(`button ${button} twice`)
    buttons.add(button)
  }
  const lines = keys.filter(key => textAt(key, 'featureID') === FEATURE_LINE)
  if (lines.length === 0) refuse('no line with featureID 9')
  return lines.map((line, index) => {
    const place = `line ${line.attributes.get('button')}`
    for (const node of oneCredential && index > 0 ? LINE_FILLED : [...LINE_FILLED, ...CREDENTIAL])
      if (!textAt(line, node)) refuse(`${place}: ${node} is missing or empty`)
    if (!isPort(textAt(line, 'port'))) refuse(`${place}: port is missing or none`)
    return textAt(line, 'name') ?? ''
  })
}

function isPort(text = ''): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65535
}

const at = (from: Element, path: string): Element | undefined => find(from, ...path.split('/'))
const textAt = (from: Element, path: string): string | undefined => at(from, path)?.text.trim()
const childrenOf = (from: Element, path: string, name: string): Element[] =>
  at(from, path)?.children.filter(child => child.name === name) ?? []
