// What people are known to have stumbled over with these phones, and what here answers each: docs/pitfalls.md is made from it.
// The numbers are those of the field guide (phones 7); a test shows what is claimed.
import table from './pitfalls.json' with { type: 'json' }

type Words = { en: string; de: string }

export interface Pitfall extends Words {
  /** From 1 to 30. */
  number: number
  /** Who reported it in public. */
  source: string
  /** Of problems, mistakes, import notes, and what the agent and its virtual phone say. */
  codes: readonly string[]
  /** How it cannot happen, or is said beforehand. */
  written?: Words
  /** The test that shows that; else test/pitfalls.test.ts does. */
  tested?: { file: string; says: string }
  /** What is still left to the person. */
  later?: Words
}

export const PITFALLS: readonly Pitfall[] = table
