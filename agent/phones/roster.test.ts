import { describe, expect, it } from 'vitest'
import { MAC, manifestOf, phoneOf } from '../../test/manifest.ts'
import { createAttribution } from './attribution.ts'
import { createClaims } from './claims.ts'
import { createRoster, type RosterOptions } from './roster.ts'

const CLASS = 'Cisco Systems, Inc. IP Phone CP-7975G'
const STRANGER = '3c:22:fb:00:00:01'
const NEW = '00:1d:45:00:00:07'

function rosterOf(phones = [phoneOf()], more: Partial<RosterOptions> = {}) {
  const claimed: string[] = []
  const roster = createRoster({
    manifest: manifestOf(phones),
    claims: [],
    anyDevice: false,
    mayClaim: () => true,
    onClaim: ({ mac }) => claimed.push(mac),
    ...more,
  })
  return { roster, claimed }
}

it('answers a listed MAC whatever its vendor class, and nobody else', () => {
  const { roster } = rosterOf()
  expect(roster.admit({ mac: MAC, vendorClass: 'udhcp 1.35' }, 'discover')).toMatchObject({ admitted: true })
  expect(roster.admit({ mac: STRANGER, vendorClass: CLASS }, 'request')).toEqual({
    admitted: false,
    why: 'not in the bundle',
  })
})

it('knows fixed addresses, and the place of a phone among those that have none', () => {
  const { roster } = rosterOf([
    phoneOf({ mac: '00:1d:45:00:00:01' }),
    phoneOf({ mac: '00:1d:45:00:00:02', address: '192.168.178.50' }),
    phoneOf({ mac: '00:1d:45:00:00:03' }),
  ])
  const admit = (mac: string) => roster.admit({ mac, vendorClass: '' }, 'discover')
  expect(admit('00:1d:45:00:00:02')).toEqual({ admitted: true, listed: true, fixed: '192.168.178.50' })
  expect(admit('00:1d:45:00:00:03')).toEqual({ admitted: true, listed: true, place: 1 })
})

it('takes in any device behind the phones, when told', () => {
  const { roster } = rosterOf([phoneOf(), phoneOf({ mac: 'any' })], { anyDevice: true })
  const guest = { admitted: true, listed: false, place: 2, guest: true }
  expect(roster.admit({ mac: STRANGER, vendorClass: 'udhcp 1.35' }, 'discover')).toEqual(guest)
})

it('lets a phone of the model take an open entry, at the request and once', () => {
  const { roster, claimed } = rosterOf([phoneOf({ mac: 'any' })])
  expect(roster.admit({ mac: NEW, vendorClass: CLASS }, 'discover')).toMatchObject({ admitted: true })
  expect(claimed).toEqual([])
  expect(roster.open()).toBe(1)
  expect(roster.admit({ mac: NEW, vendorClass: CLASS }, 'request')).toMatchObject({ admitted: true })
  expect(claimed).toEqual([NEW])
  expect(roster.find(NEW)?.entry.mac).toBe('any')
  expect(roster.admit({ mac: STRANGER, vendorClass: CLASS }, 'request')).toMatchObject({ admitted: false })
  expect(rosterOf([phoneOf({ mac: 'any' })], { claims: roster.claims() }).roster.find(NEW)).toBeDefined()
})

it('does not take another model for an open entry, and a class without a model only where one model is open', () => {
  const bare = { mac: NEW, vendorClass: 'Cisco Systems, Inc. IP Phone' }
  const one = rosterOf([phoneOf({ mac: 'any' })]).roster
  expect(one.admit({ mac: NEW, vendorClass: 'Cisco Systems, Inc. IP Phone CP-7941G' }, 'discover').admitted).toBe(false)
  expect(one.admit(bare, 'discover').admitted).toBe(true)
  const two = rosterOf([phoneOf({ mac: 'any' }), phoneOf({ mac: 'any', model: 'CP-7941G' })]).roster
  expect(two.admit(bare, 'discover').admitted).toBe(false)
})

it('takes a phone for its own model, not for one whose name begins alike, nor for one whose class names no model', () => {
  const open = (model: string, vendorClass: string) => {
    const phone = phoneOf({ mac: 'any', model })
    return { ...phone, facts: { ...phone.facts, vendorClass } }
  }
  const claim = (phones: ReturnType<typeof open>[], vendorClass: string) => {
    const { roster } = rosterOf(phones)
    roster.admit({ mac: NEW, vendorClass }, 'request')
    return roster.find(NEW)?.entry.model
  }
  const of = (model: string) => `Cisco Systems, Inc. IP Phone ${model}`
  const bare = open('CP-6921', 'Cisco Systems, Inc.')
  const plain = open('CP-7941G', of('CP-7941G'))
  const gigabit = open('CP-7941G-GE', of('CP-7941G-GE'))
  expect(claim([plain, gigabit], of('CP-7941G-GE'))).toBe('CP-7941G-GE')
  expect(claim([plain, gigabit], of('CP-7941G'))).toBe('CP-7941G')
  expect(claim([bare], of('CP-7975G'))).toBeUndefined()
  expect(claim([bare], 'Cisco Systems, Inc.')).toBe('CP-6921')
  expect(claim([open('CP-8841', of('CP-8841'))], of('CP-8841-3PCC'))).toBeUndefined()
})

