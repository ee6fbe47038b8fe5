import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { randomSite } from '../../test/random-site.ts'
import { check } from '../generate.ts'
import { toLink } from './link.ts'
import { makePreset } from './make.ts'

const EXAMPLE = readFileSync(new URL('../../examples/fritzbox-7975g.yaml', import.meta.url), 'utf8')
const CARD = { name: 'Unser Büro' }

const made = async (text: string, card: Parameters<typeof makePreset>[1] = CARD) => {
  const result = await makePreset(text, card, 'de')
  if (!result.ok) throw new Error(result.wrong.join())
  return result
}
const leftOf = async (more: string) => {
  const { preset, leftOut } = await made(EXAMPLE + more)
  return { preset, left: leftOut.map(({ path, why }) => `${path.join('.')} ${why}`) }
}

describe('a preset made of a site', () => {
  it('holds what its preset and the site say together, and what its author says about it', async () => {
    const { preset, out } = await made(`${EXAMPLE}codec: g722\n`, {
      ...CARD,
      description: ' Für uns ',
      licence: 'CC0-1.0',
      author: 'Anna',
    })
    expect(preset).toMatchObject({
      preset: 'unser-buero',
      description: { de: 'Für uns' },
      language: 'de',
      licence: 'CC0-1.0',
      author: 'Anna',
      registrar: { kind: 'fritzbox' },
      codec: 'g722',
      loads: { 'CP-7975G': 'SIP75.9-4-2SR3-1S' },
      keys: [{ dial: '**600', label: 'Anrufbeantworter' }],
    })
    expect(out).toEqual([])
  })

  it('makes the same phones of another site that names it', async () => {
    const { preset } = await made(EXAMPLE)
    const text = EXAMPLE.replace('fritzbox-de', `'${await toLink(preset)}'`)
      .replace(/ {4}load:.*\n/, '')
      .replace(/ {4}keys:\n.*\n/, '')
    const [mine, theirs] = await Promise.all([EXAMPLE, text].map(one => check({ text: one, lang: 'en' })))
    if (!mine?.ok || !theirs?.ok) throw new Error('refused')
    expect(theirs.plan.phones).toEqual(mine.plan.phones)
  })

  it('has none of what makes a site somebody’s, whatever that site is', async () => {
    const own = [
      'phones',
      'agent',
      'leases',
      'urls',
      'access',
      'site',
      'address',
      'outboundProxy',
      'expires',
      'username',
      'secret',
    ]
    await fc.assert(
      fc.asyncProperty(randomSite, async site => {
        const { preset } = await made(stringify(site, { aliasDuplicateObjects: false }))
        const names = new Set<string>()
        JSON.stringify(preset, (name, value) => {
          names.add(name)
          return value
        })
        for (const name of own) expect(names).not.toContain(name)
      }),
      { numRuns: 30 },
    )
  })

  it('leaves out keys that call outside, open pages or are lines, and says so', async () => {
    const keys = `keys:
  - { dial: "0301234567", label: Anna }
  - { blf: "620" }
  - { service: "http://192.168.178.2/menu" }
  - { intercom: { username: door, password: { secret: door } } }
  - { dial: "*97", label: Box }
messagesNumber: "0301234567"
urls: { directory: "http://192.168.178.2/book" }
ports: { computerInVoiceVlan: true, cdp: false }
`
    const { preset, left } = await leftOf(keys).then(async ({ left: all }) => {
      // The phone's own keys stand in the place of those.
      const bare = await makePreset(EXAMPLE.replace(/ {4}keys:\n.*\n/, '') + keys, CARD, 'en')
      if (!bare.ok) throw new Error(bare.wrong.join())
      expect(all).toContain('urls own')
      return { preset: bare.preset, left: bare.leftOut.map(({ path, why }) => `${path.join('.')} ${why}`) }
    })
    expect(preset.keys).toEqual([{ dial: '*97', label: 'Box' }])
    expect(preset).not.toHaveProperty('messagesNumber')
    expect(preset.ports).toEqual({ cdp: false })
    expect(left.toSorted()).toEqual(
      [
        'keys.0 number',
        'keys.1 number',
        'keys.2 service',
        'keys.3 intercom',
        'messagesNumber number',
        'ports.computerInVoiceVlan own',
        'urls own',
      ].toSorted(),
    )
  })

  it('leaves out dial rules that could touch an emergency call, a list of them as a whole', async () => {
    const map = await leftOf("dialPlan: { rules: [{ match: '11.', wait: 0 }, { match: '2..', wait: 1 }] }\n")
    expect(map.preset.dialPlan).toEqual({ country: 'DE', rules: [{ match: '2..', wait: 1 }] })
    expect(map.left).toEqual(['dialPlan.rules.0 rule'])
    const list = await leftOf("dialPlan: [{ match: '0*', wait: 3 }, { match: '*', wait: 5 }]\n")
    expect(list.preset.dialPlan).toBeUndefined()
    expect(list.left).toEqual(['dialPlan rule'])
  })

  it('never keeps half of what is dialled to get out', async () => {
    const { preset, left } = await leftOf("dialPlan: { outsideLine: '9', prefix: add }\n")
    expect(preset.dialPlan).toEqual({ country: 'DE' })
    expect(left).toEqual(['dialPlan.prefix wrong'])
    const fine = await leftOf("dialPlan: { outsideLine: '9', prefix: strip }\n")
    expect(fine.preset.dialPlan).toEqual({ country: 'DE', outsideLine: '9', prefix: 'strip' })
  })

  it('can be made while the site has errors elsewhere, but not of what cannot be read', async () => {
    expect((await made(EXAMPLE.replace('00:1D:45:2D:2B:F0', 'none'))).preset.codec).toBe('g711alaw')
    expect(await makePreset('a: [', CARD, 'en')).toMatchObject({ ok: false, wrong: [expect.stringContaining('YAML')] })
    expect(await makePreset(EXAMPLE, { name: '!' }, 'en')).toMatchObject({ ok: false })
    const broken = EXAMPLE.replace('fritzbox-de', '"#p=1abc"')
    expect(await makePreset(broken, CARD, 'de')).toMatchObject({ ok: false, wrong: [expect.stringContaining('Link')] })
  })
})
