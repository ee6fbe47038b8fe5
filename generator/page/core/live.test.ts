import { describe, expect, test } from 'vitest'
import { localKeys } from '../../../scripts/local-keys.ts'
import { readIssuer } from '../../bundle/seal.ts'
import { generate } from '../../generate.ts'
import { builtInPreset } from '../../presets/built-in.ts'
import { presetId } from '../../presets/id.ts'
import { fromLink } from '../../presets/link.ts'
import { EXAMPLE } from '../example.ts'
import type { PreviewFile } from './answer.ts'
import { liveChange, liveCheck } from './live.ts'

const MAKING = { issued: '2026-11-23T09:00:00Z', issuer: 'http://localhost:8787' }
const check = (text: string, more: Partial<Parameters<typeof liveCheck>[0]> = {}) =>
  liveCheck({ text, lang: 'en', ...more }, MAKING)

const site = (phones: string, more = '') => EXAMPLE.replace(/phones:[\s\S]*/, `${more}phones:\n${phones}`)
const phones = (count: number) =>
  Array.from({ length: count }, (_, n) => {
    const mac = `001D4500${n.toString(16).padStart(4, '0')}`
    return `  - { model: CP-7962G, mac: "${mac}", lines: [{ username: u${n}, password: { secret: s${n} } }] }\n`
  }).join('')

/** The preview as it is shown, and the bytes of the same file in the bundle. */
const filled = ({ text, holes }: PreviewFile) =>
  holes.reduceRight((all, { offset, label }) => `${all.slice(0, offset)}[${label}]${all.slice(offset)}`, text)

async function bundleOf(text: string, format: 'yaml' | 'json') {
  const issuer = await readIssuer(await localKeys())
  const made = await generate({ text, format, lang: 'en' }, { issued: MAKING.issued, issuer })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made
}

describe('a text that is checked', () => {
  test('gives all that the page shows', async () => {
    const answer = await check(EXAMPLE)
    expect(answer).toMatchObject({
      ok: true,
      problems: [],
      siteId: expect.stringMatching(/^[a-z2-7]{52}$/),
      name: 'home',
      summary: { phones: [{ model: 'CP-7975G' }], secrets: ['CP_SECRET_LINE1', 'CP_SECRET_LINE2'] },
      previewed: 1,
      differences: [],
      snippet: { title: expect.stringContaining('Fritz!Box'), holes: expect.any(Array) },
    })
  })

  test('with errors gives nothing else, and each has its line', async () => {
    const answer = await check(EXAMPLE.replace('CP-7975G', 'CP-9999'))
    expect(answer).toEqual({ ok: false, problems: [expect.objectContaining({ code: 'site.model-unknown', line: 9 })] })
  })

  test('says errors in the language of the visitor', async () => {
    const [de, en] = await Promise.all((['de', 'en'] as const).map(lang => check('site: [', { lang })))
    expect(de?.problems[0]?.code).toBe('site.syntax')
    expect(de?.problems[0]?.message).not.toBe(en?.problems[0]?.message)
  })

  test.each(['', 'null', '- 1', '\0', `${'['.repeat(5000)}`, 'x: *a', '#'.repeat(2_000_000)])(
    'is refused and does not throw: %#',
    async text => {
      expect(await check(text)).toEqual({ ok: false, problems: [expect.objectContaining({ severity: 'error' })] })
      expect(await liveChange({ text, lang: 'en', to: { preset: 'x', codec: 'g722' } })).toEqual([])
    },
  )
})

