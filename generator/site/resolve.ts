// From what stands in the text to a Site: the preset is found and put under it, then the shape is checked, all at once.
import { Site } from '../../schemas/site.ts'
import { BUILT_IN, builtInPreset } from '../presets/built-in.ts'
import { type Finding, isError } from '../problem.ts'
import { toFindings } from './issues.ts'
import { merge } from './merge.ts'
import { isRecord } from './read.ts'

export type Resolved =
  | { ok: true; site: Site }
  /** `rest` is the site without what is wrong, so that one error does not hide the others. */
  | { ok: false; findings: Finding[]; rest?: Rest }

export interface Rest {
  site: Site
  /** For each phone that is left, its place in the document. */
  phones: number[]
}

/** @param written the document as it was read. */
export function resolveSite(written: Record<string, unknown>): Resolved {
  const findings: Finding[] = []
  const { preset: name } = written
  const preset = typeof name === 'string' ? builtInPreset(name) : undefined
  if (typeof name === 'string' && !preset) {
    const known = BUILT_IN.map(({ preset: builtIn }) => builtIn).join(', ')
    findings.push({ code: 'site.preset-unknown', path: ['preset'], details: { known } })
  }
  const { preset: _, description: __, ...under } = preset ?? {}
  const merged = merge(under, written)
  const result = Site.safeParse(merged, { reportInput: true })
  // Without its preset, a site misses much that nobody needs to hear about.
  if (!result.success) {
    const missing = findings.length > 0
    // One by one: a call has no room for a hundred thousand.
    for (const finding of toFindings(result.error.issues))
      if (!missing || finding.code !== 'site.missing') findings.push(finding)
    const rest = missing || !isRecord(merged) ? undefined : restOf(merged, findings)
    return { ok: false, findings, ...(rest && { rest }) }
  }
  return findings.some(isError) ? { ok: false, findings } : { ok: true, site: result.data }
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
