import { beforeEach, describe, expect, it, test } from 'vitest'
import { MAC, phoneOf } from '../../test/manifest.ts'
import type { Sighting } from '../board/sighting.ts'
import { createHops, type Hops, type Place } from './hops.ts'

const FIRST = 'SIP75.8-5-2S'
const LAST = 'SIP75.9-4-2SR3-1S'
const ROUTE = [
  { load: FIRST, files: [] },
  { load: LAST, files: [], oldest: '8.3(3)' },
]
const imagesOf = (load: string) => ['jar', 'cnu'].map(kind => `${kind}75.${load}.sbn`)

let moves: number
let stays: number
beforeEach(() => {
  moves = 0
  stays = 0
})

function phoneAt(running: string | undefined, places: readonly Place[] = []) {
  const entry = phoneOf({ route: ROUTE, ...(running !== undefined && { running }) })
  const phone = { mac: MAC, entry }
  const hops: Hops = createHops({ places, imagesOf, onMove: () => moves++, onStay: () => stays++ })
  const see = (kind: Sighting['kind'], file: string, ...steps: Sighting['step'][]) => {
    for (const step of steps) hops.saw({ phone, kind, file, asked: file, step })
  }
  const refuses = (list: string) => see('load', list, 'start', 'done')
  return {
    hops,
    see,
    refuses,
    settles: () => hops.settled(phone),
    takes(load: string, list = `${load}.loads`) {
      refuses(list)
      for (const image of imagesOf(load)) see('image', image, 'start', 'done')
    },
    given: () => hops.load(phone),
    runs: () => hops.runs(phone),
    atEnd: () => hops.atEnd(phone),
  }
}

test.each([
  ['SCCP75.8-2-1S', FIRST],
  ['SCCP75.8-3-4S', LAST],
  // In no catalogue; the pattern says enough.
  ['SCCP75.8-0-7ES99-1S', FIRST],
  [undefined, LAST],
])('a phone that runs %s is given %s first', (running, load) => {
  expect(phoneAt(running).given()).toBe(load)
})

it('gives the next load when all images of the first were taken, not earlier', () => {
  const phone = phoneAt('SCCP75.8-2-1S')
  phone.refuses(`${FIRST}.loads`)
  phone.see('image', `jar75.${FIRST}.sbn`, 'start', 'done')
  phone.see('image', `cnu75.${FIRST}.sbn`, 'start', 'failed')
  expect(phone.given()).toBe(FIRST)
  phone.takes(FIRST)
  expect([phone.given(), phone.runs(), phone.atEnd(), moves]).toEqual([LAST, FIRST, true, 1])
  phone.takes(LAST)
  expect([phone.given(), phone.runs()]).toEqual([LAST, LAST])
})

