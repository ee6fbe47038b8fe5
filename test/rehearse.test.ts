// The whole way without hardware: a site becomes a bundle, the built agent opens it, and a virtual phone is flashed.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeFirmware } from '../agent/rehearsal/synthetic.ts'
import { type BundleIssuer, readIssuer, seal } from '../generator/bundle/seal.ts'
import { localKeys } from '../generator/cli/local-keys.ts'
import { renderFiles } from '../generator/files/files.ts'
import { check, generate } from '../generator/generate.ts'
import { type EventLine, readLine } from './event-line.ts'

const AGENT = fileURLToPath(new URL('../dist/cp-agent.js', import.meta.url))
const EXAMPLE = readFileSync(new URL('../examples/fritzbox-7975g.yaml', import.meta.url), 'utf8')
/** A site that does not say what its phone runs. */
const UNKNOWN = EXAMPLE.replace(/ {4}running:.*\n/, '')

const ISSUED = '2026-11-23T09:00:00Z'
const MAC = '00:1d:45:2d:2b:f0'
const LOAD = 'SIP75.9-4-2SR3-1S'

let folder: string
let issuer: BundleIssuer
let root: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cp-rehearse-'))
  const keys = await localKeys(join(folder, 'keys'), 'http://localhost:8787', new Date('2026-11-01T00:00:00Z'))
  issuer = await readIssuer(keys)
  root = keys.fingerprint
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function bundleOf(text: string): Promise<Uint8Array> {
  const made = await generate({ text, lang: 'en' }, { issued: ISSUED, issuer })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.bundle
}

function rehearse(bundle: Uint8Array, args: string[] = [], env: Record<string, string> = {}) {
  const path = join(folder, 'bundle.zip')
  writeFileSync(path, bundle)
  const { status, stdout } = spawnSync(
    process.execPath,
    [
      AGENT,
      'rehearse',
      path,
      '--json',
      '--trust',
      root,
      '--state',
      join(folder, 'state.json'),
      '--settle',
      '0',
      ...args,
    ],
    { encoding: 'utf8', input: '', env: { PATH: process.env.PATH ?? '', LANG: 'C', HOME: folder, ...env } },
  )
  const events = stdout.trim().split('\n').map(readLine)
  return { status, stdout, events }
}
const of = (events: EventLine[], name: string) => events.filter(({ event }) => event === name)

it('flashes the phone of the example from SCCP to SIP, and says what is synthetic', async () => {
  const { status, events } = rehearse(await bundleOf(EXAMPLE))
  expect(status).toBe(0)
  expect(of(events, 'agent.notice').map(({ code }) => code)).toEqual(['rehearsal.firmware', 'rehearsal.secrets'])
  expect(of(events, 'phone.hop')).toMatchObject([{ from: 'SCCP75.8-3-4S', to: LOAD, phone: MAC }])
  expect(of(events, 'tftp.done').map(({ file }) => file)).toEqual([
    'SEP001D452D2BF0.cnf.xml',
    `${LOAD}.loads`,
    ...['jar75sip', 'cnu75', 'apps75', 'dsp75', 'cvm75sip'].map(image => `${image}.9-4-2ES26.sbn`),
    'SEP001D452D2BF0.cnf.xml',
    'dialplan.xml',
  ])
  expect(of(events, 'tftp.missing').every(({ harmless }) => harmless)).toBe(true)
  expect(of(events, 'rehearsal.verdict')).toMatchObject([
    { phone: MAC, running: LOAD, lines: ['Line1', 'Line2'], registrar: '192.168.178.1', boots: 2 },
  ])
  expect(of(events, 'phone.state').at(-1)?.state).toBe('done')
  expect(events.at(-1)).toMatchObject({ event: 'agent.done', phones: 1, rehearsal: true })
})

it('begins in the loader after a factory reset', async () => {
  const { status, events } = rehearse(await bundleOf(EXAMPLE), ['--reset'])
  expect(status).toBe(0)
  expect(of(events, 'tftp.done')[0]?.file).toBe('term75.default.loads')
  expect(of(events, 'rehearsal.verdict')).toMatchObject([{ running: LOAD, boots: 3 }])
})

