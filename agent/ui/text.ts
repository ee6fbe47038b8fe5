// What the agent says to people. The sentences stand in en.json and de.json; here is how they are found and filled.

import type { Says } from '../../schemas/events.ts'
import type { DiagnosisCode } from '../board/rules.ts'
import type { FindingCode } from '../doctor/finding.ts'
import type { AgentErrorCode } from '../error.ts'
import type { PhoneErrorCode } from '../rehearsal/error.ts'
import de from './de.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }

export type Lang = 'de' | 'en'

/** What must have its sentence, whatever the language. */
interface Complete {
  errors: Record<AgentErrorCode, { message: string; cure: string }>
  diagnoses: Record<DiagnosisCode, { text: string; cure: string }>
  doctor: { findings: Record<FindingCode, { text: string; why?: string; cure?: string }> }
  virtual: { says: Record<Says, string>; errors: Record<PhoneErrorCode, { text: string; cure: string }> }
}

/** The type makes sure that German says all that English says. */
export const TEXT: Record<Lang, typeof en & Complete> = { en, de }

export type NoticeCode = keyof typeof en.notices

/** Puts values in for `{name}`; `{}` stands for the one called `''`. */
export function fill(template: string, values: Record<string, string | number>): string {
  return template.replace(/\{(\w*)\}/g, (_, name: string) => String(values[name] ?? ''))
}
