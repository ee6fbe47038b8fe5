// `trust/keys.json` (cp-keys/1): which bundle keys an issuer signs with, and between which dates. Signed by a root key.
import * as z from 'zod'
import { NAMESPACE_BUNDLE } from './bundle/namespaces.ts'

/** A point in time as UTC to the second: `2026-11-23T09:00:00Z`. Such texts compare as the times do. */
export const Instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/, 'instant')

/** The issuer is an origin: scheme, host, port; no path, no user. `ssh-keygen` uses it as the principal. */
export const Issuer = z
  .string()
  .max(255)
  .regex(/^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/, 'issuer')

export const BundleKey = z.strictObject({
  /** As in an authorized_keys file, without a comment: `ssh-ed25519 AAAA…`. */
  key: z.string().regex(/^ssh-ed25519 [A-Za-z0-9+/]{68}$/, 'key'),
  from: Instant,
  until: Instant,
})

export const Keys = z.strictObject({
  format: z.literal('cp-keys/1'),
  issuer: Issuer,
  /** Grows with every change; an agent refuses a lower one than it has seen from the same root. */
  version: z.int().min(1),
  keys: z.array(BundleKey).min(1).max(64),
})
export type Keys = z.infer<typeof Keys>

/** One line for each key that may sign bundles, as `ssh-keygen -Y verify -f` reads it; without dates, since it would compare them with today. */
export function toAllowedSigners(keys: Keys): string {
  return keys.keys.map(({ key }) => `${keys.issuer} namespaces="${NAMESPACE_BUNDLE}" ${key}\n`).join('')
}
