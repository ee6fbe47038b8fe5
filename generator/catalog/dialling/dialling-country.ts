// What the catalogue knows of dialling in one country: which numbers are short, which are complete at a length, which stay open.

export interface CountryDialling {
  /** ISO 3166-1: `DE`. */
  country: string
  name: { en: string; de: string }
  /** Whole numbers, dialled at once in every plan. No other number of the country begins so. */
  emergency: readonly string[]
  /** Patterns of short numbers, complete at their length. */
  short: readonly string[]
  /** What stands before a number of another area; empty where there is no such digit. */
  trunk: '0' | '1' | ''
  international: '00' | '011'
  /** Patterns of numbers that are complete at their length, unless they begin as `open` says. */
  numbers: readonly string[]
  /** Patterns that are whole numbers, too, although a longer one may begin so. */
  shorter?: readonly string[]
  /** First digits of numbers whose length nobody can tell, or that are longer than `numbers` would have them. */
  open: readonly string[]
  /** C: what is complete is dialled at once. L: the phone waits a moment for another digit all the same. */
  certainty: 'C' | 'L'
  source: string
}

/** Patterns that differ in one digit: `each('23', '', '..')` is `2..` and `3..`. */
export const each = (digits: string, before: string, after: string): string[] =>
  [...digits].map(digit => `${before}${digit}${after}`)
