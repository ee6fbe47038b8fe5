// Says what may be wrong with a phone: keeps what it did, and asks every rule after each step.
import type { Guide } from '../events.ts'
import type { Hops } from '../phones/hops.ts'
import type { Phone } from '../phones/roster.ts'
import type { Lists } from '../shelf/lists.ts'
import { type DiagnosisCode, type Finding, RULES, type Rule } from './rules.ts'
import { imagesFor, type Sighting } from './sighting.ts'
import { type Case, type Mark, TRAIL_MAX } from './trail.ts'

export interface DiagnosisOptions extends Pick<Case, 'silentMs'>, Pick<Lists, 'imagesOf' | 'hardwareOf'> {
  now(): number
  hops: Pick<Hops, 'load'>
  onFinding(phone: Phone, code: DiagnosisCode, finding: Finding, guide: Guide | undefined): void
}

export interface Diagnosis {
  dhcp(phone: Phone, what: 'discover' | 'lease' | 'elsewhere', server?: string): void
  file(sighting: Sighting): void
  /** To be called about every second, for what silence says. */
  tick(): void
}

interface Row {
  phone: Phone
  trail: Mark[]
  told: Set<string>
}

const STEPS = { start: 'asked', done: 'given', missing: 'missing', failed: 'failed' } as const

export function createDiagnosis(options: DiagnosisOptions): Diagnosis {
  const { now, hops, hardwareOf, silentMs, onFinding } = options
  const rows = new Map<string, Row>()

  const look = ({ phone, trail, told }: Row) => {
    const { facts } = phone.entry
    const about: Case = {
      trail,
      facts,
      now: now(),
      silentMs,
      hardwareOf,
      imagesOf: (list, load, one) => imagesFor(options, facts, list, load, one).map(name => name.toLowerCase()),
    }
    for (const rule of RULES as readonly (Rule & { code: DiagnosisCode })[]) {
      const finding = rule.look(about)
      const key = `${rule.code} ${finding?.evidence}`
      if (!finding || told.has(key)) continue
      told.add(key)
      onFinding(phone, rule.code, finding, rule.guide)
    }
  }

  const mark = (phone: Phone, step: Omit<Mark, 'at' | 'load'>) => {
    const row = rows.get(phone.mac) ?? { phone, trail: [], told: new Set() }
    rows.set(phone.mac, row)
    row.trail.push({ ...step, at: now(), load: hops.load(phone) })
    if (row.trail.length > TRAIL_MAX) row.trail.shift()
    look(row)
  }

  return {
    dhcp: (phone, what, file = '') => mark(phone, { what, file, asked: file, kind: 'other', harmless: false }),
    file({ phone, kind, file, asked, step, harmless = false, silent = false }) {
      if (step !== 'progress') mark(phone, { what: STEPS[step], file, asked, kind, harmless, silent })
    },
    tick() {
      for (const row of rows.values()) look(row)
    },
  }
}
