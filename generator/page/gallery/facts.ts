// What a preset sets, told in our own words and with the names of the catalogue. Nothing that a stranger wrote is among
// them: a name that the catalogue does not have is passed over.
import type { Preset } from '../../../schemas/preset.ts'
import { diallingIn } from '../../catalog/dialling/dialling.ts'
import { FEATURE_KEYS } from '../../catalog/keys/key-features.ts'
import { NETWORK_LOCALES, userLocale } from '../../catalog/locales.ts'
import type { Certainty } from '../../catalog/phone-model.ts'
import { phoneModel } from '../../catalog/phones.ts'
import { registrarKind } from '../../catalog/registrars.ts'
import { TIME_ZONES } from '../../catalog/time-zones.ts'
import type { Lang } from '../../problem.ts'
import { FACTS_TEXT, type FactsText } from './facts-text.ts'

export interface Fact {
  term: string
  text: string
}

/** `Fritz!Box, Deutschland`; undefined where the catalogue knows neither the registrar nor the country. */
export function presetTitle(preset: Preset, lang: Lang): string | undefined {
  const { dialPlan, registrar, display } = preset
  const country = dialPlan && !Array.isArray(dialPlan) ? diallingIn(dialPlan.country ?? '') : undefined
  const place =
    registrarName(preset) ?? (registrar?.kind === undefined && display ? FACTS_TEXT[lang].office : undefined)
  return [place, country?.name[lang]].filter(part => part !== undefined).join(', ') || undefined
}

export const registrarName = ({ registrar }: Preset): string | undefined => registrarKind(registrar?.kind ?? '')?.name

/** Of what is known of its registrar with these phones. */
export const certaintyOf = ({ registrar }: Preset): Certainty | undefined =>
  registrarKind(registrar?.kind ?? '')?.certainty

/** The language of the screen, in the visitor's own: `Deutsch (Deutschland)`. */
export function screenLanguage({ locale }: Preset, lang: Lang): string | undefined {
  const known = userLocale(locale?.user ?? '')
  if (!known) return undefined
  return new Intl.DisplayNames(lang, { type: 'language', languageDisplay: 'standard' }).of(
    known.langCode.replace('_', '-'),
  )
}

type Term = keyof FactsText['terms']

/** In the order in which a person asks. @param only these; all by default. */
export function presetFacts(preset: Preset, lang: Lang, only?: readonly Term[]): Fact[] {
  const text = FACTS_TEXT[lang]
  const rows: [Term, string | undefined][] = [
    ['registrar', registrarText(preset, lang)],
    ['screen', preset.locale?.user === undefined ? text.yours : screenLanguage(preset, lang)],
    ['tones', tonesText(preset, lang)],
    ['clock', clockText(preset, lang)],
    ['dialling', diallingText(preset, lang)],
    ['messages', preset.messagesNumber],
    ['keys', keysText(preset, lang)],
    ['light', lightText(preset, lang)],
    ['look', lookText(preset, lang)],
    ['more', moreText(preset, lang)],
    ['loads', loadsText(preset, lang)],
  ]
  const wanted = rows.filter(([term]) => !only || only.includes(term))
  return wanted.flatMap(([term, words]) => (words ? [{ term: text.terms[term], text: words }] : []))
}

function registrarText(preset: Preset, lang: Lang): string | undefined {
  const { registrar } = preset
  const facts = registrarKind(registrar?.kind ?? '')
  if (!facts) return registrar?.kind === undefined ? FACTS_TEXT[lang].yours : undefined
  const transport = (registrar?.transport ?? facts.transport).toUpperCase()
  const parts = [facts.name, `${transport}, ${registrar?.port ?? facts.port}`]
  return [...parts, ...(registrar?.nat ? [FACTS_TEXT[lang].nat] : [])].join(' · ')
}

/** A country by its name in the visitor's language where the dial plans have it, else as the vendor's folder is called. */
function tonesText({ locale }: Preset, lang: Lang): string | undefined {
  const folder = locale?.network
  if (folder === undefined) return FACTS_TEXT[lang].yours
  if (!NETWORK_LOCALES.includes(folder)) return undefined
  const name = folder.replaceAll('_', ' ')
  return COUNTRIES.find(({ en }) => en === name)?.[lang] ?? name
}
const COUNTRIES = ['DE', 'AT', 'CH', 'GB', 'US', 'FR', 'NL', 'IT'].flatMap(code => diallingIn(code)?.name ?? [])

