// The one rule that decides to which phone a request belongs, by the address it comes from. What belongs to none gets nothing.
import type { Remote } from '../remote.ts'
import type { Neighbours } from './neighbours.ts'
import type { Phone, Roster } from './roster.ts'

export type Attribution =
  | { phone: Phone }
  /** `stranger`: no phone of the bundle; `conflict`: the lease says one device and the wire another. */
  | { phone: undefined; why: 'stranger' | 'conflict'; mac?: string }

/** Injected, so that a rehearsal on loopback needs no bypass: there it looks in a table of its own. */
export type Attribute = (remote: Remote) => Attribution

export interface AttributionSources {
  roster: Roster
  /** The MAC that holds our lease on the address. */
  leaseHolder(address: string): string | undefined
  neighbours: Neighbours
  /** `--phone MAC=IP`. */
  told: ReadonlyMap<string, string>
}

/** By our lease, else by the neighbour table, else by `--phone`. Where lease and table disagree, somebody took the address. */
export function createAttribution({ roster, leaseHolder, neighbours, told }: AttributionSources): Attribute {
  const toldByAddress = new Map([...told].map(([mac, address]) => [address, mac]))
  return ({ address }) => {
    const leased = leaseHolder(address)
    const seen = neighbours(address)
    if (leased && seen && leased !== seen) return { phone: undefined, why: 'conflict', mac: seen }
    const mac = leased ?? seen ?? toldByAddress.get(address)
    const phone = mac === undefined ? undefined : roster.find(mac)
    return phone ? { phone } : { phone: undefined, why: 'stranger', ...(mac && { mac }) }
  }
}
