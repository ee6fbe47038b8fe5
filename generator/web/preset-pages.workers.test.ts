import { env, exports } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { Preset } from '../../schemas/preset.ts'
import { CARD_SIZE } from '../page/card/size.ts'
import { BUILT_IN } from '../presets/built-in.ts'
import { storeOf, writePreset } from '../presets/store.ts'
import { createApp } from './app.ts'

const ORIGIN = 'https://phones.example.org'
const get = (path: string, headers: Record<string, string> = {}) => exports.default.fetch(ORIGIN + path, { headers })
/** A deployment whose store of presets is on. */
const ON = { ...env, CP_PRESET_STORE: 'on', PRESET_LIMIT: { limit: async () => ({ success: true }) } }
const NOW = Date.UTC(2026, 10, 28) / 1000
async function store(preset: object): Promise<string> {
  const bindings = storeOf(ON)
  if (!bindings) throw new Error('the store is off')
  return (await writePreset({ ...ON, ...bindings }, Preset.parse(preset), NOW)).id
}
const open = (id: string, lang: string) => createApp().request(`${ORIGIN}/p/${id}?lang=${lang}`, {}, ON)
const headOf = (html: string) => html.slice(0, html.indexOf('</head>'))
const metaOf = (html: string, name: string) =>
  new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(headOf(html))?.[1]

describe('GET /presets', () => {
  it.each(['de', 'en'] as const)('shows every built-in preset with a way into the builder: %s', async lang => {
    const answer = await get(`/presets?lang=${lang}`)
    const html = await answer.text()
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Content-Language')).toBe(lang)
    for (const { preset, description } of BUILT_IN) {
      expect(html).toContain(`href="/?preset=${preset}&amp;lang=${lang}"`)
      expect(html).toContain(description?.[lang])
    }
    expect(html.match(/class="card preset"/g)).toHaveLength(BUILT_IN.length)
    expect(html).not.toContain('undefined')
  })

  it('says what a preset sets, in the visitor’s language, and how much is known', async () => {
    const html = await (await get('/presets?lang=de')).text()
    for (const words of [
      ...['Deutsch (Deutschland)', 'Österreich; sofort: 112, 122', 'Mo–Fr, 07:30 bis 18:30 Uhr'],
      ...['Kaum erprobt', 'Von mehreren erprobt', 'wählen Sie selbst', 'hinter einem Router', '**600'],
    ])
      expect(html).toContain(words)
  })

  it('leads to a page whose description has that preset', async () => {
    const html = await (await get('/?preset=sipgate')).text()
    expect(html).toContain('sipgate.de')
  })

  it('may be found, and has nothing inline', async () => {
    const answer = await get('/presets')
    const html = await answer.text()
    expect(answer.headers.get('X-Robots-Tag')).toBeNull()
    expect(html).not.toMatch(/noindex|<script|<style|\sstyle=|\son\w+=/)
  })
})

/** Words that could be mistaken for a page of ours, mark-up, or a link. */
const STRANGE = {
  preset: 'tulpe4711',
  description: { en: '</title><script>alert(1)</script> tulpe4711', de: 'Mehr auf https://tulpe4711.example' },
  author: '"><img src=x onerror=alert(1)> Tulpe4711',
  licence: 'Tulpe4711-1.0',
  registrar: { kind: 'fritzbox' },
  locale: { user: 'German_Germany', network: 'Tulpistan' },
  keys: [
    { dial: '**600', label: '<b>Tulpe4711</b>' },
    { dial: '**9', label: 'Alle' },
  ],
  ringTones: [{ name: 'javascript:Tulpe4711', file: 'tulpe4711' }],
}

