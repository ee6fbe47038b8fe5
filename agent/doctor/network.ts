// Judges the interfaces: which one has the phone's cable, does it have the address, and does another one get in its way.
import { parseCidr } from '../../schemas/ipv4.ts'
import type { Cures } from './cures.ts'
import type { Finding } from './finding.ts'
import type { Nic } from './system.ts'

export interface NetworkQuestion {
  nics: readonly Nic[]
  /** The address that the bundle or `--address` wants. */
  cidr?: string | undefined
  /** `--interface` */
  name?: string | undefined
  cures: Cures
}

export interface Judged {
  findings: Finding[]
  /** The interface with the phone's cable, as far as one can know. */
  nic?: Nic | undefined
}

export function judgeNetwork({ nics, cidr, name, cures }: NetworkQuestion): Judged {
  const holds = ({ addresses }: Nic) => addresses.some(own => own.split('/')[0] === cidr?.split('/')[0])
  const candidates = candidatesOf(nics)
  const nic =
    name === undefined
      ? (nics.find(holds) ?? (candidates.length === 1 ? candidates[0] : undefined))
      : nics.find(each => each.name === name)
  if (!nic) {
    if (name !== undefined) {
      const names = nics.flatMap(each => (each.kind === 'other' ? [] : each.name)).join(', ')
      const commands = candidatesOf(nics).flatMap(each => cures.take(each.name))
      return { findings: [{ code: 'interface.unknown', about: { name, names }, commands }] }
    }
    if (candidates.length === 0) return { findings: [{ code: 'interface.none' }] }
    const names = candidates.map(each => each.name).join(', ')
    const commands = candidates.flatMap(each => cures.take(each.name))
    return { findings: [{ code: 'interface.choose', about: { names }, commands }] }
  }
  const findings = [...judgeWire(nic, nics, cures), ...judgeOthers({ nics, cidr, cures }, nic)]
  if (cidr) {
    const about = { name: nic.name, cidr }
    findings.push(
      holds(nic)
        ? { code: 'address.good', about }
        : { code: 'address.missing', about, commands: cures.address(nic, cidr) },
    )
  }
  return { findings, nic }
}

/** Interfaces that may have the phone's cable: those with a link, if any has one; what is made of software only where no hardware is. */
export function candidatesOf(nics: readonly Nic[]): Nic[] {
  const cables = nics.filter(({ kind }) => kind === 'cable')
  const all = cables.length > 0 ? cables : nics.filter(({ kind }) => kind === 'virtual')
  const plugged = all.filter(({ up }) => up)
  return plugged.length > 0 ? plugged : all
}

export function judgeWire({ name, up, kind, ipv6 }: Nic, nics: readonly Nic[], cures: Cures): Finding[] {
  const about = { name }
  const router: Finding[] = ipv6 && kind !== 'other' ? [{ code: 'ipv6.router', about }] : []
  const cables = candidatesOf(nics).flatMap(each => cures.take(each.name))
  if (kind === 'wifi') return [{ code: 'link.wifi', about, commands: cables }]
  return up ? router : [{ code: 'link.down', about }]
}

/** Interfaces that hold an address of the network in which the phone will be: answers may leave by the wrong one. */
export function judgeOthers({ nics, cidr, cures }: Omit<NetworkQuestion, 'name'>, nic: Nic): Finding[] {
  const wanted = cidr ? [cidr] : nic.addresses
  return nics
    .filter(other => other !== nic && other.addresses.some(own => wanted.some(each => overlap(own, each))))
    .map(other => ({
      code: 'subnet.shared',
      about: { name: other.name, cidr: other.addresses.join(', ') },
      commands: cures.silence(other),
    }))
}

/** Whether one of the two networks lies in the other. */
function overlap(one: string, other: string): boolean {
  const [a, b] = [parseCidr(one), parseCidr(other)]
  return ((a.address ^ b.address) & a.mask & b.mask) === 0
}
