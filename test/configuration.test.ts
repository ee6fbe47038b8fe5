// Every model of the catalogue at every registrar: what the phones are given has the format that schemas/configuration says.
import { describe, expect, it } from 'vitest'
import { checkSipConfig, wantedLoad } from '../agent/rehearsal/config-check.ts'
import { type Element, parseXml } from '../agent/rehearsal/xml.ts'
import { loadsFor } from '../generator/catalog/loads.ts'
import { PHONES } from '../generator/catalog/phones.ts'
import { REGISTRARS } from '../generator/catalog/registrars.ts'
import { BUILT_IN } from '../generator/presets/built-in.ts'
import { device } from '../schemas/configuration/device.ts'
import { faultsOf, hasChildren } from '../schemas/configuration/faults.ts'
import type { Node } from '../schemas/configuration/node.ts'
import { REFUSED } from '../schemas/configuration/sources.ts'
import { built, served } from './build.ts'
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

/** The general configuration, the dial plan and two ring lists. */
const SHARED = 4

async function expectNoFaults(site: string) {
  const made = await built(site)
  const faults = faultsOfAll(made)
  const own = made.plan.phones.filter(({ config }) => config.endsWith('.xml'))
  expect(Object.keys(faults).length).toBeGreaterThanOrEqual(own.length + SHARED)
  expect(Object.fromEntries(Object.entries(faults).filter(([, found]) => found.length > 0))).toEqual({})
}

describe('every model has files of the right format', () => {
  it.each(REGISTRARS.map(({ kind }) => kind))('at %s', kind =>
    expectNoFaults(siteOf({ registrar: { kind, address: '192.168.178.1' } })),
  )

  it.each(BUILT_IN.map(({ preset }) => preset))('with the preset %s', preset => {
    const kind = BUILT_IN.find(one => one.preset === preset)?.registrar?.kind ?? 'generic'
    return expectNoFaults(siteOf({ preset, registrar: { kind, address: '192.168.178.1' } }))
  })

  it.each(['g711ulaw', 'g722', 'g729a'])('with the codec %s', codec => expectNoFaults(siteOf({ codec })))

  it.each(['udp', 'tcp'])('over %s', transport =>
    expectNoFaults(siteOf({ registrar: { address: '192.168.178.1', transport } })),
  )
})

/** Paths of what a phone is known to refuse a configuration without. */
const needed = ({ content }: Node, above: readonly string[] = []): string[] =>
  hasChildren(content)
    ? content.flatMap(child => {
        const path = [...above, child.name]
        return [...(child.needed === REFUSED ? [path.join('/')] : []), ...needed(child, path)]
      })
    : []
const without = (element: Element, [name, ...more]: readonly string[]): Element => ({
  ...element,
  children: element.children.flatMap(child => {
    if (child.name !== name) return child
    return more.length === 0 ? [] : without(child, more)
  }),
})

describe('without what a phone needs', () => {
  it.each(needed(device))('%s, the file is refused here and by the virtual phone', async path => {
    const made = await built(siteOf({ phones: phones.slice(-1) }))
    const [phone] = made.plan.phones
    const whole = parseXml(phone ? served(made, phone) : new Uint8Array())
    const less = without(whole, path.split('/'))
    const takes = (root: Element) => [wantedLoad('x', root), checkSipConfig('x', root)]
    expect(() => takes(whole)).not.toThrow()
    expect(() => takes(less)).toThrow()
    expect(faultsOf(whole, device)).toEqual([])
    expect(faultsOf(less, device)).toContainEqual(expect.objectContaining({ code: 'missing' }))
  })
})
