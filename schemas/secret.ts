// What stands in a document in place of a password, and what a value may look like; a value itself appears in no document.
import * as z from 'zod'
import { SECRET_NAME } from './secret-name.ts'

export const SecretName = z
  .string()
  .regex(SECRET_NAME, 'site.secret-name')
  .max(64, 'site.secret-name')
  .describe('Name of the secret, such as line1; the agent asks for its value')

/** The only way to speak of a password. */
export const SecretReference = z
  .strictObject({ secret: SecretName })
  .describe('Never the password itself: { secret: line1 }')

/**
 * What the agent checks when it fills a secret in. Lengths are of the value in characters; `safeLength` is the length
 * above which some phones are reported to fail silently (a warning, not an error).
 */
export const SecretLimits = z.strictObject({
  minLength: z.int().min(1),
  maxLength: z.int().min(1).max(255),
  safeLength: z.int().min(1).optional(),
  characters: z.enum(['printable-ascii', 'quotable-ascii', 'any']),
})
export type SecretLimits = z.infer<typeof SecretLimits>
