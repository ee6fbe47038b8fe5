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
  | { code: 'import.registrar' }
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
  | RuleNote
  | Mistake
