// What the doctor has to know of a computer, as plain facts, and who reads them on which system.
import { networkInterfaces } from 'node:os'
import { readLinux } from './linux.ts'
import { readMac } from './mac.ts'
import { readWindows } from './windows.ts'

export interface Nic {
  /** As the system and `--interface` call it. */
  name: string
  /** What a person knows it by, if that is something else. */
  label: string
  /** `virtual` is made of software and may lead to a phone, where there is no cable; `other` leads to none: a tunnel, a mobile network. */
  kind: 'cable' | 'wifi' | 'virtual' | 'other'
  up: boolean
  /** Mbit/s, where the system tells. */
  speed?: number | undefined
  /** IPv4, with prefix lengths. */
  addresses: string[]
  /** Whether a router announced itself by IPv6: it has a global address. */
  ipv6: boolean
  /** NetworkManager takes addresses away from such an interface that it did not set itself. */
  managed?: boolean
}

export interface Firewall {
  name: 'ufw' | 'firewalld' | 'nft' | 'iptables' | 'iptables-legacy' | 'Windows' | 'macOS'
  on: boolean
  /** Whether a rule lets our ports or our program through, where that can be read. */
  open?: boolean
  /** Names of rules that shut our program out whatever else is allowed. */
  shut?: string[]
  /** Whether its rules surely drop what a phone asks. */
  drops?: boolean
  /** The chains that do, or may: `inet filter input`. */
  gates?: string[]
}

/** Who holds a port. */
export interface Holder {
  port: number
  name: string
  pid: number
  /** The service that would start it again. */
  service?: string | null | undefined
}

export interface Computer {
  nics: Nic[]
  firewall?: Firewall | undefined
  /** It has a battery, so that it goes to sleep by itself. */
  sleeps: boolean
  holders: Holder[]
}

export interface Ports {
  udp: readonly number[]
  tcp: readonly number[]
}

/** Name → addresses, of what the runtime knows of interfaces. */
export type Known = ReadonlyMap<string, Pick<Nic, 'addresses' | 'ipv6'>>

/** Linux tells without a subprocess, within milliseconds; the others are asked with one, which takes a second or more. */
export async function readComputer(ports: Ports): Promise<Computer> {
  const read = { win32: readWindows, darwin: readMac }[process.platform as string] ?? readLinux
  return read(ports, knownAddresses())
}

/** Without loopback. */
const knownAddresses = (): Known =>
  new Map(
    Object.entries(networkInterfaces()).flatMap(([name, entries = []]) => {
      const addresses = entries.flatMap(({ family, cidr }) => (family === 'IPv4' && cidr ? [cidr] : []))
      const ipv6 = entries.some(({ family, address }) => family === 'IPv6' && /^[23]/.test(address))
      return entries.some(({ internal }) => internal) ? [] : [[name, { addresses, ipv6 }]]
    }),
  )

/** What a system says of interfaces, with the addresses that the runtime knows. */
export const withAddresses = (nics: readonly Omit<Nic, 'addresses' | 'ipv6'>[], known: Known): Nic[] =>
  nics.map(nic => ({ ...nic, ...(known.get(nic.name) ?? { addresses: [], ipv6: false }) }))

/** When a system does not answer: every interface that the runtime knows may be the one. */
export const asRuntimeKnows = (known: Known): Nic[] =>
  [...known].map(([name, addresses]) => ({ name, label: name, kind: 'cable', up: true, ...addresses }))
