// The roots that this user has accepted, and the highest version of each issuer's key list seen so far.
import { findFault, type JsonSchema } from '../../schemas/check.ts'
import { AgentError } from '../error.ts'
import { type Caller, readState, writeState } from './files.ts'

export interface RememberedRoot {
  fingerprint: string
  /** A label only: the fingerprint is what was accepted. */
  issuer: string
  accepted: boolean
  version: number
}

const FORMAT = 'cp-trust/1'
const TRUST_FILE: JsonSchema = {
  type: 'object',
  properties: {
    format: { const: FORMAT },
    roots: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          fingerprint: { type: 'string' },
          issuer: { type: 'string' },
          accepted: { type: 'boolean' },
          version: { type: 'integer' },
        },
        required: ['fingerprint', 'issuer', 'accepted', 'version'],
      },
    },
  },
  required: ['format', 'roots'],
}

/**
 * @throws AgentError `trust.broken`: who was trusted cannot be guessed, so a damaged file stops the agent;
 * `trust.unreadable` for one that this user may not read.
 */
export function readTrust(path: string): RememberedRoot[] {
  let value: unknown
  try {
    value = readState(path)
  } catch (error) {
    throw new AgentError(error instanceof SyntaxError ? 'trust.broken' : 'trust.unreadable', path)
  }
  if (value === undefined) return []
  if (!isTrustFile(value)) throw new AgentError('trust.broken', path)
  return value.roots
}

const isTrustFile = (value: unknown): value is { roots: RememberedRoot[] } => findFault(value, TRUST_FILE) === undefined

/** @throws the system's error when the file cannot be written. */
export function writeTrust(path: string, roots: readonly RememberedRoot[], caller?: Caller): void {
  writeState(path, { format: FORMAT, roots }, caller)
}
