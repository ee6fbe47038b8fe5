// The state of a network interface as far as the system tells without asking for rights: unknown, down, or up with addresses.
import { existsSync, readFileSync } from 'node:fs'
import { networkInterfaces } from 'node:os'

export type Link = { state: 'unknown' } | { state: 'down' } | { state: 'up'; addresses: string[] /* CIDR */ }

/**
 * `os.networkInterfaces()` leaves out an interface about a second after its cable is gone, although it still has its
 * address; so a name that is missing there is unknown only if the system does not know it either.
 */
export function linkOf(name: string): Link {
  const addresses = (networkInterfaces()[name] ?? []).flatMap(({ family, cidr }) =>
    family === 'IPv4' && cidr ? [cidr] : [],
  )
  if (process.platform !== 'linux') {
    // No unprivileged way to tell a missing name from a missing cable there; waiting for the cable says what it waits for.
    return addresses.length > 0 ? { state: 'up', addresses } : { state: 'down' }
  }
  if (!/^[^/\s]{1,15}$/.test(name) || !existsSync(`/sys/class/net/${name}`)) return { state: 'unknown' }
  return hasCarrier(name) ? { state: 'up', addresses } : { state: 'down' }
}

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

/** Names of the interfaces that could lead to a phone: all but loopback. */
export function candidates(): string[] {
  return Object.entries(networkInterfaces()).flatMap(([name, entries]) =>
    entries?.some(entry => entry.internal) ? [] : [name],
  )
}
