import { describe, expect, test } from 'vitest'
import { FirmwareFile, LoadName, ModelFacts } from '../../schemas/manifest.ts'
import { isOlder, LOADS, loadsFor, OLDEST_FOR_DIRECT, releaseOf } from './loads.ts'
import { NETWORK_LOCALES, USER_LOCALES } from './locales.ts'
import { PHONES } from './phones.ts'
import { TIME_ZONES } from './time-zones.ts'

describe('phones', () => {
  test.each(PHONES.map(phone => [phone.name, phone] as const))(
    '%s has facts that fit the manifest, each with a source',
    (_, phone) => {
      const { name, ...facts } = phone
      for (const { source } of Object.values(facts)) expect(source).not.toBe('')
      const { vendorClass, lineKeys, resetKeys, resetLoad, loadFamilies, asks } = facts
      ModelFacts.parse({
        vendorClass: vendorClass.value,
        lineKeys: lineKeys.value,
        resetKeys: resetKeys.value,
        resetLoad: resetLoad.value,
        loadFamilies: loadFamilies.value,
        asks: asks.value,
      })
      expect(vendorClass.value.endsWith(name)).toBe(true)
      expect(loadsFor(name).length).toBeGreaterThan(0)
    },
  )
})

describe('loads', () => {
  test.each(LOADS.map(load => [load.name, load] as const))(
    '%s consists of its list, images and the list for a reset',
    (name, load) => {
      LoadName.parse(name)
      for (const file of load.files) FirmwareFile.parse(file)
      const names = load.files.map(file => file.name)
      expect(names[0]).toBe(`${name}.loads`)
      expect(names.filter(file => file.endsWith('.sbn'))).toHaveLength(5)
      expect(releaseOf(name)).toEqual(load.release)
      for (const phone of PHONES.filter(entry => load.models.includes(entry.name))) {
        expect(names).toContain(phone.resetLoad.value)
        expect(name.startsWith(`${phone.loadFamilies.value[0]}.`)).toBe(true)
      }
    },
  )
})

describe('a release', () => {
  test.each([
    ['SCCP75.8-3-4S', [8, 3, 4]],
    ['SIP75.9-4-2SR3-1S', [9, 4, 2]],
    ['SCCP75.8-3-4SR1S', [8, 3, 4]],
    ['8.5(2)SR1', [8, 5, 2]],
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

test('time zones are names that this runtime knows too; folders of locales are names without blanks', () => {
  for (const name of Object.keys(TIME_ZONES))
    expect(() => new Intl.DateTimeFormat('en', { timeZone: name })).not.toThrow()
  for (const name of [...USER_LOCALES.map(locale => locale.name), ...NETWORK_LOCALES]) expect(name).toMatch(/^\w+$/)
})