function clockText({ locale }: Preset, lang: Lang): string | undefined {
  const { timeZone, dateFormat, clock } = locale ?? {}
  const zone = timeZone !== undefined && Object.hasOwn(TIME_ZONES, timeZone) ? timeZone : undefined
  const parts = [zone, dateFormat, clock && FACTS_TEXT[lang].hours[clock]].filter(part => part !== undefined)
  return parts.join(' · ') || (timeZone === undefined ? FACTS_TEXT[lang].yours : undefined)
}

function diallingText({ dialPlan }: Preset, lang: Lang): string {
  const text = FACTS_TEXT[lang]
  if (dialPlan === undefined) return text.yours
  if (Array.isArray(dialPlan)) return text.rules(dialPlan.length)
  const { country, outsideLine, rules = [] } = dialPlan
  const facts = diallingIn(country ?? '')
  const parts = [
    ...(facts ? [text.country(facts.name[lang], facts.emergency)] : []),
    ...(outsideLine === undefined ? [] : [text.outside(outsideLine)]),
    ...(rules.length > 0 ? [text.rules(rules.length)] : []),
  ]
  return parts.join('; ') || text.yours
}

/** What they do; what is written beside them may be a stranger's word. */
function keysText({ keys = [] }: Preset, lang: Lang): string | undefined {
  if (keys.length === 0) return undefined
  const does = keys.map(
    ({ dial, blf, park, feature }) => dial ?? blf ?? park ?? (feature && FEATURE_KEYS[feature].label),
  )
  return `${FACTS_TEXT[lang].keys(keys.length)}: ${does.filter(one => one !== undefined).join(', ')}`
}

function lightText({ display }: Preset, lang: Lang): string | undefined {
  const { from, to, days, idle } = display ?? {}
  const text = FACTS_TEXT[lang]
  const lit = from !== undefined && to !== undefined ? [text.lit(from, to, daysText(days, lang))] : []
  return [...lit, ...(idle === undefined ? [] : [text.dark(idle)])].join('; ') || undefined
}

const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

function daysText(days: readonly (typeof WEEK)[number][] | undefined, lang: Lang): string {
  if (days === undefined || days.length === 0) return FACTS_TEXT[lang].everyDay
  // 2024-01-01 was a Monday.
  const name = new Intl.DateTimeFormat(lang, { weekday: 'short', timeZone: 'UTC' })
  const at = days.map(day => WEEK.indexOf(day)).sort((a, b) => a - b)
  const names = at.map(day => name.format(Date.UTC(2024, 0, 1 + day)))
  const inARow = at.length > 2 && at.every((day, index) => index === 0 || day === (at[index - 1] ?? 0) + 1)
  return inARow ? `${names[0]}–${names.at(-1)}` : names.join(', ')
}

function lookText({ look, ringTones = [] }: Preset, lang: Lang): string | undefined {
  const text = FACTS_TEXT[lang]
  const { wallpaper, wallpapers = [] } = look ?? {}
  const parts = [
    ...(wallpaper ? [text.wallpaper[wallpaper]] : []),
    ...(wallpapers.length > 0 ? [text.pictures(wallpapers.length)] : []),
    ...(ringTones.length > 0 ? [text.ringTones(ringTones.length)] : []),
  ]
  return parts.join('; ') || undefined
}

function moreText({ softKeys, ports, codec }: Preset, lang: Lang): string | undefined {
  const text = FACTS_TEXT[lang]
  const codecName = codec?.replace(/^g(\d{3})(.*)$/, (_, number, law) => `G.${number}${law ? ` ${law}` : ''}`)
  const parts = [codecName, softKeys && text.softKeys, ports && text.ports]
  return parts.filter(part => part !== undefined).join(', ') || undefined
}

function loadsText({ loads = {} }: Preset, lang: Lang): string | undefined {
  const known = Object.keys(loads).filter(name => phoneModel(name))
  return known.length > 0 ? FACTS_TEXT[lang].models(known.length) : undefined
}
