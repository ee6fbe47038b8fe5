import { readFileSync } from 'node:fs'
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { localKeys } from '../../../scripts/local-keys.ts'
import { EXAMPLE } from '../../page/example.ts'
import { VERSION } from '../../version.ts'
import { createApp } from '../app.ts'
import type { Env } from '../env.ts'
import { WEB_ERRORS } from '../problem-json.ts'
import { openApi } from './open-api.ts'
import { type ApiRoute, AREAS } from './routes.ts'

const document = JSON.parse(JSON.stringify(openApi(VERSION)))
const ROUTES: readonly ApiRoute[] = AREAS.flatMap(({ routes }) => routes)
const FILE = 'cp-agent.js'

/** `/:name{…}` → `/{name}` */
const toTemplate = (pattern: string): string => pattern.replace(/:(\w+)(\{.*\})?/g, '{$1}')
const nameOf = (method: string, path: string): string => `${method.toUpperCase()} ${path}`

let env: Env
beforeAll(async () => {
  const { bundleKey, keysJson, keysSig } = await localKeys()
  const files = { fetch: async () => new Response('export {}') }
  env = { CP_BUNDLE_KEY: bundleKey, CP_KEYS_JSON: keysJson, CP_KEYS_SIG: keysSig, ASSETS: files }
})

const ajv = new Ajv2020({ strict: false, formats: { uri: true, 'date-time': true } })
ajv.addSchema({ $id: 'cp:document', ...document })

/** Fails unless an answer is one that the document knows, of the type that it names, and fits the schema. */
async function expectDocumented(route: ApiRoute, answer: Response): Promise<void> {
  const name = nameOf(route.method, route.path)
  const known = document.paths[route.path]?.[route.method]?.responses[answer.status]
  expect(known, `${name} ${answer.status}`).toBeDefined()
  const [type = ''] = (answer.headers.get('Content-Type') ?? '').split(';')
  if (answer.status === 304) return
  expect(Object.keys(known.content), `${name} ${answer.status}`).toContain(type)
  for (const header of Object.keys(known.headers ?? {})) expect(answer.headers.get(header), header).not.toBeNull()
  if (!type.endsWith('json') || known.content[type].schema === undefined) return
  const [, component] = known.content[type].schema.$ref.split('#')
  const fits = ajv.getSchema(`cp:document#${component}`)
  const body: unknown = await answer.json()
  expect(fits?.(body), `${name}: ${ajv.errorsText(fits?.errors)}`).toBe(true)
}

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator()
    expect(await validator.validate(structuredClone(document))).toEqual({ valid: true })
    expect(validator.version).toBe('3.1')
  })

  it('refers to nothing that it does not have', () => {
    const text = JSON.stringify(document)
    for (const [, name = ''] of text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g))
      expect(Object.keys(document.components.schemas)).toContain(name)
    expect(text).not.toMatch(/"\$ref":"(?!#\/)/)
  })

  it('has the routes of the application, all of them and no other', () => {
    const there = createApp()
      .routes.filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => nameOf(method, toTemplate(path)))
    const described = ROUTES.map(({ method, path }) => nameOf(method, path))
    expect([...described].sort()).toEqual([...new Set(there)].sort())
    expect(new Set(described).size).toBe(described.length)
  })

  it('names every code that a route can answer with somewhere', () => {
    const text = JSON.stringify(document)
    const everywhere = ['request.path', 'request.method']
    for (const code of Object.keys(WEB_ERRORS)) if (!everywhere.includes(code)) expect(text, code).toContain(code)
  })

  it('has words in both languages, and an example that can be typed', () => {
    for (const { summary, about, curl, parameters = [], path } of ROUTES) {
      for (const words of [summary, ...(about ? [about] : []), ...parameters.map(parameter => parameter.about)]) {
        expect(words.en).not.toBe('')
        expect(words.de).not.toBe(words.en)
      }
      expect(curl).toContain('{origin}/')
      for (const { pattern, example } of parameters) expect(example, path).toMatch(new RegExp(pattern))
    }
  })

  it('has an example of each body that its schema takes', async () => {
    const { parse } = await import('yaml')
    for (const { body } of ROUTES) {
      if (!body) continue
      const fits = ajv.getSchema(`cp:document#/components/schemas/${body.schema}`)
      expect(fits?.(parse(body.example)), ajv.errorsText(fits?.errors)).toBe(true)
    }
  })
})

