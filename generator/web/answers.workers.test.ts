import { env, exports } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { createApp } from './app.ts'

const ORIGIN = 'https://phones.example.org'
const send = (path: string, init: RequestInit = {}) => exports.default.fetch(ORIGIN + path, init)
const get = (path: string, headers: Record<string, string> = {}) => send(path, { headers })

describe('the language', () => {
  it('goes by the weights of Accept-Language, and survives what is none', async () => {
    for (const [accept, lang] of [
      ['en;q=0.2, de;q=0.9', 'de'],
      ['de;q=0, en;q=0.1', 'en'],
      ['fr-CH, de-CH;q=0.8', 'de'],
      [';;;q=,,,*', 'en'],
      ['de'.repeat(500), 'en'],
    ] as const) {
      const answer = await get('/', { 'Accept-Language': accept })
      expect(answer.headers.get('Content-Language'), accept).toBe(lang)
    }
  })

  it('is remembered in a cookie only when another one is chosen than would be shown', async () => {
    const chosen = await get('/?lang=de', { 'Accept-Language': 'en' })
    expect(chosen.headers.get('Set-Cookie')).toBe('lang=de; Max-Age=31536000; Path=/; HttpOnly; Secure; SameSite=Lax')
    for (const [path, headers] of [
      ['/', { 'Accept-Language': 'de' }],
      ['/?lang=de', { 'Accept-Language': 'de' }],
      ['/?lang=de', { Cookie: 'lang=de' }],
      ['/?lang=xx', { 'Accept-Language': 'de' }],
      ['/?lang=de', { 'If-None-Match': '*' }],
      ['/page.css?lang=de', {}],
      ['/healthz?lang=de', {}],
      ['/nowhere?lang=de', { Accept: 'text/html' }],
      ['/api/nothing?lang=de', { Accept: 'text/html' }],
    ] as [string, Record<string, string>][]) {
      expect((await get(path, headers)).headers.get('Set-Cookie'), `${path} ${JSON.stringify(headers)}`).toBeNull()
    }
  })

  it('has no Secure cookie where there is no TLS, or no browser would keep it', async () => {
    const answer = await exports.default.fetch('http://phones.example.org/?lang=de')
    expect(answer.headers.get('Set-Cookie')).not.toContain('Secure')
  })

  it('is taken from the address, then the cookie, then the header', async () => {
    const headers = { Cookie: 'lang=de', 'Accept-Language': 'en' }
    expect((await get('/', headers)).headers.get('Content-Language')).toBe('de')
    expect((await get('/?lang=en', headers)).headers.get('Content-Language')).toBe('en')
    expect((await get('/', { Cookie: 'lang=<script>' })).headers.get('Content-Language')).toBe('en')
  })

  it('of a page is kept apart in caches; a program’s does not hang on a cookie', async () => {
    const page = await get('/')
    expect(page.headers.get('Vary')).toBe('Accept-Language, Cookie')
    expect(page.headers.get('Cache-Control')).toContain('private')
    const api = await get('/api/nothing', { Cookie: 'lang=de' })
    expect(api.headers.get('Content-Language')).toBe('en')
    expect(api.headers.get('Vary')).toBe('Accept-Language')
  })
})

