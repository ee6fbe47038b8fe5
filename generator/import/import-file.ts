// Any file that a person brings, by the command line or by the page: a table of phones, or the configuration of one.
import type { Lang } from '../problem.ts'
import { type Fleet, importFleet } from './fleet.ts'
import { type Imported, importConfiguration } from './import.ts'
import { recognise } from './recognise.ts'
import type { ImportedSep, SepFile } from './sep.ts'

export type ImportedFile =
  | (Imported & { kind: 'configuration' })
  | (Fleet & { kind: 'table'; ok: true })
  | { ok: false; why: Extract<ImportedSep, { ok: false }>['why'] | 'columns'; line: number }

/** Never throws for what stands in the file. A table whose columns nobody knows is refused as one when its name says so. */
export async function importFile(file: SepFile, lang: Lang): Promise<ImportedFile> {
  const seen = recognise(file.text)
  if (seen === 'table' || (seen === undefined && /\.(csv|tsv|txt)$/i.test(file.name))) {
    const fleet = await importFleet(file.text, lang, file.model)
    return fleet ? { kind: 'table', ok: true, ...fleet } : { ok: false, why: 'columns', line: 1 }
  }
  const made = await importConfiguration(file, lang)
  return made.ok ? { kind: 'configuration', ...made } : made
}
