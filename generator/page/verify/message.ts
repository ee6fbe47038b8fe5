// What the page asks its worker and what it is told: only what can be sent between them.
import type { BundleErrorCode } from '../../../schemas/bundle/errors.ts'
import type { Manifest } from '../../../schemas/manifest.ts'
import type { Comparison } from './compare.ts'
import type { DiffLine } from './line-diff.ts'
import type { Piece } from './marked.ts'

export type Slot = 'first' | 'second'
export type Stage = 'reading' | 'checking' | 'looking'

export interface Report {
  file: string
  /** Of the whole bundle, in bytes. */
  size: number
  manifest: Manifest
  signedBy: string
  root: string
  /** Of the list of keys that travels in it. */
  version: number
  /** Between which the bundle key signs. */
  from: string
  until: string
  hosts: string[]
}

/** `unreadable`: the file is gone or forbidden; `unsupported`: this browser lacks what the checks need. */
export type OpenAnswer =
  | { ok: true; report: Report }
  | { ok: false; file: string; code: BundleErrorCode | 'unreadable' | 'unsupported'; detail: string }

interface Exchanges {
  open: { ask: { slot: Slot; file: File }; answer: OpenAnswer }
  pieces: { ask: { slot: Slot; path: string }; answer: Piece[] }
  compare: { ask: Record<never, never>; answer: Comparison }
  lines: { ask: { path: string }; answer: DiffLine[][] }
}

export type What = keyof Exchanges
export type AskOf<W extends What> = Exchanges[W]['ask']
export type AnswerOf<W extends What> = Exchanges[W]['answer']
export type Ask = { [W in What]: { id: number; what: W } & AskOf<W> }[What]
export type Told = { id: number; stage: Stage } | { id: number; answer: AnswerOf<What> } | { id: number; failed: true }
