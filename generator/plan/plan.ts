// The plan: every decision about a site, so that what writes files has none left to make.

import type { DIAL_TONES } from '../../schemas/dial-plan.ts'
import type { Hop, Manifest, ModelFacts } from '../../schemas/manifest.ts'
import type { Site } from '../../schemas/site.ts'
import type { UserLocale } from '../catalog/locales.ts'
import type { AddOnModule } from '../catalog/models/add-on-modules.ts'
import type { RingToneKind } from '../catalog/models/ring-tones.ts'
import type { Codec, PhoneFamily } from '../catalog/phone-model.ts'
import type { Registrar } from '../catalog/registrar.ts'
import type { Finding } from '../problem.ts'
import type { PlannedSoftKeys } from './soft-keys.ts'

export interface PlannedLine {
  /** From 1; the line key that it is on, too. */
  number: number
  username: string
  authName: string
  displayName: string
  contact: string
  label: string
  secret: string
  autoAnswer?: 'speaker' | 'headset'
  ring: 'ring' | 'once' | 'flash' | 'off'
  maxCalls: number
  busyAt: number
  /** Written without a credential: the phone takes that of its first line. */
  borrows: boolean
}

/** What a key does that is no line. */
export type KeyAction = { label: string } & (
  | { kind: 'dial'; dial: string }
  | { kind: 'blf'; dial: string; pickup: boolean }
  | { kind: 'park'; dial: string }
  | { kind: 'service'; url: string }
  | { kind: 'feature'; id: number }
  /** `number` counts on after the lines; `dial` is called as soon as the key is pressed. */
  | { kind: 'intercom'; number: number; username: string; secret?: string; dial?: string }
)

export type PlannedKey = KeyAction & {
  /** Line key, from 1 at the top; those of modules count on. */
  button: number
}

export interface PlannedDialRule {
  /** Empty: off the hook. */
  match: string
  /** Seconds. */
  wait: number
  rewrite?: string
  tone?: (typeof DIAL_TONES)[number]
  line?: number
}

export interface PlannedDialPlan {
  /** The name by which a phone asks for it. */
  file: string
  /** By itself `dialTemplate`. */
  root?: 'DIALTEMPLATE'
  rules: PlannedDialRule[]
}

export interface PlannedPhone {
  /** `00:1d:45:2d:2b:f0`, or `any`. */
  mac: string
  model: string
  family: PhoneFamily
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
  dialPlan: PlannedDialPlan
  lines: PlannedLine[]
  keys: PlannedKey[]
  modules: AddOnModule[]
  /** The keys on both sides of the screen are line keys. */
  lineMode: boolean
  /** The site's, where the model has it. */
  codec: Codec
}

export interface PlannedLocale {
  user: UserLocale
  network: string
  /** The phone's word: `W. Europe Standard/Daylight Time`. */
  timeZone: string
  dateTemplate: string
  /** As the site says them, for phones that have other words: the IANA name, and the clock's hours. */
  zone: Site['locale']['timeZone']
  dateFormat: Site['locale']['dateFormat']
  clock: Site['locale']['clock']
  /** Hosts, at most four. */
  ntp: string[]
}

/** Pictures and tones, which the person's own files are; the bundle has their names only. */
export interface PlannedMedia {
  wallpapers: string[]
  /** Folders of the site's screens, each once. */
  folders: string[]
  ringTones: Site['ringTones']
  /** Kinds of ring tones that the site's phones play, each once. */
  kinds: RingToneKind[]
}

export interface Plan {
  network: Manifest['network']
  registrar: Registrar & { address: string; nat: boolean; expires: number; outboundProxy?: string }
  locale: PlannedLocale
  codec: Site['codec']
  /** Those of the phones, each once. */
  dialPlans: PlannedDialPlan[]
  messagesNumber?: string
  wallpaper: Site['look']['wallpaper']
  display: Site['display']
  ports: Site['ports']
  /** Undefined: the phone's own. */
  softKeys?: PlannedSoftKeys
  features: Site['features']
  urls: Site['urls']
  access: { web: boolean; ssh?: { username: string; secret: string } }
  media: PlannedMedia
  phones: PlannedPhone[]
  /** Each load once, in the order in which they are needed, with the release below which alone it is. */
  firmware: Manifest['firmware']
  secrets: Manifest['secrets']
}

/** Where the parts of a plan say what is wrong. */
export type Report = (finding: Finding) => void