describe('GET /p/:id', () => {
  it.each(['de', 'en'] as const)('shows what a stranger wrote as text, marked as theirs: %s', async lang => {
    const id = await store(STRANGE)
    const answer = await open(id, lang)
    const html = await answer.text()
    expect(answer.status).toBe(200)
    expect(html).toContain(
      lang === 'de' ? 'Von der Person geschrieben, die sie teilt' : 'Written by the person who shared',
    )
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html).toContain('&lt;b&gt;Tulpe4711&lt;/b&gt;')
    expect(html).not.toMatch(/<script|<img|<b>/)
    expect(html).toContain(`href="/?lang=${lang}#id=${id}"`)
  })

  it('has no word of a stranger in its head, and none in a link', async () => {
    const html = await (await open(await store(STRANGE), 'en')).text()
    expect(headOf(html)).not.toMatch(/tulp|alert|javascript/i)
    for (const [, href] of html.matchAll(/href="([^"]*)"/g)) {
      expect(href).toMatch(/^(?:[/?#]|https:\/\/phones\.example\.org\/)/)
      expect(href).not.toMatch(/tulp/i)
    }
  })

  it('has a preview in our own words: registrar, keys and language', async () => {
    const id = await store(STRANGE)
    const html = await (await open(id, 'en')).text()
    expect(metaOf(html, 'og:title')).toBe('Preset for Cisco phones: Fritz!Box')
    expect(metaOf(html, 'og:description')).toContain('Screen: German (Germany). 2 keys.')
    expect(metaOf(html, 'og:url')).toBe(`${ORIGIN}/p/${id}`)
    expect(metaOf(html, 'twitter:card')).toBe('summary_large_image')
  })

  it('says nothing in the preview of a registrar and a language that the catalogue does not have', async () => {
    const id = await store({ preset: 'x', registrar: { kind: 'tulpe-pbx' }, locale: { user: 'Tulpe_Tulpe' } })
    const html = await (await open(id, 'de')).text()
    expect(metaOf(html, 'og:title')).toBe('Vorlage für Cisco-Telefone')
    expect(headOf(html)).not.toMatch(/tulpe/i)
  })

  it('is not for search engines, says until when it is kept, and may be empty', async () => {
    const answer = await open(await store({ preset: 'x' }), 'de')
    const html = await answer.text()
    expect(answer.headers.get('X-Robots-Tag')).toBe('noindex')
    expect(metaOf(html, 'robots')).toBe('noindex')
    expect(html).toContain('Sie wird hier bis zum 27. Mai 2027 aufbewahrt.')
    expect(html).not.toContain('undefined')
  })

  it.each([
    ['an id that is none', 'tulpe4711'],
    ['an id of nothing', 'a'.repeat(26)],
  ])('is a 404 in words for %s', async (_, id) => {
    for (const [lang, words] of [
      ['de', 'Diese Vorlage ist nicht hier'],
      ['en', 'This preset is not here'],
    ] as const) {
      const answer = await open(id, lang)
      const html = await answer.text()
      expect(answer.status).toBe(404)
      expect(answer.headers.get('X-Robots-Tag')).toBe('noindex')
      expect(html).toContain(words)
      expect(html).not.toContain('tulpe4711')
    }
  })

  it('is a 404 where presets are not kept', async () => {
    const id = await store({ preset: 'x' })
    expect((await createApp().request(`/p/${id}`, {}, { ...ON, CP_PRESET_STORE: '' })).status).toBe(404)
  })
})

describe('the picture beside a link', () => {
  it('is named by the page, with the address of this deployment', async () => {
    for (const path of ['/', '/presets']) {
      const html = await (await get(path)).text()
      expect(metaOf(html, 'og:image')).toBe(`${ORIGIN}/card.png`)
      expect(metaOf(html, 'og:url')).toBe(`${ORIGIN}${path}`)
    }
  })

  it('is a small PNG of the size that is told', async () => {
    const answer = await get('/card.png')
    expect(answer.headers.get('Content-Type')).toBe('image/png')
    expect(answer.headers.get('Cache-Control')).toBe('public, max-age=86400')
    const bytes = new DataView(await answer.arrayBuffer())
    expect(bytes.byteLength).toBeLessThan(40_000)
    // The header chunk comes first: width and height at 16 and 20 (PNG 11.2.1).
    expect({ width: bytes.getUint32(16), height: bytes.getUint32(20) }).toEqual(CARD_SIZE)
  })

  it('is a 404 where the files were not built', async () => {
    expect((await createApp().request('/card.png', {}, {})).status).toBe(404)
  })
})
