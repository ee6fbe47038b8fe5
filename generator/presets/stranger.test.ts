// What a preset of a stranger can do at the worst: nothing to an emergency call, and nothing that reaches out.
import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { PresetDialRule } from '../../schemas/dial-plan.ts'
import { Preset } from '../../schemas/preset.ts'
import { dial } from '../../test/phone-dialling.ts'
import { DIALLING } from '../catalog/dialling/dialling.ts'
import { LOADS } from '../catalog/loads.ts'
import { NETWORK_LOCALES, USER_LOCALES } from '../catalog/locales.ts'
import { REGISTRARS } from '../catalog/registrars.ts'
import { TIME_ZONES } from '../catalog/time-zones.ts'
import { check } from '../generate.ts'
import type { PlannedDialRule } from '../plan/plan.ts'
import { toLink } from './link.ts'

const EXAMPLE = readFileSync(new URL('../../examples/fritzbox-7975g.yaml', import.meta.url), 'utf8')
const COUNTRIES = DIALLING.map(({ country }) => country)
/** Of the catalogue, and of countries that it does not have. */
const EMERGENCY = [
  ...new Set([...DIALLING.flatMap(({ emergency }) => emergency), '000', '110', '111', '119', '190', '995']),
]

const sign = fc.constantFrom(...'0123456789#.*,', '\\*')
const rule = fc.record({
  match: fc.oneof(
    fc.array(sign, { minLength: 1, maxLength: 6 }).map(signs => signs.join('')),
    fc.constantFrom(...EMERGENCY, '1', '11', '11.', '1*', '*', '.', '...', ',1', '9,*', '\\*1'),
  ),
  wait: fc.integer({ min: 0, max: 60 }),
})
const outside = fc.constantFrom(undefined, '0', '2', '7', '9', '71', '1', '11', '112')

const rulesOf = async (preset: Preset, site = ''): Promise<readonly PlannedDialRule[]> => {
  const text = `${EXAMPLE.replace('preset: fritzbox-de', `preset: '${await toLink(preset)}'`)}${site}`
  const made = await check({ text: text.replace('registrar: {', 'registrar: { kind: fritzbox,'), lang: 'en' })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.plan.dialPlans[0]?.rules ?? []
}

