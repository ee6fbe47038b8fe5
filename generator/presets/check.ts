// Checks a document that shall be a preset, and says what is wrong with it as of a site.
import { Preset } from '../../schemas/preset.ts'
import type { Finding, Path } from '../problem.ts'
import { toFindings } from '../site/issues.ts'

export type CheckedPreset = { ok: true; preset: Preset } | { ok: false; findings: Finding[] }

/** @param at the place of the preset in the document that the findings are about. */
export function checkPreset(value: unknown, at: Path = []): CheckedPreset {
  const { success, data, error } = Preset.safeParse(value, { reportInput: true })
  if (success) return { ok: true, preset: data }
  const findings = toFindings(error.issues, Preset)
  return { ok: false, findings: findings.map(finding => ({ ...finding, path: [...at, ...finding.path] })) }
}
