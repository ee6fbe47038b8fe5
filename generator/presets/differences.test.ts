import { describe, expect, test } from 'vitest'
import type { Preset } from '../../schemas/preset.ts'
import { EXAMPLE } from '../page/example.ts'
import { readSite } from '../site/read.ts'
import { builtInPreset } from './built-in.ts'
import { overruled, presetChange } from './differences.ts'

const PRESET: Preset = {
  preset: 'x',
  description: { en: 'x' },
  registrar: { kind: 'asterisk', port: 5061 },
  locale: { timeZone: 'Europe/Berlin', clock: '24h' },
  loads: { 'CP-7975G': 'SIP75.9-4-2SR3-1S', 'CP-7962G': 'SIP42.9-4-2SR3-1S' },
  codec: 'g722',
  dialPlan: { country: 'DE' },
  keys: [
    { dial: '*97', label: 'Mail' },
    { feature: 'redial', label: 'Again' },
  ],
  softKeys: { 'on-hook': ['Redial', 'NewCall'] },
}

describe('what a site overrules of its preset', () => {
  test('is nothing where it says the same, or what no preset can say', () => {
    const site = {
      site: 'y',
      preset: 'x',
      registrar: { address: '192.0.2.1', expires: 60, kind: 'asterisk' },
      network: { agent: '192.0.2.2/24' },
      access: { web: true },
      codec: 'g722',
      locale: { clock: '24h' },
      phones: [{ model: 'CP-7975G', mac: 'any', load: 'SIP75.9-4-2SR3-1S', lines: [] }],
    }
    expect(overruled(PRESET, site)).toEqual([])
  })

  test('is nothing in the example that the page opens with', () => {
    const read = readSite(EXAMPLE, 'yaml')
    const preset = builtInPreset('fritzbox-de')
    expect(read.ok && preset && overruled(preset, read.value)).toEqual([])
  })

  test('names the member, what the preset says of it, and what the site says', () => {
    const site = {
      registrar: { port: 5060, address: '192.0.2.1' },
      locale: { timeZone: 'Europe/Vienna' },
      codec: 'g711alaw',
      messagesNumber: '**600',
      softKeys: { 'on-hook': ['NewCall'] },
      ports: { computer: false },
    }
    expect(overruled(PRESET, site)).toEqual([
      { path: 'registrar.port', preset: '5061', site: '5060' },
      { path: 'locale.timeZone', preset: 'Europe/Berlin', site: 'Europe/Vienna' },
      { path: 'codec', preset: 'g722', site: 'g711alaw' },
      { path: 'messagesNumber', preset: '', site: '**600' },
      { path: 'ports.computer', preset: '', site: 'false' },
      { path: 'softKeys.on-hook', preset: '[ Redial, NewCall ]', site: '[ NewCall ]' },
    ])
  })

  test('compares lists entry by entry: one that was put first does not make the others new', () => {
    const [mail, redial] = PRESET.keys ?? []
    const first = { dial: '0171', label: 'Ida' }
    expect(overruled(PRESET, { keys: [first, mail, redial] })).toEqual([
      { path: 'keys.0', preset: '', site: '{ dial: "0171", label: Ida }' },
    ])
    expect(overruled(PRESET, { keys: [mail] })).toEqual([
      { path: 'keys.1', preset: '{ feature: redial, label: Again }', site: '' },
    ])
    expect(overruled(PRESET, { keys: [redial, mail] }).map(({ path }) => path)).toEqual(['keys'])
    expect(overruled(PRESET, { keys: [] }).map(({ path }) => path)).toEqual(['keys.0', 'keys.1'])
  })

  test('shows a list that stands where a map was, and cuts what is long', () => {
    const rules = Array.from({ length: 20 }, (_, n) => ({ match: `${n}*`, wait: 1 }))
    const [{ path = '', preset = '', site = '' } = {}, ...more] = overruled(PRESET, { dialPlan: rules })
    expect([path, preset, more]).toEqual(['dialPlan', '{ country: DE }', []])
    expect(site).toMatch(/^\[ \{ match: 0\*, wait: 1 \}.*…$/)
    expect(site.length).toBeLessThanOrEqual(121)
  })

  test('has the loads of the models that there are, and what single phones have of their own', () => {
    const site = {
      loads: { 'CP-7975G': 'SIP75.8-5-4S', 'CP-7911G': 'SIP11.9-4-2SR3-1S' },
      phones: [{ model: 'CP-7962G' }, { model: 'CP-7975G', load: 'SIP75.9-3-1SR4-1S', keys: [] }],
    }
    expect(overruled(PRESET, site)).toMatchObject([
      { path: 'loads.CP-7975G', preset: 'SIP75.9-4-2SR3-1S', site: 'SIP75.8-5-4S' },
      { path: 'phones.1.load', preset: 'SIP75.9-4-2SR3-1S', site: 'SIP75.9-3-1SR4-1S' },
      { path: 'phones.1.keys', site: '' },
    ])
  })
})

describe('what another preset would change', () => {
  const to: Preset = { preset: 'z', locale: { timeZone: 'Europe/Vienna' }, display: { idle: 5 } }

  test('is said with the defaults of the site', () => {
    expect(presetChange(PRESET, to, { codec: 'g722' })).toEqual([
      { path: 'registrar.kind', preset: '', site: 'asterisk' },
      { path: 'registrar.port', preset: '', site: '5061' },
      { path: 'locale.timeZone', preset: 'Europe/Vienna', site: 'Europe/Berlin' },
      { path: 'dialPlan', preset: '', site: '{ country: DE }' },
      { path: 'keys.0', preset: '', site: '{ dial: "*97", label: Mail }' },
      { path: 'keys.1', preset: '', site: '{ feature: redial, label: Again }' },
      { path: 'display.idle', preset: '5', site: '60' },
      { path: 'softKeys.on-hook', preset: '', site: '[ Redial, NewCall ]' },
    ])
    expect(presetChange(PRESET, PRESET, {})).toEqual([])
    expect(presetChange(undefined, { preset: 'z', codec: 'g711alaw' }, {})).toEqual([]) // which is the default
  })

  test('leaves out what the site says itself, and loads that no phone would take from it', () => {
    const loads = { 'CP-7975G': 'SIP75.8-5-4S', 'CP-7962G': 'SIP42.8-5-4S' }
    const phones = [{ model: 'CP-7975G' }, { model: 'CP-7962G', load: 'x' }]
    const site = { phones, locale: { timeZone: 'Europe/Zurich' }, display: { idle: 5 } }
    const found = presetChange(undefined, { ...to, loads }, site)
    expect(found).toEqual([{ path: 'loads.CP-7975G', preset: 'SIP75.8-5-4S', site: '' }])
  })

  test.each([
    [{ locale: 'nonsense', phones: 'none', registrar: null }],
    [{ phones: [null, 7, {}], keys: [{ dial: 5 }], dialPlan: 'x', loads: [] }],
    [JSON.parse('{"__proto__": {"codec": "g722"}, "constructor": 1}')],
  ])('is told of a site with errors, too: %j', written => {
    const told = presetChange(PRESET, { ...PRESET, codec: 'g729a' }, written)
    expect(told).toContainEqual({ path: 'codec', preset: 'g729a', site: 'g722' })
  })
})
