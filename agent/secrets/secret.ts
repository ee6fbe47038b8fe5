// A secret's value, in a wrapper that shows nothing when it is printed, logged, serialised or inspected.
import type { SecretLimits } from '../../schemas/secret.ts'
import { type Fit, fitOf } from '../../schemas/secret-fit.ts'

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

/** Compares a value with the limits in the manifest. */
export const judge = (secret: Secret, limits: SecretLimits): Fit => fitOf(secret.reveal(), limits)
