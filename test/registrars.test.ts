// Every registrar of the catalogue, and the presets for a Fritz!Box: built, said honestly, and without a password anywhere.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { find, parseXml } from '../agent/rehearsal/xml.ts'
import { REGISTRARS, TRANSPORT } from '../generator/catalog/registrars.ts'
import { built } from './build.ts'
import { dial } from './phone-dialling.ts'

// With a time server, which not every registrar is.
const EXAMPLE = readFileSync(new URL('../examples/fritzbox-7975g.yaml', import.meta.url), 'utf8').replace(
  'network:\n',
  'network:\n  ntp: [192.168.178.1]\n',
)

async function made(text: string, lang: 'de' | 'en' = 'en') {
  const { plan, problems, files } = await built(text, lang)
  const bytesOf = (path: string) => files.get(path)?.bytes ?? new Uint8Array()
  return {
    problems,
    rules: plan.dialPlans[0]?.rules ?? [],
    readme: new TextDecoder().decode(bytesOf('files/README.txt')),
    device: parseXml(bytesOf('files/SEP001D452D2BF0.cnf.xml')),
  }
}

describe.each(REGISTRARS.map(registrar => [registrar.kind, registrar] as const))('%s', (kind, registrar) => {
  it('is built with its port and transport, and says what is uncertain and what will not work', async () => {
    const { problems, readme, device } = await made(EXAMPLE.replace('registrar: {', `registrar: { kind: ${kind},`))
    expect(problems.map(({ code }) => code)).toEqual([
      ...(registrar.certainty === 'U' ? ['site.registrar-uncertain'] : []),
      ...(registrar.ownPasswords === undefined ? [] : ['site.secret-limits']),
    ])
    expect(find(device, 'transportLayerProtocol')?.text).toBe(String(TRANSPORT[registrar.transport]))
    expect(find(device, 'sipProfile', 'sipLines', 'line', 'port')?.text).toBe(String(registrar.port))
    expect(registrar.without.length).toBeGreaterThan(0)
    for (const { en } of registrar.without) expect(readme).toContain(en)
  })

  it('tells both languages how to set its side up, for every line, naming passwords only', async () => {
    for (const lang of ['en', 'de'] as const) {
      const { readme } = await made(EXAMPLE.replace('registrar: {', `registrar: { kind: ${kind},`), lang)
      for (const name of ['Line1', 'Line2']) expect(readme).toContain(name)
      if (registrar.setup !== 'fritzbox')
        for (const secret of ['line1', 'line2']) expect(readme).toMatch(new RegExp(`[<(]${secret}[>)]`))
    }
  })
})

it('writes pjsip.conf as Asterisk reads it: an endpoint, its auth and its address for every line', async () => {
  const { readme } = await made(EXAMPLE.replace('registrar: {', 'registrar: { kind: asterisk-pjsip,'))
  expect(readme.match(/^ {2}type=(\w+)\r$/gm)?.map(line => line.trim().slice(5))).toEqual([
    'transport',
    ...['endpoint', 'auth', 'aor', 'endpoint', 'auth', 'aor'],
  ])
  expect(readme).toContain('  password=<line1>\r\n')
})

it.each([
  ['asterisk-pjsip', 'tcp', 'transport=transport-tcp'],
  ['asterisk-pjsip', 'udp', 'transport=transport-udp'],
  ['freepbx', 'tcp', 'Transport 0.0.0.0-tcp'],
  ['freepbx', 'udp', 'Transport 0.0.0.0-udp'],
  ['generic', 'tcp', 'over TCP'],
] as const)('sets %s up for the transport that the phone uses: %s', async (kind, transport, words) => {
  const { readme } = await made(EXAMPLE.replace('registrar: {', `registrar: { kind: ${kind}, transport: ${transport},`))
  expect(readme).toContain(words)
})

it('gives a phone that knows UDP only a UDP transport of its own, beside the TCP of the others', async () => {
  const older =
    '  - { model: CP-7960G, mac: any, load: P0S3-8-12-00, lines: [{ username: Line3, password: { secret: line3 } }] }\n'
  const { readme } = await made(EXAMPLE.replace('registrar: {', 'registrar: { kind: asterisk-pjsip,') + older)
  const used = readme.match(/^ {2}(transport=\S+|\[transport-\S+\])\r$/gm)?.map(line => line.trim())
  expect(used).toEqual([
    ...['[transport-tcp]', '[transport-udp]'],
    ...['transport=transport-tcp', 'transport=transport-tcp', 'transport=transport-udp'],
  ])
})

it.each([
  ['CP-7975G', 'it then loads its firmware anew', false],
  ['CP-8841', 'it keeps its firmware', false],
  ['CP-8945', 'it keeps its firmware', true],
])('says what a reset of a %s does, and whether that is certain', async (model, after, doubted) => {
  const { readme } = await made(
    EXAMPLE.replace('CP-7975G', model)
      .replace(/ {4}(running|load): .*\n/g, '')
      .replace(/ {6}- .*Line2.*\n/, ''),
  )
  expect(readme).toContain(`  ${model}: 123456789*0#; ${after}`)
  expect(readme.includes('Nobody has confirmed these keys')).toBe(doubted)
})

const EMERGENCY: Record<string, string[]> = {
  'fritzbox-de': ['110', '112'],
  'fritzbox-at': ['112', '122', '133', '144'],
  'fritzbox-ch': ['112', '117', '118', '144'],
}

it.each(Object.keys(EMERGENCY))(
  'the preset %s makes a site without a warning, whose emergency calls go out at once',
  async preset => {
    const { problems, rules } = await made(EXAMPLE.replace('fritzbox-de', preset))
    expect(problems).toEqual([])
    for (const number of EMERGENCY[preset] ?? []) expect(dial(rules, number)).toMatchObject({ sent: number, wait: 0 })
    for (const [number, wait] of [
      ['**600', 1],
      ['**1', 2],
      ['*09', 1],
      ['#96*7*', 4],
      ['0030123456789', 4],
    ] as const)
      expect(dial(rules, number)).toMatchObject({ sent: number, wait })
  },
)
