import { describe, expect, test } from 'vitest'
import { FirmwareFile, LoadName, ModelFacts } from '../../schemas/manifest.ts'
import { isNewer, isOlder, releaseOf } from '../../schemas/release.ts'
import { FAMILIES } from './families.ts'
import { firstLoadFor, LOADS, loadOf, loadsFor, OLDEST_FOR_DIRECT } from './loads.ts'
import { NETWORK_LOCALES, USER_LOCALES } from './locales.ts'
import { ADD_ON_MODULES } from './models/add-on-modules.ts'
import { PHONES, phoneModel } from './phones.ts'
import seen from './seen-firmware.json' with { type: 'json' }
import { TEXT_TIME_ZONES } from './text-time-zones.ts'
import { TIME_ZONES } from './time-zones.ts'

describe('phones', () => {
  test.each(PHONES.map(phone => [phone.name, phone] as const))(
    '%s has facts that fit the manifest, each with a source',
    (_, phone) => {
      const { name, family, ...facts } = phone
      for (const { source } of Object.values(facts)) expect(source).not.toBe('')
      expect(FAMILIES).toContain(family)
      const { vendorClass, lineKeys, resetKeys, resetLoad, resetLamps, eraseKeys, power, loadFamilies, asks } = facts
      ModelFacts.parse({
        vendorClass: vendorClass.value,
        lineKeys: lineKeys.value,
        resetKeys: resetKeys.value,
        resetLoad: resetLoad?.value,
        resetLamps: resetLamps.value,
        eraseKeys: eraseKeys?.value,
        power: power.value,
        loadFamilies: loadFamilies.value,
        asks: asks.value,
      })
      // A phone with a loader of its own has one key to its flash.
      expect(eraseKeys !== undefined).toBe(resetLoad !== undefined)
      // All that a 69xx says of itself is who made it.
      expect(vendorClass.value.endsWith(name) || family.name === '69xx').toBe(true)
      expect(loadsFor(name).length).toBeGreaterThan(0)
    },
  )
})

describe('loads', () => {
  test.each(LOADS.map(load => [load.name, load] as const))(
    '%s consists of its list, images where they are known, and the list for a reset',
    (name, load) => {
      LoadName.parse(name)
      for (const file of load.files) FirmwareFile.parse(file)
      const names = load.files.map(file => file.name)
      expect(names[0]).toBe(`${name}.loads`)
      // None is known, the loader of a 7940 or 7960, or the five of the Java phones.
      expect([0, 1, 5]).toContain(names.filter(file => file.endsWith('.sbn')).length)
      expect(releaseOf(name)).toEqual(load.release)
      expect(load.models.length).toBeGreaterThan(0)
      for (const phone of PHONES.filter(entry => load.models.includes(entry.name))) {
        if (phone.resetLoad) expect(names).toContain(phone.resetLoad.value)
        expect(phone.loadFamilies.value.some(family => name.startsWith(family))).toBe(true)
      }
    },
  )

  test('are each in the catalogue once; what a model gets by itself is the newest that is known to exist', () => {
    expect(new Set(LOADS.map(({ name }) => name)).size).toBe(LOADS.length)
    for (const { name } of PHONES) {
      const [first, ...others] = loadsFor(name).filter(({ certainty }) => certainty !== 'U')
      for (const other of others) expect(first && isOlder(first.release, other.release)).toBe(false)
    }
  })

  test('name every file whose hash is known', () => {
    for (const { load, files } of seen) {
      const known = LOADS.find(({ name }) => name === load)?.files ?? []
      for (const [name, hash] of Object.entries(files)) {
        expect([load, known.find(file => file.name === name)?.sha256]).toEqual([load, [hash]])
      }
    }
  })

  test('for an 8.x name the registrar by its address, later ones the call manager', () => {
    for (const { release, proxy } of LOADS) expect(proxy).toBe(release[0] < 9 ? 'address' : 'USECALLMANAGER')
  })
})

test('add-on modules fit models that are there, by the names that those know', () => {
  const models = PHONES.map(({ name }) => name)
  for (const { name, hosts } of ADD_ON_MODULES) {
    for (const host of hosts) {
      expect(models).toContain(host)
      expect(PHONES.find(model => model.name === host)?.addOnModules?.value).toContain(name)
    }
  }
})

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

test('time zones are names that this runtime knows too; folders of locales are names without blanks', () => {
  for (const name of Object.keys(TIME_ZONES))
    expect(() => new Intl.DateTimeFormat('en', { timeZone: name })).not.toThrow()
  for (const name of [...USER_LOCALES.map(locale => locale.name), ...NETWORK_LOCALES]) expect(name).toMatch(/^\w+$/)
})

describe('the time zones of phones that read text', () => {
  const zones = Object.entries(TEXT_TIME_ZONES.value)
  const minutes = (name: string, at: Date) => {
    const parts = new Intl.DateTimeFormat('en', { timeZone: name, timeZoneName: 'longOffset' }).formatToParts(at)
    const text = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
    const [, hours = '0', rest = '0'] = /GMT([+-]\d\d):(\d\d)/.exec(text) ?? []
    return Number(hours) * 60 + Number(rest)
  }
  const DAY = 86_400_000
  /** Of the month, from 1; 8 is the last. */
  const sunday = (year: number, month: number, week: number) => {
    const last = new Date(Date.UTC(year, month + 1, 0))
    if (week === 8) return last.getTime() - last.getUTCDay() * DAY
    const first = new Date(Date.UTC(year, month, 1))
    return first.getTime() + (((7 - first.getUTCDay()) % 7) + (week - 1) * 7) * DAY
  }

  test.each(zones)('%s changes its clock when this runtime does', (name, { name: words, summer }) => {
    const winter = { GMT: 0, CET: 60, EST: -300, CST: -360, JST: 540 }[words]
    expect(minutes(name, new Date('2026-01-15T12:00Z'))).toBe(winter)
    expect(minutes(name, new Date('2026-07-15T12:00Z'))).toBe(winter + (summer?.offset ?? 0) * 60)
    if (!summer) return
    const months = { March: 2, October: 9, November: 10 }
    for (const [change, before] of [
      [summer.start, winter],
      [summer.stop, winter + 60],
    ] as const) {
      const moment =
        sunday(2026, months[change.month], change.week) + (Number(change.time.slice(0, 2)) * 60 - before) * 60_000
      expect(minutes(name, new Date(moment - 60_000))).toBe(before)
      expect(minutes(name, new Date(moment))).not.toBe(before)
    }
  })
})
