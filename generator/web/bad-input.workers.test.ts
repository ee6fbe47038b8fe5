import { env, exports } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { isPair, isScalar, parseDocument, visit } from 'yaml'
import { openBundle } from '../../schemas/bundle/open.ts'
import HOME from '../../test/golden/sites/home.yaml?raw'
import { EXAMPLE } from '../page/example.ts'
import { createApp } from './app.ts'

const ORIGIN = 'https://phones.example.org'
const YAML = 'application/yaml'
const JSON_TYPE = 'application/json'
const MARK = '<script>alert(4711)</script>'

type Body = string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>

interface Bad {
  what: string
  body: () => Body | Promise<Body>
  type?: string
  headers?: Record<string, string>
  status: number
  code: string
  /** Of the errors in a site file, one that must be there. */
  error?: string
}

const site = (change: (text: string) => string) => () => change(EXAMPLE)
const json = (value: unknown) => () => JSON.stringify(value)
const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

/** Nine of nine of nine …: some hundred bytes that are a thousand million values. */
const explosion = (): string =>
  `a0: &a0 [x, x, x, x, x, x, x, x, x]\n${Array.from({ length: 9 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n}, `.repeat(9)}]\n`).join('')}`

async function gzip(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(packed).arrayBuffer())
}

/** Never ends by itself. */
function endless(): ReadableStream<Uint8Array> {
  const comment = bytes('# and so on\n'.repeat(1000))
  return new ReadableStream({ pull: controller => controller.enqueue(comment) })
}

