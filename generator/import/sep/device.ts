// What else stands in SEP<MAC>.cnf.xml that a site can say: screen, sockets, remote access, modules, features.

import { ADD_ON_MODULES } from '../../catalog/models/add-on-modules.ts'
import type { ImportNote } from '../note.ts'
import { pageAddress } from '../page-address.ts'
import { childrenOf, findLoose, type LooseElement } from '../tolerant-xml.ts'
import type { ImportedSecret } from './keys.ts'

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
const TIME = /^([01]?\d|2[0-3]):([0-5]\d)$/

/** Only what differs from what a site says by itself, so that it stays short. */
export function toDevice(device: LooseElement, secrets: ImportedSecret[], notes: ImportNote[]) {
  const vendor = (name: string) => findLoose(device, 'vendorConfig', name)?.text ?? ''
  const display = toDisplay(vendor)
  const ports = {
    ...(vendor('pcPort') === '1' && { computer: false }),
    ...(vendor('voiceVlanAccess') === '1' && { computerInVoiceVlan: true }),
    ...(vendor('enableCdpSwPort') === '0' && { cdp: false }),
    ...(vendor('enableLldpSwPort') === '0' && { lldp: false }),
  }
  const access = { ...(vendor('webAccess') === '0' && { web: true }), ...toSsh(device, vendor, secrets) }
  const urls = toUrls(device)
  for (const path of [['sipProfile', 'softKeyFile'], ['featurePolicyFile']]) {
    const file = findLoose(device, ...path)?.text ?? ''
    if (file !== '') notes.push({ code: 'import.file', file })
  }
  return {
    ...(Object.keys(display).length > 0 && { display }),
    ...(Object.keys(ports).length > 0 && { ports }),
    ...(Object.keys(access).length > 0 && { access }),
    ...(Object.keys(urls).length > 0 && { urls }),
  }
}

const PAGES = ['directory', 'services', 'messages', 'information', 'idle', 'authentication'] as const

function toUrls(device: LooseElement) {
  const at = (name: string) => findLoose(device, name)?.text ?? ''
  const pages = PAGES.flatMap(name => (at(`${name}URL`) === '' ? [] : [[name, pageAddress(at(`${name}URL`))] as const]))
  const after = Number(at('idleTimeout'))
  return { ...Object.fromEntries(pages), ...(Number.isInteger(after) && after > 0 && { idleAfter: after }) }
}

function toDisplay(vendor: (name: string) => string) {
  const [on, duration] = [minutesOf(vendor('displayOnTime')), minutesOf(vendor('displayOnDuration'))]
  const off = vendor('daysDisplayNotActive').split(',').map(Number)
  const days = DAYS.filter((_, index) => !off.includes(index + 1))
  const idle = minutesOf(vendor('displayIdleTimeout'))
  const fixed = on !== undefined && duration !== undefined && duration > 0 && days.length > 0
  return {
    ...(fixed && { from: timeOf(on), to: timeOf((on + duration) % 1440) }),
    ...(fixed && days.length < DAYS.length && { days }),
    ...(idle !== undefined && idle > 0 && idle !== 60 && { idle }),
    ...(vendor('displayOnWhenIncomingCall') === '0' && { wakeOnCall: false }),
  }
}

function minutesOf(time: string): number | undefined {
  const [, hours, minutes] = TIME.exec(time) ?? []
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes)
}

const timeOf = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map(part => String(part).padStart(2, '0')).join(':')

function toSsh(device: LooseElement, vendor: (name: string) => string, secrets: ImportedSecret[]) {
  const username = findLoose(device, 'sshUserId')?.text ?? ''
  const value = findLoose(device, 'sshPassword')?.text ?? ''
  if (vendor('sshAccess') !== '0' || username === '' || value === '') return {}
  secrets.push({ name: 'ssh', value })
  return { ssh: { username, password: { secret: 'ssh' } } }
}

/** Whether the keys on both sides of the screen are line keys. */
export const hasLineMode = (device: LooseElement): boolean =>
  findLoose(device, 'vendorConfig', 'lineMode')?.text === '1'

/** Names of the modules beside the phone; one that is not known is noted. */
export function toModules(device: LooseElement, notes: ImportNote[]): string[] {
  return childrenOf(findLoose(device, 'addOnModules'), 'addOnModule').flatMap(module => {
    const type = findLoose(module, 'deviceType')?.text ?? ''
    const keys = Number(findLoose(module, 'deviceLine')?.text)
    const fitting = ADD_ON_MODULES.filter(({ deviceType }) => deviceType.toLowerCase() === type.toLowerCase())
    const found = fitting.find(entry => entry.keys === keys) ?? fitting[0]
    if (!found) notes.push({ code: 'import.module', line: module.line, was: type })
    return found ? [found.name] : []
  })
}
