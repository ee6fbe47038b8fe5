// Everything that can go wrong with a phone, played by the built agent: each mishap has to end in the diagnosis it is named after.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { RULES } from '../agent/board/rules.ts'
import { makeFirmware } from '../agent/rehearsal/synthetic.ts'
import { readIssuer } from '../generator/bundle/seal.ts'
import { localKeys } from '../generator/cli/local-keys.ts'
import { generate } from '../generator/generate.ts'
import { type Line, rehearse as rehearseBundle } from './rehearsal.ts'

/** Small, so that a flash takes a moment. */
const LOAD = 'SIP75.9-4-2SR3-1S'
const FIRST = 'SIP75.8-5-2S'
const setOf = (load: string) =>
  makeFirmware({
    load,
    files: ['term75.default.loads'],
    sizes: { jar: 20_000, cnu: 20_000, apps: 20_000, dsp: 20_000, cvm: 20_000 },
  })
const MAC = '00:1d:45:2d:2b:f0'

let folder: string
let root: string
const bundles = new Map<string, string>()
const SITES = {
  home: '  - { model: CP-7975G, mac: "00:1D:45:2D:2B:F0", running: SCCP75.8-3-4S, lines: [{ username: a1, password: { secret: a } }] }\n',
  unknown: '  - { model: CP-7975G, mac: "00:1D:45:2D:2B:F0", lines: [{ username: a1, password: { secret: a } }] }\n',
  text: '  - { model: CP-7960G, mac: "00:1D:45:2D:2B:F0", lines: [{ username: a1, password: { secret: a } }] }\n',
  later: '  - { model: CP-8841, mac: "00:1D:45:2D:2B:F0", lines: [{ username: a1, password: { secret: a } }] }\n',
}
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cp-mishaps-'))
  const keys = await localKeys(join(folder, 'keys'), 'http://localhost:8787', new Date('2026-11-01T00:00:00Z'))
  const issuer = await readIssuer(keys)
  root = keys.fingerprint
  for (const load of [LOAD, FIRST]) {
    const set = join(folder, 'firmware', load)
    mkdirSync(set, { recursive: true })
    for (const { name, bytes } of setOf(load).values()) writeFileSync(join(set, name), bytes())
  }
  for (const [name, phones] of Object.entries(SITES)) {
    const text = `site: ${name}\npreset: fritzbox-de\nregistrar: { address: 192.168.178.1 }\nnetwork:\n  agent: 192.168.178.1/24\n  leases: 192.168.178.201-192.168.178.220\nphones:\n${phones}`
    const made = await generate({ text, lang: 'en' }, { issued: '2026-11-23T09:00:00Z', issuer })
    if (!made.ok) throw new Error(JSON.stringify(made.problems))
    const path = join(folder, `${name}.zip`)
    writeFileSync(path, made.bundle)
    bundles.set(name, path)
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const rehearse = (site: keyof typeof SITES, args: string[]) =>
  rehearseBundle(folder, bundles.get(site) ?? '', '--trust', root, '--firmware', join(folder, 'firmware'), ...args)
const of = (events: Line[], name: string) => events.filter(({ event }) => event === name)

/** A phone goes on by itself after these. */
const GOES_ON = new Set(['power-lost', 'transfer-fails', 'file-unknown', 'name-case'])

describe.concurrent('a rehearsal in which something goes wrong', () => {
  it.each(RULES.map(({ code }) => code.slice('phone.'.length)))('says %s, and nothing else', async name => {
    const { status, events } = await rehearse('home', ['--fail', name])
    expect(of(events, 'phone.diagnosis')).toMatchObject([{ phone: MAC, code: `phone.${name}` }])
    const said = of(events, 'phone.diagnosis')[0]
    for (const words of [said?.text, said?.cure]) expect(words).toMatch(/^.{20,}\.$/)
    expect(said?.evidence).not.toBe('')
    expect(status).toBe(GOES_ON.has(name) ? 0 : 1)
    const last = GOES_ON.has(name) ? { event: 'agent.done' } : { event: 'agent.error', code: 'rehearsal.failed' }
    expect(events.at(-1)).toMatchObject(last)
  })

  it('is led through a power cut at any block, also in its loader and on the first of two hops', async () => {
    const old = ['--running', 'SCCP75.8-2-1S']
    // With the last block the agent has given all of it, and the phone has written nothing.
    const all = [...setOf(FIRST).values()]
      .filter(({ name }) => name.endsWith('.sbn'))
      .reduce((sum, file) => sum + Math.floor(file.bytes().length / 512) + 1, 0)
    for (const [block, ...args] of [[1], [41], [all - 9], [100, '--reset'], [77, ...old]]) {
      const { status, events } = await rehearse('home', ['--fail', `power-lost:${block}`, ...args.map(String)])
      expect(of(events, 'phone.diagnosis')).toMatchObject([{ code: 'phone.power-lost' }])
      expect(of(events, 'phone.state').at(-1)).toMatchObject({ state: 'done' })
      expect(of(events, 'rehearsal.verdict')).toMatchObject([{ running: LOAD }])
      expect(status).toBe(0)
    }
    const { status, events } = await rehearse('home', ['--fail', `power-lost:${all}`, ...old])
    expect(of(events, 'rehearsal.verdict')).toMatchObject([{ running: LOAD }])
    expect(status).toBe(0)
  })

  it('tells hardware that refuses every load from a phone that is only too old', async () => {
    const { events } = await rehearse('unknown', ['--fail', 'manifest-refused', '--running', 'SCCP75.8-2-1S'])
    // The first load was tried before anything was said to be wrong.
    expect(of(events, 'phone.hop').map(({ to }) => to)).toEqual([LOAD, FIRST])
    expect(of(events, 'phone.diagnosis')).toMatchObject([
      { code: 'phone.manifest-refused', evidence: `${FIRST}.loads × 3, 0 × .sbn` },
    ])
  })

  it('says the steps of a reset, for the model, when that would help', async () => {
    const { events } = await rehearse('home', ['--fail', 'trust-list'])
    const [guide] = of(events, 'phone.guide')
    expect(guide).toMatchObject({ phone: MAC, guide: 'reset', model: 'CP-7975G' })
    expect(String(guide?.steps)).toMatch(/123456789\*0#.*term75\.default\.loads.*3491672850\*#/s)
    expect(of((await rehearse('home', ['--fail', 'power-lost'])).events, 'phone.guide')).toEqual([])
  })

  it.each(['text', 'later'] as const)('knows a %s phone, too', async site => {
    for (const name of ['config-rejected', 'trust-list', 'never-asks', 'load-missing']) {
      const { events } = await rehearse(site, ['--fail', name])
      expect(of(events, 'phone.diagnosis')).toMatchObject([{ code: `phone.${name}` }])
    }
  })

  it('knows a case by its beginning', async () => {
    const { events } = await rehearse('home', ['--fail', 'trust'])
    expect(of(events, 'phone.diagnosis')).toMatchObject([{ code: 'phone.trust-list' }])
  })

  it.each(['', 'image', 'fire', 'power-lost:0', 'power-lost:x', 'image-missing:3', '__proto__'])(
    'does not know %j',
    async name => {
      const { status, events } = await rehearse('home', ['--fail', name])
      expect(status).toBe(2)
      expect(events).toMatchObject([{ event: 'agent.error', code: 'usage.value' }])
    },
  )
})
