import { describe, expect, test } from 'vitest'
import { FirmwareFile, LoadName, ModelFacts } from '../../schemas/manifest.ts'
import { isOlder, releaseOf } from '../../schemas/release.ts'
import { FAMILIES } from './families.ts'
import { LOADS, loadsFor } from './loads.ts'
import { NETWORK_LOCALES, USER_LOCALES } from './locales.ts'
import { ADD_ON_MODULES } from './models/add-on-modules.ts'
import { PHONES } from './phones.ts'
import { seenFile, seenIn } from './seen.ts'
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
      for (const name of Object.keys(files)) {
        const { bytes = 0, sha256 = '' } = seenFile(load, name) ?? {}
        expect(bytes).toBeGreaterThan(100)
        expect(sha256).toMatch(/^[0-9a-f]{64}$/)
        expect([load, known.find(file => file.name === name)?.sha256]).toEqual([load, [sha256]])
      }
      expect(seenIn(load).length).toBeGreaterThan(0)
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
