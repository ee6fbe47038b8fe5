// What holds for any site of phones that read text: their files are taken, and every text arrives as it was written.
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkTextConfig, readText } from '../agent/rehearsal/text-config.ts'
import { loadsFor } from '../generator/catalog/loads.ts'
import { PHONES } from '../generator/catalog/phones.ts'
import { REGISTRARS } from '../generator/catalog/registrars.ts'
import { built, served } from './build.ts'
import { authName, dial, optional, record, username } from './random-text.ts'

const MODELS = PHONES.filter(({ family }) => family.configuration === 'text')
/** What such a file can carry: Latin-1 without a quote and a backslash, with blanks inside only. */
const unit = fc.oneof(fc.constantFrom(...`#;:'&<>%ü ß`), fc.integer({ min: 0x21, max: 0x7e }).map(toCharacter))
const text = (max: number) =>
  fc.string({ unit, minLength: 1, maxLength: max }).filter(it => it.trim() === it && !/["\\]/.test(it))
const password = fc
  .string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map(toCharacter), minLength: 1, maxLength: 30 })
  .filter(it => !/["\\]/.test(it) && it !== 'UNPROVISIONED')

function toCharacter(code: number): string {
  return String.fromCharCode(code)
}

const phone = (index: number, oneName: boolean) =>
  fc.constantFrom(...MODELS).chain(({ name, lineKeys }) =>
    fc.integer({ min: 1, max: lineKeys.value }).chain(count =>
      record({
        model: fc.constant(name),
        mac: fc.constantFrom(`00:12:D9:00:00:0${index}`, 'any'),
        load: fc.constant(loadsFor(name)[0]?.name),
        label: optional(text(11)),
        lines: fc.tuple(
          ...Array.from({ length: count }, (_, line) =>
            record({
              username,
              password: fc.constant({ secret: `p${index}-${line}` }),
              label: optional(text(30)),
              displayName: optional(text(30)),
              authName: oneName ? fc.constant(undefined) : optional(authName),
            }),
          ),
        ),
        keys: fc.array(record({ dial, label: optional(text(30)) }), { maxLength: lineKeys.value - count }),
      }),
    ),
  )

const site = fc.constantFrom(...REGISTRARS).chain(({ kind, oneName }) =>
  record({
    site: fc.constant('text'),
    registrar: fc.constant({ kind, address: '10.0.0.2' }),
    network: fc.constant({ agent: '10.0.0.1/24', leases: '10.0.0.100-10.0.0.200' }),
    phones: fc
      .integer({ min: 1, max: 3 })
      .chain(count => fc.tuple(...Array.from({ length: count }, (_, index) => phone(index, oneName)))),
  }),
)

it('any valid site has files that the virtual phone takes, with every text as it went in', async () => {
  await fc.assert(
    fc.asyncProperty(site, fc.infiniteStream(password), async (written, passwords) => {
      const made = await built(JSON.stringify(written))
      const given = new Map(made.plan.secrets.map(({ name }) => [name, passwords.next().value ?? '']))
      const common = readText('SIPDefault.cnf', made.files.get('files/SIPDefault.cnf')?.bytes ?? new Uint8Array())
      for (const planned of made.plan.phones) {
        const own = readText(
          planned.config,
          served(made, planned, secret => given.get(secret) ?? ''),
        )
        const load = planned.route.at(-1)?.load ?? ''
        const values = new Map([...common, ['image_version', load] as const, ...own])
        expect(checkTextConfig(planned.config, values)).toMatchObject({
          label: planned.label ?? '',
          registrar: '10.0.0.2',
          lines: planned.lines.map(({ username: name }) => name),
        })
        for (const line of planned.lines) {
          const at = (key: string) => own.get(`line${line.number}_${key}`)
          expect([at('name'), at('authname'), at('shortname'), at('displayname'), at('password')]).toEqual([
            line.username,
            line.authName,
            line.label,
            line.displayName,
            given.get(line.secret),
          ])
        }
      }
    }),
    { numRuns: 200, seed: 20_261_124 },
  )
})