describe('the preview', () => {
  test('is what the bundle will hold, byte for byte', async () => {
    const { files = [] } = await check(EXAMPLE)
    const { manifest } = await bundleOf(EXAMPLE, 'yaml')
    const utf8 = new TextEncoder()
    expect(files.map(({ path, text }) => [path, utf8.encode(text).length])).toEqual(
      manifest.files.map(({ path, size }) => [path, size]),
    )
    for (const { path, text, holes } of files) {
      const listed = manifest.files.find(file => file.path === path)?.holes.map(({ offset }) => offset)
      expect(holes.map(({ offset }) => utf8.encode(text.slice(0, offset)).length)).toEqual(listed)
    }
  })

  test('shows where a password, a load and a MAC go, in the language of the visitor', async () => {
    const umlauts = EXAMPLE.replace('label: Buero', 'label: Büro').replace('00:1D:45:2D:2B:F0', 'any')
    const { files = [] } = await check(umlauts, { lang: 'de' })
    const config = files.find(({ phone }) => phone === 0)
    expect(config?.path).toBe('files/SEP{MAC}.cnf.xml')
    const text = config ? filled(config) : ''
    expect(text).toContain('<phoneLabel>Büro</phoneLabel>')
    expect(text).toContain('<authPassword>[Passwort line1]</authPassword>')
    expect(text).toContain('<loadInformation>[Firmware des jeweiligen Schritts]</loadInformation>')
  })

  test('reads the Latin-1 of a 7960G', async () => {
    const text = site(
      '  - { model: CP-7960G, mac: 001D45000001, label: Büro, lines: [{ username: u, password: { secret: s } }] }\n',
    )
    const { files = [], problems } = await check(text)
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    const config = files.find(({ phone }) => phone === 0)
    expect(config && filled(config)).toMatch(/phone_label: "Büro[\s\S]*line1_password: "\[password s\]"/)
  })

  test('belongs to a phone when only that phone reads it', async () => {
    const two = phones(2).replace('lines:', 'hotline: "**9", lines:')
    const { files = [] } = await check(site(two))
    expect(files.flatMap(({ path, phone }) => (phone === undefined ? [] : [[path, phone]]))).toEqual([
      ['files/SEP001D45000000.cnf.xml', 0],
      ['files/SEP001D45000001.cnf.xml', 1],
      ['files/dialplan-001D45000000.xml', 0],
    ])
    expect(files.map(({ path }) => path)).toContain('files/dialplan.xml')
  })

  test('is of the first 25 phones in the order of the site, whatever their names', async () => {
    const leases = (text: string) => text.replace(/201-.*/, '20-192.168.178.250')
    const lines = phones(200).trimEnd().split('\n').toReversed().join('\n')
    const { files = [], previewed, summary, json } = await check(leases(site(lines)))
    expect([previewed, summary?.phones.length]).toEqual([25, 200])
    const shown = files.flatMap(({ phone }) => phone ?? [])
    expect(shown.toSorted((a, b) => a - b)).toEqual([...Array(25).keys()])
    expect(files.find(({ phone }) => phone === 0)?.path).toBe('files/SEP001D450000C7.cnf.xml')
    expect(JSON.parse(json ?? '').phones).toHaveLength(200)
  })
})

describe('the JSON to post', () => {
  test('makes the same site and the same bundle as the text', async () => {
    const { json = '', siteId } = await check(EXAMPLE)
    const [yaml, posted] = [await bundleOf(EXAMPLE, 'yaml'), await bundleOf(json, 'json')]
    expect(posted.siteId).toBe(siteId)
    expect(posted.bundle).toEqual(yaml.bundle)
    expect(JSON.parse(json).preset).toBe('fritzbox-de')
  })

  test('is left out when aliases made it longer than the Worker takes', async () => {
    const keys = Array.from({ length: 50 }, (_, n) => `{ dial: "${n}", label: "${'x'.repeat(30)}" }`).join(', ')
    const more = 'addOns: [7916-24, 7916-24], keys: *k, lines'
    const list = phones(95).replaceAll('CP-7962G', 'CP-7975G').replaceAll('lines', more)
    const text = site(list.replace('*k', `&k [${keys}]`)).replace(/201-.*/, '20-192.168.178.250')
    const answer = await check(text)
    expect(answer.problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(answer).toMatchObject({ ok: true, previewed: 25 })
    expect(answer).not.toHaveProperty('json')
  })

  test('has the preset itself where the text has its id', async () => {
    const [preset, builtIn] = [{ preset: 'mine', ...rest(builtInPreset('fritzbox-at')) }, builtInPreset('fritzbox-de')]
    if (!builtIn) throw new Error('no preset')
    const id = await presetId(preset)
    const named = (name: string) => EXAMPLE.replace('preset: fritzbox-de', `preset: ${name}`)
    const answers = []
    for (const name of [id, `https://cp.example/p/${id}`]) {
      const answer = await check(named(name), { presets: { [id]: preset } })
      expect(answer.problems).toEqual([])
      const link = JSON.parse(answer.json ?? '').preset
      expect(await fromLink(link)).toEqual(preset)
      expect((await bundleOf(answer.json ?? '', 'json')).siteId).toBe(answer.siteId)
      answers.push(answer)
    }
    expect(new Set(answers.map(({ siteId }) => siteId)).size).toBe(1)
    expect(await check(named(id))).toMatchObject({ ok: false, problems: [{ code: 'site.preset-lookup' }] })
    const changed = await liveChange({ text: named(id), lang: 'en', presets: { [id]: preset }, to: builtIn })
    expect(changed).toContainEqual({ path: 'locale.timeZone', preset: 'Europe/Berlin', site: 'Europe/Vienna' })
  })
})

const rest = (preset: ReturnType<typeof builtInPreset>) => {
  const { preset: _, ...more } = preset ?? { preset: '' }
  return more
}
