// What must not be stored, and what must come back as the text that it is.
import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import type { Preset } from '../../schemas/preset.ts'
import { createApp } from './app.ts'
import type { Env } from './env.ts'

const store = env.PRESETS
if (!store || !('list' in store) || typeof store.list !== 'function') throw new Error('no namespace PRESETS')
const list: () => Promise<{ keys: unknown[] }> = store.list.bind(store)
const ON: Env = { ...env, CP_PRESET_STORE: 'on' }

let visitors = 0
const post = (body: BodyInit, type = 'application/json', more: Record<string, string> = {}) =>
  createApp().request(
    'https://phones.example.org/api/presets',
    {
      method: 'POST',
      body,
      headers: { 'Content-Type': type, 'CF-Connecting-IP': `192.0.2.${++visitors}`, ...more },
    },
    ON,
  )

/** @returns the codes of the errors with their places; nothing was stored. */
async function refused(answer: Response, status: number): Promise<{ code: string; errors: string[]; text: string }> {
  expect(answer.status).toBe(status)
  expect(answer.headers.get('Content-Type')).toBe('application/problem+json')
  expect(answer.headers.get('Cache-Control')).toBe('no-store')
  expect((await list()).keys).toEqual([])
  const text = await answer.text()
  const { code, errors = [] }: { code: string; errors?: { code: string; path: string[]; line?: number }[] } =
    JSON.parse(text)
  return { code, errors: errors.map(({ code: its, path }) => `${its} ${path.join('.')}`), text }
}

describe('a preset with a field that it must not have is refused with its place', () => {
  it.each([
    ['mac', { mac: '00:1D:45:2D:2B:F0' }, 'mac'],
    ['a password', { password: 'Tulpe4711x' }, 'password'],
    ['a secret', { phones: [{ lines: [{ password: { secret: 'line1' } }] }] }, 'phones'],
    ['a user name', { username: 'Line1' }, 'username'],
    ['an address', { registrar: { kind: 'fritzbox', address: '192.0.2.1' } }, 'registrar.address'],
    ['a host', { registrar: { host: 'phones.example.org' } }, 'registrar.host'],
    ['a proxy', { registrar: { outboundProxy: 'phones.example.org' } }, 'registrar.outboundProxy'],
    ['a network', { network: { agent: '192.0.2.1/24' } }, 'network'],
    ['a URL', { urls: { services: 'http://192.0.2.1/' } }, 'urls'],
    ['remote access', { access: { web: true } }, 'access'],
    ['a page behind a key', { keys: [{ service: 'http://192.0.2.1/' }] }, 'keys.0.service'],
    ['a line behind a key', { keys: [{ intercom: { username: 'x' } }] }, 'keys.0.intercom'],
    [
      'another number that is dialled',
      { dialPlan: { rules: [{ match: '2*', wait: 1, rewrite: '0900%1' }] } },
      'dialPlan.rules.0.rewrite',
    ],
    ['the way of a computer', { ports: { computerInVoiceVlan: true } }, 'ports.computerInVoiceVlan'],
    ['a prototype', JSON.parse('{ "locale": { "constructor": { "x": 1 } } }'), 'locale.constructor'],
  ])('%s', async (_, more, path) => {
    const { code, errors, text } = await refused(await post(JSON.stringify({ preset: 'x', ...more })), 422)
    expect(code).toBe('preset.invalid')
    expect(errors).toEqual([expect.stringMatching(/^site\.unknown-key(-like)? /)])
    expect(errors[0]).toMatch(new RegExp(` ${path}$`))
    expect(text).not.toContain('Tulpe4711x')
  })

  it.each([
    ['an outside number on a key', { keys: [{ dial: '0301234567', label: 'x' }] }, 'site.dial keys.0.dial'],
    ['a paid number behind the messages key', { messagesNumber: '0900123456' }, 'site.dial messagesNumber'],
    [
      'a rule that cuts off 112',
      { dialPlan: { country: 'DE', rules: [{ match: '11', wait: 0 }] } },
      'preset.dial-rule dialPlan.rules.0.match',
    ],
    ['a rule that lets 112 wait', { dialPlan: [{ match: '*', wait: 60 }] }, 'preset.dial-catch-all dialPlan.0.wait'],
    ['a host as a language', { locale: { user: 'phones.example.org' } }, 'preset.value locale.user'],
    ['a MAC as a kind', { registrar: { kind: '001d452d2bf0' } }, 'preset.value registrar.kind'],
  ])('%s', async (_, more, problem) => {
    const { errors } = await refused(await post(JSON.stringify({ preset: 'x', ...more })), 422)
    expect(errors).toEqual([problem])
  })
})

