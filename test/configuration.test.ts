// Every model of the catalogue at every registrar: what the phones are given has the format that schemas/configuration says.
import { describe, expect, it } from 'vitest'
import { loadsFor } from '../generator/catalog/loads.ts'
import { PHONES } from '../generator/catalog/phones.ts'
import { REGISTRARS } from '../generator/catalog/registrars.ts'
import { BUILT_IN } from '../generator/presets/built-in.ts'
import { built } from './build.ts'
import { faultsOfAll } from './configuration.ts'

const phones = PHONES.map(({ name, lineKeys }, index) => ({
  model: name,
  mac: `00:1d:45:00:01:${index.toString(16).padStart(2, '0')}`,
  label: `P${index}`,
  lines: [{ username: `62${index}`, password: { secret: `s${index}` } }],
  // Every key is used.
  keys: Array.from({ length: lineKeys.value - 1 }, (_, key) => ({ dial: `**${key}`, label: `K${key}` })),
}))
const siteOf = (more: object) =>
  JSON.stringify({
    site: 'all',
    preset: 'fritzbox-de',
    registrar: { address: '192.168.178.1' },
    network: { agent: '192.168.178.1/24', leases: '192.168.178.20-192.168.178.250' },
    loads: Object.fromEntries(PHONES.map(({ name }) => [name, loadsFor(name)[0]?.name])),
    phones,
    ...more,
  })

/** One configuration a phone, the general one, the dial plan and two ring lists. */
const FILES = PHONES.length + 4

async function expectNoFaults(site: string) {
  const faults = faultsOfAll(await built(site))
  expect(Object.keys(faults).length).toBeGreaterThanOrEqual(FILES)
  expect(Object.fromEntries(Object.entries(faults).filter(([, found]) => found.length > 0))).toEqual({})
}

describe('every model has files of the right format', () => {
  it.each(REGISTRARS.map(({ kind }) => kind))('at %s', kind =>
    expectNoFaults(siteOf({ registrar: { kind, address: '192.168.178.1' } })),
  )

  it.each(BUILT_IN.map(({ preset }) => preset))('with the preset %s', preset => expectNoFaults(siteOf({ preset })))

  it.each(['g711ulaw', 'g722', 'g729a'])('with the codec %s', codec => expectNoFaults(siteOf({ codec })))

  it.each(['udp', 'tcp'])('over %s', transport =>
    expectNoFaults(siteOf({ registrar: { address: '192.168.178.1', transport } })),
  )
})
