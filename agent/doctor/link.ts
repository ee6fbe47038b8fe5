// The state of a network interface as far as the system tells without asking for rights: unknown, down, or up with addresses.
import { existsSync, readFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'

export type Link = { state: 'unknown' } | { state: 'down' } | { state: 'up'; addresses: string[] /* CIDR */ }

/**
 * `os.networkInterfaces()` leaves out an interface about a second after its cable is gone, although it still has its
 * address; so a name that is missing there is unknown only if the system does not know it either.
 */
export function linkOf(name: string): Link {
  const known = addressesOf(name)
  const addresses = known ?? []
  if (process.platform !== 'linux') {
    // No unprivileged way to tell a missing name from a missing cable there; waiting for the cable says what it waits for.
    // One with a link has at least an IPv6 address of its own making.
    return known ? { state: 'up', addresses } : { state: 'down' }
  }
  if (!/^[^/\s]{1,15}$/.test(name) || !existsSync(`/sys/class/net/${name}`)) return { state: 'unknown' }
  return hasCarrier(name) ? { state: 'up', addresses } : { state: 'down' }
}

/** CIDR, of IPv4; undefined for an interface that the system does not show. */
export const addressesOf = (name: string): string[] | undefined =>
  networkInterfaces()[name]?.flatMap(({ family, cidr }) => (family === 'IPv4' && cidr ? [cidr] : []))

/** Reading `carrier` fails while an interface is administratively down. */
function hasCarrier(name: string): boolean {
  try {
    return readFileSync(`/sys/class/net/${name}/carrier`, 'utf8').trim() === '1'
  } catch {
    return false
  }
}

/** The interface that holds an address now, or undefined. */
export function interfaceWith(address: string): string | undefined {
  return Object.entries(networkInterfaces()).find(([, entries]) =>
    entries?.some(entry => entry.family === 'IPv4' && entry.address === address),
  )?.[0]
}
