// The part of a document that a preset may hold, picked by the fields of the preset's own schema: what has no field there
// is not taken away from the site, it never comes along. What is left out is told.
import * as z from 'zod'
import { PresetDialPlan } from '../../schemas/dial-plan.ts'
import { Preset } from '../../schemas/preset.ts'
import type { Path } from '../problem.ts'
import { isRecord } from '../site/read.ts'

/**
 * `own`: belongs to this site; `number`: could call an outside number; `service`: opens a page of a server; `intercom`: a line
 * with a user name; `rule`: could touch an emergency call or changes what is dialled; `wrong`: not what may stand there.
 */
export type WhyLeftOut = 'own' | 'number' | 'service' | 'intercom' | 'rule' | 'wrong'

export interface LeftOut {
  path: Path
  why: WhyLeftOut
}

type Tell = (path: Path, why: WhyLeftOut) => void

/** Nobody expects these in a preset. */
const OF_COURSE: readonly string[] = ['site', 'preset', 'network', 'phones']
/** What a preset says about itself, which is not taken from the site. */
const ABOUT: readonly string[] = ['preset', 'description', 'language', 'licence', 'author']

/** @param site as it is written, with its preset below it; it may have errors. */
export function pickShareable(site: Record<string, unknown>): { picked: Record<string, unknown>; leftOut: LeftOut[] } {
  const leftOut: LeftOut[] = []
  const tell: Tell = (path, why) => void leftOut.push({ path, why })
  const picked: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(site)) {
    if (OF_COURSE.includes(key)) continue
    const field = ABOUT.includes(key) ? undefined : Object.entries(Preset.shape).find(([name]) => name === key)?.[1]
    const kept = key === 'dialPlan' ? pickDialPlan(value, tell) : field ? pick(field, value, [key], tell) : undefined
    if (!field) tell([key], 'own')
    if (kept !== undefined) picked[key] = kept
  }
  return { picked, leftOut }
}

function pick(schema: unknown, value: unknown, path: Path, tell: Tell): unknown {
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema
  if (inner instanceof z.ZodObject && isRecord(value)) return pickMembers(inner, value, path, tell)
  if (inner instanceof z.ZodArray && Array.isArray(value)) {
    return value.flatMap((entry, index) => whole(inner.element, entry, [...path, index], tell) ?? [])
  }
  if (inner instanceof z.ZodRecord && isRecord(value)) {
    const entries = Object.entries(value).filter(([key, entry]) => whole(inner, { [key]: entry }, [...path, key], tell))
    return Object.fromEntries(entries)
  }
  return whole(inner, value, path, tell)
}

function pickMembers(schema: z.ZodObject, value: Record<string, unknown>, path: Path, tell: Tell): unknown {
  const picked: Record<string, unknown> = {}
  for (const [key, member] of Object.entries(value)) {
    const field = Object.hasOwn(schema.shape, key) ? schema.shape[key] : undefined
    const kept = field && pick(field, member, [...path, key], tell)
    // Where the registrar is, everybody expects to be left out.
    if (!field && path[0] !== 'registrar') tell([...path, key], 'own')
    if (kept !== undefined) picked[key] = kept
  }
  return picked
}

/** @returns the value as it is or nothing: a key without what it opens would be another key. */
function whole(schema: unknown, value: unknown, path: Path, tell: Tell): unknown {
  if (schema instanceof z.ZodType && schema.safeParse(value).success) return value
  tell(path, whyNot(value, path))
  return undefined
}

function whyNot(value: unknown, [first, ...below]: Path): WhyLeftOut {
  if (first === 'messagesNumber') return 'number'
  if (first === 'dialPlan' && below.includes('rules')) return 'rule'
  if (first !== 'keys' || !isRecord(value)) return 'wrong'
  if ('service' in value) return 'service'
  if ('intercom' in value) return 'intercom'
  return ['dial', 'blf', 'park'].some(kind => kind in value) ? 'number' : 'wrong'
}

/** A list counts as a whole; beside a country, what is missing is only a rule less. */
function pickDialPlan(value: unknown, tell: Tell): unknown {
  const path = ['dialPlan']
  if (PresetDialPlan.safeParse(value).success) return value
  if (!isRecord(value)) return void tell(path, 'rule')
  const map = PresetDialPlan.options.find(form => form instanceof z.ZodObject)
  const picked = map && pickMembers(map, value, path, tell)
  if (!isRecord(picked)) return undefined
  const { outsideLine, prefix, rules, ...rest } = picked
  // One without the other would dial something else.
  const outside = value.prefix === prefix && value.outsideLine === outsideLine && { outsideLine, prefix }
  const candidates = [{ ...rest, ...outside, rules }, { ...rest, ...outside }, rest]
  const kept = candidates.map(defined).find(candidate => PresetDialPlan.safeParse(candidate).success)
  if (kept && !('rules' in kept) && rules !== undefined) tell([...path, 'rules'], 'rule')
  return kept && Object.keys(kept).length > 0 ? kept : undefined
}

const defined = (map: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(map).filter(([, value]) => value !== undefined))
