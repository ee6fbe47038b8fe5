import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { openBundle } from '../schemas/bundle/open.ts'
import { readZip, writeZip } from '../schemas/bundle/zip.ts'
import { Manifest } from '../schemas/manifest.ts'
import { freshFolder } from '../test/folder.ts'
import type { BundleIssuer } from './bundle/seal.ts'
import { readIssuer } from './bundle/seal.ts'
import { localKeys } from './cli/local-keys.ts'
import { bundleParts, check, generate } from './generate.ts'
import type { Problem } from './problem.ts'
import { ON_THE_COMMAND_LINE } from './site/limits.ts'
import { VERSION } from './version.ts'

const EXAMPLE = readFileSync(new URL('../examples/fritzbox-7975g.yaml', import.meta.url), 'utf8')
/** `AN` is the end of its MAC, `N` its number. */
const PHONE = `
  - model: CP-7962G
    mac: 00:1D:45:2D:AN
    label: Büro-N
    lines: [{ username: uN, password: { secret: sN }, label: "Köche & \\"Gäste\\" N" }]
`
const ISSUED = '2026-11-23T09:00:00Z'
let issuer: BundleIssuer

beforeAll(async () => {
  const directory = join(freshFolder(), 'keys')
  issuer = await readIssuer(await localKeys(directory, 'https://example.org', new Date(ISSUED)))
})

async function made(text: string, lang: 'de' | 'en' = 'en', issued = ISSUED) {
  const result = await generate({ text, lang }, { issued, issuer })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result
}

const textOf = (files: ReadonlyMap<string, Uint8Array>, path: string) => new TextDecoder().decode(files.get(path))

