// `cp-generator import`: reads a phone's own configuration or a table of phones, writes a site file and, apart from it, the passwords.
import { readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { decode } from '../import/decode.ts'
import { MAX_TABLE_BYTES } from '../import/fleet/csv.ts'
import type { Fleet } from '../import/fleet/fleet.ts'
import { importFile } from '../import/import-file.ts'
import { recognise } from '../import/recognise.ts'
import { REFUSALS } from '../import/refusals.ts'
import { MAX_IMPORT_BYTES } from '../import/tolerant-xml.ts'
import { sayNote, sayRow } from '../import/words.ts'
import type { Lang, Problem } from '../problem.ts'
import { ON_THE_COMMAND_LINE } from '../site/limits.ts'

export interface ImportOptions {
  output?: string
  secrets?: string
  model?: string
  dialPlan?: string
  /** `SIPDefault.cnf`, for a text configuration. */
  defaults?: string
  lang: Lang
}

const say = (text: string) => void process.stderr.write(`${text}\n`)

/** @returns the exit code: 0 done, 1 the file cannot be imported or its site has errors, 2 usage. */
export async function importFrom(
  path: string,
  { output, secrets, model, dialPlan, defaults, lang }: ImportOptions,
): Promise<number> {
  const words = WORDS[lang]
  const text = read(path, MAX_TABLE_BYTES)
  const plan = dialPlan === undefined ? undefined : read(dialPlan, MAX_IMPORT_BYTES)
  const shared = defaults === undefined ? undefined : read(defaults, MAX_IMPORT_BYTES)
  const unread = [
    text === undefined && path,
    dialPlan !== undefined && plan === undefined && dialPlan,
    defaults !== undefined && shared === undefined && defaults,
  ].find(file => typeof file === 'string')
  if (text === undefined || typeof unread === 'string') {
    say(words.unreadable(unread || path))
    return 2
  }
  if (text.length > MAX_IMPORT_BYTES && recognise(text) !== 'table') {
    say(words.unreadable(path))
    return 2
  }
  const made = await importFile(
    {
      name: basename(path),
      text,
      ...(model && { model }),
      ...(plan !== undefined && { dialPlan: plan }),
      ...(shared !== undefined && { defaults: shared }),
    },
    lang,
    ON_THE_COMMAND_LINE,
  )
  if (!made.ok) {
    for (const note of made.notes) say(sayNote(note, lang))
    say(`${path}:${made.line}: ${REFUSALS[lang][made.why]}`)
    return 1
  }
  if (made.kind === 'table') return writeTable(made)
  for (const note of made.notes) say(sayNote(note, lang))
  const differences = made.kind === 'configuration' ? made.differences : []
  if (differences.length > 0) say(words.differences)
  for (const { path: node, before, after } of differences) say(`  ${node}: ${before ?? '-'} → ${after ?? '-'}`)
  return write(made)

  /** 1 also when a row could not be taken. */
  function writeTable(fleet: Fleet): number {
    const left = fleet.rows.flatMap(row => (row.taken ? [] : [row]))
    for (const row of left) say(`${path}: ${sayRow(row, lang)}`)
    if (fleet.unused.length > 0) say(words.unused(fleet.unused.join(', ')))
    say(words.rows(fleet.rows.length - left.length, fleet.rows.length))
    const code = write(fleet)
    return left.length > 0 ? 1 : code
  }

  /** The site, and the passwords apart from it. */
  function write(made: { yaml: string; secrets: string; problems: readonly Problem[] }): number {
    for (const { severity, code, line = 1, column = 1, message, cure } of made.problems) {
      say(`${output ?? 'site.yaml'}:${line}:${column}: ${severity} ${code}: ${message}\n    ${cure}`)
    }
    if (made.secrets !== '') {
      if (secrets === undefined) say(words.passwords)
      else if (!writeNew(secrets, made.secrets, 0o600)) {
        say(words.unwritable(secrets))
        return 1
      }
    }
    if (output === undefined) process.stdout.write(made.yaml)
    else if (!writeNew(output, made.yaml, 0o644)) {
      say(words.unwritable(output))
      return 1
    }
    return made.problems.some(({ severity }) => severity === 'error') ? 1 : 0
  }
}

function read(path: string, max: number): string | undefined {
  try {
    const bytes = readFileSync(path === '-' ? 0 : path)
    return bytes.length > max ? undefined : decode(bytes)
  } catch {
    return undefined
  }
}

/** Never over a file that is there. */
function writeNew(path: string, text: string, mode: number): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx', mode })
    return true
  } catch {
    return false
  }
}

const WORDS = {
  en: {
    unreadable: (path: string) =>
      `Cannot read ${path}, or it is larger than a configuration (1 MB) or a table (16 MB) can be.`,
    unwritable: (path: string) => `Cannot write ${path}. A file that is there is never overwritten: name another one.`,
    differences: 'What the phone would be told otherwise than by this file (before → after):',
    unused: (names: string) => `Columns that a site has no place for: ${names}`,
    rows: (taken: number, all: number) => `${taken} of ${all} rows taken.`,
    passwords: 'The passwords in the file were left out; --secrets FILE writes them for the agent.',
  },
  de: {
    unreadable: (path: string) =>
      `${path} ist nicht zu lesen oder größer, als eine Konfiguration (1 MB) oder eine Tabelle (16 MB) sein kann.`,
    unwritable: (path: string) =>
      `${path} ist nicht zu schreiben. Was es schon gibt, wird nie überschrieben: Nennen Sie eine andere Datei.`,
    differences: 'Was das Telefon anders gesagt bekäme als mit dieser Datei (vorher → nachher):',
    unused: (names: string) => `Spalten, für die es in einer Beschreibung keinen Platz gibt: ${names}`,
    rows: (taken: number, all: number) => `${taken} von ${all} Zeilen übernommen.`,
    passwords: 'Die Passwörter der Datei sind weggelassen; --secrets DATEI schreibt sie für den Agenten.',
  },
} as const
