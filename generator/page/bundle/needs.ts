// Which downloads of the vendor a bundle's phones may ask for, by the names that they have there, and why.

import type { Manifest } from '../../../schemas/manifest.ts'
import { BUILT_IN_TONES, NETWORK_LOCALES, TONES_ARCHIVE, userLocale, wordsArchive } from '../../catalog/locales.ts'
import { inPlaceOf } from '../../catalog/which-load.ts'

export interface NeededFirmware {
  load: string
  /** The archive's name where it is known. */
  archive?: string
  models: string[]
  /** Only for a phone that runs less than this. */
  onlyBelow?: string
  /** Loads that would do in its place, newest first. */
  instead: string[]
  /** Nobody has seen this set. */
  unverified: boolean
}

export interface NeededWords {
  /** `German_Germany`, or the country of the tones. */
  name: string
  archive: string
}

export function neededFirmware({ firmware, phones }: Manifest): NeededFirmware[] {
  return firmware.map(({ load, archive, onlyBelow }) => {
    const takers = phones.filter(({ route }) => route.some(hop => hop.load === load))
    const models = [...new Set(takers.map(({ model }) => model))]
    const isStep = takers.some(({ route }) => route.at(-1)?.load !== load)
    const hops = takers.flatMap(({ route }) => route.filter(hop => hop.load === load))
    return {
      load,
      ...(archive !== undefined && { archive }),
      models,
      ...(onlyBelow !== undefined && { onlyBelow }),
      instead: models.length === 1 ? inPlaceOf(load, models[0] ?? '', isStep).map(({ name }) => name) : [],
      unverified: hops.some(({ unverified }) => unverified),
    }
  })
}

/** Words of the screen and tones, by the folders that the phones ask in. */
export function neededLocales({ phones }: Manifest): { words: NeededWords[]; tones: NeededWords[] } {
  const folders = new Set(
    phones.flatMap(({ facts }) => facts.asks.flatMap(({ file }) => (file.includes('/') ? file.split('/', 1) : []))),
  )
  const words = [...folders].flatMap(folder => userLocale(folder) ?? []).filter(({ builtIn }) => !builtIn)
  const tones = [...folders].filter(folder => folder !== BUILT_IN_TONES && NETWORK_LOCALES.includes(folder))
  return {
    words: words.map(locale => ({ name: locale.name, archive: wordsArchive(locale) })),
    tones: tones.map(name => ({ name, archive: TONES_ARCHIVE })),
  }
}
