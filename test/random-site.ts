// Random valid sites for property tests: every field of schemas/site.ts varies, as far as the catalogue goes.
import * as fc from 'fast-check'
import { loadsFor } from '../generator/catalog/loads.ts'
import { NETWORK_LOCALES, USER_LOCALES } from '../generator/catalog/locales.ts'
import { addOnModule } from '../generator/catalog/models/add-on-modules.ts'
import { PHONES, phoneModel } from '../generator/catalog/phones.ts'
import type { Registrar } from '../generator/catalog/registrar.ts'
import { REGISTRARS } from '../generator/catalog/registrars.ts'
import { TIME_ZONES } from '../generator/catalog/time-zones.ts'
import { BUILT_IN } from '../generator/presets/built-in.ts'
import { Codec, LocaleFields, Look } from '../schemas/preset.ts'
import { Key, Phone } from '../schemas/site.ts'
import { display, features, ports, softKeys } from './random-device.ts'
import { dialPlan } from './random-dial-plan.ts'
import { key, keysBetween } from './random-key.ts'
import { ringTones, wallpapers } from './random-media.ts'
import { authName, dial, host, optional, phoneLabel, record, screen, secretName, url, username } from './random-text.ts'

/** What a phone and its registrar allow: whether all lines have one credential, and whether each must have its own. */
interface Credentials {
  shared: boolean
  own: boolean
}

const lines = (phone: number, count: number, calls: number, { shared, own }: Credentials) =>
  secretName(phone * 100).chain(first =>
    fc.tuple(
      ...Array.from({ length: shared && own ? 1 : count }, (_, index) =>
        record({
          username,
          password: record({ secret: shared || index === 0 ? fc.constant(first) : secretName(phone * 100 + index) }),
          label: optional(screen),
          displayName: optional(screen),
          authName: shared && index > 0 ? fc.constant(undefined) : optional(authName),
          contact: optional(username),
          autoAnswer: optional(fc.constantFrom('speaker', 'headset')),
          ring: optional(fc.constantFrom('ring', 'once', 'flash', 'off')),
          ...callLimits(calls),
        }),
      ),
    ),
  )
/** Never busier than it can be: 4 and 2 stand where nothing is said. */
const callLimits = (most: number) => ({
  maxCalls: optional(fc.integer({ min: 4, max: most })),
  busyAt: optional(fc.integer({ min: 1, max: 4 })),
})

/** Modules of one kind, as many as the phone takes. */
const addOnsFor = (names: readonly string[]) =>
  names.length === 0
    ? fc.constant<string[]>([])
    : fc
        .tuple(fc.constantFrom(...names), fc.integer({ min: 0, max: 2 }))
        .map(([name, count]) => Array(count).fill(name))

const keysOn = (addOns: readonly string[]) => addOns.reduce((sum, name) => sum + (addOnModule(name)?.keys ?? 0), 0)

/** What may stand in the text files of the others is less: text-properties.test.ts. */
const XML_PHONES = PHONES.filter(({ family }) => family.configuration === 'xml')

/** @param index of the phone in its site, which makes its MAC and its address its own. */
const phone = (index: number, { oneName }: Registrar) =>
  fc.constantFrom(...XML_PHONES).chain(({ name, family, lineKeys, lineModeKeys, maxCalls, addOnModules }) =>
    fc
      .record({
        lineMode: lineModeKeys ? optional(fc.boolean()) : fc.constant(undefined),
        addOns: addOnsFor(addOnModules?.value ?? []),
      })
      .chain(({ lineMode, addOns }) => {
        const max = lineMode && lineModeKeys ? lineModeKeys.value : lineKeys.value
        return fc.integer({ min: 1, max }).chain(count =>
          record({
            model: fc.constant(name),
            mac: fc.oneof(fc.constant(`00:1D:45:00:02:${String(index).padStart(2, '0')}`), fc.constant('any')),
            running: optional(fc.constantFrom('SCCP75.8-3-4S', 'SIP41.9-4-2SR3-1S.loads', 'something old')),
            load: optional(fc.constantFrom(...loadsFor(name).map(load => load.name))),
            label: optional(phoneLabel.filter(label => family.blankInLabel.value || !label.includes(' '))),
            address: optional(fc.constant(`10.0.0.${20 + index}`)),
            lines: lines(index, count, maxCalls.value, { shared: family.oneCredential.value, own: oneName }),
            lineMode: fc.constant(lineMode),
            hotline: optional(dial),
            addOns: fc.constant(addOns.length > 0 ? addOns : undefined),
            keys: optional(keysBetween(count + 1, max + keysOn(addOns), family.name, index)),
          }),
        )
      }),
  )