describe('what is read again', () => {
  for (const path of [
    '/',
    '/docs',
    '/page.css',
    '/icon.svg',
    '/page.js',
    '/cp-agent.js',
    '/cp-agent.js.sha256',
    '/healthz',
    '/openapi.json',
    '/schemas/site.json',
    '/.well-known/cp/keys.json',
    '/.well-known/cp/keys.json.sig',
    '/.well-known/cp/allowed_signers',
  ]) {
    it(`${path} is sent once, then 304`, async () => {
      const first = await get(path)
      expect(first.status).toBe(200)
      const tag = first.headers.get('ETag') ?? ''
      expect(tag).toMatch(/^(?:W\/)?"[^"]+"$/)
      await first.arrayBuffer()
      for (const method of ['GET', 'HEAD']) {
        const again = await send(path, { method, headers: { 'If-None-Match': `"other", ${tag}` } })
        expect(again.status, method).toBe(304)
        expect(again.headers.get('ETag')).toBe(tag)
        for (const name of ['Vary', 'Content-Language', 'Access-Control-Allow-Origin', 'Content-Security-Policy'])
          expect(again.headers.get(name), name).toBe(first.headers.get(name))
        expect(await again.text()).toBe('')
      }
      expect((await get(path, { 'If-None-Match': '"other"' })).status).toBe(200)
    })
  }

  it('has another tag in another language', async () => {
    const tags = await Promise.all(['de', 'en'].map(async lang => (await get(`/?lang=${lang}`)).headers.get('ETag')))
    expect(tags[0]).not.toBe(tags[1])
  })

  it('is not confused by a tag that is none', async () => {
    for (const tag of ['', '"', 'W/', ',,,', '"a']) {
      expect((await get('/page.css', { 'If-None-Match': tag })).status, tag).toBe(200)
    }
  })
})

describe('other origins', () => {
  const from = { Origin: 'https://elsewhere.example' }
  const preflight = (path: string, method: string) =>
    send(path, { method: 'OPTIONS', headers: { ...from, 'Access-Control-Request-Method': method } })

  it('may read what is for programs', async () => {
    for (const path of ['/healthz', '/openapi.json', '/schemas/preset.json', '/.well-known/cp/keys.json']) {
      const answer = await get(path, from)
      expect(answer.headers.get('Access-Control-Allow-Origin'), path).toBe('*')
      expect(answer.headers.get('Access-Control-Expose-Headers'), path).toContain('ETag')
      const asked = await preflight(path, 'GET')
      expect(asked.status, path).toBe(204)
      expect(asked.headers.get('Access-Control-Allow-Headers'), path).toBe('If-None-Match')
    }
    expect((await get('/api/presets/unknown', from)).headers.get('Access-Control-Allow-Origin')).toBe('*')
  })

  it('may not send, nor read the pages', async () => {
    for (const path of ['/api/bundles', '/api/sites/check', '/api/presets', '/', '/docs']) {
      const asked = await preflight(path, 'POST')
      expect([404, 405], path).toContain(asked.status)
      expect(asked.headers.get('Access-Control-Allow-Origin'), path).toBeNull()
      const sent = await send(path, { method: 'POST', headers: from, body: '{}' })
      expect(sent.headers.get('Access-Control-Allow-Origin'), path).toBeNull()
    }
    expect((await get('/', from)).headers.get('Access-Control-Allow-Origin')).toBeNull()
  })
})

describe('a request that no route takes', () => {
  const JSON_TYPE = 'application/problem+json'

  it('is a problem with a code, whatever is odd about it', async () => {
    for (const [path, init, status, code] of [
      ['/nowhere', {}, 404, 'request.path'],
      ['/%E0%A4%A', {}, 404, 'request.path'],
      ['/%00%ff/..%2f..%2fetc/passwd', {}, 404, 'request.path'],
      ['/nowhere', { headers: { Accept: ';;=,"' } }, 404, 'request.path'],
      ['/nowhere', { headers: { Accept: 'text/html;q=0, */*' } }, 404, 'request.path'],
      ['/api/nowhere', { headers: { Accept: 'text/html' } }, 404, 'request.path'],
      ['/api/bundles', { method: 'GET' }, 405, 'request.method'],
      ['/api/bundles', { method: 'OPTIONS' }, 405, 'request.method'],
      ['/schemas/site.json', { method: 'PATCH' }, 405, 'request.method'],
      [`/${'a'.repeat(2001)}`, {}, 414, 'request.uri-long'],
      [`/healthz?${'a=%'.repeat(700)}`, {}, 414, 'request.uri-long'],
      ['/api/bundles', { method: 'POST' }, 415, 'request.type'],
    ] as [string, RequestInit, number, string][]) {
      const answer = await send(path, init)
      expect(answer.status, path).toBe(status)
      expect(answer.headers.get('Content-Type'), path).toBe(JSON_TYPE)
      expect(answer.headers.get('Cache-Control'), path).toBe('no-store')
      expect(await answer.json(), path).toMatchObject({ type: 'about:blank', status, code })
    }
  })

  it('has the head of it for HEAD', async () => {
    const answer = await send('/api/bundles', { method: 'HEAD' })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('Allow')).toBe('POST')
    expect(await answer.text()).toBe('')
    expect((await send('/nowhere', { method: 'HEAD' })).status).toBe(404)
  })
})

