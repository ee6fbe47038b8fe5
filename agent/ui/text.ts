// What the agent says to people. The sentences stand in en.json and de.json; here is how they are found and filled.
import type { AgentErrorCode } from '../error.ts'
import de from './de.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }

export type Lang = 'de' | 'en'

/** The type makes sure that German says all that English says, and that every error has its sentence. */
export const TEXT: Record<Lang, typeof en & { errors: Record<AgentErrorCode, { message: string; cure: string }> }> = {
  en,
  de,
}

export type NoticeCode = keyof typeof en.notices

/** Puts values in for `{name}`; `{}` stands for the one called `''`. */
export function fill(template: string, values: Record<string, string | number>): string {
  return template.replace(/\{(\w*)\}/g, (_, name: string) => String(values[name] ?? ''))
}
