import { env, exports } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { openBundle } from '../../schemas/bundle/open.ts'
import { EXAMPLE } from '../page/example.ts'
import { createApp } from './app.ts'

const ORIGIN = 'http://localhost:8787'
const PASSWORD = 'Tulpe4711x'

function post(route: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) {
  return exports.default.fetch(ORIGIN + route, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/yaml', ...headers },
  })
}

async function open(answer: Response) {
  return openBundle(new Uint8Array(await answer.arrayBuffer()), () => {})
}

async function problem(answer: Response, status: number) {
  expect(answer.status).toBe(status)
  expect(answer.headers.get('Content-Type')).toBe('application/problem+json')
  const body: unknown = await answer.json()
  expect(body).toMatchObject({ type: 'about:blank', status })
  return body
}

describe('POST /api/bundles', () => {
  it('answers a site with a signed bundle that an agent opens', async () => {
    const before = new Date().toISOString()
    const answer = await post('/api/bundles', EXAMPLE)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Content-Type')).toBe('application/zip')
    const id = answer.headers.get('X-Cp-Site') ?? ''
    expect(answer.headers.get('Content-Disposition')).toBe(`attachment; filename="home-${id}.zip"`)
    const { manifest } = await open(answer)
    expect(manifest.site.id.slice(0, 10)).toBe(id)
    expect(manifest.issued >= before.slice(0, 19)).toBe(true)
    expect(manifest.issued).toMatch(/:\d\dZ$/)
  })

  it('takes the time from its own clock, whatever the request says', async () => {
    const answer = await post('/api/bundles?issued=1999-01-01T00:00:00Z', EXAMPLE)
    const { manifest } = await open(answer)
    expect(manifest.issued.startsWith('1999')).toBe(false)
  })

  for (const type of ['application/yaml; charset=utf-8', 'text/yaml', 'application/x-yaml', 'Application/YAML']) {
    it(`takes ${type}`, async () => {
      expect((await post('/api/bundles', EXAMPLE, { 'Content-Type': type })).status).toBe(200)
    })
  }

  it('takes JSON, and insists on it', async () => {
    const json = { 'Content-Type': 'application/json' }
    await problem(await post('/api/bundles', EXAMPLE, json), 422)
    const site = {
      site: 'home',
      preset: 'fritzbox-de',
      registrar: { address: '192.168.178.1' },
      network: { agent: '192.168.178.1/24', leases: '192.168.178.201-192.168.178.220' },
      phones: [{ model: 'CP-7975G', mac: 'any', lines: [{ username: 'Line1', password: { secret: 'line1' } }] }],
    }
    expect((await post('/api/bundles', JSON.stringify(site), json)).status).toBe(200)
  })

  it('answers errors with every problem, its line, and a cure in the language asked for', async () => {
    const broken = EXAMPLE.replace('CP-7975G', 'CP-9999').replace('00:1D:45:2D:2B:F0', 'nonsense')
    for (const [lang, title] of [
      ['de', 'Die Beschreibung hat Fehler'],
      ['en', 'The site file has errors'],
    ] as const) {
      const answer = await post('/api/bundles', broken, { 'Accept-Language': lang })
      expect(answer.headers.get('Content-Language')).toBe(lang)
      expect(await problem(answer, 422)).toMatchObject({
        code: 'site.invalid',
        title,
        errors: expect.arrayContaining([
          expect.objectContaining({
            severity: 'error',
            line: 10,
            message: expect.any(String),
            cure: expect.any(String),
          }),
        ]),
      })
    }
  })

  it('takes 200 phones, and says of more where they can be made', async () => {
    const phones = (count: number) =>
      Array.from({ length: count }, (_, n) => {
        const mac = `001D4500${n.toString(16).padStart(4, '0')}`
        return `  - { model: CP-7962G, mac: "${mac}", lines: [{ username: u${n}, password: { secret: s${n} } }] }\n`
      }).join('')
    const site = (count: number) =>
      EXAMPLE.replace(/phones:[\s\S]*/, `phones:\n${phones(count)}`).replace(/201-.*/, '20-192.168.178.250')
    const { manifest } = await open(await post('/api/bundles', site(200)))
    expect(manifest.phones).toHaveLength(200)
    for (const route of ['/api/bundles', '/api/sites/check']) {
      expect(await problem(await post(route, site(201)), 422)).toMatchObject({
        code: 'site.invalid',
        errors: [
          {
            code: 'site.phones-many',
            path: ['phones'],
            message: expect.stringContaining('200'),
            line: expect.any(Number),
          },
        ],
      })
    }
  })

  it('cannot sign without keys, and says which part is missing or wrong', async () => {
    const request = () => ({ method: 'POST', body: EXAMPLE, headers: { 'Content-Type': 'application/yaml' } })
    const app = createApp()
    expect(await problem(await app.request('/api/bundles', request(), {}), 503)).toMatchObject({
      code: 'issuer.missing',
    })
    const other = { ...env, CP_KEYS_JSON: `${env.CP_KEYS_JSON} ` }
    expect(await problem(await app.request('/api/bundles', request(), other), 503)).toMatchObject({
      code: 'issuer.keys-signature',
    })
  })
})

