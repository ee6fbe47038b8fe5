// Judges what lies around the network: the firewall, sleep and the clock.
import type { Cures } from './cures.ts'
import type { Finding } from './finding.ts'
import type { Computer, Nic, Ports } from './system.ts'

export function judgeFirewall({ firewall }: Computer, nic: Nic | undefined, ports: Ports, cures: Cures): Finding[] {
  if (!firewall) return [{ code: 'firewall.unknown', commands: process.platform === 'linux' ? cures.rights() : [] }]
  const { name, on, open, drops, shut = [] } = firewall
  if (!on) return [{ code: 'firewall.none' }]
  return open && shut.length === 0
    ? [{ code: 'firewall.open', about: { name } }]
    : [
        {
          code: drops ? 'firewall.drops' : 'firewall.on',
          about: { name },
          commands: cures.firewall(firewall, nic, ports),
        },
      ]
}

export const judgeSleep = ({ sleeps }: Computer, cures: Cures): Finding[] =>
  sleeps ? [{ code: 'sleep.possible', commands: cures.awake() }] : []

const DAY_MS = 86_400_000
/** This program is younger. */
const EARLIEST = Date.UTC(2025)

/** @param issued of the bundle, ISO 8601. */
export const judgeClock = (now: number, issued: string | undefined, cures: Cures): Finding[] =>
  now < EARLIEST || Date.parse(issued ?? '') > now + DAY_MS
    ? [
        {
          code: 'clock.wrong',
          about: { now: new Date(now).toISOString().slice(0, 10) },
          commands: cures.clock(issued ?? new Date(EARLIEST).toISOString()),
        },
      ]
    : []
