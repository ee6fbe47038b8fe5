// From what stands in the text to a Site: the preset is found and put under it, then the shape is checked, all at once.
import { Site } from '../../schemas/site.ts'
import { BUILT_IN, builtInPreset } from '../presets/built-in.ts'
import { type Finding, isError } from '../problem.ts'
import { toFindings } from './issues.ts'
import { merge } from './merge.ts'

export type Resolved = { ok: true; site: Site } | { ok: false; findings: Finding[] }

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
  const result = Site.safeParse(merge(under, written), { reportInput: true })
  // Without its preset, a site misses much that nobody needs to hear about.
  if (!result.success) {
    const missing = findings.length > 0
    findings.push(...toFindings(result.error.issues).filter(({ code }) => !missing || code !== 'site.missing'))
  }
  if (!result.success || findings.some(isError)) return { ok: false, findings }
  return { ok: true, site: result.data }
}
