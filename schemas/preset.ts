// The preset (cp-preset/1): what may be shared with strangers. It has no field for a password, a MAC, a user name, an
// address, a host, a URL or an outside number, because a preset comes from somebody who is not to be trusted with those.
// Its description, author, licence and labels are free text: shown, never used as anything else.
import * as z from 'zod'
import { Display, Features, Ports, SoftKeys } from './device.ts'
import { PresetDialPlan } from './dial-plan.ts'
import { KEYS_MAX, lineKey } from './line-key.ts'
import { LOAD_NAME } from './load-name.ts'
import { RingTones, Wallpapers } from './media.ts'
import { screenText } from './screen-text.ts'

// A `message` of the shape `site.name` or `site.name:30` is the code of a problem and its maximum (generator/problem.ts).

/** `**600`, `*97`: codes that a registrar answers itself. No digits may follow, so no call can be diverted or paid for. */
export const SHORT_CODE = /^\*{1,2}\d{1,3}$/

const Name = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._/+-]{0,59}$/, 'site.text:60')
export const LoadsByModel = z
  .record(
    z.string().regex(/^CP-[0-9A-Z-]{1,20}$/, 'site.model-unknown'),
    z.string().regex(LOAD_NAME, 'site.load-unknown'),
  )
  .describe('The load that phones of a model shall run: model → load')

export const LocaleFields = {
  user: Name.describe('Language of the screen, by the name of its folder: German_Germany'),
  network: Name.describe('Country of the tones, by the name of its folder: Germany'),
  timeZone: Name.describe('IANA name: Europe/Berlin'),
  dateFormat: z
    .enum(['D.M.YY', 'D.M.Y', 'D/M/YY', 'D/M/Y', 'D-M-YY', 'D-M-Y', 'M/D/YY', 'M/D/Y'])
    .describe('YY is a year of four digits, Y of two'),
  clock: z.enum(['24h', '12h']),
}

export const RegistrarFields = {
  kind: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, 'site.registrar-unknown')
    .describe('What the phone registers at: fritzbox'),
  port: z.int().min(1).max(65535).describe('SIP port of the registrar'),
  transport: z.enum(['udp', 'tcp']),
  nat: z.boolean().describe('Whether there is address translation between the phones and the registrar'),
}

export const Codec = z
  .enum(['g711alaw', 'g711ulaw', 'g722', 'g729a'])
  .describe('Preferred codec; the phone still offers the others')

// Stricter than a site's, which somebody wrote for themselves: nothing here can be a number, an address or a MAC.
const Words = z.string().regex(/^(?=.{1,60}$)[A-Z][A-Za-z]*(?:_[A-Za-z]+)*$/, 'preset.value')
const TimeZone = z
  .string()
  .regex(/^(?=.{1,60}$)[A-Z][a-z]{2,}(?:\/[A-Z][A-Za-z]+(?:[_-][A-Za-z]+)*){1,2}$/, 'preset.value')
const Load = z.string().regex(/^(?=.{1,63}$)(?:SIP|sip|P0S)\d[0-9A-Za-z_]*[.-]\d[0-9A-Za-z-]*$/, 'preset.value')
/** Of letters, at least one that is no digit of a MAC. */
const Kind = z.string().regex(/^(?=[a-z0-9-]*[g-z])[a-z0-9-]{1,40}$/, 'preset.value')

export const Look = z.strictObject({
  wallpaper: z.enum(['choice', 'fixed']).describe('Whether the person at the phone may choose a background picture'),
  wallpapers: Wallpapers,
})

const ShortCode = z.string().regex(SHORT_CODE, 'site.dial').describe('A code that the registrar answers itself: **600')

const PresetLocale = z.strictObject({
  ...LocaleFields,
  user: Words.describe(LocaleFields.user.description ?? ''),
  network: Words.describe(LocaleFields.network.description ?? ''),
  timeZone: TimeZone.describe(LocaleFields.timeZone.description ?? ''),
})

export const Preset = z
  .strictObject({
    preset: z
      .string()
      .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, 'site.name')
      .describe('Name of the preset'),
    description: z
      .strictObject({ en: screenText(200), de: screenText(200) })
      .partial()
      .optional(),
    language: z
      .string()
      .regex(/^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?$/, 'preset.language')
      .describe('Of its labels (BCP 47): de, pt-BR')
      .optional(),
    licence: z
      .string()
      .regex(/^[A-Za-z0-9](?:[A-Za-z0-9.+() -]{0,58}[A-Za-z0-9.+)])?$/, 'preset.licence')
      .describe('Under which others may use it (SPDX): CC0-1.0, MIT')
      .optional(),
    author: screenText(60).describe('Who wrote it, as they want to be called; nobody checks it').optional(),
    registrar: z
      .strictObject({ ...RegistrarFields, kind: Kind.describe(RegistrarFields.kind.description ?? '') })
      .partial()
      .optional(),
    locale: PresetLocale.partial().optional(),
    loads: z
      .record(LoadsByModel.keyType, Load)
      .describe(LoadsByModel.description ?? '')
      .optional(),
    codec: Codec.optional(),
    messagesNumber: ShortCode.optional(),
    dialPlan: PresetDialPlan.optional(),
    keys: z.array(lineKey(ShortCode)).max(KEYS_MAX).optional(),
    look: Look.partial().optional(),
    display: Display.partial().optional(),
    // Who may reach the phones' VLAN is for the person who runs the network.
    ports: Ports.omit({ computerInVoiceVlan: true }).partial().optional(),
    softKeys: SoftKeys.optional(),
    features: Features.optional(),
    ringTones: RingTones.optional(),
  })
  .describe('What may be shared: a preset of cp. It cannot hold passwords, addresses, user names or outside numbers.')
export type Preset = z.infer<typeof Preset>
