// A mistake that people are known to make in their own files: a code, its line, and words for a person. What each means, what
// to do and who met it is in `mistakes.json`; docs/errors.md is made from it. The code is the contract, the words may change.
import { type Lang, printable } from '../../problem.ts'
import type { LooseElement } from '../tolerant-xml.ts'
import { findLoose } from '../tolerant-xml.ts'
import table from './mistakes.json' with { type: 'json' }

export type MistakeCode = keyof typeof table
export const MISTAKES = table as Readonly<
  Record<MistakeCode, { source: string } & Record<Lang, { message: string; cure: string }>>
>

export interface Mistake {
  code: MistakeCode
  /** From 1; of the dial plan when the code begins with `lint.rule`. */
  line: number
  /** What is filled into the words; never the value of a password. */
  details?: Readonly<Record<string, string>>
}

/** How the parts of the lint say what they found. */
export type Tell = (code: MistakeCode, line: number, details?: Mistake['details']) => void

export const isMistakeCode = (code: string): code is MistakeCode => Object.hasOwn(MISTAKES, code)

/** A sentence with its line, and below it what to do. */
export function sayMistake({ code, line, details = {} }: Mistake, lang: Lang): string {
  const { message, cure } = MISTAKES[code][lang]
  const fill = (words: string) =>
    words.replace(/\{(\w+)\}/g, (hole, name: string) => printable((details[name] ?? hole).slice(0, 300)))
  const plan = { en: 'dial plan, line', de: 'Wählplan, Zeile' }[lang]
  const where = code.startsWith('lint.rule') ? plan : { en: 'line', de: 'Zeile' }[lang]
  return `${where} ${line}: ${fill(message)}\n    ${fill(cure)} (${code})`
}

/** The text at a path; empty where there is none. */
export const textAt = (from: LooseElement | undefined, ...path: string[]): string =>
  findLoose(from, ...path)?.text ?? ''
