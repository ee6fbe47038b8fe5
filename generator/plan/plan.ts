// The plan: every decision about a site, so that what writes files has none left to make.
import { configPath } from '../../schemas/bundle/holes.ts'
import type { Hop, Manifest, ModelFacts } from '../../schemas/manifest.ts'
import type { Site } from '../../schemas/site.ts'
import type { UserLocale } from '../catalog/locales.ts'
import type { Registrar } from '../catalog/registrars.ts'
import { type Finding, isError } from '../problem.ts'
import { planLocale } from './locale.ts'
import { planNetwork } from './network.ts'
import { planPhone } from './phone.ts'
import { planRegistrar } from './registrar.ts'
import { planSecrets } from './secrets.ts'

export interface PlannedLine {
  /** From 1; the line key that it is on, too. */
  number: number
  username: string
  authName: string
  displayName: string
  contact: string
  label: string
  secret: string
}

export interface PlannedKey {
  /** Line key, from 1 at the top. */
  button: number
  dial: string
  label: string
}

export interface PlannedPhone {
  /** `00:1d:45:2d:2b:f0`, or `any`. */
  mac: string
  model: string
  deviceType: { id: number; name: string }
  label?: string
  address?: string
  running?: string
  facts: ModelFacts
  /** The last hop is the load that it shall run. */
  route: [...Hop[], Hop]
  /** What its lines say for the registrar. */
  proxy: string
  /** Path in the bundle. */
  config: string
  lines: PlannedLine[]
  keys: PlannedKey[]
}

export interface PlannedLocale {
  user: UserLocale
  network: string
  /** The phone's word: `W. Europe Standard/Daylight Time`. */
  timeZone: string
  dateTemplate: string
  /** Hosts, at most four. */
  ntp: string[]
}

export interface Plan {
  network: Manifest['network']
  registrar: Registrar & { address: string }
  locale: PlannedLocale
  codec: Site['codec']
  dialPlan: Site['dialPlan']
  messagesNumber?: string
  wallpaper: Site['look']['wallpaper']
  phones: PlannedPhone[]
  /** Each load once, in the order in which they are needed. */
  firmware: Manifest['firmware']
  secrets: Manifest['secrets']
}

export type Planned = { ok: true; plan: Plan; findings: Finding[] } | { ok: false; findings: Finding[] }

/** Decides everything, and says all that is wrong at once. */
export function planSite(site: Site): Planned {
  const findings: Finding[] = []
  const report = (finding: Finding) => void findings.push(finding)
  const registrar = planRegistrar(site, report)
  const network = planNetwork(site, report)
  const locale = planLocale(site, registrar, report)
  const secrets = planSecrets(site, report)
  let anyPhones = 0
  const phones = site.phones.map((phone, index) => {
    if (phone.mac === 'any') anyPhones++
    const path = ['phones', index]
    return planPhone({ site, phone, path, registrar, config: configPath(phone.mac, anyPhones), report })
  })
  const planned = phones.filter(phone => phone !== undefined)
  if (findings.some(isError) || !registrar || !locale || planned.length < phones.length) return { ok: false, findings }
  const { codec, dialPlan, messagesNumber, look } = site
  const hops = planned.flatMap(({ route }) => route)
  const plan: Plan = {
    network,
    registrar,
    locale,
    codec,
    dialPlan,
    ...(messagesNumber !== undefined && { messagesNumber }),
    wallpaper: look.wallpaper,
    phones: planned,
    firmware: [...new Map(hops.map(({ load, archive }) => [load, { load, ...(archive && { archive }) }])).values()],
    secrets,
  }
  return { ok: true, plan, findings }
}

/** Where the parts of a plan say what is wrong. */
export type Report = (finding: Finding) => void