const locale = record({
  user: optional(fc.constantFrom(...USER_LOCALES.map(({ name }) => name))),
  network: optional(fc.constantFrom(...NETWORK_LOCALES)),
  timeZone: optional(fc.constantFrom(...Object.keys(TIME_ZONES))),
  dateFormat: optional(fc.constantFrom(...LocaleFields.dateFormat.options)),
  clock: optional(fc.constantFrom(...LocaleFields.clock.options)),
})
const network = record({
  agent: fc.constant('10.0.0.1/24'),
  leases: fc.constant('10.0.0.100-10.0.0.200'),
  leaseMinutes: optional(fc.integer({ min: 1, max: 30 })),
  router: optional(fc.constant('10.0.0.254')),
  dns: optional(fc.subarray(['10.0.0.253', '9.9.9.9'])),
  ntp: optional(fc.subarray(['10.0.0.252', '10.0.0.251', '10.0.0.250', 'ntp.example.org'])),
})
const registrarOf = ({ kind }: Registrar) =>
  record({
    kind: fc.constant(kind),
    address: fc.oneof(fc.constant('10.0.0.2'), host),
    port: optional(fc.integer({ min: 1, max: 65_535 })),
    transport: optional(fc.constantFrom('udp', 'tcp')),
    nat: optional(fc.boolean()),
    expires: optional(fc.integer({ min: 60, max: 86_400 })),
    outboundProxy: optional(host),
  })
const wallpaper = fc.constantFrom(...Look.shape.wallpaper.options)
const access = record({
  web: optional(fc.boolean()),
  ssh: optional(record({ username, password: record({ secret: secretName(9000) }) })),
})

const urls = record({
  ...Object.fromEntries(
    ['directory', 'services', 'messages', 'information', 'idle', 'authentication'].map(name => [name, optional(url)]),
  ),
  idleAfter: optional(fc.integer({ min: 1, max: 86_400 })),
})

/** A site as somebody could write it. */
export const randomSite: fc.Arbitrary<Record<string, unknown>> = fc
  .constantFrom(...REGISTRARS)
  .chain(kind =>
    record({
      site: fc.stringMatching(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/),
      preset: optional(fc.constantFrom(...BUILT_IN.map(({ preset }) => preset))),
      registrar: registrarOf(kind),
      network,
      locale: optional(locale),
      loads: fc.constant(Object.fromEntries(PHONES.map(({ name }) => [name, loadsFor(name)[0]?.name ?? '']))),
      codec: optional(fc.constantFrom(...Codec.options)),
      messagesNumber: optional(dial),
      dialPlan: optional(dialPlan),
      keys: optional(fc.array(key('any family', 8000), { maxLength: 3 })),
      display: optional(display),
      ports: optional(ports),
      softKeys: optional(softKeys),
      features: optional(features),
      access: optional(access),
      urls: optional(urls),
      look: optional(record({ wallpaper: optional(wallpaper), wallpapers: optional(wallpapers) })),
      ringTones: optional(ringTones),
      phones: fc
        .integer({ min: 1, max: 3 })
        .chain(count => fc.tuple(...Array.from({ length: count }, (_, index) => phone(index, kind)))),
    }),
  )
  .map(site => ({ ...site, ...('keys' in site && { keys: keysForAll(site) }) }))

/** Keys for every phone that has none of its own: only where there is room on all of them, the last at the last place. */
function keysForAll({ keys, phones }: { keys?: unknown; phones?: unknown }): object[] {
  const [own, shared] = [Key.array().parse(keys), Phone.array().parse(phones)]
  const bare = shared.filter(({ keys: its }) => its === undefined)
  const taken = Math.max(0, ...bare.map(({ lines: its }) => its.length))
  const last = Math.min(60, ...bare.map(({ model }) => phoneModel(model)?.lineKeys.value ?? 0))
  if (taken + own.length > last) return []
  return own.map((one, index) => (index === own.length - 1 ? { ...one, position: last } : one))
}
