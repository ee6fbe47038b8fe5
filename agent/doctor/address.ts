// What must be done so that the interface with the phone's cable has the address that the bundle wants; nothing is done here.
import type { AgentErrorCode } from '../error.ts'
import { judgeNetwork, type NetworkQuestion } from './network.ts'

/** `add` says whether the address is to be added to that interface, or is there. */
export type AddressPlan = { name: string; add: boolean } | { refused: AgentErrorCode; detail: string }

/**
 * Refused with `interface.unknown`, `address.nowhere` (no cable), `interface.several`, and `address.subnet`: of two interfaces
 * in one subnet the system would choose one by itself, and answers would go to the wrong wire.
 */
export function planAddress(question: NetworkQuestion & { cidr: string }): AddressPlan {
  const { nics, cidr, name } = question
  const { nic, findings } = judgeNetwork(question)
  const about = (code: string) => findings.find(finding => finding.code === code)
  if (!nic) {
    const names = nics.map(each => each.name).join(', ') || '-'
    const several = about('interface.choose')?.about?.names
    if (several !== undefined) return { refused: 'interface.several', detail: String(several) }
    if (name !== undefined) return { refused: 'interface.unknown', detail: `${name}; ${names}` }
    return { refused: 'address.nowhere', detail: `${cidr}; ${names}` }
  }
  if (!about('address.missing')) return { name: nic.name, add: false }
  const { about: other, commands = [] } = about('subnet.shared') ?? {}
  if (other) return { refused: 'address.subnet', detail: `${other.name}; ${other.cidr}; ${commands.join('; ')}` }
  return { name: nic.name, add: true }
}