describe('a phone below 8.3(3)', () => {
  const OLD = 'SCCP75.8-2-1S'
  const FIRST = 'SIP75.8-5-2S'
  const hops = (events: EventLine[]) => of(events, 'phone.hop').map(({ from, to }) => [from, to])

  it('takes two hops without a hand', async () => {
    const { status, events } = rehearse(await bundleOf(EXAMPLE), ['--running', OLD])
    expect(status).toBe(0)
    expect(hops(events)).toEqual([
      [OLD, FIRST],
      [FIRST, LOAD],
    ])
    expect(of(events, 'rehearsal.verdict')).toMatchObject([{ running: LOAD, boots: 3 }])
    expect(of(events, 'phone.state').filter(({ state }) => state === 'done')).toHaveLength(1)
  })

  it('is found out by what it refuses, when the site does not say what it runs', async () => {
    const { status, events } = rehearse(await bundleOf(UNKNOWN), ['--running', OLD])
    expect(status).toBe(0)
    expect(hops(events)).toEqual([
      ['unknown', LOAD],
      ['unknown', FIRST],
      [FIRST, LOAD],
    ])
    expect(of(events, 'rehearsal.verdict')).toMatchObject([{ running: LOAD, boots: 5 }])
  })

  it.each([
    // The list for a reset has one name in both archives.
    ['the first load', EXAMPLE, 'jar75sip.SYNTHETIC-8-5-2S.sbn'],
    ['the wanted load', UNKNOWN, 'jar75sip.9-4-2ES26.sbn'],
  ])('is given %s in its loader, after a reset', async (_, site, image) => {
    const { status, events } = rehearse(await bundleOf(site), ['--running', OLD, '--reset'])
    expect(status).toBe(0)
    expect(
      of(events, 'tftp.done')
        .slice(0, 2)
        .map(({ file }) => file),
    ).toEqual(['term75.default.loads', image])
    expect(hops(events)).toEqual([['term75.default', LOAD]])
  })

  it('is told what is missing when the first load is not there', async () => {
    const firmware = mkdtempSync(join(folder, 'only-'))
    const images = ['jar75sip', 'cnu75', 'apps75', 'dsp75', 'cvm75sip'].map(image => `${image}.9-4-2ES26.sbn`)
    for (const { name, bytes } of makeFirmware({ load: LOAD, files: images, sizes: { apps: 99 } }).values())
      writeFileSync(join(firmware, name), bytes())
    const env = { CP_SECRET_LINE1: 'a', CP_SECRET_LINE2: 'b' }
    const args = ['--real', '--firmware', firmware, '--running', OLD]
    const { status, events } = rehearse(await bundleOf(UNKNOWN), args, env)
    expect(status).toBe(1)
    expect(of(events, 'phone.diagnosis')).toMatchObject([{ code: 'phone.load-missing', evidence: `${FIRST}.loads` }])
  })
})

it.each([
  ['SCCP75.8-5-2S', 'SCCP75.8-5-2S', 2],
  // It has nothing to fetch.
  [LOAD, undefined, 1],
])('gives a phone with %s the wanted load at once', async (running, from, boots) => {
  for (const site of [EXAMPLE, UNKNOWN]) {
    const { status, events } = rehearse(await bundleOf(site), ['--running', running])
    expect(status).toBe(0)
    const known = site === EXAMPLE ? from : 'unknown'
    expect(of(events, 'phone.hop')).toMatchObject(from === undefined ? [] : [{ from: known, to: LOAD }])
    expect(of(events, 'rehearsal.verdict')).toMatchObject([{ running: LOAD, boots }])
  }
})

it('flashes every phone of a site, listed or not, with several lines', async () => {
  const more = '  - { model: CP-7975G, mac: any, lines: [{ username: u3, password: { secret: s3 } }] }\n'
  const { status, events } = rehearse(await bundleOf(EXAMPLE + more + more))
  expect(status).toBe(0)
  expect(of(events, 'rehearsal.verdict').map(({ lines }) => lines)).toEqual([['Line1', 'Line2'], ['u3'], ['u3']])
  expect(new Set(of(events, 'dhcp.ack').map(({ address }) => address)).size).toBe(3)
})

