// The text of a visitor in this tab's own storage: over a change of language, and no longer than the tab.
import { recognise } from '../../import/recognise.ts'

const DRAFT = 'cp.draft'
/** A password itself, where only the name of a secret may be. */
const PASSWORD = /password["']?\s*:(?!\s*(?:[{#]|$))/m

/**
 * The text survives a change of language, and ends with the tab. A browser may refuse storage: then it does not. A phone's
 * own file can hold passwords and is not stored, nor is a text into which somebody wrote one.
 */
export function keep(words: string | null): void {
  try {
    if (words === null || recognise(words) !== undefined || PASSWORD.test(words)) sessionStorage.removeItem(DRAFT)
    else sessionStorage.setItem(DRAFT, words)
  } catch {}
}

export function recall(): string | null {
  try {
    return sessionStorage.getItem(DRAFT)
  } catch {
    return null
  }
}
