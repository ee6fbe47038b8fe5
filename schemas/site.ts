// The site: what a person writes about their phones, merged over its preset. Shape only; what the catalogue must know of
// (models, loads, time zones) and what concerns several fields at once is checked in generator/plan/.
import * as z from 'zod'
import { Display, Features, Ports, SoftKeys } from './device.ts'
import { DIAL_REWRITE, DialRule, dialPlanOf } from './dial-plan.ts'
import { CIDR, IPV4 } from './ipv4.ts'
import { KEYS_MAX, lineKey } from './line-key.ts'
import { toMac } from './mac.ts'
import { RingTones } from './media.ts'
import { Codec, LoadsByModel, LocaleFields, Look, RegistrarFields } from './preset.ts'
import { screenText } from './screen-text.ts'
import { SecretReference } from './secret.ts'

/** The user part of a SIP address (RFC 3261 25.1, without what needs escaping); 30 by usecallmanager, sepmac-cnf-xml. */
const USERNAME = /^[A-Za-z0-9._~!*'()&=+$,/-]{1,30}$/
/** The same with a domain, as some registrars give for authentication. */
const AUTH_NAME = /^[A-Za-z0-9._~!*'()&=+$,/@-]{1,30}$/
/** 50 is the phone's limit for `processNodeName`. The last label has a letter, so no mistyped address is taken for a name. */
const HOST = /^(?=.{1,50}$)(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)*[A-Za-z](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/
const DIAL = /^\+?[0-9*#]{1,32}$/
/** 255 is the phone's limit (usecallmanager, sepmac-cnf-xml). No `user:password@`: a site holds no password. */
const SERVICE = /^(?=.{1,255}$)https?:\/\/(?![^/?#]*@)[!-~]+$/
/** Without a dash in either half: two ways to cut a text of dashes are one too many. */
const RANGE = /^[^\s-]+-[^\s-]+$/

const Address = z.string().regex(IPV4, 'site.address')
const Host = z.string().regex(new RegExp(`${IPV4.source}|${HOST.source}`), 'site.registrar-address')
const Dial = z.string().regex(DIAL, 'site.dial')
const Url = z.string().regex(SERVICE, 'site.service')
const Username = z.string().regex(USERNAME, 'site.username')

export const Line = z.strictObject({
  username: Username.describe('User name at the registrar, exactly as there'),
  password: SecretReference,
  label: screenText(30).describe('Text beside the line key').optional(),
  displayName: screenText(30).describe('Name that the called party sees').optional(),
  authName: z.string().regex(AUTH_NAME, 'site.username').describe('Only if the registrar wants another one').optional(),
  contact: Username.describe('User part of the contact address; the user name by default').optional(),
  autoAnswer: z.enum(['speaker', 'headset']).describe('Answers by itself, there; otherwise it rings').optional(),
  ring: z.enum(['ring', 'once', 'flash', 'off']).describe('How it rings while the phone is idle').optional(),
  maxCalls: z.int().min(1).max(200).describe('Calls of this line at a time; 4 by default').optional(),
  busyAt: z.int().min(1).max(200).describe('Calls from which on others hear the busy tone; 2 by default').optional(),
})

const Intercom = z
  .strictObject({
    username: Username.describe('User name of this line at the registrar'),
    password: SecretReference.optional(),
    dial: Dial.describe('Calls this number as soon as the key is pressed').optional(),
  })
  .describe('A line that answers by itself, muted: for short words between two rooms')

/** What only a site may have: keys for outside numbers, pages of a server, and lines of their own. */
export const Key = lineKey(Dial).extend({
  service: Url.describe('Opens this XML page: http://192.168.178.2/menu').optional(),
  intercom: Intercom.optional(),
})

const Urls = z
  .strictObject({
    directory: Url.describe('What the key for directories opens'),
    services: Url.describe('What the key for services opens'),
    messages: Url.describe('What the key for messages opens, instead of dialling'),
    information: Url.describe('What the key with the i asks for help'),
    idle: Url.describe('Shown while nobody uses the phone'),
    idleAfter: z.int().min(1).max(86_400).describe('… after so many seconds'),
    authentication: Url.describe('Who is asked whether a command to the phone is allowed'),
  })
  .partial()
  .describe('XML pages of a server of your own; none by default')

const Access = z
  .strictObject({
    web: z
      .boolean()
      .default(false)
      .describe('Whether the phone shows a web page about itself to everybody in the network'),
    ssh: z.strictObject({ username: Username, password: SecretReference }).describe('Who may log in to it').optional(),
  })
  .describe('Remote access to the phone; none by default')

const SiteDialRule = DialRule.extend({
  rewrite: z
    .string()
    .regex(DIAL_REWRITE, 'site.dial-rewrite')
    .describe('Dialled instead: digits, . for the next digit that a . matched, %0 for all, %1 to %5 for a group')
    .optional(),
  line: z.int().min(1).max(60).describe('For this line only, by its number').optional(),
})

export const Phone = z.strictObject({
  model: z.string().describe('As on the sticker: CP-7975G'),
  mac: z
    .string()
    .refine(text => text === 'any' || toMac(text) !== undefined, 'site.mac')
    .transform(text => toMac(text) ?? 'any')
    .describe('As on the sticker, or `any` for the first matching phone that asks'),
  running: z.string().max(80, 'site.text:80').describe('The load that it runs now, if known: SCCP75.8-3-4S').optional(),
  load: z.string().describe('The load that it shall run; a preset usually says it').optional(),
  label: z
    .string()
    // 12 characters; the 79xx take no blanks (usecallmanager, sepmac-cnf-xml, phoneLabel).
    .regex(
      /^(?! )[^\t-\r\u0000-\u001f\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff0-\uffff]{1,12}(?<! )$/,
      'site.phone-label',
    )
    .describe('Shown at the top of the screen: up to 12 characters; on a 79xx without blanks')
    .optional(),
  address: Address.describe('A fixed lease').optional(),
  lines: z.array(Line).describe('In the order of the line keys'),
  lineMode: z.boolean().describe('On an 88xx: the keys on both sides of the screen are line keys').default(false),
  hotline: Dial.describe('Dialled as soon as the phone is off the hook; it can call nothing else').optional(),
  addOns: z.array(z.string()).max(3, 'site.list:3').describe('Modules with more keys beside it: 7916-24').optional(),
  keys: z.array(Key).max(KEYS_MAX).describe('Instead of the keys of the preset').optional(),
})

export const Site = z
  .strictObject({
    site: z
      .string()
      .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, 'site.name')
      .describe('Name of the site: a-z, 0-9 and -'),
    preset: z
      .string()
      .describe(
        'Name of a built-in preset, such as fritzbox-de, or the id or link of a shared one; the site stands over it',
      )
      .optional(),
    registrar: z
      .strictObject({
        kind: RegistrarFields.kind.optional(),
        address: Host.describe('Where the phones register: 192.168.178.1'),
        port: RegistrarFields.port.optional(),
        transport: RegistrarFields.transport.optional(),
        nat: RegistrarFields.nat.optional(),
        expires: z.int().min(60).max(86_400).describe('Seconds for which a registration holds').default(3600),
        outboundProxy: Host.describe('All goes through this host, where the registrar wants it').optional(),
      })
      .describe('Where the phones register'),
    network: z
      .strictObject({
        agent: z
          .string()
          .regex(CIDR, 'site.agent')
          .describe('Address of the laptop while it flashes, with prefix length: 192.168.178.1/24'),
        leases: z
          .string()
          .regex(RANGE, 'site.leases')
          .describe('Addresses to give to phones: 192.168.178.201-192.168.178.220')
          .optional(),
        leaseMinutes: z.int().min(1).max(30).default(30).describe('How long a phone may keep its address'),
        router: Address.optional(),
        dns: z.array(Address).max(2, 'site.list:2').default([]),
        ntp: z.array(Host).max(4, 'site.list:4').default([]).describe('Time servers; the registrar by default'),
      })
      .describe('The network while the phones are flashed'),
    locale: z
      .strictObject({
        user: LocaleFields.user.default('English_United_States'),
        network: LocaleFields.network.default('United_States'),
        timeZone: LocaleFields.timeZone.default('Etc/UTC'),
        dateFormat: LocaleFields.dateFormat.default('D/M/YY'),
        clock: LocaleFields.clock.default('24h'),
      })
      .prefault({}),
    loads: LoadsByModel.default({}),
    codec: Codec.default('g711alaw'),
    messagesNumber: Dial.describe('Dialled by the messages key: **600').optional(),
    dialPlan: dialPlanOf(SiteDialRule, ['keep', 'strip', 'add']).default([]),
    keys: z.array(Key).max(KEYS_MAX).default([]).describe('For every phone that has no keys of its own'),
    display: z
      .strictObject({
        ...Display.shape,
        idle: Display.shape.idle.default(60),
        wakeOnCall: Display.shape.wakeOnCall.default(true),
      })
      .prefault({}),
    ports: z
      .strictObject({
        computer: Ports.shape.computer.default(true),
        computerInVoiceVlan: Ports.shape.computerInVoiceVlan.default(false),
        cdp: Ports.shape.cdp.default(true),
        lldp: Ports.shape.lldp.default(true),
      })
      .prefault({}),
    softKeys: SoftKeys.default({}),
    features: Features.default({}),
    urls: Urls.default({}),
    access: Access.prefault({}),
    look: z
      .strictObject({
        wallpaper: Look.shape.wallpaper.default('choice'),
        wallpapers: Look.shape.wallpapers.default([]),
      })
      .prefault({}),
    ringTones: RingTones.default([]),
    /** On the web, fewer (generator/site/limits.ts). */
    phones: z.array(Phone).min(1, 'site.phones-empty').max(10_000, 'site.phones-many:10000'),
  })
  .describe('A site of cp: which phones there are and where they register. It never holds a password.')
export type Site = z.output<typeof Site>
export type SitePhone = Site['phones'][number]
