// Random keys beside the screen that are no lines.
import * as fc from 'fast-check'
import { FEATURE_KEYS } from '../generator/catalog/keys/key-features.ts'
import { KEY_FEATURES } from '../schemas/line-key.ts'
import { dial, optional, record, screen, secretName, url, username } from './random-text.ts'

/**
 * @param family of the phone: not every one knows every function.
 * @param number makes the secret of an intercom its own.
 */
export function key(family: string, number: number, position?: number): fc.Arbitrary<Record<string, unknown>> {
  const known = KEY_FEATURES.filter(feature => FEATURE_KEYS[feature].families?.includes(family) ?? true)
  const shared = { label: optional(screen), position: fc.constant(position) }
  return fc.oneof(
    record({ ...shared, dial }),
    record({ ...shared, blf: dial, pickup: optional(fc.boolean()) }),
    record({ ...shared, park: dial }),
    record({ ...shared, service: url }),
    record({ ...shared, feature: fc.constantFrom(...known) }),
    record({
      ...shared,
      intercom: record({
        username,
        password: optional(record({ secret: secretName(number) })),
        dial: optional(dial),
      }),
    }),
  )
}

/** Keys on what is left after the lines: some where they fall, some at a position of their own. */
export const keysBetween = (
  first: number,
  last: number,
  family: string,
  phone: number,
): fc.Arbitrary<Record<string, unknown>[]> =>
  fc
    .subarray(
      Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index),
      {
        maxLength: Math.max(0, Math.min(12, last - first + 1)),
      },
    )
    .chain(positions =>
      fc.tuple(
        ...positions.map(position =>
          optional(fc.constant(position)).chain(at => key(family, 1000 + phone * 200 + position, at)),
        ),
      ),
    )