it('uses real files and passwords where they are, shows no password, and makes nothing up with --real', async () => {
  const bundle = await bundleOf(EXAMPLE)
  const firmware = join(folder, 'firmware')
  const images = ['jar75sip', 'cnu75', 'apps75', 'dsp75', 'cvm75sip'].map(image => `${image}.9-4-2ES26.sbn`)
  rmSync(firmware, { recursive: true, force: true })
  mkdirSync(firmware)
  for (const file of makeFirmware({ load: LOAD, files: images, sizes: { apps: 2000, jar: 2000 } }).values())
    writeFileSync(join(firmware, file.name), file.bytes())
  const missing = rehearse(bundle, ['--real'])
  expect(missing.status).toBe(5)
  expect(of(missing.events, 'agent.error')).toMatchObject([{ code: 'firmware.missing' }])
  const secret = rehearse(bundle, ['--real', '--firmware', firmware])
  expect(secret.status).toBe(5)
  expect(of(secret.events, 'agent.error')).toMatchObject([{ code: 'secret.missing' }])
  const env = { CP_SECRET_LINE1: 'Geheim-4711', CP_SECRET_LINE2: 'Geheim<&>12' }
  const real = rehearse(bundle, ['--real', '--firmware', firmware], env)
  expect(real.status).toBe(0)
  expect(of(real.events, 'agent.notice')).toEqual([])
  for (const value of ['Geheim', 'lt;&amp']) expect(real.stdout).not.toContain(value)
  for (const name of readdirSync(folder).filter(name => name.startsWith('state')))
    expect(readFileSync(join(folder, name), 'utf8')).not.toContain('Geheim')
})

it('waits for passwords that come late, and in pieces, through standard input', async () => {
  const path = join(folder, 'piped.zip')
  writeFileSync(path, await bundleOf(EXAMPLE))
  const agent = [process.execPath, AGENT, path, '--json', '--trust', root, '--state', join(folder, 'state.json')]
  const writer = '(sleep 0.5; echo CP_SECRET_LINE1=abc; sleep 0.2; echo CP_SECRET_OTHER=abc)'
  const { stdout } = spawnSync('sh', ['-c', `${writer} | '${agent.join("' '")}' --secrets -`], { encoding: 'utf8' })
  const error = JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
  expect(error).toMatchObject({ code: 'secret.missing', message: 'Passwords are missing: CP_SECRET_LINE2' })
})

describe('fails as a real phone would, and says why', () => {
  it.each(['sipProxies', 'dateTimeSetting', 'vendorConfig', 'transportLayerProtocol', 'authName', 'callManagerGroup'])(
    'when the configuration lacks %s',
    async node => {
      const planned = await check({ text: EXAMPLE, lang: 'en' })
      if (!planned.ok) throw new Error('the example is wrong')
      const { plan, name, siteId: id } = planned
      const names = { name, id, issued: ISSUED, issuer: issuer.issuer }
      const files = [...renderFiles(plan, { ...names, lang: 'en' })].map(file => {
        if (!file.path.includes('/SEP')) return file
        const text = Buffer.from(file.bytes).toString('latin1')
        // Another name of the same length: the places of the holes stay.
        const changed = text.replaceAll(new RegExp(`(</?)${node}>`, 'g'), `$1${node.replace(/.$/, '_')}>`)
        expect(changed).not.toBe(text)
        return { ...file, bytes: new Uint8Array(Buffer.from(changed, 'latin1')) }
      })
      const parts: Uint8Array[] = []
      for await (const part of seal(plan, files, names, issuer)) parts.push(part)
      const { status, events } = rehearse(Buffer.concat(parts))
      expect(status).toBe(1)
      // What the servers saw, as with a real phone, and what only the virtual one can tell.
      expect(of(events, 'phone.diagnosis')).toMatchObject([
        { code: 'phone.config-rejected', phone: MAC },
        { code: 'phone.bad-config', phone: MAC },
      ])
      expect(of(events, 'phone.diagnosis')[1]?.evidence).toContain(node)
      expect(of(events, 'agent.error')).toMatchObject([{ code: 'rehearsal.failed' }])
    },
  )

  it('when a real file is another than its name says', async () => {
    const firmware = mkdtempSync(join(folder, 'renamed-'))
    const made = makeFirmware({
      load: LOAD,
      files: ['jar', 'cnu', 'apps', 'dsp', 'cvm'].map(kind => `${kind}75.1.sbn`),
      sizes: { jar: 99 },
    })
    for (const { name, bytes } of made.values()) writeFileSync(join(firmware, name), bytes())
    writeFileSync(join(firmware, 'jar75.1.sbn'), made.get('cnu75.1.sbn')?.bytes() ?? '')
    const { status, events } = rehearse(await bundleOf(EXAMPLE), ['--firmware', firmware])
    expect(status).toBe(1)
    expect(of(events, 'phone.diagnosis')).toMatchObject([{ code: 'phone.bad-image' }])
  })
})