describe('the log', () => {
  const SECRETS = ['Tulpe4711x', 'Nelke0815', '192.0.2.77', 'elsewhere.example', 'Rose-Agent']

  async function logged(path: string, init: RequestInit = {}, bindings: object = env): Promise<object> {
    const lines: string[] = []
    const app = createApp(line => lines.push(line))
    app.get('/fault/:id', () => {
      throw new TypeError(`Tulpe4711x\n    at Tulpe4711x (Tulpe4711x:1:1)`)
    })
    app.post('/fault', async c => c.json(JSON.parse(await c.req.text())))
    const headers = {
      'User-Agent': 'Rose-Agent',
      'CF-Connecting-IP': '192.0.2.77',
      Origin: 'https://elsewhere.example',
      Authorization: 'Bearer Nelke0815',
      Cookie: 'lang=Nelke0815',
    }
    await app.request(path, { ...init, headers: { ...headers, ...init.headers } }, bindings)
    expect(lines).toHaveLength(1)
    for (const secret of SECRETS) expect(lines[0]).not.toContain(secret)
    return JSON.parse(lines[0] ?? '')
  }
  const yaml = (body: string) => ({ method: 'POST', body, headers: { 'Content-Type': 'application/yaml' } })

  it('has one line for each request: the pattern of the route, how it ended, and nothing that was sent', async () => {
    const ms = expect.any(Number)
    expect(await logged('/?lang=Tulpe4711x')).toEqual({ method: 'GET', route: '/', status: 200, ms })
    expect(await logged('/Tulpe4711x?Nelke0815')).toEqual({
      method: 'GET',
      route: 'none',
      status: 404,
      ms,
      code: 'request.path',
    })
    expect(await logged('/Tulpe4711x/'.repeat(300))).toMatchObject({ status: 414, code: 'request.uri-long' })
    expect(await logged('/healthz', { method: 'DELETE' })).toMatchObject({ method: 'DELETE', status: 405 })
    expect(await logged('/healthz', {}, {})).toMatchObject({ route: '/healthz', status: 503, code: 'issuer.missing' })
    expect(await logged('/api/bundles', yaml('site: Tulpe4711x\npassword: Nelke0815\n'))).toMatchObject({
      method: 'POST',
      route: '/api/bundles',
      status: 422,
      code: 'site.invalid',
    })
    expect(await logged('/api/sites/check', { ...yaml('Tulpe4711x'), headers: {} })).toMatchObject({ status: 415 })
  })

  it('names an unforeseen error by its kind and its place; visitors get no more than that it happened', async () => {
    expect(await logged('/fault/Tulpe4711x')).toMatchObject({
      route: '/fault/:id',
      status: 500,
      code: 'server.bug',
      error: {
        name: 'TypeError',
        at: [
          expect.stringContaining('answers.workers.test.ts'),
          expect.any(String),
          expect.any(String),
          expect.any(String),
          expect.any(String),
        ],
      },
    })
    expect(await logged('/fault', { method: 'POST', body: '{"Tulpe4711x": Nelke0815' })).toMatchObject({
      status: 500,
      error: { name: 'SyntaxError' },
    })
    const app = createApp()
    app.get('/fault', () => {
      throw new TypeError('Tulpe4711x')
    })
    const answer = await app.request('/fault', {}, env)
    expect(answer.status).toBe(500)
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json')
    expect(await answer.text()).not.toContain('Tulpe4711x')
  })
})
