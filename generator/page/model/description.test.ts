import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDescription } from './description.ts'
import { writtenSite } from './random-yaml.ts'

const example = (name: string) => readFileSync(new URL(`../../../examples/${name}`, import.meta.url), 'utf8')
function described(text: string) {
  const read = readDescription(text)
  if (!read.ok) throw new Error(JSON.stringify(read))
  return read.description
}

describe('the form of a site', () => {
  it('has what the text says', () => {
    const home = described(example('fritzbox-7975g.yaml'))
    expect(home).toMatchObject({
      site: 'home',
      preset: 'fritzbox-de',
      registrar: { kind: '', address: '192.168.178.1', port: '', transport: '' },
      network: { agent: '192.168.178.1/24', leases: '192.168.178.201-192.168.178.220' },
      keys: [],
      more: [],
    })
    expect(home.phones).toEqual([
      {
        ...{ model: 'CP-7975G', mac: '00:1D:45:2D:2B:F0', running: 'SCCP75.8-3-4S', load: 'SIP75.9-4-2SR3-1S' },
        ...{ label: 'Buero', address: '', addOns: [], lineMode: false, more: [], ownKeys: true },
        lines: [
          { username: 'Line1', secret: 'line1', label: 'Line 1', displayName: '' },
          { username: 'Line2', secret: 'line2', label: 'Line 2', displayName: '' },
        ],
        keys: [{ kind: 'dial', value: '**600', label: 'Anrufbeantworter', pickup: false }],
      },
    ])
  })

  it('names what it has no field for, and keeps keys of all phones apart', () => {
    const office = described(example('asterisk-office.yaml'))
    expect(office.more).toEqual(['locale', 'loads', 'display', 'network.router', 'network.ntp'])
    expect(office.keys).toEqual([{ kind: 'dial', value: '*97', label: 'Voicemail', pickup: false }])
    expect(office.phones.map(({ ownKeys, more }) => [ownKeys, more])).toEqual([
      [true, []],
      [false, []],
      [false, ['lines.autoAnswer']],
    ])
    expect(office.phones[0]?.keys[3]).toEqual({
      ...{ kind: 'feature', value: 'do-not-disturb', label: '', position: 6, pickup: false },
    })
  })

  it('shows every kind of key', () => {
    const text = `keys:
  - { blf: "1", pickup: true }
  - { park: 2 }
  - { service: "http://10.0.0.1/menu" }
  - { intercom: { username: tuer, password: { secret: t } }, label: Tür }
  - { label: leer }
`
    expect(described(text).keys.map(({ kind, value, pickup }) => [kind, value, pickup])).toEqual([
      ['blf', '1', true],
      ['park', '2', false],
      ['service', 'http://10.0.0.1/menu', false],
      ['intercom', 'tuer', false],
      ['dial', '', false],
    ])
  })

  it('shows numbers as they are written, follows aliases, and takes wrong types for empty fields', () => {
    const { phones, registrar } = described(
      'registrar: 5\nphones:\n  - &p { mac: 0123, label: [x], lines: [1, { username: 007 }], keys: {} }\n  - *p\n  - text\n',
    )
    expect(registrar.address).toBe('')
    expect(phones).toHaveLength(3)
    expect(phones[0]).toMatchObject({ mac: '0123', label: '', ownKeys: false, keys: [] })
    expect(phones[0]?.lines.map(({ username }) => username)).toEqual(['', '007'])
    expect(phones[1]).toEqual(phones[0])
    expect(phones[2]).toMatchObject({ model: '', lines: [] })
  })

  it.each([
    ['site: home\nphones: [', 2],
    ['site: a\nsite: b\n', 2],
    ['site: home\nkeys:\n  - { dial: **600 }\n', 3],
    ['\ufeffsite: "home\n', 1],
  ])('says where a text stops being one: %j', (text, line) => {
    expect(readDescription(text)).toMatchObject({ ok: false, column: expect.any(Number) })
    const read = readDescription(text)
    expect(read.ok ? 0 : read.line).toBeGreaterThanOrEqual(line)
  })

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          writtenSite.map(({ text }) => text),
        ),
        text => void readDescription(text),
      ),
    )
    for (const text of ['', '[', '&a [*a]', '['.repeat(50_000), 'a: '.repeat(50_000), '\0', 'x'.repeat(300_000)])
      readDescription(text)
    expect(readDescription('')).toMatchObject({ ok: true, description: { phones: [] } })
    expect(readDescription('x'.repeat(300_000))).toEqual({ ok: false, line: 1, column: 1 })
  })
})
