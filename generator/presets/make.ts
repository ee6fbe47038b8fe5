// Makes a preset of a site: what may be shared of it, under a name. Nothing that is the site's own can come along (pick.ts).
import type { Preset } from '../../schemas/preset.ts'
import { type Lang, toProblem } from '../problem.ts'
import { canonicalJson } from '../site/id.ts'
import { merge } from '../site/merge.ts'
import { isRecord, readSite } from '../site/read.ts'
import { checkPreset } from './check.ts'
import { PRESET_BYTES } from './link.ts'
import { type LookedUp, namedPreset, underSite } from './named.ts'
import { type LeftOut, pickShareable, type WhyLeftOut } from './pick.ts'

/** What somebody writes about the preset; what is empty is not said. */
export interface PresetCard {
  /** Letters, digits and dashes are made of it. */
  name: string
  /** In the language of the page, or in both. */
  description?: string | { en?: string; de?: string }
  /** Of the labels; that of the page by default. */
  language?: string
  licence?: string
  author?: string
}

export type MadePreset =
  /** `leftOut` for programs, `out` the same in words. */
  | { ok: true; preset: Preset; leftOut: LeftOut[]; out: string[] }
  /** Sentences. */
  | { ok: false; wrong: string[] }

const WHY: Record<Lang, Record<WhyLeftOut, string>> = {
  en: {
    own: 'belongs to this site',
    number: 'could call an outside number',
    service: 'opens a page of a server',
    intercom: 'is a line with a user name of its own',
    rule: 'could touch an emergency call or changes what is dialled',
    wrong: 'has an error',
  },
  de: {
    own: 'gehört nur zu dieser Beschreibung',
    number: 'könnte eine Nummer draußen anrufen',
    service: 'öffnet die Seite eines Servers',
    intercom: 'ist eine Leitung mit eigenem Benutzernamen',
    rule: 'könnte einen Notruf berühren oder ändert, was gewählt wird',
    wrong: 'enthält einen Fehler',
  },
}
const TOO_LARGE: Record<Lang, string> = {
  en: 'The preset has more than 16 kB. Leave out keys or dial rules.',
  de: 'Die Vorlage hat mehr als 16 kB. Lassen Sie Tasten oder Wählregeln weg.',
}

/**
 * @param text the site file; it may still have errors elsewhere.
 * @param presets looked-up ones, for a site that names its own by an id.
 */
export async function makePreset(text: string, card: PresetCard, lang: Lang, presets?: LookedUp): Promise<MadePreset> {
  const refuse = (findings: Parameters<typeof toProblem>[0][]): MadePreset => ({
    ok: false,
    wrong: findings.map(finding => toProblem(finding, lang)).map(({ message, cure }) => `${message} ${cure}`),
  })
  const read = readSite(text, 'yaml')
  if (!read.ok) return refuse(read.findings)
  const named = typeof read.value.preset === 'string' ? await namedPreset(read.value.preset, presets) : undefined
  if (named && !named.ok) return refuse(named.findings)
  const merged = merge(underSite(named?.preset), read.value)
  const { picked, leftOut } = pickShareable(withPhones(isRecord(merged) ? merged : {}))
  const made = checkPreset({ ...about(card, lang), ...picked })
  if (!made.ok) return refuse(made.findings)
  if (new TextEncoder().encode(canonicalJson(made.preset)).length > PRESET_BYTES)
    return { ok: false, wrong: [TOO_LARGE[lang]] }
  return {
    ok: true,
    preset: made.preset,
    leftOut,
    out: leftOut.map(({ path, why }) => `${path.join('.')}: ${WHY[lang][why]}`),
  }
}

function about({ name, description, language, licence, author }: PresetCard, lang: Lang): Record<string, unknown> {
  const said = typeof description === 'object' ? description : { [lang]: description }
  const words = Object.entries(said).flatMap(([key, text]) => (text?.trim() ? [[key, text.trim()] as const] : []))
  return {
    preset: nameOf(name),
    ...(words.length > 0 && { description: Object.fromEntries(words) }),
    language: language?.trim() || lang,
    ...(licence?.trim() && { licence: licence.trim() }),
    ...(author?.trim() && { author: author.trim() }),
  }
}

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }
/** `Unser Büro` → `unser-buero`. */
const nameOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[äöüß]/g, letter => UMLAUTS[letter] ?? '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** What the phones have for themselves and others may use: their loads by model, and keys where all have the same. */
function withPhones(site: Record<string, unknown>): Record<string, unknown> {
  const phones = Array.isArray(site.phones) ? site.phones.filter(isRecord) : []
  const own = phones.flatMap(({ model, load }) =>
    typeof model === 'string' && typeof load === 'string' ? [[model, load.trim().replace(/\.loads$/i, '')]] : [],
  )
  const loads = { ...(isRecord(site.loads) && site.loads), ...Object.fromEntries(own) }
  const lists = new Map(phones.map(({ keys }) => [canonicalJson(keys ?? null), keys]))
  const [keys] = lists.size === 1 ? lists.values() : []
  return { ...site, ...(Object.keys(loads).length > 0 && { loads }), ...(keys !== undefined && { keys }) }
}
