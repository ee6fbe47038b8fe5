// The roots that this user has accepted, and the highest version of each issuer's key list seen so far.
import * as z from 'zod/mini'
import { AgentError } from '../error.ts'
import { type Caller, readState, writeState } from './files.ts'

const Root = z.strictObject({
  fingerprint: z.string(),
  /** A label only: the fingerprint is what was accepted. */
  issuer: z.string(),
  accepted: z.boolean(),
  version: z.int(),
})
const TrustFile = z.strictObject({ format: z.literal('cp-trust/1'), roots: z.array(Root) })

export type RememberedRoot = z.infer<typeof Root>

/** @throws AgentError `trust.broken`: who was trusted cannot be guessed, so a damaged file stops the agent. */
export function readTrust(path: string): RememberedRoot[] {
  let value: unknown
  try {
    value = readState(path)
  } catch {
    throw new AgentError('trust.broken', path)
  }
  if (value === undefined) return []
  const file = TrustFile.safeParse(value)
  if (!file.success) throw new AgentError('trust.broken', path)
  return file.data.roots
}

/** @throws AgentError `state.unwritable` */
export function writeTrust(path: string, roots: readonly RememberedRoot[], caller?: Caller): void {
  try {
    writeState(path, { format: 'cp-trust/1', roots }, caller)
  } catch {
    throw new AgentError('state.unwritable', path)
  }
}
