// Which load a phone gets: by its pattern, and nothing is taken back to an older one that the site did not ask for.
import { describe, expect, it } from 'vitest'
import { check } from '../generate.ts'

/** @returns the hops of the one phone, and what was said. */
async function wayOf({ model = 'CP-7975G', phone = '', more = 'preset: fritzbox-de' }) {
  const text = `site: test
${more}
registrar: { address: 192.168.178.1, kind: fritzbox }
network: { agent: 192.168.178.2/24, leases: 192.168.178.100-192.168.178.120 }
phones:
  - { model: ${model}, mac: 00:1D:45:00:00:01, lines: [{ username: "620", password: { secret: a } }], ${phone} }
`
  const checked = await check({ text, lang: 'en' })
  const [planned] = checked.ok ? checked.plan.phones : []
  const said = checked.problems.map(({ code, path }) => [code, path.at(-1)])
  return { planned, loads: planned?.route.map(({ load }) => load), said }
}

const SR3 = 'SIP75.9-4-2SR3-1S'
const SR4 = 'SIP75.9-4-2SR4-3S'
const FIRST = 'SIP75.8-5-2S'

describe('a load in no list', () => {
  it('is taken by its pattern, with no files, no archive and a warning', async () => {
    const { planned, said } = await wayOf({ phone: 'load: SIP75.9-3-1SR2-1S' })
    expect(said).toEqual([['site.load-unseen', 'load']])
    expect(planned?.route).toEqual([
      expect.objectContaining({ load: FIRST }),
      { load: 'SIP75.9-3-1SR2-1S', files: [], unverified: true, oldest: '8.3(3)' },
    ])
    expect(planned?.proxy).toBe('USECALLMANAGER')
  })

  it('decides by its release what stands for the registrar, and whether something must run before it', async () => {
    const { planned, loads } = await wayOf({ phone: 'load: SIP75.8-4-1S' })
    expect(loads).toEqual(['SIP75.8-4-1S'])
    expect(planned?.proxy).toBe('192.168.178.1')
  })

  it('may be the one for a model, with or without the suffix of its file', async () => {
    const { loads, said } = await wayOf({
      more: `preset: fritzbox-de\nloads: { CP-7975G: SIP75.9-3-1SR2-1S.loads }`,
    })
    expect([loads?.at(-1), said]).toEqual(['SIP75.9-3-1SR2-1S', [['site.load-unseen', 'CP-7975G']]])
    expect((await wayOf({ phone: `load: ${SR3}.loads` })).said).toEqual([])
  })

  it.each(['SIP45.9-3-1SR2-1S', 'SCCP75.9-4-2SR3-1S', 'SIP75.9-4-2SR3-1', 'SIP75.newest', '"SIP75.9-4-2SR3-1S/.."'])(
    'is refused as %s',
    async load => {
      expect((await wayOf({ phone: `load: ${load}` })).said).toEqual([['site.load-unknown', 'load']])
    },
  )

  it('of a 7960 tells its loader the name', async () => {
    const { loads, said } = await wayOf({ model: 'CP-7960G', phone: 'load: P0S3-8-11-00' })
    expect([loads, said]).toEqual([['P0S3-8-11-00'], [['site.load-unseen', 'load']]])
  })
})

describe('a phone that runs something newer than its preset has', () => {
  it.each([
    ['the next service release', 'CP-7975G', SR4],
    ['a release in no list', 'CP-7975G', 'SIP75.9-5-1S'],
    ['another build', 'CP-7942G', 'SIP42.9-4-2SR3-2S'],
    ['later phones', 'CP-8851', 'sip88xx.14-4-1-0401-1'],
  ])('keeps it: %s', async (_, model, running) => {
    const { loads, said } = await wayOf({ model, phone: `running: ${running}.loads` })
    expect([loads?.at(-1), said]).toEqual([running, [['site.keeps-newer', 'running']]])
  })

  it('keeps it also when the site repeats its preset', async () => {
    const more = `preset: fritzbox-de\nloads: { CP-7975G: ${SR3} }`
    expect((await wayOf({ more, phone: `running: ${SR4}` })).loads).toEqual([FIRST, SR4])
  })

  it.each([
    ['at the phone', { phone: `running: ${SR4}, load: ${SR3}` }, 'load'],
    ['for its model', { more: `loads: { CP-7975G: ${SR3} }`, phone: `running: ${SR4}` }, 'CP-7975G'],
  ])('is taken back when the site says so %s, with a warning', async (_, site, at) => {
    const more = 'locale: { user: German_Germany, network: Germany, timeZone: Europe/Berlin, dateFormat: D.M.YY }\n'
    const { loads, said } = await wayOf('more' in site ? { ...site, more: more + site.more } : site)
    expect([loads?.at(-1), said]).toEqual([SR3, [['site.older-load', at]]])
  })

  it.each([
    ['what the preset has', SR3],
    ['an older one', 'SIP75.8-5-3SR1S'],
    ['a newer one of the other protocol', 'SCCP75.9-4-2SR4-3S'],
    ['one whose name does not tell', 'SIP75.9-4-2ES40'],
    ['one of another phone', 'SIP45.9-4-2SR4-3S'],
  ])('is none that runs %s', async (_, running) => {
    const { loads, said } = await wayOf({ phone: `running: ${running}` })
    expect([loads, said]).toEqual([[FIRST, SR3], []])
  })
})
