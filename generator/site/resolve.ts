// From what stands in the text to a Site: the preset is found and put under it, then the shape is checked, all at once.
import { standsInTheWay } from '../../schemas/dial-plan.ts'
import type { Preset } from '../../schemas/preset.ts'
import { Site } from '../../schemas/site.ts'
import { type LookedUp, namedPreset, underSite } from '../presets/named.ts'
import { type Finding, isError } from '../problem.ts'
import { canonicalJson } from './id.ts'
import { toFindings } from './issues.ts'
import { merge } from './merge.ts'
import { isRecord } from './read.ts'

export type Resolved =
  | { ok: true; site: Site; preset?: Preset }
  /** `rest` is the site without what is wrong, so that one error does not hide the others. */
  | { ok: false; findings: Finding[]; rest?: Rest }

export interface Rest {
  site: Site
  preset?: Preset
  /** For each phone that is left, its place in the document. */
  phones: number[]
}

/**
 * @param written the document as it was read.
 * @param presets what was looked up by id.
 */
export async function resolveSite(written: Record<string, unknown>, presets?: LookedUp): Promise<Resolved> {
  const findings: Finding[] = []
  const { preset: text } = written
  const named = typeof text === 'string' ? await namedPreset(text, presets) : undefined
  if (named && !named.ok) findings.push(...named.findings)
  const preset = named?.ok ? named.preset : undefined
  // However the preset was named, the site is the same.
  const merged = merge(underSite(preset), named?.ok ? { ...written, preset: named.name } : written)
  const result = Site.safeParse(merged, { reportInput: true })
  // Without its preset, a site misses much that nobody needs to hear about.
  if (!result.success) {
    const missing = findings.length > 0
    // One by one: a call has no room for a hundred thousand.
    for (const finding of toFindings(result.error.issues))
      if (!missing || finding.code !== 'site.missing') findings.push(finding)
    const rest = missing || !isRecord(merged) ? undefined : restOf(merged, findings)
    return { ok: false, findings, ...(rest && { rest: { ...rest, ...(preset && { preset }) } }) }
  }
  const site = result.data
  if (preset && endangersOutside(preset, site)) findings.push({ code: 'preset.outside-line', path: OUTSIDE_LINE })
  return findings.some(isError) ? { ok: false, findings } : { ok: true, site, ...(preset && { preset }) }
}

const OUTSIDE_LINE = ['dialPlan', 'outsideLine']

/** The site has a digit for outside of its own, and the rules are still those of the preset. */
function endangersOutside(preset: Preset, { dialPlan }: Site): boolean {
  if (Array.isArray(dialPlan) || !preset.dialPlan || Array.isArray(preset.dialPlan)) return false
  const { rules } = preset.dialPlan
  const isPresets = rules !== undefined && canonicalJson(rules) === canonicalJson(dialPlan.rules)
  return isPresets && dialPlan.prefix !== 'add' && standsInTheWay(rules, dialPlan.outsideLine)
}

/** Without broken phones and with the defaults of what else is broken; undefined when too little is left to plan with. */
function restOf(merged: Record<string, unknown>, findings: readonly Finding[]): Rest | undefined {
  const { phones } = merged
  if (!Array.isArray(phones)) return undefined
  const broken = new Set(findings.flatMap(({ path: [first, index] }) => (first === 'phones' ? [index] : [])))
  const whole = [...phones.keys()].filter(index => !broken.has(index))
  const rest: Record<string, unknown> = { ...merged, phones: whole.map(index => phones[index]) }
  for (const { path } of findings) if (path[0] !== undefined && path[0] !== 'phones') delete rest[path[0]]
  const parsed = Site.safeParse({ site: 'rest', ...rest })
  return parsed.success ? { site: parsed.data, phones: whole } : undefined
}