describe('an emergency call', () => {
  it('begins with 0, 1 or 9 in every country, which the rules of presets rely on', () => {
    for (const number of EMERGENCY) expect(number).toMatch(/^[019]/)
    expect(EMERGENCY).toEqual(expect.arrayContaining(['110', '112', '911', '999', '000']))
  })

  it.each(
    ['1', '11', '11.', '1*', '112', '110', '9..', '.', '...', ',112', '0*', '**', '#1', '2'].map(match => [match]),
  )('rules of a preset begin with something else: %s', match => {
    const { success } = PresetDialRule.safeParse({ match, wait: 0 })
    expect(success).toBe(/^[2#]/.test(match))
  })

  it.each([
    [0, false],
    [2, false],
    [3, true],
    [5, true],
    [6, false],
    [60, false],
  ])('the rule for everything may wait %d s: %s', (wait, allowed) => {
    expect(PresetDialRule.safeParse({ match: '*', wait }).success).toBe(allowed)
    expect(Preset.safeParse({ preset: 'x', dialPlan: [{ match: '*', wait }] }).success).toBe(allowed)
    expect(Preset.safeParse({ preset: 'x', dialPlan: [{ match: '2..', wait: 0 }] }).success).toBe(false)
  })

  it('goes out whole and at once with any preset that the schema lets through, in its own country', async () => {
    let through = 0
    const preset = fc.record({
      country: fc.constantFrom(...COUNTRIES),
      rules: fc.array(rule, { maxLength: 4 }),
      outsideLine: outside,
      prefix: fc.constantFrom(undefined, 'keep', 'strip'),
    })
    await fc.assert(
      fc.asyncProperty(preset, async ({ country, rules, outsideLine, prefix }) => {
        // Most random rules are refused; those that are not are the ones to try.
        const allowed = rules.filter(one => PresetDialRule.safeParse(one).success)
        const dialPlan = { country, rules: allowed, ...(outsideLine && { outsideLine, ...(prefix && { prefix }) }) }
        const parsed = Preset.safeParse({ preset: 'x', dialPlan })
        if (!parsed.success) return
        if (allowed.length > 0) through++
        const planned = await rulesOf(parsed.data)
        for (const number of DIALLING.find(facts => facts.country === country)?.emergency ?? []) {
          const { sent, wait } = dial(planned, number)
          expect(sent, number).toBe(number)
          expect(wait, number).toBeLessThanOrEqual(outsideLine === undefined ? 0 : 2)
          if (outsideLine === undefined || DIALLING.some(({ emergency }) => emergency.includes(outsideLine + number)))
            continue
          const behind = dial(planned, outsideLine + number)
          expect(behind, number).toMatchObject({ sent: prefix === 'strip' ? number : outsideLine + number, wait: 0 })
        }
      }),
      { numRuns: 60 },
    )
    expect(through).toBeGreaterThan(8)
  })

  it('of any country goes out as if the rules of the preset were not there', async () => {
    const list = fc.array(rule, { minLength: 1, maxLength: 20 }).map(rules => {
      const allowed = rules.filter(one => PresetDialRule.safeParse(one).success)
      return [...allowed, { match: '2..', wait: 0 }]
    })
    await fc.assert(
      fc.asyncProperty(list, fc.constantFrom(...COUNTRIES), async (rules, country) => {
        const [base, more] = await Promise.all(
          [{ country }, { country, rules }].map(dialPlan => rulesOf(Preset.parse({ preset: 'x', dialPlan }))),
        )
        const open = rules.some(({ match }) => match === '*')
        for (const number of EMERGENCY) {
          const [without, together] = [dial(base ?? [], number), dial(more ?? [], number)]
          expect(together.sent, number).toBe(without.sent)
          if (open) expect(together.wait).toBeLessThanOrEqual(Math.max(without.wait, 5))
          else expect(together).toEqual(without)
        }
      }),
      { numRuns: 25 },
    )
  })

  it('goes out with a list of rules alone after 5 s at most', async () => {
    const lists = fc
      .array(rule, { maxLength: 8 })
      .map(rules => [
        ...rules.filter(one => one.match !== '*' && PresetDialRule.safeParse(one).success),
        { match: '*', wait: 5 },
      ])
    await fc.assert(
      fc.asyncProperty(lists, async dialPlan => {
        const planned = await rulesOf(Preset.parse({ preset: 'x', dialPlan }))
        for (const number of EMERGENCY) expect(dial(planned, number)).toMatchObject({ sent: number, wait: 5 })
      }),
      { numRuns: 20 },
    )
  })
})

/** Every place for a text in a preset, with one value that it takes. */
function textsIn(schema: unknown, path: string): [string, z.ZodType][] {
  if (schema instanceof z.ZodOptional) return textsIn(schema.unwrap(), path)
  if (schema instanceof z.ZodArray) return textsIn(schema.element, `${path}.0`)
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(one => textsIn(one, path))
  if (schema instanceof z.ZodRecord)
    return [...textsIn(schema.keyType, `${path}.key`), ...textsIn(schema.valueType, path)]
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([key, member]) =>
      textsIn(member, path === '' ? key : `${path}.${key}`),
    )
  return schema instanceof z.ZodString ? [[path, schema]] : []
}

/** Free text, which is shown and nothing else; and names of files, which only ever are a part of a file name. */
const SHOWN = [
  ...['description.en', 'description.de', 'author', 'licence', 'keys.0.label', 'ringTones.0.name', 'preset'],
  ...['look.wallpapers.0', 'ringTones.0.file'],
]
const FORBIDDEN = [
  ...['phones.example.org', 'sip.evil.example', 'localhost:5060', 'a.b'],
  ...[
    'http://192.0.2.1/menu',
    'https://phones.example.org/p/x',
    '//evil.example',
    'sip:anna@example.org',
    'javascript:alert(1)',
  ],
  ...['anna@example.org', '192.0.2.1', '192.0.2.1/24', '2001:db8::1', '::1', '[::1]:5060'],
  ...['00:1D:45:2D:2B:F0', '00-1d-45-2d-2b-f0', '001d452d2bf0', '001d.452d.2bf0', 'ab-cd-ef-ab-cd-ef', 'abcdefabcdef'],
  ...['0301234567', '+49301234567', '0900123456', '112', '*21*0301234567#', '**6001', '1234', '+1'],
]

describe('the texts of a preset', () => {
  const all = textsIn(Preset, '')
  const used = all.filter(([path]) => !SHOWN.includes(path))

  it('are all known here', () => {
    expect(SHOWN.filter(path => !all.some(([known]) => known === path))).toEqual([])
    expect(used.map(([path]) => path).toSorted()).toEqual(
      [
        ...['dialPlan.0.match', 'dialPlan.country', 'dialPlan.outsideLine', 'dialPlan.rules.0.match', 'display.from'],
        ...['display.to', 'keys.0.blf', 'keys.0.dial', 'keys.0.park', 'language', 'loads', 'loads.key'],
        ...['locale.network', 'locale.timeZone', 'locale.user', 'messagesNumber', 'registrar.kind'],
      ].toSorted(),
    )
  })

  it.each(used)('%s takes no host, URL, e-mail, address, MAC or outside number', (path, schema) => {
    const isRule = path.endsWith('match')
    for (const text of FORBIDDEN) {
      // What a rule matches is not dialled by it; 1234 is what somebody types.
      if (isRule && /^[\d.*#]+$/.test(text)) continue
      expect(schema.safeParse(text).success, text).toBe(false)
    }
    fc.assert(
      fc.property(fc.oneof(fc.domain(), fc.ipV4(), fc.ipV6(), fc.emailAddress(), fc.webUrl()), text => {
        if (!isRule) expect(schema.safeParse(text).success, text).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  it('take every name that the catalogue has', () => {
    const takes = (preset: object) => expect(Preset.safeParse({ preset: 'x', ...preset }).error?.issues).toBeUndefined()
    for (const { kind } of REGISTRARS) takes({ registrar: { kind } })
    for (const { name, models } of LOADS) takes({ loads: Object.fromEntries(models.map(model => [model, name])) })
    for (const { name } of USER_LOCALES) takes({ locale: { user: name } })
    for (const network of NETWORK_LOCALES) takes({ locale: { network } })
    for (const timeZone of Object.keys(TIME_ZONES)) takes({ locale: { timeZone } })
  })
})