describe('a phone that refuses the wanted load', () => {
  it.each([undefined, 'term75.default'])('and runs nobody knows what (%s) is given the first load', running => {
    const phone = phoneAt(running)
    phone.refuses(`${LAST}.loads`)
    expect(phone.given()).toBe(LAST)
    phone.refuses(`${LAST}.loads`)
    expect([phone.given(), phone.atEnd(), moves]).toEqual([FIRST, false, 1])
    phone.takes(FIRST)
    expect(phone.given()).toBe(LAST)
  })

  it('in its loader after a reset, too', () => {
    const phone = phoneAt(undefined)
    for (let i = 0; i < 2; i++) phone.refuses('term75.default.loads')
    expect(phone.given()).toBe(FIRST)
  })

  it('is never taken back when what it runs is new enough: it refuses for another reason', () => {
    const stated = phoneAt('SCCP75.8-5-4S')
    const seen = phoneAt(undefined)
    seen.see('other', 'ITLSEP001D452D2BF0.tlv', 'start', 'missing')
    for (const phone of [stated, seen]) {
      for (let i = 0; i < 9; i++) phone.refuses(`${LAST}.loads`)
      expect(phone.given()).toBe(LAST)
    }
  })

  it('is given the first load once more when it took that before: a power cut may have kept it from writing it', () => {
    const phone = phoneAt('SCCP75.8-2-1S')
    phone.takes(FIRST)
    // What the power cut off fails later than the phone is back.
    for (let i = 0; i < 2; i++) {
      phone.refuses(`${LAST}.loads`)
      phone.see('image', `cnu75.${FIRST}.sbn`, 'failed')
    }
    expect([phone.given(), phone.runs()]).toEqual([FIRST, 'SCCP75.8-2-1S'])
    phone.takes(FIRST)
    phone.refuses(`${LAST}.loads`)
    phone.see('image', `jar75.${LAST}.sbn`, 'start')
    // It takes the next: what it runs is proven.
    for (let i = 0; i < 9; i++) phone.refuses(`${LAST}.loads`)
    expect([phone.given(), phone.runs()]).toEqual([LAST, FIRST])
  })

  it.each([`${LAST}.loads`, 'term75.default.loads'])(
    'is not taken back from the wanted load, which it took: %s',
    list => {
      const phone = phoneAt('SCCP75.8-2-1S')
      phone.takes(FIRST)
      phone.takes(LAST)
      for (let i = 0; i < 9; i++) phone.refuses(list)
      expect([phone.given(), phone.runs()]).toEqual([LAST, LAST])
    },
  )

  it('did not refuse when it asked for an image in between, or for a list that is none of ours', () => {
    const phone = phoneAt(undefined)
    for (let i = 0; i < 9; i++) {
      phone.refuses(`${LAST}.loads`)
      phone.see('image', `jar75.${LAST}.sbn`, 'missing')
      phone.refuses('SCCP75.9-9-9S.loads')
    }
    expect(phone.given()).toBe(LAST)
  })
})

describe('a phone that was further than believed', () => {
  it('shows by the trust lists it asks for that it runs 9, and is not taken back', () => {
    const phone = phoneAt('SCCP75.8-2-1S')
    phone.see('other', 'ITLSEP001D452D2BF0.tlv', 'start', 'missing')
    expect([phone.given(), moves]).toEqual([LAST, 1])
  })

  it('is to be restarted when it runs the first load already; if that was no proof, it is taken back', () => {
    const phone = phoneAt('SCCP75.8-2-1S')
    phone.settles()
    expect([phone.given(), stays]).toEqual([LAST, 1])
    for (let i = 0; i < 2; i++) phone.refuses(`${LAST}.loads`)
    expect(phone.given()).toBe(FIRST)
  })

  it('is known to run the wanted load when it takes a configuration for that and asks for no other', () => {
    const phone = phoneAt(undefined)
    phone.settles()
    expect([phone.given(), phone.runs(), phone.atEnd(), stays]).toEqual([LAST, LAST, true, 0])
  })

  it('moves on with images that its loader took after a reset', () => {
    const phone = phoneAt('SCCP75.8-2-1S')
    phone.takes(LAST, 'term75.default.loads')
    expect([phone.given(), phone.runs()]).toEqual([LAST, 'term75.default'])
  })
})

describe('after a restart of the agent', () => {
  it('goes on where it was, by the MAC alone', () => {
    const before = phoneAt('SCCP75.8-2-1S')
    expect(before.hops.places()).toEqual([])
    before.takes(FIRST)
    const after = phoneAt('SCCP75.8-2-1S', before.hops.places())
    expect([after.given(), after.runs()]).toEqual([LAST, FIRST])
    for (let i = 0; i < 2; i++) after.refuses(`${LAST}.loads`)
    expect(after.given()).toBe(LAST)
  })

  it('moves on with the last image of a load, though another agent gave the first ones', () => {
    const after = phoneAt('SCCP75.8-2-1S')
    after.see('image', `cnu75.${FIRST}.sbn`, 'start', 'done')
    expect([after.given(), after.runs()]).toEqual([LAST, FIRST])
  })

  it('knows that the wanted load was refused', () => {
    const before = phoneAt(undefined)
    for (let i = 0; i < 2; i++) before.refuses(`${LAST}.loads`)
    expect(phoneAt(undefined, before.hops.places()).given()).toBe(FIRST)
  })

  it('begins as if new when the bundle has another way now', () => {
    const places = [{ mac: MAC, load: 'SIP75.8-4-2S', runs: '' }]
    expect(phoneAt(undefined, places).given()).toBe(LAST)
  })
})
