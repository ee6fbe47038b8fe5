// Where a site and a preset say different things: what a site overrules of its preset, and what another preset would change.
// Only what a preset can say at all is compared; addresses, lines and passwords have no place here.
import { stringify } from 'yaml'
import * as z from 'zod'
import { Preset } from '../../schemas/preset.ts'
import { Site } from '../../schemas/site.ts'
import { canonicalJson } from '../site/id.ts'
import { merge } from '../site/merge.ts'
import { isRecord } from '../site/read.ts'

export interface Difference {
  /** `locale.timeZone`, `keys.3`, `phones.0.load`; lists count from 0. */
  path: string
  /** Short text for a person; empty where it says nothing. */
  preset: string
  site: string
}

type Values = Record<string, unknown>

const TEXT_MAX = 120

/** What the site says otherwise than its preset. @param written the site as it was read; nothing of the preset in it. */
export function overruled(preset: Preset, written: Values): Difference[] {
  const under = shareable(preset)
  const found = compareAll(under, shareable(merge(under, written)))
  return [...found.filter(concerns(modelsOf(phonesOf(written)))), ...phonesOf(written).flatMap(overruledBy(preset))]
}

/**
 * What a site would be with another preset: `site` as it is now, `preset` as it would be, defaults included.
 * @param written also of a site that has errors, as far as it goes
 */
export function presetChange(from: Preset | undefined, to: Preset, written: Values): Difference[] {
  const [now = {}, then = {}] = [from, to].map(preset => withDefaults(shareable(merge(shareable(preset), written))))
  const models = modelsOf(phonesOf(written).filter(({ load }) => load === undefined))
  return compareAll(then, now).filter(concerns(models))
}

/** A phone may have a load and keys of its own, in place of those that the preset has for all. */
const overruledBy =
  ({ loads = {}, keys }: Preset) =>
  ({ model, load, keys: own }: Values, index: number): Difference[] => [
    ...(typeof model === 'string' && load !== undefined ? compare(`phones.${index}.load`, loads[model], load) : []),
    ...(keys && own !== undefined ? unequal(`phones.${index}.keys`, keys, own) : []),
  ]

const phonesOf = ({ phones }: Values): Values[] =>
  Array.isArray(phones) ? phones.map(phone => (isRecord(phone) ? phone : {})) : []
const modelsOf = (phones: readonly Values[]): ReadonlySet<unknown> => new Set(phones.map(({ model }) => model))

/** Presets say a load for every model there is. */
const concerns =
  (models: ReadonlySet<unknown>) =>
  ({ path }: Difference): boolean =>
    !path.startsWith('loads.') || models.has(path.slice('loads.'.length))

/** What both documents can say; a preset's name, author and the like say nothing about a site. */
const MEMBERS = Object.entries(Site.shape).flatMap(([key, ofSite]) => {
  const ofPreset = Object.entries(Preset.shape).find(([name]) => name === key && name !== 'preset')?.[1]
  return ofPreset ? [{ key, ofSite, ofPreset }] : []
})

/** The part of a document that a preset could say. */
function shareable(document: unknown): Values {
  if (!isRecord(document)) return {}
  const members = MEMBERS.map(({ key, ofPreset }) => {
    const value = document[key]
    const fields = fieldsOf(ofPreset)
    if (!isRecord(value) || !fields) return [key, value] as const
    return [key, Object.fromEntries(Object.entries(value).filter(([name]) => fields.includes(name)))] as const
  })
  return Object.fromEntries(members.filter(([, value]) => value !== undefined))
}

/** Undefined where any are possible. */
function fieldsOf(schema: unknown): string[] | undefined {
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : undefined
}

/** Member by member: one that is wrong is left as it stands, and takes no other with it. */
function withDefaults(document: Values): Values {
  const members = MEMBERS.map(({ key, ofSite }) => {
    const parsed = ofSite.safeParse(document[key])
    return [key, parsed.success ? parsed.data : document[key]] as const
  })
  return Object.fromEntries(members)
}

/** In the order of a site file. */
const compareAll = (preset: Values, site: Values): Difference[] =>
  MEMBERS.flatMap(({ key }) => compare(key, preset[key], site[key]))

/** Maps member by member, lists of maps entry by entry; all else as a whole. */
function compare(path: string, preset: unknown, site: unknown): Difference[] {
  if ([preset, site].every(value => isRecord(value) || value === undefined)) {
    const [a, b] = [isRecord(preset) ? preset : {}, isRecord(site) ? site : {}]
    return Object.keys({ ...a, ...b }).flatMap(key => compare(`${path}.${key}`, a[key], b[key]))
  }
  return isListOfMaps(preset) && isListOfMaps(site) ? compareLists(path, preset, site) : unequal(path, preset, site)
}

const isListOfMaps = (value: unknown): value is readonly Values[] => Array.isArray(value) && value.every(isRecord)

/** Entries that only one of them has, so that one that was put before the others does not make them all new. */
function compareLists(path: string, preset: readonly Values[], site: readonly Values[]): Difference[] {
  const [a, b] = [new Set(preset.map(canonicalJson)), new Set(site.map(canonicalJson))]
  const only = (entry: Values | undefined, other: ReadonlySet<string>) =>
    entry === undefined || other.has(canonicalJson(entry)) ? undefined : entry
  const found = Array.from({ length: Math.max(preset.length, site.length) }).flatMap((_, index) =>
    unequal(`${path}.${index}`, only(preset[index], b), only(site[index], a)),
  )
  return found.length > 0 ? found : unequal(path, preset, site)
}

function unequal(path: string, preset: unknown, site: unknown): Difference[] {
  const [a, b] = [preset, site].map(value => (isNothing(value) ? '' : canonicalJson(value)))
  return a === b ? [] : [{ path, preset: shortText(preset), site: shortText(site) }]
}

const isNothing = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0)

/** As it would stand in a site file, on one line. */
function shortText(value: unknown): string {
  if (isNothing(value)) return ''
  const text =
    typeof value === 'object'
      ? stringify(value, { collectionStyle: 'flow', lineWidth: 0, aliasDuplicateObjects: false }).trim()
      : String(value)
  return text.length <= TEXT_MAX ? text : `${text.slice(0, TEXT_MAX).replace(/[\ud800-\udbff]$/, '')}…`
}
