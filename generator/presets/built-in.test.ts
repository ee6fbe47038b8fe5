import { describe, expect, test } from 'vitest'
import { Preset } from '../../schemas/preset.ts'
import { built } from '../../test/build.ts'
import { dial } from '../../test/phone-dialling.ts'
import { PHONES } from '../catalog/phones.ts'
import { BUILT_IN, builtInPreset } from './built-in.ts'

const ROUTER = '192.168.1.1'

/** The least that somebody can write, with one phone of every model. */
function smallest({ preset, registrar }: Preset): string {
  return JSON.stringify({
    site: 'smallest',
    preset,
    registrar: { address: ROUTER, ...(!registrar?.kind && { kind: 'generic' }) },
    network: { agent: '192.168.1.2/24', leases: '192.168.1.20-192.168.1.250', ntp: [ROUTER] },
    phones: PHONES.map(({ name }, index) => ({
      model: name,
      mac: `00:1d:45:00:01:${index.toString(16).padStart(2, '0')}`,
      lines: [{ username: `${100 + index}`, password: { secret: `line${index}` } }],
    })),
  })
}

describe.each(BUILT_IN.map(preset => [preset.preset, preset] as const))('the built-in preset %s', (name, preset) => {
  test('keeps to the schema of presets', () => {
    expect(Preset.parse(preset)).toEqual(preset)
    expect(builtInPreset(name)).toBe(preset)
    expect(BUILT_IN.filter(other => other.preset === name)).toHaveLength(1)
  })

  test('is described in both languages', () => {
    expect(preset.description?.en?.length).toBeGreaterThan(20)
    expect(preset.description?.de?.length).toBeGreaterThan(20)
    expect(preset.description?.de).not.toBe(preset.description?.en)
  })

  test('makes the smallest site of every model a bundle', async () => {
    const { plan, files } = await built(smallest(preset))
    expect(plan.phones.map(({ model }) => model)).toEqual(PHONES.map(({ name: model }) => model))
    for (const { config } of plan.phones) expect(files.has(config)).toBe(true)
  })

  test('knows the numbers of emergency calls if it is for a country, and takes every number otherwise', async () => {
    const { plan } = await built(smallest(preset))
    const rules = plan.dialPlans[0]?.rules ?? []
    const country = Array.isArray(preset.dialPlan) ? undefined : preset.dialPlan?.country
    expect(dial(rules, '112')).toMatchObject({ sent: '112', wait: country ? 0 : 4 })
    expect(dial(rules, '0301234567')).toMatchObject({ sent: '0301234567' })
    expect(dial(rules, '*97').sent).toBe('*97')
  })
})

test('what is for no country leaves tones, clock and time zone to the person', () => {
  for (const name of ['asterisk', 'freepbx', 'fusionpbx', 'small-office']) {
    expect(builtInPreset(name)?.locale).toEqual({ user: 'English_United_States' })
    expect(builtInPreset(`${name}-de`)?.locale).toMatchObject({ network: 'Germany', timeZone: 'Europe/Berlin' })
  }
})

test('the key of a small office is on the phones that have room for it and know it', async () => {
  const { plan, problems } = await built(smallest(builtInPreset('small-office-de') ?? { preset: 'none' }))
  const keysOf = (name: string) => plan.phones.find(({ model }) => model === name)?.keys.map(({ label }) => label)
  for (const model of ['CP-7942G', 'CP-7975G', 'CP-8841']) expect(keysOf(model)).toEqual(['Nicht stören'])
  for (const model of ['CP-7911G', 'CP-7960G']) expect(keysOf(model)).toEqual([])
  expect(problems.map(({ code }) => code)).toContain('site.keys-left-out')
  expect(plan.display).toMatchObject({ from: '07:30', to: '18:30' })
})

describe('the schema of presets refuses', () => {
  const codesOf = (more: object) => Preset.safeParse({ preset: 'x', ...more }).error?.issues.map(({ code }) => code)

  test.each([
    ['an address', { registrar: { address: '192.0.2.1' } }],
    ['a network', { network: { agent: '192.0.2.1/24' } }],
    ['phones', { phones: [] }],
    ['a user name', { lines: [{ username: 'x' }] }],
    ['a password', { phonePassword: { secret: 'x' } }],
    ['remote access', { look: { webAccess: true } }],
    ['remote access to a page or a shell', { access: { web: true } }],
    ['pages of a server', { urls: { services: 'http://192.0.2.1/' } }],
    ['a way for the computer into the VLAN of the phones', { ports: { computerInVoiceVlan: true } }],
  ])('%s', (_, more) => {
    expect(codesOf(more)).toEqual(['unrecognized_keys'])
  })

  test.each([
    ['in a list of rules', (rules: object[]) => [...rules, { match: '*', wait: 4 }]],
    ['beside a country', (rules: object[]) => ({ country: 'DE', outsideLine: '0', prefix: 'strip', rules })],
  ])('a number that is dialled instead, or one line, %s', (_, plan) => {
    const rule = { match: '2,*', wait: 1, tone: 'Cisco-Zip' }
    expect(codesOf({ dialPlan: plan([rule]) })).toBeUndefined()
    for (const more of [{ rewrite: '00491' }, { line: 1 }])
      expect(codesOf({ dialPlan: plan([{ ...rule, ...more }]) })).toEqual(['unrecognized_keys'])
  })

  test.each(['012', '+49', '*31#', ''])('%j to get out', outsideLine => {
    expect(codesOf({ dialPlan: { country: 'DE', outsideLine, prefix: 'strip' } })).toEqual(['invalid_format'])
  })

  test.each(['0900123456', '112', '*21*0900123#', '#991*15901590*', '**', 'sip:x', '+49'])(
    'the number %s on a key',
    dial => {
      expect(codesOf({ keys: [{ dial, label: 'x' }] })).toEqual(['invalid_format'])
      expect(codesOf({ messagesNumber: dial })).toEqual(['invalid_format'])
    },
  )

  test('digits that are added to what was dialled: with them a call goes abroad, and 110 to nobody', () => {
    for (const outsideLine of ['0', '00', '01'])
      expect(codesOf({ dialPlan: { country: 'DE', outsideLine, prefix: 'add' } })).toEqual(['invalid_union'])
  })

  test('no short code', () => {
    for (const dial of ['**600', '*97', '**9', '*09']) expect(codesOf({ keys: [{ dial, label: 'x' }] })).toBeUndefined()
  })
})
