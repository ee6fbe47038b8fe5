// What can be written at a place by the catalogue: models, loads, languages, time zones and what else has a list of its own.
import { DIALLING } from '../../catalog/dialling/dialling.ts'
import { loadsFor } from '../../catalog/loads.ts'
import { NETWORK_LOCALES, USER_LOCALES } from '../../catalog/locales.ts'
import { modulesFor } from '../../catalog/models/add-on-modules.ts'
import { PHONES } from '../../catalog/phones.ts'
import { REGISTRARS } from '../../catalog/registrars.ts'
import { TIME_ZONES } from '../../catalog/time-zones.ts'
import { BUILT_IN } from '../../presets/built-in.ts'
import type { Lang } from '../../problem.ts'

export interface Choice {
  value: string
  /** Beside it, for a person. */
  words?: string
}

interface Around {
  lang: Lang
  /** Of the phone whose field it is. */
  model: string
  /** The whole document. */
  text: string
}

type Source = (around: Around) => readonly Choice[]

const LINE_KEYS = { en: 'line keys', de: 'Leitungstasten' } as const
const ANY_PHONE = { en: 'the first matching phone that asks', de: 'das erste passende Telefon, das fragt' } as const

const models = ({ lang }: Around): Choice[] =>
  PHONES.map(({ name, lineKeys }) => ({ value: name, words: `${lineKeys.value} ${LINE_KEYS[lang]}` }))

const loads: Source = ({ model }) =>
  loadsFor(model).map(({ name, release }) => ({ value: name, words: release.join('.') }))

/** Names that are used already: a phone of the same person, or a line that two phones have. */
const secrets: Source = ({ text }) =>
  [...new Set([...text.matchAll(/\bsecret:\s*["']?([a-z0-9][a-z0-9._/-]*)/g)].map(([, name = '']) => name))].map(
    value => ({ value }),
  )

/** By the name of the field, without the numbers. */
const SOURCES: Readonly<Record<string, Source>> = {
  preset: ({ lang }) =>
    BUILT_IN.map(({ preset, description }) => ({ value: preset, words: description?.[lang] ?? '' })),
  'registrar.kind': () => REGISTRARS.map(({ kind, name }) => ({ value: kind, words: name })),
  'locale.user': () => USER_LOCALES.map(({ name, langCode }) => ({ value: name, words: langCode.replace('_', '-') })),
  'locale.network': () => NETWORK_LOCALES.map(value => ({ value })),
  'locale.timeZone': () => Object.keys(TIME_ZONES).map(value => ({ value })),
  'dialPlan.country': ({ lang }) => DIALLING.map(({ country, name }) => ({ value: country, words: name[lang] })),
  'phones.model': models,
  'phones.mac': ({ lang }) => [{ value: 'any', words: ANY_PHONE[lang] }],
  'phones.load': loads,
  'phones.addOns': ({ model }) => (modulesFor(model)?.value ?? []).map(value => ({ value })),
}

/** @param name of the field, such as `phones.model`, as schema.ts calls it. */
export function choicesFor(name: string, around: Around): readonly Choice[] {
  if (name.endsWith('password.secret')) return secrets(around)
  const load = /^loads\.(.+)$/.exec(name)
  if (load?.[1] !== undefined) return loads({ ...around, model: load[1] })
  return SOURCES[name]?.(around) ?? []
}

/** Keys that the catalogue knows: the models, in the table of their loads. */
export const keyChoicesFor = (name: string, lang: Lang): readonly Choice[] =>
  name === 'loads' ? models({ lang, model: '', text: '' }) : []