const SITES: readonly Bad[] = [
  // How it is sent
  { what: 'nothing', body: () => '', status: 422, code: 'site.invalid', error: 'site.empty' },
  {
    what: 'nothing, as JSON',
    body: () => '',
    type: JSON_TYPE,
    status: 422,
    code: 'site.invalid',
    error: 'site.empty',
  },
  { what: 'blanks', body: () => ' \n'.repeat(999), status: 422, code: 'site.invalid', error: 'site.empty' },
  { what: '2 MB of YAML', body: () => `# ${'x'.repeat(2_000_000)}\n`, status: 413, code: 'request.too-large' },
  {
    what: '2 MB of JSON',
    body: json({ site: 'x'.repeat(2_000_000) }),
    type: JSON_TYPE,
    status: 413,
    code: 'request.too-large',
  },
  { what: 'chunks without end', body: endless, status: 413, code: 'request.too-large' },
  {
    what: 'a form',
    body: () => 'site=home',
    type: 'application/x-www-form-urlencoded',
    status: 415,
    code: 'request.type',
  },
  { what: 'HTML', body: () => MARK, type: 'text/html', status: 415, code: 'request.type' },
  { what: 'a type that is none', body: () => EXAMPLE, type: `${MARK};;`, status: 415, code: 'request.type' },
  {
    what: 'gzip',
    body: () => gzip(EXAMPLE),
    headers: { 'Content-Encoding': 'gzip' },
    status: 415,
    code: 'request.coding',
  },
  { what: 'gzip that is not called so', body: () => gzip(EXAMPLE), status: 400, code: 'request.encoding' },
  {
    what: '10 MB, packed',
    body: () => gzip('x'.repeat(10_000_000)),
    headers: { 'Content-Encoding': 'gzip' },
    status: 415,
    code: 'request.coding',
  },
  {
    what: 'bytes that are not UTF-8',
    body: () => Uint8Array.of(0x73, 0xc3, 0x28, 0xff),
    status: 400,
    code: 'request.encoding',
  },
  {
    what: 'half of a surrogate pair',
    body: () => Uint8Array.of(0x61, 0xed, 0xa0, 0x80),
    status: 400,
    code: 'request.encoding',
  },
  {
    what: 'UTF-16',
    body: () => new Uint8Array(Uint16Array.from(`\ufeff${EXAMPLE}`, sign => sign.charCodeAt(0)).buffer),
    status: 400,
    code: 'request.encoding',
  },
  // What YAML and JSON allow
  { what: 'aliases that explode', body: () => explosion(), status: 422, code: 'site.invalid', error: 'site.aliases' },
  { what: 'an alias of itself', body: () => 'site: &a [*a]\n', status: 422, code: 'site.invalid' },
  { what: 'merged keys', body: site(text => `${text}\n<<: *nowhere\n`), status: 422, code: 'site.invalid' },
  { what: '30,000 brackets', body: () => `site: ${'['.repeat(30_000)}`, status: 422, code: 'site.invalid' },
  {
    what: '30,000 brackets, as JSON',
    body: () => `{"site":${'['.repeat(30_000)}${']'.repeat(30_000)}}`,
    type: JSON_TYPE,
    status: 422,
    code: 'site.invalid',
    error: 'site.depth',
  },
  {
    what: '30,000 levels by indentation',
    body: () => Array.from({ length: 500 }, (_, n) => `${' '.repeat(n)}a:\n`).join(''),
    status: 422,
    code: 'site.invalid',
    error: 'site.depth',
  },
  {
    what: 'a key twice',
    body: () => 'site: home\nsite: other\n',
    status: 422,
    code: 'site.invalid',
    error: 'site.duplicate-key',
  },
  {
    what: 'a key twice, as JSON',
    body: () => '{"site":"home","phones":[],"site":"other"}',
    type: JSON_TYPE,
    status: 422,
    code: 'site.invalid',
    error: 'site.duplicate-key',
  },
  { what: 'two documents', body: site(text => `${text}---\nsite: other\n`), status: 422, code: 'site.invalid' },
  {
    what: 'a tag',
    body: site(text => text.replace('site: home', 'site: !!js/function "home"')),
    status: 422,
    code: 'site.invalid',
  },
  { what: 'cut off', body: site(text => `${text.slice(0, -40)}"`), status: 422, code: 'site.invalid' },
  {
    what: 'cut off, as JSON',
    body: () => '{"site": "home", "phones": [',
    type: JSON_TYPE,
    status: 422,
    code: 'site.invalid',
    error: 'site.syntax',
  },
  // Values of the wrong kind
  { what: 'a list', body: json(['home']), type: JSON_TYPE, status: 422, code: 'site.invalid' },
  { what: 'null', body: () => 'null', type: JSON_TYPE, status: 422, code: 'site.invalid' },
  { what: 'a number', body: () => '4711', type: JSON_TYPE, status: 422, code: 'site.invalid' },
  {
    what: 'every field of another type',
    body: json({ site: 1, preset: [], registrar: 'x', network: true, phones: { a: null } }),
    type: JSON_TYPE,
    status: 422,
    code: 'site.invalid',
    error: 'site.type-text',
  },
  {
    what: 'a huge number',
    body: site(text => text.replace('registrar: {', `registrar: { port: ${'9'.repeat(400)},`)),
    status: 422,
    code: 'site.invalid',
  },
  {
    what: 'a number beyond all',
    body: () => '{"site":"home","registrar":{"port":1e999}}',
    type: JSON_TYPE,
    status: 422,
    code: 'site.invalid',
  },
  {
    what: 'a field __proto__',
    body: () => '{"__proto__":{"ok":true},"site":"home"}',
    type: JSON_TYPE,
    status: 422,
    code: 'site.invalid',
    error: 'site.unknown-key',
  },
  {
    what: 'a field __proto__ in YAML',
    body: site(text => `${text}\n__proto__: { ok: true }\n`),
    status: 422,
    code: 'site.invalid',
    error: 'site.unknown-key',
  },
  {
    what: 'a field constructor',
    body: site(text => text.replace('registrar: {', 'registrar: { constructor: { prototype: {} },')),
    status: 422,
    code: 'site.invalid',
    error: 'site.unknown-key',
  },
  {
    what: 'a NUL in a name',
    body: site(text => text.replace('Line1', '"Li\\0ne1"')),
    status: 422,
    code: 'site.invalid',
  },
  {
    what: 'a NUL in the text',
    body: site(text => text.replace('Line1', 'Li\0ne1')),
    status: 422,
    code: 'site.invalid',
  },
  {
    what: 'a MAC that is none',
    body: site(text => text.replace('00:1D:45:2D:2B:F0', '00:1D:45:2D:2B:FG')),
    status: 422,
    code: 'site.invalid',
    error: 'site.mac',
  },
  {
    what: 'a preset that is not there',
    body: site(text => text.replace('fritzbox-de', '../../etc')),
    status: 422,
    code: 'site.invalid',
  },
  {
    what: '100,000 phones',
    body: () => `site: home\nphones: [${'{},'.repeat(80_000)}]`,
    status: 422,
    code: 'site.invalid',
  },
]

