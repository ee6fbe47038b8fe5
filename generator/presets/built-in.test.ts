import { describe, expect, test } from 'vitest'
import { Preset } from '../../schemas/preset.ts'
import { BUILT_IN, builtInPreset } from './built-in.ts'

describe('a built-in preset', () => {
  test.each(BUILT_IN.map(preset => [preset.preset, preset] as const))(
    '%s keeps to the schema of presets',
    (name, preset) => {
      expect(Preset.parse(preset)).toEqual(preset)
      expect(builtInPreset(name)).toBe(preset)
    },
  )
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
    ['in a list of rules', (rules: object[]) => rules],
    ['beside a country', (rules: object[]) => ({ country: 'DE', outsideLine: '0', prefix: 'strip', rules })],
  ])('a number that is dialled instead, or one line, %s', (_, plan) => {
    const rule = { match: '0,*', wait: 1, tone: 'Cisco-Zip' }
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
