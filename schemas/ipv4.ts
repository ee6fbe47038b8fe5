// IPv4 addresses as text and as unsigned 32-bit numbers, and the arithmetic of subnets.

const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'

/** Dotted decimal without leading zeros (which some readers take for octal). */
export const IPV4 = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}$`)

/** An address with its prefix length, `192.168.178.1/24`. A phone's network has at least two hosts: /1 to /30. */
export const CIDR = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}/(?:[1-9]|[12]\\d|30)$`)

/** `192.168.178.1` → 3232281089. The text must match {@link IPV4}. */
export function ipv4ToNumber(text: string): number {
  return text.split('.').reduce((number, octet) => number * 256 + Number(octet), 0)
}

/** 3232281089 → `192.168.178.1`. */
export function ipv4FromNumber(number: number): string {
  return [number >>> 24, (number >>> 16) & 255, (number >>> 8) & 255, number & 255].join('.')
}

/** The parts of a network as numbers. */
export interface Subnet {
  address: number
  prefix: number
  mask: number
  network: number
  broadcast: number
}

/** `192.168.178.1/24` → its parts. The text must match {@link CIDR}. */
export function parseCidr(text: string): Subnet {
  const [ip = '', length = ''] = text.split('/')
  const prefix = Number(length)
  const address = ipv4ToNumber(ip)
  const mask = (-1 << (32 - prefix)) >>> 0
  const network = (address & mask) >>> 0
  return { address, prefix, mask, network, broadcast: (network | ~mask) >>> 0 }
}

/** Whether a host may have this address in the subnet: inside, and neither the network's nor the broadcast address. */
export function isHostOf(address: number, subnet: Subnet): boolean {
  return address > subnet.network && address < subnet.broadcast
}