/** A site with script in place of a value: the first of each key, since all of one key are checked alike. */
function* scripted(text: string): Generator<{ place: string; text: string }> {
  const done = new Set<string>()
  const found: { place: string; range: readonly number[] }[] = []
  visit(parseDocument(text), {
    Scalar: (key, { range }, path) => {
      const pair = path.findLast(isPair)
      const place = pair && isScalar(pair.key) ? String(pair.key.value) : ''
      if (key === 'key' || !range || done.has(place)) return
      done.add(place)
      found.push({ place, range })
    },
  })
  for (const { place, range } of found)
    yield { place, text: `${text.slice(0, range[0])}"${MARK}"${text.slice(range[1])}` }
}

const send = (route: string, { type = YAML, headers }: Bad, body: Body) =>
  createApp().fetch(
    new Request(ORIGIN + route, { method: 'POST', body, headers: { 'Content-Type': type, ...headers } }),
    env,
  )

/** What must be true of every refusal, and that the Worker goes on. */
async function expectRefused(route: string, bad: Bad): Promise<void> {
  const answer = await send(route, bad, await bad.body())
  const text = await answer.text()
  expect(answer.status, text.slice(0, 300)).toBe(bad.status)
  expect(answer.headers.get('Content-Type')).toBe('application/problem+json')
  expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
  expect(answer.headers.get('Cache-Control')).toBe('no-store')
  expect(text).not.toContain('<script')
  expect(text).not.toContain('\0')
  expect(text.length).toBeLessThan(1_000_000)
  const problem: { code: string; title: string; detail: string; errors?: { code: string; cure: string }[] } =
    JSON.parse(text)
  expect(problem.code).toBe(bad.code)
  expect(problem.title && problem.detail).toBeTruthy()
  if (bad.code === 'site.invalid') expect(problem.errors?.every(({ cure }) => cure !== '')).toBe(true)
  if (bad.error) expect(problem.errors?.map(({ code }) => code)).toContain(bad.error)
  expect(Object.hasOwn(Object.prototype, 'ok')).toBe(false)
  expect((await exports.default.fetch(`${ORIGIN}/healthz`)).status).toBe(200)
}

describe('bad input', () => {
  for (const route of ['/api/bundles', '/api/sites/check']) {
    for (const bad of SITES) it(`${route} refuses ${bad.what}`, () => expectRefused(route, bad))
  }

  for (const bad of SITES)
    it(`/api/presets refuses ${bad.what}, and stores nothing`, async () => {
      let stored = 0
      const PRESETS = {
        getWithMetadata: async () => ({ value: null, metadata: null }),
        put: async () => {
          stored++
        },
      }
      const store = { CP_PRESET_STORE: 'on', PRESETS, PRESET_LIMIT: { limit: async () => ({ success: true }) } }
      const init = { method: 'POST', headers: { 'Content-Type': bad.type ?? YAML, ...bad.headers } }
      const request = new Request(`${ORIGIN}/api/presets`, { ...init, body: await bad.body() })
      const answer = await createApp().fetch(request, store)
      // It takes less than a site has, so what is long is refused as that.
      const code = { 400: 'request.encoding', 413: 'presets.too-large', 415: bad.code, 422: 'preset.invalid' }[
        answer.status
      ]
      const text = await answer.text()
      expect(text).not.toContain('<script')
      expect(JSON.parse(text)).toMatchObject({ status: answer.status, code })
      expect(code).toBeDefined()
      expect(stored).toBe(0)
    })

  it('has script in no file for a phone, whichever field somebody writes it in', async () => {
    let taken = 0
    for (const { place, text } of [...scripted(EXAMPLE), ...scripted(HOME)]) {
      const bad = { what: place, body: () => text, status: 422, code: 'site.invalid' }
      const answer = await send('/api/bundles', bad, text)
      if (answer.status !== 200) {
        await expectRefused('/api/bundles', bad)
        continue
      }
      taken++
      // Words for a screen may hold anything; mark-up they are not.
      const { files } = await openBundle(new Uint8Array(await answer.arrayBuffer()), () => {})
      for (const [path, content] of files)
        if (/\.(?:xml|sgml)$/i.test(path))
          expect(new TextDecoder().decode(content), `${place} in ${path}`).not.toContain('<script')
    }
    expect(taken).toBeGreaterThan(0)
  })

  it('stops reading what does not end soon after the limit', async () => {
    let pulled = 0
    const comment = bytes('#'.repeat(10_000))
    const body = new ReadableStream<Uint8Array>({
      pull: controller => {
        pulled += comment.length
        controller.enqueue(comment)
      },
    })
    const answer = await send('/api/bundles', { what: '', body: () => body, status: 413, code: '' }, body)
    expect(answer.status).toBe(413)
    expect(pulled).toBeLessThan(400_000)
  })
})
