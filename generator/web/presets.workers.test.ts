import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import type { Preset } from '../../schemas/preset.ts'
import { presetId } from '../presets/id.ts'
import { fromLink } from '../presets/link.ts'
import { PRESET_LIFETIME, type PresetNamespace } from '../presets/store.ts'
import { canonicalJson } from '../site/id.ts'
import { createApp } from './app.ts'
import type { Env } from './env.ts'
import { visitorOf } from './presets.ts'

const ORIGIN = 'https://phones.example.org'
const PRESET: Preset = {
  preset: 'my-office',
  description: { en: 'Ours', de: 'Unsere' },
  locale: { user: 'German_Germany' },
  dialPlan: { country: 'DE', rules: [{ match: '2..', wait: 1 }] },
}
/** The namespace of wrangler.toml, of which the Worker itself uses less. */
interface Listed extends PresetNamespace {
  list(): Promise<{ keys: { name: string; expiration?: number }[] }>
  delete(key: string): Promise<void>
}
const listed = (store: PresetNamespace | undefined): store is Listed => store !== undefined && 'list' in store
if (!listed(env.PRESETS)) throw new Error('wrangler.toml has no namespace PRESETS')
const kv = env.PRESETS

const ON: Env = { ...env, CP_PRESET_STORE: 'on' }
let visitors = 0
/** Everybody else, unless it is said. */
const newVisitor = () => `192.0.2.${++visitors}`

function post(
  body: string | Uint8Array<ArrayBuffer>,
  { type = 'application/json', visitor = newVisitor(), bindings = ON, lang = 'en' } = {},
) {
  const headers = { 'Content-Type': type, 'CF-Connecting-IP': visitor, 'Accept-Language': lang }
  return createApp().request(`${ORIGIN}/api/presets`, { method: 'POST', body, headers }, bindings)
}
const get = (id: string, bindings = ON) => createApp().request(`${ORIGIN}/api/presets/${id}`, {}, bindings)
const keys = async () => (await kv.list()).keys.map(({ name }) => name)

async function empty() {
  for (const name of await keys()) await kv.delete(name)
}

async function problem(answer: Response, status: number): Promise<Record<string, unknown>> {
  expect(answer.status).toBe(status)
  expect(answer.headers.get('Content-Type')).toBe('application/problem+json')
  expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
  return answer.json()
}

describe('POST /api/presets', () => {
  it('stores a preset under the hash of its content, and tells the id, the page, the link and until when', async () => {
    const answer = await post(JSON.stringify(PRESET, null, 2))
    expect(answer.status).toBe(201)
    const id = await presetId(PRESET)
    const body: { id: string; url: string; link: string; expires: string } = await answer.json()
    expect(body).toMatchObject({ id, url: `${ORIGIN}/p/${id}` })
    expect(await fromLink(body.link)).toEqual(PRESET)
    const days = (Date.parse(body.expires) - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(179.9)
    expect(days).toBeLessThanOrEqual(180)
    expect((await kv.getWithMetadata(id)).value).toBe(canonicalJson(PRESET))
    const [key] = (await kv.list()).keys
    expect(key?.expiration).toBeCloseTo(Date.now() / 1000 + PRESET_LIFETIME, -2)
  })

  it('takes YAML, and the same content in another order is the same preset: found, not written, not prolonged', async () => {
    await empty()
    let writes = 0
    const counting = { ...kv, getWithMetadata: kv.getWithMetadata.bind(kv), put: kv.put.bind(kv) }
    counting.put = (...args) => {
      writes++
      return kv.put(...args)
    }
    const bindings = { ...ON, PRESETS: counting }
    const first: { expires: string } = await (await post(JSON.stringify(PRESET), { bindings })).json()
    const yaml = `dialPlan: { rules: [{ wait: 1, match: '2..' }], country: DE }
locale: { user: German_Germany }
description: { de: Unsere, en: Ours }
preset: my-office\n`
    const answer = await post(yaml, { type: 'application/yaml', bindings })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ id: await presetId(PRESET), expires: first.expires })
    expect(writes).toBe(1)
    expect(await keys()).toHaveLength(1)
  })

  it('mends what somebody changed in the store', async () => {
    const id = await presetId(PRESET)
    await kv.put(id, canonicalJson({ ...PRESET, codec: 'g722' }), { expirationTtl: 60, metadata: { expires: 1 } })
    expect((await post(JSON.stringify(PRESET))).status).toBe(201)
    expect((await get(id)).status).toBe(200)
  })
})

