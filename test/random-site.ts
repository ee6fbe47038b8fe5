// Random valid sites for property tests: every field of schemas/site.ts varies, as far as the catalogue goes.
import * as fc from 'fast-check'
import type * as z from 'zod'
import { loadsFor } from '../generator/catalog/loads.ts'
import { NETWORK_LOCALES, USER_LOCALES } from '../generator/catalog/locales.ts'
import { PHONES, phoneModel } from '../generator/catalog/phones.ts'
import { REGISTRARS } from '../generator/catalog/registrars.ts'
import { TIME_ZONES } from '../generator/catalog/time-zones.ts'
import { BUILT_IN } from '../generator/presets/built-in.ts'
import { Codec, DialRule, Look, screenText } from '../schemas/preset.ts'
import { Key, Phone } from '../schemas/site.ts'

/** What breaks careless writers of XML, alone and in the midst of others. */
const NASTY = [
  '&',
  '<',
  '>',
  '"',
  "'",
  ']]>',
  '<!--',
  '&amp;',
  '<![CDATA[',
  '%s',
  '\\',
  'ü',
  'ß',
  '€',
  '中',
  '\u00a0',
  ' ',
]
const unit = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.integer({ min: 0x20, max: 0x7e }).map(code => String.fromCharCode(code)),
  fc.integer({ min: 0xa0, max: 0xffef }).map(code => String.fromCharCode(code)),
)
const fitting = (max: number, schema: z.ZodType) =>
  fc.string({ unit, minLength: 1, maxLength: max }).filter(text => schema.safeParse(text).success)
const screen = fitting(30, screenText(30))
const phoneLabel = fitting(12, Phone.shape.label)
const username = fc.stringMatching(/^[A-Za-z0-9._~!*'()&=+$,/-]{1,30}$/)
const authName = fc.stringMatching(/^[A-Za-z0-9._~!*'()&=+$,/@-]{1,30}$/)
const dial = fc.stringMatching(/^\+?[0-9*#]{1,32}$/)
const host = fc.stringMatching(/^[a-z]([a-z0-9-]{0,15}[a-z0-9])?\.[a-z]{2,8}$/)
/** What a phone may be given as a password; at most 30 characters, see generator/catalog/registrars.ts. */
export const password: fc.Arbitrary<string> = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 30 })

/** Unlike any other with another number, also as a key of a secrets file. */
const secretRest = fc.stringMatching(/^[a-z0-9_/-]{0,20}$/)
const secretName = (number: number) => secretRest.map(rest => `s${number}.x${rest}`)
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
/** Draws for every part of a record, and leaves out what is undefined, as a person would. */
const record = <T extends Record<string, unknown>>(parts: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record<T>(parts).map(made => Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)))

const key = (position?: number) => record({ dial, label: screen, position: fc.constant(position) })
/** Keys on what is left after the lines: some where they fall, some at a position of their own. */
const keysBetween = (first: number, last: number) =>
  fc
    .subarray(Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index))
    .chain(positions => fc.tuple(...positions.map(position => optional(fc.constant(position)).chain(at => key(at)))))

const lines = (phone: number, count: number) =>
  fc.tuple(
    ...Array.from({ length: count }, (_, index) =>
      record({
        username,
        password: record({ secret: secretName(phone * 100 + index) }),
        label: optional(screen),
        displayName: optional(screen),
        authName: optional(authName),
        contact: optional(username),
      }),
    ),
  )

/** @param index of the phone in its site, which makes its MAC and its address its own. */
const phone = (index: number) =>
  fc.constantFrom(...PHONES).chain(({ name, lineKeys }) =>
    fc.integer({ min: 1, max: lineKeys.value }).chain(count =>
      record({
        model: fc.constant(name),
        mac: fc.oneof(fc.constant(`00:1D:45:00:02:${String(index).padStart(2, '0')}`), fc.constant('any')),
        running: optional(fc.constantFrom('SCCP75.8-3-4S', 'SIP41.9-4-2SR3-1S.loads', 'something old')),
        load: optional(fc.constantFrom(...loadsFor(name).map(load => load.name))),
        label: optional(phoneLabel),
        address: optional(fc.constant(`10.0.0.${20 + index}`)),
        lines: lines(index, count),
        keys: optional(keysBetween(count + 1, lineKeys.value)),
      }),
    ),
  )

const locale = record({
  user: optional(fc.constantFrom(...USER_LOCALES.map(({ name }) => name))),
  network: optional(fc.constantFrom(...NETWORK_LOCALES)),
  timeZone: optional(fc.constantFrom(...Object.keys(TIME_ZONES))),
  dateFormat: optional(fc.constantFrom('D.M.YY', 'D.M.Y', 'D/M/YY', 'D/M/Y', 'D-M-YY', 'D-M-Y', 'M/D/YY', 'M/D/Y')),
  clock: optional(fc.constantFrom('24h', '12h')),
})
const network = record({
  agent: fc.constant('10.0.0.1/24'),
  leases: fc.constant('10.0.0.100-10.0.0.200'),
  leaseMinutes: optional(fc.integer({ min: 1, max: 30 })),
  router: optional(fc.constant('10.0.0.254')),
  dns: optional(fc.subarray(['10.0.0.253', '9.9.9.9'])),
  ntp: optional(fc.subarray(['10.0.0.252', '10.0.0.251', '10.0.0.250', '10.0.0.249'])),
})
const registrar = record({
  kind: fc.constantFrom(...REGISTRARS.map(({ kind }) => kind)),
  address: fc.oneof(fc.constant('10.0.0.2'), host),
  port: optional(fc.integer({ min: 1, max: 65_535 })),
  transport: optional(fc.constantFrom('udp', 'tcp')),
})
const dialRule = record({
  match: fc.stringMatching(/^(?:\\\*|[0-9#.*]){1,20}$/).filter(match => DialRule.shape.match.safeParse(match).success),
  wait: fc.integer({ min: 0, max: 60 }),
})

/** A site as somebody could write it. */
export const randomSite: fc.Arbitrary<Record<string, unknown>> = record({
  site: fc.stringMatching(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/),
  preset: optional(fc.constantFrom(...BUILT_IN.map(({ preset }) => preset))),
  registrar,
  network,
  locale: optional(locale),
  loads: fc.constant(Object.fromEntries(PHONES.map(({ name }) => [name, loadsFor(name)[0]?.name ?? '']))),
  codec: optional(fc.constantFrom(...Codec.options)),
  messagesNumber: optional(dial),
  dialPlan: optional(fc.array(dialRule, { maxLength: 20 })),
  keys: optional(fc.array(key(), { maxLength: 3 })),
  look: optional(record({ wallpaper: fc.constantFrom(...Look.shape.wallpaper.options) })),
  phones: fc.integer({ min: 1, max: 3 }).chain(count => fc.tuple(...Array.from({ length: count }, (_, i) => phone(i)))),
}).map(site => ({ ...site, ...(site.keys !== undefined && { keys: keysForAll(site) }) }))

/** Keys for every phone that has none of its own: only where there is room on all of them, the last at the last place. */
function keysForAll({ keys, phones }: { keys?: unknown; phones?: unknown }): object[] {
  const [own, shared] = [Key.array().parse(keys), Phone.array().parse(phones)]
  const bare = shared.filter(({ keys: its }) => its === undefined)
  const taken = Math.max(0, ...bare.map(({ lines: its }) => its.length))
  const last = Math.min(60, ...bare.map(({ model }) => phoneModel(model)?.lineKeys.value ?? 0))
  if (taken + own.length > last) return []
  return own.map((one, index) => (index === own.length - 1 ? { ...one, position: last } : one))
}
