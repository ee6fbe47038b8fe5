// What can be wrong with a site: a code, the place, and words for a person. What each code means and what to do is in
// `problems.json`, in German and English; `docs/errors.md` is made from it. The code is the contract, the words may change.
import table from './problems.json' with { type: 'json' }

export type Lang = 'de' | 'en'
export type Path = readonly (string | number)[]
type Severity = 'error' | 'warning'
type Text = { message: string; cure: string }

export type ProblemCode = keyof typeof table
/** `source`: who met this mistake; `pitfall 4` is that of docs/pitfalls.md. */
export const PROBLEMS = table as Readonly<
  Record<ProblemCode, { severity: Severity; source?: string } & Record<Lang, Text>>
>

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(PROBLEMS, code)

/** One thing that is wrong, for a person: a stable code, the place in the document and in its text, and a cure. */
export interface Problem {
  code: ProblemCode
  severity: Severity
  path: (string | number)[]
  /** From 1; of the value, or of the nearest thing around it that the text has. */
  line?: number
  column?: number
  message: string
  cure: string
  /** Who met this before, where it is a known mistake. */
  source?: string
  /** Where the documentation says more: `docs/errors.md#site-password-inline`. */
  docs: string
}

/** The same before it is put into words. The details never hold a value that could be a password. */
export interface Finding {
  code: ProblemCode
  path: Path
  details?: Details
  /** When the text could not even be read, so that the path says nothing. */
  at?: Position
}

/** What is filled into a text; some of it is words itself. */
export type Details = Readonly<Record<string, string | Readonly<Record<Lang, string>>>>

export interface Position {
  line: number
  column: number
}

/** Puts a finding into words. `{name}` in a text is replaced by that detail. */
export function toProblem({ code, path, details = {}, at }: Finding, lang: Lang, position?: Position): Problem {
  const { severity, source, [lang]: text } = PROBLEMS[code]
  const fill = (words: string) =>
    words.replace(/\{(\w+)\}/g, (hole, name: string) => {
      const detail = details[name] ?? hole
      return typeof detail === 'string' ? printable(detail) : detail[lang]
    })
  return {
    code,
    severity,
    path: path.map(step => (typeof step === 'string' ? printable(step) : step)),
    ...(at ?? position),
    message: fill(text.message),
    cure: fill(text.cure),
    ...(source !== undefined && { source }),
    docs: `docs/errors.md#${code.replaceAll('.', '-')}`,
  }
}

/** Keys of the document may hold anything; a terminal shall not obey them. */
export const printable = (text: string): string => text.replace(/[^\x20-\x7e\xa0-\ud7ff\ue000-\ufdff]/g, '?')

/** An unknown key is pointed at itself, everything else at the value. */
export const isAboutKey = ({ code }: Finding): boolean => code.startsWith('site.unknown-key')
export const isError = ({ code }: Finding): boolean => PROBLEMS[code].severity === 'error'
