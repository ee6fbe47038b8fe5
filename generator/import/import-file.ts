// Any file that a person brings, by the command line or by the page: a table of phones, the configuration of one, or a dial plan.
import type { Lang } from '../problem.ts'
import { type Limits, ON_THE_WEB } from '../site/limits.ts'
import { isDialPlan } from './dial-plan.ts'
import { type Fleet, importFleet } from './fleet/fleet.ts'
import { type Imported, importConfiguration } from './import.ts'
import { kindOf, lint, lintDialPlan } from './lint.ts'
import { type Mistaken, mistakenFor } from './mistaken.ts'
import { type ImportNote, withoutTooMany } from './note.ts'
import { type ImportedPlan, importPlanAlone } from './plan-alone.ts'
import { recognise } from './recognise.ts'
import type { ImportedSep, SepFile } from './sep/sep.ts'

export type ImportedFile =
  | (Imported & { kind: 'configuration' })
  | (Fleet & { kind: 'table'; ok: true })
  | (ImportedPlan & { kind: 'dial-plan'; ok: true; secrets: '' })
  | { ok: false; why: Refusal; line: number; notes: ImportNote[] }

type Refusal = Extract<ImportedSep, { ok: false }>['why'] | Mistaken | 'columns' | 'no-rules' | 'loader'

export interface BroughtFile extends SepFile {
  /** The site that a person has already; a dial plan that came alone goes into it. */
  site?: string
}

/** Never throws for what stands in the file. A table whose columns nobody knows is refused as one when its name says so. */
export async function importFile(file: BroughtFile, lang: Lang, limits: Limits = ON_THE_WEB): Promise<ImportedFile> {
  const made = await importKind(file, lang, limits)
  return 'notes' in made ? { ...made, notes: withoutTooMany(made.notes) } : made
}

async function importKind(file: BroughtFile, lang: Lang, limits: Limits): Promise<ImportedFile> {
  const mistaken = mistakenFor(file.text)
  if (mistaken) return { ok: false, why: mistaken, line: 1, notes: [] }
  const seen = recognise(file.text)
  if (seen === undefined && kindOf(file.name, undefined) === 'loader') {
    return { ok: false, why: 'loader', line: 1, notes: lint(file.name, file.text) }
  }
  if (seen === 'table' || (seen === undefined && /\.(csv|tsv|txt)$/i.test(file.name))) {
    const fleet = await importFleet(file.text, lang, file.model, limits)
    return fleet ? { kind: 'table', ok: true, ...fleet } : { ok: false, why: 'columns', line: 1, notes: [] }
  }
  if (seen === 'xml' && isDialPlan(file.text)) {
    const plan = await importPlanAlone(file.text, lang, file.site)
    const notes = lintDialPlan(file.text)
    if (!plan) return { ok: false, why: 'no-rules', line: 1, notes }
    return { kind: 'dial-plan', ok: true, secrets: '', ...plan, notes: [...notes, ...plan.notes] }
  }
  const made = await importConfiguration(file, lang)
  if (/\.sgn$/i.test(file.name)) made.notes.push({ code: 'import.signed' })
  return made.ok ? { kind: 'configuration', ...made } : made
}