describe('the bundle of the example', () => {
  test('opens in the reader that the agent uses', async () => {
    const { bundle, manifest, siteId } = await made(EXAMPLE)
    const opened = await openBundle(bundle, () => {})
    expect(opened.manifest).toEqual(manifest)
    expect(siteId).toMatch(/^[a-z2-7]{52}$/)
    expect(manifest.site).toEqual({ id: siteId, name: 'home' })
    expect([...opened.files.keys()].sort()).toEqual([
      'files/DISTINCTIVERINGLIST.XML',
      'files/README.txt',
      'files/RINGLIST.XML',
      'files/SEP001D452D2BF0.cnf.xml',
      'files/XMLDefault.cnf.xml',
      'files/dialplan.xml',
    ])
  })

  test('is the same bytes for the same site, version and time, and others for another time', async () => {
    const [one, same, later] = await Promise.all([
      made(EXAMPLE),
      made(EXAMPLE),
      made(EXAMPLE, 'en', '2026-11-23T09:00:01Z'),
    ])
    expect(same.bundle).toEqual(one.bundle)
    expect(later.bundle).not.toEqual(one.bundle)
    expect(later.siteId).toBe(one.siteId)
  })

  test('is made in one pass, and yet the bytes that writing everything at once would give', async () => {
    const more = [1, 2, 3].map(n => PHONE.replaceAll('AN', `2B:A${n}`).replaceAll('N', `${n}`)).join('')
    const { bundle, manifest } = await made(EXAMPLE + more)
    const entries = readZip(bundle)
    expect(entries.map(({ name }) => name).sort()).toEqual(entries.map(({ name }) => name))
    expect(writeZip([...entries].reverse())).toEqual(bundle)
    const json = entries.find(({ name }) => name === 'manifest.json')
    expect(manifest.phones).toHaveLength(4)
    expect(new TextDecoder().decode(json?.bytes)).toBe(`${JSON.stringify(Manifest.parse(manifest), null, 1)}\n`)
  })

  test('is given out file by file: one phone’s is there before the next one’s is made', async () => {
    const checked = await check({ text: EXAMPLE + PHONE.replaceAll('AN', '2B:A1').replaceAll('N', '1'), lang: 'en' })
    if (!checked.ok) throw new Error(JSON.stringify(checked.problems))
    const [last] = checked.plan.phones
    if (last) Object.defineProperty(last, 'keys', { get: () => expect.fail('its turn') })
    const parts: string[] = []
    const read = async () => {
      for await (const part of bundleParts(checked, 'en', { issued: ISSUED, issuer })) {
        parts.push(new TextDecoder().decode(part))
      }
    }
    await expect(read()).rejects.toThrow('its turn')
    expect(parts.some(part => part.includes('files/SEP001D452D2BA1.cnf.xml'))).toBe(true)
    expect(parts.at(-1)).toContain('<name>u1</name>')
  })

  test('tells the agent what it must know', async () => {
    const { manifest } = await made(EXAMPLE)
    const [phone] = manifest.phones
    expect(manifest.generator).toBe(VERSION)
    expect(manifest.network).toEqual({
      agent: '192.168.178.1/24',
      leases: { first: '192.168.178.201', last: '192.168.178.220' },
      leaseSeconds: 1800,
      dns: [],
      ntp: [],
    })
    expect(manifest.secrets).toEqual(
      ['line1', 'line2'].map(name => ({
        name,
        limits: { minLength: 1, maxLength: 30, safeLength: 12, characters: 'printable-ascii' },
      })),
    )
    expect(phone).toMatchObject({
      mac: '00:1d:45:2d:2b:f0',
      running: 'SCCP75.8-3-4S',
      config: 'files/SEP001D452D2BF0.cnf.xml',
      facts: {
        vendorClass: 'Cisco Systems, Inc. IP Phone CP-7975G',
        lineKeys: 8,
        resetKeys: '123456789*0#',
        resetLoad: 'term75.default.loads',
        resetLamps: 'lines',
        eraseKeys: '3491672850*#',
        power: 'CP-PWR-CUBE-3',
        loadFamilies: ['SIP75', 'SCCP75'],
      },
    })
    expect(phone?.route).toMatchObject([
      { load: 'SIP75.8-5-2S', unverified: true },
      { load: 'SIP75.9-4-2SR3-1S', oldest: '8.3(3)' },
    ])
    // What it runs is new enough for the second.
    expect(manifest.firmware.map(({ load }) => load)).toEqual(['SIP75.9-4-2SR3-1S'])
    expect(phone?.facts.asks).toContainEqual({ file: 'German_Germany/td-sip.jar', harmless: true })
    expect(phone?.facts.asks).toContainEqual({ file: 'Germany/g3-tones.xml', harmless: true })
    expect(phone?.facts.asks).toContainEqual({ file: 'dialplan.xml', harmless: false })
  })

  test('has holes exactly where the passwords and the load go', async () => {
    const { manifest, bundle } = await made(EXAMPLE)
    const { files } = await openBundle(bundle, () => {})
    const withHoles = manifest.files.filter(({ holes }) => holes.length > 0)
    expect(withHoles.map(({ path }) => path)).toEqual(['files/SEP001D452D2BF0.cnf.xml'])
    const bytes = files.get('files/SEP001D452D2BF0.cnf.xml') ?? new Uint8Array()
    const around = withHoles[0]?.holes.map(({ offset, kind, name }) => {
      const text = (from: number, to: number) => new TextDecoder().decode(bytes.subarray(from, to))
      return [kind, name, text(offset - 14, offset), text(offset, offset + 15)]
    })
    expect(around).toEqual([
      ['secret', 'line1', '<authPassword>', '</authPassword>'],
      ['secret', 'line2', '<authPassword>', '</authPassword>'],
      ['load', '', 'adInformation>', '</loadInformati'],
    ])
  })

  test('has a README in the language that was asked for, with the keys of the secrets and of the reset', async () => {
    for (const [lang, word] of [
      ['en', 'Release it when'],
      ['de', 'Halten Sie #'],
    ] as const) {
      const { bundle } = await made(EXAMPLE, lang)
      const text = textOf((await openBundle(bundle, () => {})).files, 'files/README.txt')
      for (const part of [word, 'CP_SECRET_LINE1', 'CP_SECRET_LINE2', '123456789*0#', '192.168.178.1/24']) {
        expect(text).toContain(part)
      }
      expect(text).not.toMatch(/[^\r]\n/)
    }
  })

  test.each(['en', 'de'] as const)(
    'says in its README (%s) what else would do, and where words and tones are',
    async lang => {
      const readmeOf = async (text: string) =>
        textOf((await openBundle((await made(text, lang)).bundle, () => {})).files, 'files/README.txt')
      const text = await readmeOf(EXAMPLE)
      expect(text).toMatch(
        /cmterm-7975-sip\.9-4-2SR3-1\.zip.*\r\n {4}.*: SIP75\.9-4-2SR4-3S, SIP75\.8-5-3SR1S\. .*load:/,
      )
      expect(text).toContain('German_Germany: po-locale-de_DE-*.cop.sgn')
      expect(text).toContain('Germany: po-locale-combined_network-*.cop.sgn')
      expect(text).toContain('Unified Communications Manager Endpoints Locale Installer')
      // Both are built in.
      const english = await readmeOf(`${EXAMPLE}locale: { user: English_United_States, network: United_States }\n`)
      expect(english).not.toMatch(/po-locale|Locale Installer/)
      // An old one needs a step, in whose place only another step does.
      const old = await readmeOf(
        EXAMPLE.replace('CP-7975G', 'CP-7911G')
          .replace('SCCP75.8-3-4S', 'SCCP11.8-2-1S')
          .replace('SIP75', 'SIP11')
          .replace(/ {6}- \{ username: Line2.*\n/, '')
          .replace(/ {4}keys:\n.*\n/, ''),
      )
      expect(old).toMatch(/SIP11\.8-5-2S.*\r\n {4}.*: SIP11\.8-4-2S\. /)
    },
  )

  test('keeps what the site says out of the commands and settings that its README gives to copy', async () => {
    const text = EXAMPLE.replace('label: Buero', 'label: ISSUER')
      .replace('registrar: {', 'registrar: { kind: freeswitch,')
      .replace('label: Line 1 }', () => "label: '$\u007bsystem(x)} $$\u007bdomain} <\"&' }")
    const { bundle } = await made(text)
    const readme = textOf((await openBundle(bundle, () => {})).files, 'files/README.txt')
    expect(readme).toContain('CP-7975G) ISSUER:')
    expect(readme).toContain('-I https://example.org -n')
    expect(readme).toContain('value="{system(x)} {domain} &#60;&#34;&#38;"')
  })
})

describe('a site of thousands of phones', () => {
  const many = (count: number, phone = (n: number) => PHONE.replaceAll('AN', hex(n)).replaceAll('N', `${n}`)) =>
    EXAMPLE.replace(/192\.168\.178\.1\/24[\s\S]*/, '192.168.178.1/16\n  leases: 192.168.0.1-192.168.177.255\nphones:') +
    Array.from({ length: count }, (_, n) => phone(n)).join('')
  const hex = (n: number) => `${(n >> 8).toString(16).padStart(2, '0')}:${(n & 255).toString(16).padStart(2, '0')}`
  const codes = ({ problems }: { problems: Problem[] }) => problems.map(({ code, path }) => [code, ...path])

  test('is taken up to 10,000 on the command line, and up to 200 on the web', async () => {
    const limits = ON_THE_COMMAND_LINE
    const [most, more] = [many(10_000), many(10_001, () => '\n  - {}')]
    const checked = await check({ text: most, lang: 'en', limits })
    expect(checked.ok && checked.plan.phones).toHaveLength(10_000)
    expect(codes(checked)).toEqual([])
    expect(codes(await check({ text: more, lang: 'en', limits }))).toEqual([['site.phones-many', 'phones']])
    expect(codes(await check({ text: most, lang: 'en' }))).toEqual([['site.too-large']])
    expect((await check({ text: many(200), lang: 'en' })).ok).toBe(true)
    expect(codes(await check({ text: many(201), lang: 'en' }))).toEqual([['site.phones-many', 'phones']])
  })

  test('has each of its errors at its place, and every twin named', async () => {
    const wrong = (n: number) => {
      const phone = PHONE.replaceAll('AN', hex(n >= 3000 ? n - 3000 : n)).replaceAll('N', `${n}`)
      return n === 1234 ? phone.replace('CP-7962G', 'CP-1') : phone
    }
    const text = many(3010, wrong)
    const { problems } = await check({ text, lang: 'en', limits: ON_THE_COMMAND_LINE })
    expect(codes({ problems })).toEqual([
      ['site.model-unknown', 'phones', 1234, 'model'],
      ...Array.from({ length: 10 }, (_, n) => ['site.mac-twice', 'phones', 3000 + n, 'mac']),
    ])
    const lines = text.split('\n')
    const pointed = problems.map(({ line = 0, column = 0 }) => lines[line - 1]?.slice(column - 1))
    expect(pointed.slice(0, 3)).toEqual(['CP-1', '00:1D:45:2D:00:00', '00:1D:45:2D:00:01'])
  })
})

describe('a site in other words', () => {
  test('is the same site: JSON, another order, another spelling of the MAC', async () => {
    const yaml = await made(EXAMPLE)
    const json = JSON.stringify({
      phones: [
        {
          keys: [{ label: 'Anrufbeantworter', dial: '**600' }],
          lines: [
            { label: 'Line 1', username: 'Line1', password: { secret: 'line1' } },
            { label: 'Line 2', username: 'Line2', password: { secret: 'line2' } },
          ],
          label: 'Buero',
          load: 'SIP75.9-4-2SR3-1S',
          running: 'SCCP75.8-3-4S',
          mac: 'SEP001D452D2BF0',
          model: 'CP-7975G',
        },
      ],
      network: { leases: '192.168.178.201-192.168.178.220', agent: '192.168.178.1/24' },
      registrar: { address: '192.168.178.1' },
      preset: 'fritzbox-de',
      site: 'home',
    })
    for (const format of ['json', 'yaml'] as const) {
      const checked = await check({ text: json, lang: 'en', format })
      expect(checked.ok && checked.siteId).toBe(yaml.siteId)
    }
    expect((await made(json)).bundle).toEqual(yaml.bundle)
  })

  test('with `mac: any` twice has two files with a place for the MAC', async () => {
    const phone = (n: number) =>
      `  - { model: CP-7975G, mac: any, lines: [{ username: u${n}, password: { secret: s${n} } }] }\n`
    const { bundle } = await made(`${EXAMPLE.slice(0, EXAMPLE.indexOf('  - model'))}${phone(1)}${phone(2)}`)
    const { files } = await openBundle(bundle, () => {})
    expect(textOf(files, 'files/SEP{MAC}.cnf.xml')).toContain('<name>u1</name>')
    expect(textOf(files, 'files/SEP{MAC}-2.cnf.xml')).toContain('<name>u2</name>')
  })

  test('without a preset must say more, and then works', async () => {
    const text = EXAMPLE.replace(/^preset.*\n/m, '')
    const refused = await check({ text, lang: 'en' })
    expect(refused.problems.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['site.missing', 'registrar.kind'],
    ])
    const { manifest } = await made(text.replace('registrar: { ', 'registrar: { kind: fritzbox, port: 5062, '))
    expect(manifest.registrar).toEqual({ kind: 'fritzbox', address: '192.168.178.1', port: 5062 })
    expect(manifest.phones[0]?.facts.asks).toContainEqual({ file: 'United_States/g3-tones.xml', harmless: true })
  })
})