it('gives away an open entry with passwords only on a yes', async () => {
  const entry = phoneOf({ mac: 'any' })
  const answers = (yes: boolean, alone: boolean) =>
    createClaims({ yes, aloneOnTheWire: () => alone, now: () => 0 }).mayClaim(NEW, entry)
  expect([answers(false, true), answers(true, false), answers(true, true)]).toEqual([false, false, true])
  const asked: string[] = []
  const { mayClaim } = createClaims({
    now: () => 0,
    yes: false,
    aloneOnTheWire: () => false,
    ask: async mac => asked.push(mac) > 0,
  })
  expect(mayClaim(NEW, entry)).toBe(false)
  await Promise.resolve()
  expect(mayClaim(NEW, entry)).toBe(true)
  expect(asked).toEqual([NEW])
  const without = createClaims({ yes: false, aloneOnTheWire: () => false, now: () => 0 })
  expect(without.mayClaim(NEW, { ...entry, lines: [] })).toBe(true)
})

describe('with several open entries and several phones at once', () => {
  const OTHER = '00:1d:45:00:00:08'
  const THIRD = '00:1d:45:00:00:09'
  const two = [phoneOf({ mac: 'any', label: 'first' }), phoneOf({ mac: 'any', label: 'second' })]

  /** A person who is asked, and answers when the test does. */
  function asking(phones = two) {
    let time = 0
    const open = new Map<string, (said: boolean) => void>()
    const asked: string[] = []
    const claims = createClaims({
      yes: false,
      aloneOnTheWire: () => true,
      now: () => time,
      ask(mac, { label = '' }) {
        asked.push(`${mac} ${label}`)
        return new Promise(resolve => open.set(mac, resolve))
      },
    })
    const { roster } = rosterOf(phones, claims)
    const answer = async (mac: string, said: boolean) => {
      open.get(mac)?.(said)
      await Promise.resolve()
    }
    const request = (mac: string, stage: 'discover' | 'request' = 'request') => {
      const admission = roster.admit({ mac, vendorClass: CLASS }, stage)
      return admission.admitted ? roster.find(mac)?.entry.label : admission.why
    }
    return { asked, answer, request, roster, wait: (ms: number) => (time += ms) }
  }

  it('asks about each once, in the order of the entries, and keeps for each what was asked', async () => {
    const { asked, answer, request } = asking()
    for (const mac of [NEW, OTHER, NEW, OTHER]) expect(request(mac)).toBe('waits for a yes')
    expect(asked).toEqual([`${NEW} first`, `${OTHER} second`])
    // Whoever is answered and asks again first takes no other's.
    await answer(OTHER, true)
    expect(request(OTHER)).toBe('second')
    await answer(NEW, true)
    expect(request(NEW)).toBe('first')
  })

  it('asks about no more phones than there are entries, until one is free again by a no', async () => {
    const { asked, answer, request, roster } = asking()
    for (const mac of [NEW, OTHER]) request(mac)
    expect(request(THIRD, 'discover')).toBe('waits for another')
    expect(request(THIRD)).toBe('waits for another')
    expect(asked).toHaveLength(2)
    await answer(NEW, false)
    expect(request(NEW)).toBe('waits for a yes')
    expect(roster.open()).toBe(2)
    expect(request(THIRD)).toBe('waits for a yes')
    expect(asked[2]).toBe(`${THIRD} first`)
    await answer(THIRD, true)
    expect(request(THIRD)).toBe('first')
    expect(request(NEW)).toBe('waits for another')
    await answer(OTHER, true)
    expect(request(OTHER)).toBe('second')
    expect(request(NEW)).toBe('not in the bundle')
  })

  it('gives the entry of a phone that goes away after its yes to another, and what is left to the first if it comes back', async () => {
    const { answer, request, wait } = asking()
    request(NEW)
    await answer(NEW, true)
    request(OTHER)
    await answer(OTHER, true)
    wait(60_000)
    expect(request(THIRD)).toBe('waits for another')
    wait(60_000)
    expect(request(THIRD)).toBe('waits for a yes')
    await answer(THIRD, true)
    expect(request(THIRD)).toBe('first')
    expect(request(NEW)).toBe('second')
    expect(request(OTHER)).toBe('not in the bundle')
  })
})

it('remembers claims of an earlier start: each open entry for one phone, each phone with one entry', () => {
  const phones = [phoneOf({ mac: 'any' }), phoneOf(), phoneOf({ mac: 'any' })]
  const macs = ['00:1d:45:00:00:01', '00:1d:45:00:00:02', '00:1d:45:00:00:01', '00:1d:45:00:00:03', MAC]
  const claims = [0, 0, 2, 1, 2].map((entry, i) => ({ mac: macs[i] ?? '', entry }))
  const { roster } = rosterOf(phones, { claims })
  expect(roster.claims()).toEqual([{ mac: macs[0], entry: 0 }])
  expect(roster.open()).toBe(1)
})

it('attributes by lease, then by the neighbour table, then by --phone; a contradiction is a conflict', () => {
  const { roster } = rosterOf()
  const lookUp = (lease: string | undefined, neighbour: string | undefined, told = new Map<string, string>()) =>
    createAttribution({ roster, leaseHolder: () => lease, neighbours: () => neighbour, told })({
      address: '192.168.178.201',
      port: 1,
    })
  expect(lookUp(MAC, undefined)).toMatchObject({ phone: { mac: MAC } })
  expect(lookUp(undefined, MAC)).toMatchObject({ phone: { mac: MAC } })
  expect(lookUp(undefined, undefined, new Map([[MAC, '192.168.178.201']]))).toMatchObject({ phone: { mac: MAC } })
  expect(lookUp(MAC, STRANGER)).toEqual({ phone: undefined, why: 'conflict', mac: STRANGER })
  expect(lookUp(undefined, STRANGER)).toEqual({ phone: undefined, why: 'stranger', mac: STRANGER })
  expect(lookUp(undefined, undefined)).toEqual({ phone: undefined, why: 'stranger' })
})
