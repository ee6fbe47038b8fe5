import { readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { check } from './generate.ts'
import { PROBLEMS, type Problem, type ProblemCode } from './problem.ts'

const OTHER_ID = 'a'.repeat(26)
const EXAMPLE = readFileSync(new URL('../examples/fritzbox-7975g.yaml', import.meta.url), 'utf8')
/** What somebody looked up for an id, which is not its own. */
const PRESETS = { [OTHER_ID]: { preset: 'another' } }
const problemsOf = async (text: string, lang: 'de' | 'en' = 'en') =>
  (await check({ text, lang, presets: PRESETS })).problems
const codesOf = (problems: readonly Problem[]) => problems.map(({ code }) => code)
const change = (from: string | RegExp, to: string) => {
  expect(EXAMPLE).toMatch(from)
  return EXAMPLE.replace(from, to)
}
const SECOND = `
  - model: CP-7975G
    mac: 00:1D:45:2D:2B:F1
    lines: [{ username: Line3, password: { secret: line3 } }]
`
/** The example's phone as one that reads text, whose label is plain. */
const text7960 = (from: string | RegExp, to: string) =>
  change('model: CP-7975G', 'model: CP-7960G')
    .replace(/ {4}(running|load):.*\n/g, '')
    .replace(/ {4}keys:\n.*\n/, '')
    .replace(from, to)
const nested = (depth: number) => `a: ${'['.repeat(depth)}${']'.repeat(depth)}`

/** A site with the link of a preset that somebody made by hand. */
const linked = (more: object) => {
  const packed = deflateRawSync(JSON.stringify({ preset: 'x', ...more })).toString('base64url')
  return change('preset: fritzbox-de', `preset: 'https://phones.example.org/#p=1${packed}'`)
}

/** One way to get every code. */
const WAYS: Record<ProblemCode, () => string> = {
  'site.too-large': () => `a: ${'x'.repeat(300_000)}`,
  'site.syntax': () => change('dial: "**600"', 'dial: **600'),
  'site.duplicate-key': () => `${EXAMPLE}site: other\n`,
  'site.depth': () => nested(40),
  'site.aliases': () => `a: &a 1\nb: [${'*a, '.repeat(200)}]`,
  'site.entries': () => `a: [${'x, '.repeat(1001)}]`,
  'site.root': () => '- a',
  'site.unknown-key': () => `${EXAMPLE}wallpaper-of-my-cat: true\n`,
  'site.unknown-key-like': () => change('label: Buero', 'lable: Buero'),
  'site.missing': () => change(/ {2}agent:.*\n/, ''),
  'site.type-text': () => change('"**600"', '600'),
  'site.type-list': () => change(/ {4}lines:[\s\S]*/, '    lines:\n'),
  'site.type-map': () => change('registrar: { address: 192.168.178.1 }', 'registrar: 192.168.178.1'),
  'site.type-number': () => change('address: 192.168.178.1 }', 'address: 192.168.178.1, port: "5060" }'),
  'site.is-configuration': () => '<device><sipProfile></sipProfile></device>',
  'site.encoding': () => change('label: Buero', 'label: B\ufffdro'),
  'site.empty': () => ' \n',
  'site.registrar-uncertain': () => change('registrar: {', 'registrar: { kind: 3cx,'),
  'site.transport': () => change('registrar: {', 'registrar: { kind: asterisk-pjsip, transport: udp,'),
  'site.registrar-network': () =>
    change('registrar: { address: 192.168.178.1 }', 'registrar: { address: 192.168.2.1 }'),
  'site.registrar-name': () => change('registrar: { address: 192.168.178.1 }', 'registrar: { address: fritz.box }'),
  'site.dns': () =>
    change('registrar: { address: 192.168.178.1 }', 'registrar: { kind: generic, address: sip.example.org }'),
  'site.ntp': () => change('registrar: {', 'registrar: { kind: generic,'),
  'site.nat': () => change('registrar: {', 'registrar: { nat: true,'),
  'site.port-driver': () => change('registrar: {', 'registrar: { kind: freepbx, port: 5160,'),
  'site.choice': () => `${EXAMPLE}codec: mp3\n`,
  'site.range': () => change('address: 192.168.178.1 }', 'address: 192.168.178.1, port: 70000 }'),
  'site.list': () => change(/( {2}agent.*\n)/, '$1  dns: [1.1.1.1, 1.1.1.2, 1.1.1.3]\n'),
  'site.text': () => change('label: Anrufbeantworter', `label: ${'x'.repeat(31)}`),
  'site.name': () => change('site: home', 'site: ../etc'),
  'site.password-inline': () => change('password: { secret: line1 }', 'password: hunter2'),
  'site.secret-name': () => change('{ secret: line1 }', '{ secret: "Hunter 2" }'),
  'site.secret-clash': () =>
    change('{ secret: line1 }', '{ secret: a.b }').replace('{ secret: line2 }', '{ secret: a-b }'),
  'site.secret-limits': () => change('registrar: {', 'registrar: { kind: freepbx,'),
  'site.preset-unknown': () => change('fritzbox-de', 'fritzbox-xx'),
  'site.model-unknown': () => change('model: CP-7975G', 'model: CP-1234'),
  'site.model-uncovered': () => change('model: CP-7975G', 'model: CP-8831'),
  'site.mpp': () => change('running: SCCP75.8-3-4S', 'running: sip88xx.12-0-7MPP0201-66'),
  'site.load-unknown': () => change('load: SIP75.9-4-2SR3-1S', 'load: SIP42.9-4-2SR3-1S'),
  'site.load-unseen': () => change('load: SIP75.9-4-2SR3-1S', 'load: SIP75.9-3-1SR2-1S'),
  'site.keeps-newer': () => change(/ {4}load:.*\n/, '').replace('SCCP75.8-3-4S', 'SIP75.9-4-2SR4-3S'),
  'site.older-load': () => change('SCCP75.8-3-4S', 'SIP75.9-4-2SR4-3S'),
  'site.load-uncertain': () =>
    change('model: CP-7975G', 'model: CP-7931G').replace('load: SIP75.9-4-2SR3-1S', 'load: SIP31.9-4-2SR3-1S'),
  'site.load-missing': () =>
    change(/ {4}load:.*\n/, '')
      .replace(/^preset:.*\n/m, '')
      .replace('registrar: {', 'registrar: { kind: fritzbox,'),
  'site.registrar-unknown': () => change('registrar: {', 'registrar: { kind: carrier-pigeon,'),
  'site.registrar-address': () => change('address: 192.168.178.1 }', 'address: "http://fritz.box" }'),
  'site.locale-unknown': () => `${EXAMPLE}locale: { user: Klingon }\n`,
  'site.time-zone': () => `${EXAMPLE}locale: { timeZone: Mars/Olympus }\n`,
  'site.address': () => change('label: Buero', 'address: 192.168.178.256'),
  'site.agent': () => change('192.168.178.1/24', '192.168.178.0/24'),
  'site.leases': () => change('201-192.168.178.220', '220-192.168.178.201'),
  'site.leases-agent': () => change('192.168.178.201-', '192.168.178.1-'),
  'site.leases-few': () => change('201-192.168.178.220', '201-192.168.178.201') + SECOND,
  'site.leases-missing': () => change(/ {2}leases:.*\n/, ''),
  'site.phone-address': () => change('label: Buero', 'address: 10.0.0.5'),
  'site.phone-address-twice': () =>
    change('label: Buero', 'address: 192.168.178.9') +
    SECOND.replace('    lines', '    address: 192.168.178.9\n    lines'),
  'site.phones-empty': () => change(/phones:[\s\S]*/, 'phones: []\n'),
  'site.problems-many': () => change(/ {4}lines:[\s\S]*/, `    lines: [${'{}, '.repeat(900)}]\n`),
  'site.phones-many': () => change(/ {2}- model: CP-7975G[\s\S]*/, '  - {}\n'.repeat(201)),
  'site.mac': () => change('00:1D:45:2D:2B:F0', '00:1D:45:2D:2B'),
  'site.mac-twice': () => EXAMPLE + SECOND.replace('F1', 'F0'),
  'site.phone-label': () => change('label: Buero', 'label: Mein Buero'),
  'site.running-unknown': () => change('running: SCCP75.8-3-4S', 'running: "new?"'),
  'site.hop-unverified': () => change('SCCP75.8-3-4S', 'SCCP75.8-2-1S'),
  'site.running-old': () =>
    change('SCCP75.8-3-4S', 'SCCP70.8-2-1S').replace('CP-7975G', 'CP-7970G').replace('SIP75', 'SIP70'),
  'site.lines-empty': () => change(/ {4}lines:[\s\S]*/, '    lines: []\n'),
  'site.lines-max': () =>
    change(/ {4}lines:[\s\S]*/, `    lines:\n${'      - { username: u, password: { secret: s } }\n'.repeat(9)}`),
  'site.keys-max': () => `${EXAMPLE}${'      - { dial: "**9", label: x }\n'.repeat(7)}`,
  'site.keys-left-out': () => change(/ {4}keys:\n.*\n/, `keys: [${'{ dial: "**9", label: x }, '.repeat(7)}]\n`),
  'site.key-position': () => change('label: Anrufbeantworter }', 'label: Anrufbeantworter, position: 1 }'),
  'site.key-kind': () => change('dial: "**600"', 'dial: "**600", feature: redial'),
  'site.key-feature': () => change('dial: "**600", label: Anrufbeantworter', 'feature: all-calls'),
  'site.key-registrar': () => change('dial: "**600"', 'blf: "**620"'),
  'site.module': () => change('    label: Buero', '    addOns: [CKEM]'),
  'site.hotline': () => change('    label: Buero', '    hotline: "**620"'),
  'site.line-mode': () => change('    label: Buero', '    lineMode: true'),
  'site.service': () => change('dial: "**600"', 'service: ftp://192.168.178.2'),
  'site.calls': () => change('label: Line 1', 'label: Line 1, maxCalls: 51'),
  'site.calls-uncertain': () =>
    change('label: Line 1', 'label: Line 1, maxCalls: 30')
      .replace('model: CP-7975G', 'model: CP-7960G')
      .replace('load: SIP75.9-4-2SR3-1S', 'load: P0S3-8-12-00'),
  'site.soft-key': () => `${EXAMPLE}softKeys: { connected: [EndCall, Answer] }\n`,
  'site.soft-key-needed': () => `${EXAMPLE}softKeys: { on-hold: [NewCall] }\n`,
  'site.display': () => `${EXAMPLE}display: { from: "07:00" }\n`,
  'site.time': () => `${EXAMPLE}display: { from: "7", to: "19:00" }\n`,
  'site.web-open': () => `${EXAMPLE}access: { web: true }\n`,
  'site.username': () => change('username: Line1', 'username: Line 1'),
  'site.auth-name': () => change('username: Line1', 'username: Line1, authName: other'),
  'site.one-credential': () =>
    change('model: CP-7975G', 'model: CP-8841')
      .replace('registrar: {', 'registrar: { kind: freeswitch,')
      .replace(/ {4}(running|load):.*\n/g, ''),
  'site.one-line': () => change('model: CP-7975G', 'model: CP-8841').replace(/ {4}(running|load):.*\n/g, ''),
  'site.codec': () => `${text7960('', '')}codec: g722\n`,
  'site.label-long': () => text7960('label: Buero', 'label: Arbeitsplatz'),
  'site.text-characters': () => text7960('label: Line 1', `label: 'a "b"'`),
  'site.text-accents': () => text7960('label: Buero', 'label: Büro'),
  'site.text-time-zone': () => `${text7960('', '')}locale: { timeZone: Asia/Kolkata }\n`,
  'site.text-left-out': () => text7960('label: Line 1 }', 'label: Line 1, ring: flash }'),
  'site.keys-uncertain': () => text7960(/$/, '    keys: [{ dial: "**600", label: AB }]\n'),
  'site.udp-only': () => text7960('registrar: {', 'registrar: { kind: asterisk-pjsip,'),
  'site.running-loader': () => text7960('    label: Buero', '    running: P0S3-06-3-00\n    label: Buero'),
  'site.line-twice': () => EXAMPLE + SECOND.replace('Line3', 'Line1'),
  'site.dial': () => change('"**600"', '"call me"'),
  'site.dial-rewrite': () => `${EXAMPLE}dialPlan: [{ match: "0*", wait: 3, rewrite: "tel:%1" }]\n`,
  'site.country': () => `${EXAMPLE}dialPlan: { country: XX }\n`,
  'site.outside-line': () => `${EXAMPLE}dialPlan: { outsideLine: '012' }\n`,
  'site.dial-plan-size': () =>
    `${EXAMPLE}dialPlan:\n${`  - { match: "${'1'.repeat(40)}", wait: 1, rewrite: "${'2'.repeat(40)}" }\n`.repeat(90)}`,
  'site.media-name': () => `${EXAMPLE}look: { wallpapers: [berge, "Meine Berge"] }\n`,
  'site.media-twice': () => `${EXAMPLE}look: { wallpapers: [berge, Berge-Small] }\n`,
  'site.wallpapers-unseen': () => `${EXAMPLE}look: { wallpaper: fixed, wallpapers: [berge] }\n`,
  'site.dial-rule': () => `${EXAMPLE}dialPlan: [{ match: "[2-9]*", wait: 3 }]\n`,
  'site.preset-lookup': () => change('preset: fritzbox-de', `preset: ${'b'.repeat(26)}`),
  'site.preset-id': () => change('preset: fritzbox-de', `preset: ${OTHER_ID}`),
  'site.preset-link': () => change('preset: fritzbox-de', "preset: '#p=1abc'"),
  'preset.dial-rule': () => linked({ dialPlan: { country: 'DE', rules: [{ match: '11.', wait: 0 }] } }),
  'preset.dial-catch-all': () => linked({ dialPlan: [{ match: '*', wait: 60 }] }),
  'preset.outside-line': () =>
    linked({ dialPlan: { country: 'DE', outsideLine: '7', rules: [{ match: '71', wait: 0 }] } }),
  'preset.value': () => linked({ locale: { user: 'phones.example.org' } }),
  'preset.language': () => linked({ language: 'Deutsch' }),
  'preset.licence': () => linked({ licence: '<MIT>' }),
  'site.dial-catch-all': () => `${EXAMPLE}dialPlan: [{ match: "112", wait: 0 }]\n`,
}

it('accepts the example without a word', async () => {
  expect(await problemsOf(EXAMPLE)).toEqual([])
})

describe.each(Object.keys(PROBLEMS) as ProblemCode[])('%s', code => {
  it('is found, at its place, and put into words in both languages', async () => {
    const text = WAYS[code]()
    for (const lang of ['en', 'de'] as const) {
      const problems = await problemsOf(text, lang)
      const found = problems.find(problem => problem.code === code)
      expect(codesOf(problems)).toContain(code)
      expect(found).toMatchObject({
        severity: PROBLEMS[code].severity,
        docs: `docs/errors.md#${code.replaceAll('.', '-')}`,
        ...(PROBLEMS[code].source !== undefined && { source: PROBLEMS[code].source }),
      })
      expect(found?.line).toBeGreaterThan(0)
      expect(found?.column).toBeGreaterThan(0)
      for (const words of [found?.message ?? '', found?.cure ?? '']) {
        expect(words.length).toBeGreaterThan(10)
        expect(words).not.toMatch(/\{\w+\}(?! )|undefined|\[object/)
      }
    }
    expect((await check({ text, lang: 'en' })).ok).toBe(PROBLEMS[code].severity === 'warning')
  })
})

it('points at the line and the column in the text', async () => {
  const text = change('username: Line2', 'username: Line 2')
  const [problem] = await problemsOf(text)
  const line = text.split('\n').findIndex(row => row.includes('Line 2,')) + 1
  expect(problem).toMatchObject({ code: 'site.username', path: ['phones', 0, 'lines', 1, 'username'], line })
  expect(text.split('\n')[line - 1]?.slice((problem?.column ?? 0) - 1)).toMatch(/^Line 2/)
})

it('says what is wrong with a load also where its name has no form at all', async () => {
  const [problem] = await problemsOf(change('preset: fritzbox-de', 'preset: fritzbox-de\nloads: { CP-7975G: "a b" }'))
  expect(problem).toMatchObject({ code: 'site.load-unknown', path: ['loads', 'CP-7975G'] })
  expect(problem?.message).toContain('for the CP-7975G')
  expect(problem?.cure).toContain('SIP75.9-4-2SR4-3S')
})

it('finds all errors at once, in the order of the text', async () => {
  const text = EXAMPLE.replace('site: home', 'site: HOME!')
    .replace('00:1D:45:2D:2B:F0', 'nonsense')
    .replace('{ secret: line1 }', 'hunter2')
    .replace('label: Buero', 'colour: red')
  const problems = await problemsOf(text)
  expect(codesOf(problems)).toEqual(['site.name', 'site.mac', 'site.unknown-key', 'site.password-inline'])
  expect(problems.map(({ line = 0 }) => line)).toEqual([...problems.map(({ line = 0 }) => line)].sort((a, b) => a - b))
})

it.each([
  'hunter2',
  '"hunter2"',
  '{ secret: line1, value: hunter2 }',
  '[hunter2]',
  '{ hunter2: line1 }',
  '{ secret: "HUNTER hunter2" }',
])('never says a password back that stands as %s', async password => {
  for (const lang of ['en', 'de'] as const) {
    const problems = await problemsOf(change('{ secret: line1 }', password), lang)
    expect(problems.length).toBeGreaterThan(0)
    expect(JSON.stringify(problems)).not.toMatch(/hunter2/i)
  }
})

it('does not let an error of one phone hide those of others', async () => {
  const phone = (model: string, mac: string) =>
    `  - { model: ${model}, mac: ${mac}, lines: [{ username: u, password: { secret: s } }] }\n`
  const more = phone('CP-1', '00:1D:45:2D:2B:F1') + phone('CP-7975G', 'nonsense') + phone('CP-2', '00:1D:45:2D:2B:F2')
  const problems = await problemsOf(`${EXAMPLE}${more}`.replace('site: home', 'site: HOME!'))
  expect(problems.map(({ code, path }) => [code, ...path])).toEqual([
    ['site.name', 'site'],
    ['site.model-unknown', 'phones', 1, 'model'],
    ['site.mac', 'phones', 2, 'mac'],
    ['site.model-unknown', 'phones', 3, 'model'],
  ])
})

it('tells of no more than a thousand, however many a short text has, and says that there are more', async () => {
  const phone = `{ model: CP-7975G, mac: any, lines: [${'{}, '.repeat(900)}] }`
  const problems = await problemsOf(`site: home\nnever: &p ${phone}\nphones: [${'*p, '.repeat(99)}]\n`)
  expect(problems).toHaveLength(1001)
  expect(problems.at(-1)).toMatchObject({ code: 'site.problems-many', message: expect.stringContaining('178') })
})