describe('what is no preset is refused', () => {
  it('with the line, in the language asked for', async () => {
    const answer = await post('preset: x\nlocale:\n  user: 5\n', 'application/yaml', { 'Accept-Language': 'de' })
    const { text } = await refused(answer, 422)
    expect(JSON.parse(text)).toMatchObject({
      title: 'Die Vorlage hat Fehler',
      errors: [{ line: 3, path: ['locale', 'user'] }],
    })
  })

  it.each([
    ['nothing', '', 'site.empty'],
    ['a list', '[]', 'site.root'],
    ['cut off', '{"preset":', 'site.syntax'],
    ['NUL bytes', '{"preset":"x\0"}', 'site.encoding'],
    ['NUL as an escape', '{"preset":"x","author":"a\\u0000b"}', 'site.text author'],
    ['deep nesting', `{"preset":${'['.repeat(5000)}${']'.repeat(5000)}}`, 'site.depth'],
    ['a key twice', '{"preset":"x","preset":"y"}', 'site.duplicate-key'],
    ['wrong types', '{"preset":5,"keys":{},"loads":[]}', 'site.type-text preset'],
    ['a configuration of a phone', '<device><authPassword>Tulpe4711x</authPassword></device>', 'site.is-configuration'],
    ['a site', '{"site":"home","phones":[]}', 'site.missing preset'],
  ])('%s', async (_, body, problem) => {
    const { errors, text } = await refused(await post(body), 422)
    expect(errors[0]?.trim()).toBe(problem)
    expect(text).not.toContain('Tulpe4711x')
  })

  it('aliases that explode', async () => {
    const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${[...'bcdefgh'].map((name, at) => `${name}: &${name} [${`*${'abcdefgh'[at]}, `.repeat(9)}]`).join('\n')}\npreset: x\n`
    const { errors } = await refused(await post(bomb, 'application/yaml'), 422)
    expect(errors).toContainEqual(expect.stringContaining('site.aliases'))
  })

  it('aliases that stay within their limit, and still make more than 16 kB', async () => {
    const keys = Array.from({ length: 120 }, () => `  - { dial: "**600", label: ${'x'.repeat(30)} }\n`)
    const rules = Array.from({ length: 100 }, (_, n) =>
      n === 0 ? `  - &r { match: '2${'3'.repeat(38)}', wait: 1, tone: Bellcore-CallWaiting }\n` : '',
    )
    const tones = Array.from(
      { length: 50 },
      (_, n) => `  - { name: ${'y'.repeat(23)}${n + 10}, file: ${'z'.repeat(18)}${n + 10} }\n`,
    )
    const body = `preset: x\nkeys:\n${keys.join('')}ringTones:\n${tones.join('')}dialPlan:\n  country: DE\n  rules:\n${rules.join('')}${'  - *r\n'.repeat(99)}`
    expect(body.length).toBeLessThan(16_000)
    expect((await refused(await post(body, 'application/yaml'), 413)).code).toBe('presets.too-large')
  })

  it('more than 16 kB, also when the length is not announced', async () => {
    const large = JSON.stringify({ preset: 'x', author: 'x'.repeat(16_000) })
    expect((await refused(await post(large), 413)).code).toBe('presets.too-large')
    const stream = new Blob([large]).stream()
    const request = new Request('https://phones.example.org/api/presets', {
      method: 'POST',
      body: stream,
      headers: { 'Content-Type': 'application/json', 'CF-Connecting-IP': '198.51.100.1' },
    })
    expect((await refused(await createApp().fetch(request, ON), 413)).code).toBe('presets.too-large')
  })

  it('another type, or none, or bytes that are not UTF-8', async () => {
    for (const type of ['text/plain', 'text/html', 'multipart/form-data; boundary=x', ''])
      expect((await refused(await post('{"preset":"x"}', type), 415)).code).toBe('request.type')
    expect((await refused(await post(new Uint8Array([0x7b, 0xff, 0x7d])), 400)).code).toBe('request.encoding')
  })
})

it('script in every text comes back as the text that it is, as JSON that no browser takes for a page', async () => {
  const script = '<script>alert(1)</script>'
  const preset: Preset = {
    preset: 'x',
    description: { en: script, de: `"><img src=x onerror=alert(1)>` },
    author: script,
    keys: [{ dial: '**600', label: script }],
    ringTones: [{ name: '</script><svg/onload=a()>', file: 'x' }],
  }
  const answer = await post(JSON.stringify(preset))
  expect(answer.status).toBe(201)
  const { id }: { id: string } = await answer.json()
  const read = await createApp().request(`https://phones.example.org/api/presets/${id}`, {}, ON)
  expect(read.headers.get('Content-Type')).toBe('application/json')
  expect(read.headers.get('X-Content-Type-Options')).toBe('nosniff')
  expect(read.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
  expect(await read.json()).toEqual(preset)
  for (const [field, value] of [
    ['preset', script],
    ['language', script],
    ['licence', script],
    ['codec', script],
  ])
    expect((await post(JSON.stringify({ ...preset, [field ?? '']: value }))).status).toBe(422)
})
