// Whether the value of a secret fits its place on the phone: one rule for the agent that fills it in and the page that makes it.

/** A fault refuses the value; a doubt, `long-for-some`, is said and goes on. */
export type Fit = 'good' | 'empty' | 'short' | 'long' | 'characters' | 'long-for-some'

/** What the quotes of a text configuration can hold; how the phone reads a quote or backslash in them, no source says. */
export const QUOTABLE = /^[\x20\x21\x23-\x5b\x5d-\x7e]+$/

type Limits = import('./secret.ts').SecretLimits
const ALLOWED: Record<Limits['characters'], RegExp> = {
  'printable-ascii': /^[\x20-\x7e]+$/,
  'quotable-ascii': QUOTABLE,
  any: /^[^\x00-\x1f\x7f]+$/,
}

/** Compares a value with the limits in the manifest. Lengths are counted in characters. */
export function fitOf(value: string, limits: Limits): Fit {
  const length = [...value].length
  if (length === 0) return 'empty'
  if (length < limits.minLength) return 'short'
  if (length > limits.maxLength) return 'long'
  if (!ALLOWED[limits.characters].test(value)) return 'characters'
  return limits.safeLength !== undefined && length > limits.safeLength ? 'long-for-some' : 'good'
}
