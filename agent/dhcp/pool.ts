// Which addresses may be given, and which of them a client gets: its fixed one, the one it had, the first free one from its place in the site upwards.
import { ipv4FromNumber, ipv4ToNumber, isHostOf, parseCidr } from '../../schemas/ipv4.ts'
import type { Leases } from './leases.ts'

/** The network that is served, as the bundle describes it. */
export interface ServedNetwork {
  /** The agent's own address: server identifier, TFTP server and `siaddr`. */
  address: string
  prefix: number
  first?: string
  last?: string
  leaseSeconds: number
  router?: string
  dns: readonly string[]
  ntp: readonly string[]
  /** Addresses that belong to somebody: those that are fixed for phones of the bundle. */
  reserved?: readonly string[]
}

/** What a client may ask of the pool: its fixed address, or its place among the phones that have none. */
export interface Wish {
  mac: string
  fixed?: string
  place?: number
  /** Its place is behind the phones': theirs are not for it, even when nothing else is left. */
  guest?: boolean
}

export interface Pool {
  /** Whether an address lies in the served subnet. */
  contains(address: string): boolean
  /** The address that a client is to have; undefined when none is left. */
  choose(wish: Wish): string | undefined
  /** Whether a client may keep this address. */
  mayHave(address: string, wish: Wish): boolean
}

export function createPool(network: ServedNetwork, leases: Leases): Pool {
  const subnet = parseCidr(`${network.address}/${network.prefix}`)
  const taken = [network.address, network.router, ...network.dns, ...network.ntp, ...(network.reserved ?? [])]
  const first = network.first ? ipv4ToNumber(network.first) : 1
  const last = network.last ? ipv4ToNumber(network.last) : 0
  // What belongs to others is no place.
  const others = new Set(taken.flatMap(address => (address === undefined ? [] : [ipv4ToNumber(address)])))
  const inTheWay = [...others].filter(number => number >= first && number <= last).sort((a, b) => a - b)
  const atPlace = (place: number) => inTheWay.reduce((at, other) => (other <= at ? at + 1 : at), first + place)
  const isInPool = (number: number) =>
    number >= first && number <= last && isHostOf(number, subnet) && !others.has(number)
  const mayHave = (address: string, { mac, fixed, place = 0, guest }: Wish) => {
    if (fixed !== undefined) return address === fixed
    const number = ipv4ToNumber(address)
    return isInPool(number) && !(guest && number < atPlace(place)) && leases.isFree(address, mac)
  }
  /** Written out once: who asks in a full room looks at all of it. */
  const texts: string[] = []
  const toText = (number: number) => {
    const text = texts[number - first] ?? ipv4FromNumber(number)
    texts[number - first] = text
    return text
  }

  return {
    contains: address => isHostOf(ipv4ToNumber(address), subnet),
    mayHave,
    choose(wish) {
      if (wish.fixed !== undefined) return wish.fixed
      const held = leases.byMac(wish.mac)
      if (held && mayHave(held.address, wish)) return held.address
      const own = atPlace(wish.place ?? 0)
      const lowestFree = (from: number, to: number) => {
        for (let number = from; number <= to; number++) {
          if (isInPool(number) && leases.isFree(toText(number), wish.mac)) return toText(number)
        }
        return undefined
      }
      return lowestFree(own, last) ?? (wish.guest ? undefined : lowestFree(first, Math.min(own - 1, last)))
    },
  }
}
