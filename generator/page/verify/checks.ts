// What opening a bundle checks, in its order, and which of it a refusal is about: so that everything before it is known to be right.
import type { BundleErrorCode } from '../../../schemas/bundle/errors.ts'

export const CHECKS = ['archive', 'keys', 'root', 'signature', 'manifest', 'files', 'dates', 'holes'] as const
export type Check = (typeof CHECKS)[number]

const CHECK_OF: Record<BundleErrorCode, Check> = {
  'bundle.too-large': 'archive',
  'bundle.zip': 'archive',
  'bundle.part-missing': 'archive',
  'bundle.keys-signature': 'keys',
  'bundle.keys-format': 'keys',
  'bundle.root-unknown': 'root',
  'bundle.keys-old': 'root',
  'bundle.signature': 'signature',
  'bundle.key-unknown': 'signature',
  'bundle.manifest': 'manifest',
  'bundle.issuer': 'manifest',
  'bundle.requires': 'manifest',
  'bundle.file-missing': 'files',
  'bundle.file-unlisted': 'files',
  'bundle.file-size': 'files',
  'bundle.file-hash': 'files',
  'bundle.key-dates': 'dates',
  'bundle.hole': 'holes',
  'bundle.phone': 'holes',
}

export interface Outcome {
  check: Check
  state: 'passed' | 'failed' | 'skipped'
}

/** @param refused the code of the refusal; without one everything passed. */
export function outcomes(refused?: BundleErrorCode): Outcome[] {
  const at = refused === undefined ? CHECKS.length : CHECKS.indexOf(CHECK_OF[refused])
  return CHECKS.map((check, index) => ({
    check,
    state: index < at ? 'passed' : index === at ? 'failed' : 'skipped',
  }))
}
