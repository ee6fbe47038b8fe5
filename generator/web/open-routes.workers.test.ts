import { env, exports } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { NAMESPACE_KEYS } from '../../schemas/bundle/namespaces.ts'
import { sha256Hex } from '../../schemas/bundle/open.ts'
import { verify } from '../../schemas/bundle/sshsig.ts'
import { VERSION } from '../version.ts'
import { createApp } from './app.ts'

const ORIGIN = 'http://localhost:8787'
const get = (path: string, headers: Record<string, string> = {}) => exports.default.fetch(ORIGIN + path, { headers })

describe('GET /', () => {
  it('speaks the language that the browser prefers, and English to all others', async () => {
    for (const [accept, lang, heading] of [
      ['de-AT,de;q=0.9,en;q=0.5', 'de', 'Aus dem gebrauchten Cisco-Telefon'],
      ['fr,en;q=0.8,de;q=0.5', 'en', 'A second-hand Cisco phone'],
      ['fr', 'en', 'A second-hand Cisco phone'],
    ] as const) {
      const answer = await get('/', { 'Accept-Language': accept })
      const html = await answer.text()
      expect(html).toContain(`<html lang="${lang}">`)
      expect(html).toContain(heading)
      expect(answer.headers.get('Content-Language')).toBe(lang)
      expect(answer.headers.get('Vary')).toContain('Accept-Language')
    }
  })

  it('lets the address decide before the browser', async () => {
    expect(await (await get('/?lang=de', { 'Accept-Language': 'en' })).text()).toContain('<html lang="de">')
    expect(await (await get('/?lang=xx', { 'Accept-Language': 'de' })).text()).toContain('<html lang="de">')
  })

  it('shows the example as text, and names nothing from elsewhere', async () => {
    const html = await (await get('/')).text()
    expect(html).toContain('- model: CP-7975G')
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/)
  })

  it('has its style sheet and its icon', async () => {
    const style = await get('/page.css')
    expect(style.headers.get('Content-Type')).toBe('text/css; charset=utf-8')
    expect(await style.text()).toContain('prefers-color-scheme: dark')
    expect((await get('/icon.svg')).headers.get('Content-Type')).toBe('image/svg+xml')
  })
})

describe('the headers of every answer', () => {
  for (const path of [
    '/',
    '/page.css',
    '/healthz',
    '/page.js',
    '/import.js',
    '/cp-agent.js',
    '/nowhere',
    '/schemas/site.json',
  ]) {
    it(`keep ${path} to itself`, async () => {
      const { headers } = await get(path)
      const policy = headers.get('Content-Security-Policy')?.split('; ')
      expect(policy).toEqual(
        expect.arrayContaining([
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "connect-src 'self'",
          "form-action 'none'",
          "frame-ancestors 'none'",
        ]),
      )
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
      expect(headers.get('Referrer-Policy')).toBe('no-referrer')
      expect(headers.get('Set-Cookie')).toBeNull()
    })
  }
})

describe('GET /healthz', () => {
  it('is well when it can sign', async () => {
    const answer = await get('/healthz')
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({ ok: true, version: VERSION })
  })

  it('is not when it cannot', async () => {
    const answer = await createApp().request('/healthz', {}, { ...env, CP_BUNDLE_KEY: 'no key' })
    expect(answer.status).toBe(503)
    expect(await answer.json()).toMatchObject({ code: 'issuer.key', status: 503 })
  })
})

describe('GET /.well-known/cp', () => {
  it('has the very bytes that the root key signed', async () => {
    const json = new Uint8Array(await (await get('/.well-known/cp/keys.json')).arrayBuffer())
    const signature = await (await get('/.well-known/cp/keys.json.sig')).text()
    expect(await verify(json, signature, NAMESPACE_KEYS)).toBeTruthy()
    expect(new TextDecoder().decode(json)).toBe(env.CP_KEYS_JSON)
  })

  it('has them also from a store of secrets that cuts off the last line end', async () => {
    const cut = {
      CP_BUNDLE_KEY: env.CP_BUNDLE_KEY?.trimEnd(),
      CP_KEYS_JSON: env.CP_KEYS_JSON?.trimEnd(),
      CP_KEYS_SIG: env.CP_KEYS_SIG?.trimEnd(),
    }
    for (const [name, whole] of [
      ['keys.json', env.CP_KEYS_JSON],
      ['keys.json.sig', env.CP_KEYS_SIG],
    ] as const)
      expect(await (await createApp().request(`/.well-known/cp/${name}`, {}, cut)).text()).toBe(whole)
  })

  it('has the lines for ssh-keygen', async () => {
    const lines = await (await get('/.well-known/cp/allowed_signers')).text()
    expect(lines).toMatch(/^https?:\S+ namespaces="cp-bundle@v1" ssh-ed25519 \S+\n/)
  })

  it('never has the private key', async () => {
    for (const name of ['keys.json', 'keys.json.sig', 'allowed_signers']) {
      expect(await (await get(`/.well-known/cp/${name}`)).text()).not.toContain('PRIVATE')
    }
  })

  it('is not served when the parts do not belong together', async () => {
    const answer = await createApp().request('/.well-known/cp/keys.json', {}, {})
    expect(answer.status).toBe(503)
    expect(await answer.json()).toMatchObject({ code: 'issuer.missing' })
  })
})

describe('the files for editors and laptops', () => {
  for (const name of ['site', 'preset', 'manifest']) {
    it(`has the schema of the ${name}`, async () => {
      const answer = await get(`/schemas/${name}.json`)
      expect(answer.headers.get('Content-Type')).toBe('application/schema+json')
      expect(await answer.json()).toMatchObject({ $schema: 'http://json-schema.org/draft-07/schema#' })
    })
  }

  it('has the agent and its hash, and the page’s scripts', async () => {
    const agent = await get('/cp-agent.js')
    expect(agent.status).toBe(200)
    expect(agent.headers.get('Content-Type')).toContain('text/javascript')
    const hash = await sha256Hex(new Uint8Array(await agent.arrayBuffer()))
    expect(await (await get('/cp-agent.js.sha256')).text()).toBe(`${hash}  cp-agent.js\n`)
    for (const script of ['/page.js', '/import.js']) expect((await get(script)).status).toBe(200)
  })
})

describe('what is not there', () => {
  it('is a 404 that says so in the language asked for', async () => {
    const answer = await get('/api/nothing', { 'Accept-Language': 'de' })
    expect(answer.status).toBe(404)
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json')
    expect(await answer.json()).toMatchObject({ code: 'request.path', title: 'Hier ist nichts' })
  })

  it('is a page for a browser', async () => {
    const answer = await get('/nowhere', { Accept: 'text/html,*/*', 'Accept-Language': 'de' })
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('Hier ist nichts')
  })

  it('is a 405 with the methods that are there', async () => {
    for (const [method, path, allow] of [
      ['GET', '/api/bundles', 'POST'],
      ['PUT', '/api/sites/check', 'POST'],
      ['DELETE', '/', 'GET, HEAD'],
      ['POST', '/healthz', 'GET, HEAD'],
      ['POST', '/.well-known/cp/keys.json', 'GET, HEAD'],
    ] as const) {
      const answer = await exports.default.fetch(ORIGIN + path, { method })
      expect(answer.status).toBe(405)
      expect(answer.headers.get('Allow')).toBe(allow)
      expect(await answer.json()).toMatchObject({ code: 'request.method' })
    }
  })

  it('is the other file of the assets that nobody named', async () => {
    expect((await createApp().request('/page.js', {}, {})).status).toBe(404)
  })
})
