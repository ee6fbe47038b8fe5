import { describe, expect, it, test } from 'vitest'
import { releaseOf } from './release.ts'
import { entryOf, hopsNeeded } from './route.ts'

const NEW = { load: 'SIP75.9-4-2SR3-1S', files: [], oldest: '8.3(3)' }
const ROUTE = [{ load: 'SIP75.8-5-2S', files: [] }, NEW]

test.each([
  ['SCCP75.8-2-1S', 0],
  ['SIP75.8-3-2S', 0],
  ['SCCP75.8-3-3S', 1],
  ['SIP75.9-4-2SR4-3S', 1],
  // Never back to an older load for want of knowledge.
  ['term75.default', 1],
  ['', 1],
])('a phone that runs "%s" enters at hop %i', (running, entry) => {
  expect(entryOf(ROUTE, releaseOf(running))).toBe(entry)
})

test('a way with a single hop is entered there, however old the phone is', () => {
  expect(entryOf([NEW], [8, 2, 1])).toBe(0)
})

describe('what a person has to get', () => {
  const needed = (...phones: (string | undefined)[]) =>
    hopsNeeded(phones.map(running => ({ route: ROUTE, running }))).map(({ hop, onlyBelow }) => [hop.load, onlyBelow])
  const [first, last] = ROUTE.map(({ load }) => load)

  it.each([
    [
      ['SCCP75.8-2-1S'],
      [
        [first, undefined],
        [last, undefined],
      ],
    ],
    [['SCCP75.8-3-4S'], [[last, undefined]]],
    [
      [undefined],
      [
        [first, '8.3(3)'],
        [last, undefined],
      ],
    ],
    [
      [undefined, 'SCCP75.8-2-1S'],
      [
        [first, undefined],
        [last, undefined],
      ],
    ],
    [
      ['SCCP75.8-2-1S', undefined],
      [
        [first, undefined],
        [last, undefined],
      ],
    ],
  ])('for phones that run %j', (phones, loads) => {
    expect(needed(...phones)).toEqual(loads)
  })
})
