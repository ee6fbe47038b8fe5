// What an import could not take over as it was.
import type { RuleNote } from './dial-plan.ts'
import type { Mistake } from './lint/mistake.ts'
import type { TextLiberty } from './sip-text/loose-text.ts'
import type { Liberty } from './tolerant-xml.ts'

/** What was not in the file, or is not as it was; each is shown to the person. */
export type ImportNote =
  | { code: 'import.liberty'; line: number; what: Liberty | TextLiberty }
  | { code: 'import.mac' }
  | { code: 'import.model'; model: string; others: string }
  | { code: 'import.load'; load: string; instead: string }
  | { code: 'import.signed' }
  | { code: 'import.registrar'; number: string }
  | { code: 'import.registrar-kind'; kind: string; by: string }
  | { code: 'import.network'; agent: string }
  | { code: 'import.time-zone'; was: string }
  | { code: 'import.locale'; was: string }
  | { code: 'import.transport'; was: string }
  | { code: 'import.key'; line: number; button: string; feature: string }
  | { code: 'import.moved'; line: number; button: string }
  | { code: 'import.module'; line: number; was: string }
  | { code: 'import.file'; file: string }
  | { code: 'import.setting'; line: number; key: string }
  | { code: 'import.defaults' }
  | { code: 'import.dial-plan'; file: string }
  | { code: 'import.not-compared' }
  | { code: 'import.more'; count: number }
  | RuleNote
  | Mistake

/** More than anybody reads; a file of another kind has thousands. */
const MAX_OF_A_KIND = 200

/** The first ones of each kind, and how many more there are. */
export function withoutTooMany(notes: readonly ImportNote[]): ImportNote[] {
  const counts = new Map<string, number>()
  const kept = notes.filter(({ code }) => {
    const count = (counts.get(code) ?? 0) + 1
    counts.set(code, count)
    return count <= MAX_OF_A_KIND
  })
  const count = notes.length - kept.length
  return count === 0 ? kept : [...kept, { code: 'import.more', count }]
}
