// What may stand behind `preset:` in a site, and that it makes no difference which of them does.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Preset } from '../../schemas/preset.ts'
import { check } from '../generate.ts'
import { BUILT_IN, builtInPreset } from './built-in.ts'
import { presetId } from './id.ts'
import { toLink } from './link.ts'
import { idNamedBy, namedPreset } from './named.ts'

const EXAMPLE = readFileSync(new URL('../../examples/fritzbox-7975g.yaml', import.meta.url), 'utf8')
const DE = builtInPreset('fritzbox-de') ?? { preset: '' }
const SHARED: Preset = {
  ...DE,
  preset: 'shared',
  codec: 'g722',
  description: { en: 'x' },
  language: 'de',
  licence: 'MIT',
  author: 'Anna',
}
const ID = await presetId(SHARED)
const LINK = await toLink(SHARED)

const checked = (preset: string, presets?: Record<string, Preset>, more = '') =>
  check({
    text: `${EXAMPLE.replace('preset: fritzbox-de', `preset: '${preset}'`)}${more}`,
    lang: 'en',
    ...(presets && { presets }),
  })
const idOf = async (...about: Parameters<typeof checked>) => {
  const made = await checked(...about)
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.siteId
}
const codesOf = async (...about: Parameters<typeof checked>) =>
  (await checked(...about)).problems.map(({ code, path }) => `${code} ${path.join('.')}`)

describe('a preset in a site', () => {
  it('may be named by its id, the address of its page, or its link: the site is the same', async () => {
    const found = { [ID]: SHARED }
    const ids = [
      await idOf(ID, found),
      await idOf(`https://phones.example.org/p/${ID}`, found),
      await idOf(`http://localhost:8787/p/${ID}?lang=de`, found),
      await idOf(LINK),
      await idOf(`https://phones.example.org/${LINK}`),
      await idOf(`https://other.example.org/${LINK}`, {}),
    ]
    expect(new Set(ids).size).toBe(1)
    expect(ids[0]).not.toBe(await idOf('fritzbox-de'))
    expect(ids[0]).not.toBe(await idOf(await toLink({ ...SHARED, codec: 'g711ulaw' })))
  })

  it('that is built in is the same by its name, its id and its link', async () => {
    const ids = [await idOf('fritzbox-de'), await idOf(await presetId(DE)), await idOf(await toLink(DE))]
    expect(new Set(ids).size).toBe(1)
  })

  it('has the plan that it says, under what the site says', async () => {
    const made = await checked(LINK)
    expect(made.ok && made.plan.phones[0]?.codec).toBe('g722')
    const over = await checked(LINK, {}, 'codec: g711ulaw\n')
    expect(over.ok && over.plan.phones[0]?.codec).toBe('g711ulaw')
  })

  it('takes no phone back to an older load than it runs, as a built-in one does not', async () => {
    const running = 'SIP75.9-4-2SR4-3S'
    const text = EXAMPLE.replace('SCCP75.8-3-4S', running)
      .replace(/ {4}load:.*\n/, '')
      .replace('fritzbox-de', `'${LINK}'`)
    const { problems } = await check({ text, lang: 'en' })
    expect(problems.map(({ code }) => code)).toContain('site.keeps-newer')
  })

  it.each([
    ['nothing known', 'fritzbox-fr', {}, 'site.preset-unknown preset'],
    ['an id that nobody looked up', ID, {}, 'site.preset-lookup preset'],
    ['a page that nobody looked up', `https://phones.example.org/p/${ID}`, {}, 'site.preset-lookup preset'],
    ['an id and another content', 'a'.repeat(26), { ['a'.repeat(26)]: SHARED }, 'site.preset-id preset'],
    ['an id with a letter too many', `${ID}a`, { [ID]: SHARED }, 'site.preset-unknown preset'],
    ['a link cut off', LINK.slice(0, -9), {}, 'site.preset-link preset'],
    ['a name of what every object has', 'constructor', {}, 'site.preset-unknown preset'],
  ])('that is %s is refused', async (_, name, presets, problem) => {
    expect(await codesOf(name, presets)).toEqual([problem])
  })

  it('that was looked up is checked like one in a link', async () => {
    const bad = JSON.parse(
      '{ "preset": "x", "registrar": { "address": "192.0.2.1" }, "__proto__": { "codec": "g722" } }',
    )
    const id = await presetId(bad)
    const named = await namedPreset(id, { [id]: bad })
    expect(named).toMatchObject({ ok: false })
    if (!named.ok) {
      expect(named.findings.map(({ code, path }) => `${code} ${path.join('.')}`)).toContain(
        'site.unknown-key preset.registrar.address',
      )
      // Of the keys that a preset has, not of a site's.
      expect(named.findings[0]?.details?.known).toBe('kind, port, transport, nat')
    }
  })

  it('cannot put its rules in the way of an emergency call behind the digit for outside that the site has', async () => {
    const rules: Preset = { ...SHARED, dialPlan: { country: 'DE', rules: [{ match: '71', wait: 0 }] } }
    const link = await toLink(rules)
    expect(await codesOf(link)).toEqual([])
    expect(await codesOf(link, {}, "dialPlan: { outsideLine: '7' }\n")).toEqual([
      'preset.outside-line dialPlan.outsideLine',
    ])
    expect(await codesOf(link, {}, "dialPlan: { outsideLine: '0' }\n")).toEqual([])
    // A site's own rules are its own affair.
    const own = "dialPlan: { outsideLine: '7', rules: [{ match: '71', wait: 0, line: 1 }] }\n"
    expect(await codesOf(link, {}, own)).toEqual([])
  })
})

it('an id stands alone or at the end of the address of a page', () => {
  expect(idNamedBy(ID)).toBe(ID)
  expect(idNamedBy(`https://phones.example.org/p/${ID}`)).toBe(ID)
  for (const text of ['', ID.toUpperCase(), `/p/${ID}`, `ftp://a/p/${ID}`, `https://a/q/${ID}`, `https://a/p/${ID}/x`])
    expect(idNamedBy(text), text).toBeUndefined()
  expect(BUILT_IN.every(({ preset }) => idNamedBy(preset) === undefined)).toBe(true)
})