describe('GET /api/presets/:id', () => {
  it('gives the bytes that the id is the hash of, to be kept no longer than they are stored', async () => {
    const { id }: { id: string } = await (await post(JSON.stringify(PRESET))).json()
    const answer = await get(id)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Content-Type')).toBe('application/json')
    expect(await answer.text()).toBe(canonicalJson(PRESET))
    const [, age] = /^public, max-age=(\d+), immutable$/.exec(answer.headers.get('Cache-Control') ?? '') ?? []
    expect(Number(age)).toBeGreaterThan(PRESET_LIFETIME - 60)
    expect(Number(age)).toBeLessThanOrEqual(PRESET_LIFETIME)
  })

  it('knows nothing of another id, nor of what is none', async () => {
    for (const id of ['a'.repeat(26), 'A'.repeat(26), 'x', `${'a'.repeat(25)}1`])
      expect(await problem(await get(id), 404)).toMatchObject({ code: 'presets.unknown' })
  })

  it.each([
    ['another preset', canonicalJson({ ...PRESET, codec: 'g722' })],
    ['the same with blanks', JSON.stringify(PRESET, null, 1)],
    ['a field that no preset has', canonicalJson({ ...PRESET, registrar: { address: '192.0.2.1' } })],
    ['no JSON', '<script>'],
    ['nothing', ''],
  ])('does not give out what is not the content of the id: %s', async (_, value) => {
    const id = await presetId(PRESET)
    await kv.put(id, value, { expirationTtl: 60, metadata: { expires: Math.floor(Date.now() / 1000) + 60 } })
    const answer = await problem(await get(id), 404)
    expect(answer).toMatchObject({ code: 'presets.unknown' })
    expect(JSON.stringify(answer)).not.toContain('g722')
  })

  it('lets nothing be kept whose end is not known', async () => {
    await empty()
    const id = await presetId(PRESET)
    await kv.put(id, canonicalJson(PRESET), { expirationTtl: 60, metadata: { expires: 0 } })
    expect((await get(id)).headers.get('Cache-Control')).toBe('no-cache')
  })
})

describe('the store', () => {
  it.each(['CP_PRESET_STORE', 'PRESETS', 'PRESET_LIMIT'] as const)(
    'is off without %s, and says what works without it',
    async name => {
      await empty()
      const { [name]: _, ...off } = ON
      const id = await presetId(PRESET)
      for (const answer of [await post(JSON.stringify(PRESET), { bindings: off }), await get(id, off)])
        expect(await problem(answer, 503)).toMatchObject({
          code: 'presets.off',
          detail: expect.stringContaining('#p='),
        })
      expect(await keys()).toEqual([])
    },
  )

  it('is not turned on by any other word', async () => {
    const bindings = { ...ON, CP_PRESET_STORE: 'true' }
    expect((await problem(await post(JSON.stringify(PRESET), { bindings }), 503)).code).toBe('presets.off')
  })

  it('is off in a deployment that says nothing', async () => {
    expect(env.CP_PRESET_STORE).toBeUndefined()
    expect((await post(JSON.stringify(PRESET), { bindings: env })).status).toBe(503)
  })

  it('says that it is full when the platform takes no more, and what works without it', async () => {
    const none = { value: null, metadata: null }
    const full = {
      getWithMetadata: async () => none,
      put: async () => Promise.reject(new Error('KV PUT failed: 429 Too Many Requests')),
    }
    const answer = await post(JSON.stringify(PRESET), { bindings: { ...ON, PRESETS: full }, lang: 'de' })
    expect(await problem(answer, 503)).toMatchObject({ code: 'presets.full', detail: expect.stringContaining('#p=') })
    const unread = { ...full, getWithMetadata: async () => Promise.reject(new Error('KV GET failed')) }
    expect((await problem(await get('a'.repeat(26), { ...ON, PRESETS: unread }), 503)).code).toBe('presets.full')
  })

  it('takes ten attempts of a visitor in a minute, also bad ones, and those of others all the same', async () => {
    const visitor = '198.51.100.7'
    for (let attempt = 0; attempt < 10; attempt++) expect((await post('{}', { visitor })).status).toBe(422)
    const answer = await post(JSON.stringify(PRESET), { visitor })
    expect(answer.headers.get('Retry-After')).toBe('60')
    expect(await problem(answer, 429)).toMatchObject({ code: 'presets.rate' })
    expect((await post('{}', { visitor: '198.51.100.8' })).status).toBe(422)
  })

  it('counts a network of IPv6 as one visitor', () => {
    expect(visitorOf('2001:db8:1:2::5')).toBe(visitorOf('2001:db8:1:2:ffff:1:2:3'))
    expect(visitorOf('2001:db8:1:2::5')).not.toBe(visitorOf('2001:db8:1:3::5'))
    expect(visitorOf('::1')).toBe('0:0:0:0')
    expect(visitorOf('2001:db8::')).toBe('2001:db8:0:0')
    expect(visitorOf('192.0.2.1')).toBe('192.0.2.1')
  })
})
