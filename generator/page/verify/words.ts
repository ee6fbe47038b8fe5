// What /verify says; German and English stand in files of their own.
import type { Lang } from '../../problem.ts'
import type { Check } from './checks.ts'
import { DE } from './de.ts'
import { EN } from './en.ts'
import type { MarkedHole } from './marked.ts'
import type { Stage } from './message.ts'

export interface VerifyWords {
  title: string
  lead: string
  private: string
  needsScript: string
  choose: string
  drop: string
  working: Record<Stage, string>
  comparing: string
  good: (file: string, issuer: string) => string
  bad: (file: string) => string
  failed: string
  unreadable: { message: string; cure: string }
  unsupported: { message: string; cure: string }
  who: string
  signedBy: string
  meaning: string
  key: string
  signs: (from: string, until: string) => string
  root: string
  ownRoot: string
  otherRoot: string
  noRoot: string
  oldKeys: string
  checks: string
  check: Record<Check, string>
  state: Record<'passed' | 'failed' | 'skipped', string>
  rootState: Record<'own' | 'other', string>
  all: (count: number) => string
  holds: string
  site: string
  made: string
  size: string
  registrar: string
  hosts: string
  noHosts: string
  network: (agent: string, leases: string) => string
  networkName: string
  phones: string
  first: string
  lines: (count: number) => string
  firmware: string
  onlyBelow: (release: string) => string
  secrets: string
  noSecrets: string
  files: string
  filesHow: string
  holes: (count: number) => string
  hole: Record<MarkedHole['kind'], string>
  steps: string
  hideSteps: string
  second: string
  secondHow: string
  between: (before: string, after: string) => string
  site2: string
  same: string
  path: string
  before: string
  after: string
  none: string
  changed: Record<'same' | 'changed' | 'added' | 'removed', string>
  linesChanged: (added: number, removed: number) => string
  newHosts: string
  oldHosts: string
  otherFiles: string
  added: string
  removed: string
  leftOut: string
}

export const VERIFY_WORDS: Record<Lang, VerifyWords> = { de: DE, en: EN }
