// A secret's value, in a wrapper that shows nothing when it is printed, logged, serialised or inspected.
import type { SecretLimits } from '../../schemas/secret.ts'

const HIDDEN = '[secret]'

export class Secret {
  readonly #value: string

  constructor(value: string) {
    this.#value = value
  }

  /** The only way to the value; called where the bytes for the phone are made. */
  reveal(): string {
    return this.#value
  }

  toString(): string {
    return HIDDEN
  }

  toJSON(): string {
    return HIDDEN
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return HIDDEN
  }
}

/** Why a value does not fit its place on the phone: a fault refuses it, a doubt is said and goes on. */
export type Fit = 'good' | 'empty' | 'short' | 'long' | 'characters' | 'long-for-some'

/** What the quotes of a text configuration can hold; how the phone reads a quote or backslash in them, no source says. */
export const QUOTABLE = /^[\x20\x21\x23-\x5b\x5d-\x7e]+$/
const ALLOWED: Record<SecretLimits['characters'], RegExp> = {
  'printable-ascii': /^[\x20-\x7e]+$/,
  'quotable-ascii': QUOTABLE,
  any: /^[^\x00-\x1f\x7f]+$/,
}

/** Compares a value with the limits in the manifest. Lengths are counted in characters. */
export function judge(secret: Secret, limits: SecretLimits): Fit {
  const value = secret.reveal()
  const length = [...value].length
  if (length === 0) return 'empty'
  if (length < limits.minLength) return 'short'
  if (length > limits.maxLength) return 'long'
  if (!ALLOWED[limits.characters].test(value)) return 'characters'
  return limits.safeLength !== undefined && length > limits.safeLength ? 'long-for-some' : 'good'
}
