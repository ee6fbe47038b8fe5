// The preset (cp-preset/1): what may be shared with strangers. It has no field for a password, a MAC, a user name, an
// address, a host, a URL or an outside number, because a preset comes from somebody who is not to be trusted with those.
import * as z from 'zod'
import { Display, Features, Ports, SoftKeys } from './device.ts'
import { KEYS_MAX, lineKey } from './line-key.ts'
import { LOAD_NAME } from './load-name.ts'
import { RingTones, Wallpapers } from './media.ts'
import { screenText } from './screen-text.ts'

// A `message` of the shape `site.name` or `site.name:30` is the code of a problem and its maximum (generator/problem.ts).

/** `**600`, `*97`: codes that a registrar answers itself. No digits may follow, so no call can be diverted or paid for. */
export const SHORT_CODE = /^\*{1,2}\d{1,3}$/

/**
 * What the phone documents for a pattern: digits, #, `.` for one, `*` for any number, `\*` for the star itself, `,` for a
 * second dial tone. Not commas alone: that would be the pattern of a hotline.
 */
export const DIAL_PATTERN = /^(?=.{1,40}$)(?=,*[^,])(?:\\\*|[0-9#.*,])+$/

/** What it documents for a number that is dialled instead (usecallmanager, dial-template), and what a number may have. */
export const DIAL_REWRITE = /^(?=.{1,40}$)(?:[0-9*#+.]|%[0-5%.])+$/

/** Any other name makes the phone drop the whole file (usecallmanager, dial-template). */
export const DIAL_TONES = [
  'Bellcore-Inside',
  'Bellcore-Outside',
  'Bellcore-Busy',
  'Bellcore-Reorder',
  'Bellcore-CallWaiting',
  'Bellcore-Hold',
  'Bellcore-Reminder',
  'Bellcore-Confirmation',
  'Bellcore-Permanent',
  'Bellcore-None',
  'Cisco-Zip',
  'Cisco-ZipZip',
  'Cisco-BeepBonk',
] as const

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

/** A preset's rule cannot change the number that is dialled; a site's can. */
export const DialRule = z.strictObject({
  match: z
    .string()
    .regex(DIAL_PATTERN, 'site.dial-rule')
    .describe(
      "Digits, # and: . for one, * for any number of them, \\* for the star itself, a comma for a second dial tone. '\\*\\*...' is ** and three more",
    ),
  wait: z.int().min(0).max(60).describe('Seconds to wait for another digit before the number is dialled'),
  tone: z.enum(DIAL_TONES).describe('What is heard at a comma; the tone for outside by default').optional(),
})

/**
 * Rules one by one, or what makes them: the country, and what must be dialled to get out. A preset cannot add digits: with
 * a 0 before it, 030 12345 is no longer in Berlin but in Greece, and 110 is nobody.
 */
export const dialPlanOf = <Rule extends z.ZodType, Prefix extends 'keep' | 'strip' | 'add'>(
  rule: Rule,
  prefixes: readonly [Prefix, ...Prefix[]],
) => {
  const rules = z.array(rule).max(100)
  return z
    .union([
      rules,
      z.strictObject({
        country: z
          .string()
          .regex(/^[A-Z]{2}$/, 'site.country')
          .describe('Whose numbers are dialled: DE')
          .optional(),
        outsideLine: z
          .string()
          .regex(/^\d{1,2}$/, 'site.outside-line')
          .describe('One or two digits that stand before every outside number')
          .optional(),
        prefix: z
          .enum(prefixes)
          .describe('outsideLine is dialled and sent (keep), or dialled only (strip); in a site also sent only (add)')
          .optional(),
        rules: rules.describe('Before those of the registrar and the country').optional(),
      }),
    ])
    .describe('When a number counts as complete: rules, or the country whose rules are taken')
}

export const Look = z.strictObject({
  wallpaper: z.enum(['choice', 'fixed']).describe('Whether the person at the phone may choose a background picture'),
  wallpapers: Wallpapers,
})

const ShortCode = z.string().regex(SHORT_CODE, 'site.dial').describe('A code that the registrar answers itself: **600')

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
    registrar: z.strictObject(RegistrarFields).partial().optional(),
    locale: z.strictObject(LocaleFields).partial().optional(),
    loads: LoadsByModel.optional(),
    codec: Codec.optional(),
    messagesNumber: ShortCode.optional(),
    dialPlan: dialPlanOf(DialRule, ['keep', 'strip']).optional(),
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
