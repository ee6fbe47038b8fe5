// The names of secrets and what a value may look like; a value itself appears in no document of this project.
import * as z from 'zod/mini'
import { SECRET_NAME } from './secret-name.ts'

export const SecretName = z
  .string()
  .check(
    z.maxLength(64),
    z.regex(SECRET_NAME, 'secret.name'),
    z.describe('Name of a secret: a-z, 0-9 and . _ / -; its value is asked for by the agent and is never written here'),
  )

/** What stands in a document in place of a password. */
export const SecretReference = z.strictObject({ secret: SecretName })
export type SecretReference = z.infer<typeof SecretReference>

/**
 * What the agent checks when it fills a secret in. Lengths are of the value in characters; `safeLength` is the length
 * above which some phones are reported to fail silently (a warning, not an error).
 */
export const SecretLimits = z.strictObject({
  minLength: z.int().check(z.minimum(1)),
  maxLength: z.int().check(z.minimum(1), z.maximum(255)),
  safeLength: z.optional(z.int().check(z.minimum(1))),
  characters: z.enum(['printable-ascii', 'any']),
})
export type SecretLimits = z.infer<typeof SecretLimits>