describe('real answers', () => {
  const pathOf = ({ path, parameters = [] }: ApiRoute): string =>
    path.replace(/\{(\w+)\}/g, (_, name) => parameters.find(parameter => parameter.name === name)?.example ?? FILE)

  for (const route of ROUTES) {
    if (route.method !== 'get') continue
    it(`of ${nameOf(route.method, route.path)} are as it says, with and without keys`, async () => {
      const app = createApp()
      const path = pathOf(route)
      const answer = await app.request(path, {}, env)
      await expectDocumented(route, answer)
      await expectDocumented(route, await app.request(path, { headers: { 'If-None-Match': '*' } }, env))
      await expectDocumented(route, await app.request(path, {}, { ASSETS: env.ASSETS }))
      await expectDocumented(route, await app.request(`${path}?${'x'.repeat(2000)}`, {}, env))
    })
  }

  for (const route of ROUTES) {
    if (route.body?.schema !== 'Site') continue
    it(`of ${nameOf(route.method, route.path)} are as it says, also when it refuses`, async () => {
      const lines: string[] = []
      const app = createApp(line => lines.push(line))
      const send = (
        body: string | Uint8Array<ArrayBuffer>,
        headers: Record<string, string> = {},
        bindings: Env = env,
      ) =>
        app.request(
          route.path,
          { method: 'POST', body, headers: { 'Content-Type': 'application/yaml', ...headers } },
          bindings,
        )
      const answers = [
        [200, await send(EXAMPLE)],
        [200, await send(EXAMPLE.replace(/^ {2}leases:.*\n/m, ''))],
        [200, await send(route.body?.example ?? '')],
        [422, await send('site: [')],
        [422, await send(EXAMPLE.replace('CP-7975G', 'CP-9'))],
        [413, await send('#'.repeat(300_000))],
        [415, await send(EXAMPLE, { 'Content-Type': 'text/plain' })],
        [415, await send(EXAMPLE, { 'Content-Encoding': 'br' })],
        [400, await send(new Uint8Array([0xff]))],
      ] as const
      for (const [status, answer] of answers) {
        expect(answer.status, lines.at(-1)).toBe(status)
        await expectDocumented(route, answer)
      }
      await expectDocumented(route, await send(EXAMPLE, {}, {}))
    })
  }

  it('of POST /api/presets are as it says, and of GET what was stored', async () => {
    const [post, get] = ['post', 'get'].map(method =>
      ROUTES.find(route => route.method === method && route.path.startsWith('/api/presets')),
    )
    if (!post?.body || !get) throw new Error('no such route')
    const kept = new Map<string, { value: string; metadata: unknown }>()
    let success = true
    const store = {
      CP_PRESET_STORE: 'on',
      PRESETS: {
        getWithMetadata: async (key: string) => kept.get(key) ?? { value: null, metadata: null },
        put: async (key: string, value: string, { metadata }: { metadata: unknown }) => {
          kept.set(key, { value, metadata })
        },
      },
      PRESET_LIMIT: { limit: async () => ({ success }) },
    }
    const app = createApp()
    const { example } = post.body
    const send = (body: string, bindings: Env = store) =>
      app.request('/api/presets', { method: 'POST', body, headers: { 'Content-Type': 'application/yaml' } }, bindings)
    const first = await send(example)
    const { id }: { id: string } = await first.clone().json()
    for (const [status, answer] of [
      [201, first],
      [200, await send(example)],
      [422, await send('preset: x\npassword: y\n')],
      [413, await send('#'.repeat(20_000))],
      [503, await send(example, {})],
    ] as const) {
      expect(answer.status).toBe(status)
      // Only what is new has an address that was not known.
      if (status === 200) expect(answer.headers.get('Location')).toBeNull()
      await expectDocumented(post, answer)
    }
    await expectDocumented(get, await app.request(`/api/presets/${id}`, {}, store))
    await expectDocumented(get, await app.request('/api/presets/unknown', {}, store))
    success = false
    const late = await send(example)
    expect(late.status).toBe(429)
    await expectDocumented(post, late)
  })

  it('have on the page the routes and the codes, in both languages, without a script', async () => {
    const app = createApp()
    for (const lang of ['de', 'en'] as const) {
      const html = await (await app.request(`https://phones.example.org/docs?lang=${lang}`, {}, env)).text()
      expect(html).not.toContain('<script')
      expect(html).toContain('curl -OJ -H &#39;Content-Type: application/yaml&#39;')
      expect(html).toContain('https://phones.example.org/api/bundles')
      for (const { summary } of ROUTES) expect(html).toContain(summary[lang])
      for (const [code, problem] of Object.entries(WEB_ERRORS)) {
        expect(html).toContain(`<code>${code}</code>`)
        expect(html).toContain(problem[lang].title)
      }
      const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target)
    }
  })

  it('have the committed document', async () => {
    const answer = await createApp().request('/openapi.json', {}, env)
    expect(await answer.json()).toEqual(JSON.parse(readFileSync('schemas/json/openapi.json', 'utf8')))
  })
})
