import { describe, expect, test } from 'vitest'
import { isNewer, isOlder, releaseOf } from '../../schemas/release.ts'
import { loadsFor } from './loads.ts'
import { PHONES, phoneModel } from './phones.ts'
import { firstLoadFor, inPlaceOf, loadOf, newestFirst, OLDEST_FOR_DIRECT } from './which-load.ts'

describe('a release', () => {
  test.each([
    ['SCCP75.8-3-4S', [8, 3, 4]],
    ['SIP75.9-4-2SR3-1S', [9, 4, 2]],
    ['SCCP75.8-3-4SR1S', [8, 3, 4]],
    ['8.5(2)SR1', [8, 5, 2]],
    ['P0S3-8-12-00', [8, 12, 0]],
    ['P0S3-08-11-00', [8, 11, 0]],
    ['P003-07-5-00', [7, 5, 0]],
    ['P0030801SR02', [8, 1, 0]],
    ['P00308010200', [8, 1, 2]],
    ['P0S30203', [2, 3, 0]],
    ['SCCP 9.2(1)', [9, 2, 1]],
    ['term75.default', undefined],
    ['?', undefined],
  ])('in %s is %j', (text, release) => {
    expect(releaseOf(text)).toEqual(release)
  })

  test('is older by its first number that differs', () => {
    expect(
      [
        [8, 3, 2],
        [8, 2, 9],
        [7, 9, 9],
      ].every(([a = 0, b = 0, c = 0]) => isOlder([a, b, c], OLDEST_FOR_DIRECT)),
    ).toBe(true)
    expect(
      [
        [8, 3, 3],
        [8, 4, 0],
        [9, 0, 0],
      ].some(([a = 0, b = 0, c = 0]) => isOlder([a, b, c], OLDEST_FOR_DIRECT)),
    ).toBe(false)
  })
})

describe('a load is newer than another', () => {
  test.each([
    ['SIP75.9-4-2SR4-3S', 'SIP75.9-4-2SR3-1S'],
    ['SIP42.9-4-2SR10-1S', 'SIP42.9-4-2SR3-1S'],
    ['SIP41.8-5-2SR1S', 'SIP41.8-5-2S'],
    ['SIP11.9-4-2SR1-2S', 'SIP11.9-4-2SR1-1S'],
    ['SIP69xx.9-4-1-3SR3', 'SIP69xx.9-4-1-3'],
    ['sip88xx.14-4-1-0301-6', 'sip88xx.14-4-1-0201-99'],
    ['sip8845_65.12-5-1SR2-2', 'sip8845_65.12-1-1-5'],
    ['P0S3-8-12-00', 'P0S3-8-11-00'],
    ['SIP75.10-0-1S', 'SIP75.9-4-2ES26'],
  ])('%s than %s, and not the other way round', (newer, older) => {
    expect([isNewer(newer, older), isNewer(older, newer), isNewer(newer, newer)]).toEqual([true, false, false])
  })

  test.each([
    ['SIP75.9-4-2ES26', 'SIP75.9-4-2SR3-1S'],
    ['term75.default', 'SIP75.9-4-2SR3-1S'],
  ])('or nobody knows, as with %s and %s', (one, other) => {
    expect([isNewer(one, other), isNewer(other, one)]).toEqual([undefined, undefined])
  })
})

describe('a load that is in no list', () => {
  const of = (name: string, model: string) => {
    const phone = phoneModel(model)
    return phone && loadOf(name, phone)
  }

  test.each([
    ['SIP75.9-3-1SR2-1S', 'CP-7975G', [9, 3, 1], 'USECALLMANAGER'],
    ['SIP75.8-4-1S', 'CP-7975G', [8, 4, 1], 'address'],
    ['P0S3-8-11-00', 'CP-7960G', [8, 11, 0], 'address'],
    ['sip88xx.14-3-1-0001-1', 'CP-8851', [14, 3, 1], 'USECALLMANAGER'],
    ['SIP8941_8945.9-3-4-17', 'CP-8945', [9, 3, 4], 'USECALLMANAGER'],
  ])('%s, is read by its pattern for a %s', (name, model, release, proxy) => {
    expect(of(name, model)).toMatchObject({ name, models: [model], release, proxy, files: [], certainty: 'U' })
    expect(of(name, model)).not.toHaveProperty('archive')
  })

  test.each([
    ['SIP75.9-3-1SR2-1S', 'CP-7965G'],
    ['SCCP75.9-3-1SR2-1S', 'CP-7975G'],
    ['P00308010200', 'CP-7960G'],
    ['SIP75.latest', 'CP-7975G'],
    ['SIP75.9-3-1SR2-1S.sbn', 'CP-7975G'],
    ['cmterm-7975-sip.9-3-1SR2-1.zip', 'CP-7975G'],
    // The name of a known one but for its last letter.
    ['SIP75.9-4-2SR3-1', 'CP-7975G'],
    // Known, for another model.
    ['SIP42.9-4-2SR3-1S', 'CP-7975G'],
  ])('%s, is none for a %s', (name, model) => {
    expect(of(name, model)).toBeUndefined()
  })
})

describe('a phone below 8.3(3) runs first', () => {
  const first = (name: string) => {
    const model = PHONES.find(phone => loadOf(name, phone))
    const load = model && loadOf(name, model)
    const found = load && firstLoadFor(load, model.name)
    return [found?.name, found?.certainty]
  }

  test.each([
    ['SIP11.9-4-2SR3-1S', 'SIP11.8-5-2S', 'C'],
    ['SIP41.9-4-2SR3-1S', 'SIP41.8-5-2SR1S', 'C'],
    ['SIP42.9-2-1S', 'SIP42.8-4-2S', 'C'],
    ['SIP45.9-4-2SR4-3S', 'SIP45.8-4-2S', 'C'],
    // 8.5(2)SR1 is known by its name only, and above 8.5(2) by a hair.
    ['SIP70.9-4-2SR3-1S', 'SIP70.8-4-2S', 'C'],
    ['SIP75.8-5-3SR1S', 'SIP75.8-5-2S', 'U'],
    ['SIP31.9-4-2SR3-1S', 'SIP31.8-5-2S', 'U'],
    // In no list.
    ['SIP42.9-9-9SR1-1S', 'SIP42.8-4-2S', 'C'],
  ])('on the way to %s %s', (wanted, name, certainty) => {
    expect(first(wanted)).toEqual([name, certainty])
  })

  test.each(['SIP11.8-5-2S', 'SIP42.8-4-2S', 'P0S3-8-12-00', 'sip88xx.14-4-1-0301-6'])('nothing else than %s', load => {
    expect(first(load)).toEqual([undefined, undefined])
  })
})

describe('in place of a load that is not to be had', () => {
  test.each([
    ['SIP75.9-4-2SR3-1S', 'CP-7975G', false, ['SIP75.9-4-2SR4-3S', 'SIP75.8-5-3SR1S']],
    ['SIP42.8-4-2S', 'CP-7942G', true, []],
    ['SIP11.8-5-2S', 'CP-7911G', true, ['SIP11.8-4-2S']],
    ['P0S3-8-12-00', 'CP-7960G', false, []],
  ])('%s of a %s', (load, model, step, names) => {
    expect(inPlaceOf(load, model, step).map(({ name }) => name)).toEqual(names)
  })

  test('the newest comes first', () => {
    for (const { name } of PHONES) {
      const sorted = newestFirst(loadsFor(name))
      for (const [index, load] of sorted.slice(1).entries()) {
        expect(isNewer(load.name, sorted[index]?.name ?? '')).not.toBe(true)
      }
    }
  })
})
