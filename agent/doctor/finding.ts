// What the doctor may find: each code and how bad it is. The words stand in `ui/`, the commands that mend it in `cures.ts`.

export type Severity = 'good' | 'note' | 'warning' | 'error'

export const FINDINGS = {
  'interface.seen': 'note',
  'interface.none': 'error',
  'interface.unknown': 'error',
  'interface.choose': 'warning',
  'link.down': 'warning',
  'link.wifi': 'warning',
  'address.good': 'good',
  'address.missing': 'error',
  'subnet.shared': 'warning',
  'ipv6.router': 'note',
  'port.free': 'good',
  'port.taken': 'error',
  'port.forbidden': 'error',
  'dhcp.alone': 'good',
  'dhcp.rival': 'error',
  'dhcp.unsure': 'warning',
  'firewall.none': 'good',
  'firewall.open': 'good',
  'firewall.on': 'warning',
  'firewall.drops': 'error',
  'firewall.unknown': 'note',
  'sleep.possible': 'note',
  'clock.wrong': 'warning',
  'firmware.here': 'good',
  'firmware.missing': 'error',
  'firmware.older': 'note',
  'secret.here': 'good',
  'secret.missing': 'error',
  'secret.unfit': 'error',
} as const satisfies Record<string, Severity>

export type FindingCode = keyof typeof FINDINGS

export interface Finding {
  code: FindingCode
  /** What the sentences name. */
  about?: Record<string, string | number>
  /** Exact commands for this system, to be run in this order. */
  commands?: string[]
}