describe('POST /api/sites/check', () => {
  it('says what the plan is, without a bundle and without keys', async () => {
    const answer = await createApp().request('/api/sites/check', {
      method: 'POST',
      body: EXAMPLE,
      headers: { 'Content-Type': 'application/yaml' },
    })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({
      ok: true,
      site: expect.stringMatching(/^[a-z2-7]{10}$/),
      name: 'home',
      summary: {
        phones: [
          {
            mac: '00:1d:45:2d:2b:f0',
            model: 'CP-7975G',
            load: 'SIP75.9-4-2SR3-1S',
            lines: [{ number: 1 }, { number: 2 }],
          },
        ],
        firmware: expect.arrayContaining([expect.objectContaining({ load: 'SIP75.9-4-2SR3-1S' })]),
        secrets: ['CP_SECRET_LINE1', 'CP_SECRET_LINE2'],
      },
      warnings: expect.any(Array),
    })
  })

  it('gives warnings with the answer, and takes no part in an error', async () => {
    const bare = EXAMPLE.replace(/^ {2}leases:.*\n/m, '')
    expect(await (await post('/api/sites/check', bare)).json()).toMatchObject({
      ok: true,
      warnings: [{ severity: 'warning', code: 'site.leases-missing' }],
    })
  })

  it('warns of what people are known to stumble over, with a cure and who met it', async () => {
    const asked = EXAMPLE.replace('registrar: {', 'registrar: { kind: freepbx, port: 5160,')
    const told = { cure: expect.any(String), source: expect.stringContaining('pitfall') }
    expect(await (await post('/api/sites/check', asked)).json()).toMatchObject({
      warnings: expect.arrayContaining(
        ['site.port-driver', 'site.secret-limits', 'site.ntp'].map(code => expect.objectContaining({ code, ...told })),
      ),
    })
  })
})

for (const route of ['/api/bundles', '/api/sites/check']) {
  describe(`what ${route} refuses`, () => {
    it('another type, or none', async () => {
      for (const type of ['text/plain', 'multipart/form-data; boundary=x', '']) {
        expect(await problem(await post(route, EXAMPLE, { 'Content-Type': type }), 415)).toMatchObject({
          code: 'request.type',
        })
      }
    })

    it('more than 256 kB, also when the length is not announced', async () => {
      const large = '#'.repeat(256_001)
      expect(await problem(await post(route, large), 413)).toMatchObject({ code: 'request.too-large' })
      const stream = new Blob([large]).stream()
      const streamed = new Request(ORIGIN + route, {
        method: 'POST',
        body: stream,
        headers: { 'Content-Type': 'application/yaml' },
      })
      expect(await problem(await createApp().fetch(streamed, env), 413)).toMatchObject({ code: 'request.too-large' })
    })

    it('bytes that are not UTF-8', async () => {
      expect(await problem(await post(route, new Uint8Array([0x73, 0xff, 0xfe])), 400)).toMatchObject({
        code: 'request.encoding',
      })
    })

    it('a phone’s own file or a table, in any encoding: it says where to import it, and nothing of what it holds', async () => {
      const sep = `<device><phoneLabel>Küche</phoneLabel><authPassword>${PASSWORD}</authPassword></device>`
      const latin1 = Uint8Array.from(sep, sign => sign.charCodeAt(0))
      const utf16 = new Uint8Array(Uint16Array.from(`\ufeff${sep}`, sign => sign.charCodeAt(0)).buffer)
      const table = `mac,username,password\n001D452D2BF0,101,${PASSWORD}\n`
      for (const file of [sep, latin1, utf16, `line1_name: 101\nline1_password: ${PASSWORD}\n`, table]) {
        const answer = await problem(await post(route, file), 422)
        expect(answer).toMatchObject({
          errors: [{ code: 'site.is-configuration', cure: expect.stringContaining('cp-generator import') }],
        })
        expect(JSON.stringify(answer)).not.toContain(PASSWORD)
      }
      const xml = await problem(await post(route, sep, { 'Content-Type': 'text/xml' }), 415)
      expect(xml).toMatchObject({ detail: expect.stringContaining('cp-generator import') })
    })

    it('a password, which it never says back, wherever it stands', async () => {
      const places: [string, string][] = [
        ['password: { secret: line1 }', `password: ${PASSWORD}`],
        ['password: { secret: line1 }', `password: { secret: ${PASSWORD} }`],
        ['password: { secret: line1 }', `password: { ${PASSWORD}: line1 }`],
        ['password: { secret: line1 }', `secret: ${PASSWORD}`],
        ['password: { secret: line1 }', `password: "${PASSWORD}`],
        ['password: { secret: line1 }', `password: *${PASSWORD}`],
        ['password: { secret: line1 }', `password: !${PASSWORD} x`],
      ]
      for (const [from, to] of places) {
        const answer = await post(route, EXAMPLE.replace(from, to))
        expect(answer.status, to).toBe(422)
        expect(await answer.text(), to).not.toContain(PASSWORD)
        expect(JSON.stringify([...answer.headers]), to).not.toContain(PASSWORD)
      }
    })
  })
}
