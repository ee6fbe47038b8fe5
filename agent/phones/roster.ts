// Who is served: the phones of the bundle, listed by MAC or claimed by one. The one rule of attribution stands here.
import type { Manifest, ManifestPhone } from '../../schemas/manifest.ts'
import type { Claims } from './claims.ts'

/** A phone with a face: its MAC is known, and the entry of the bundle is its own. */
export interface Phone {
  mac: string
  entry: ManifestPhone
}

export interface Claim {
  mac: string
  /** Index of the entry in the manifest. */
  entry: number
}

/** `listed`: a phone of the bundle, by its MAC or a claim. `place`: among the phones without a fixed address, in the order of the site; it decides which free address a phone gets. `guest`: stays behind all of them. */
export type Admission =
  | { admitted: true; listed: boolean; fixed?: string; place?: number; guest?: boolean }
  | { admitted: false; why: string }

export interface RosterOptions extends Pick<Claims, 'mayClaim'>, Partial<Pick<Claims, 'keepsFor'>> {
  manifest: Manifest
  /** From an earlier start. */
  claims: readonly Claim[]
  anyDevice: boolean
  onClaim(phone: Phone): void
}

export interface Roster {
  find(mac: string): Phone | undefined
  /** All phones that have a face. */
  known(): Phone[]
  claims(): Claim[]
  /** How many entries of the bundle still wait for a phone. */
  open(): number
  /** The rule for DHCP. A claim is made at `request`, which names our server; never at `discover`. */
  admit(client: { mac: string; vendorClass: string }, stage: 'discover' | 'request'): Admission
}

/** A class without a model: the boot loader's, or all that a 69xx says (field guide 3.1). */
const CLASS_WITHOUT_MODEL = /^Cisco Systems, Inc\.( IP Phone)?$/

export function createRoster(options: RosterOptions): Roster {
  const { phones } = options.manifest
  const byMac = new Map<string, number>()
  phones.forEach(({ mac }, index) => {
    if (mac !== 'any') byMac.set(mac, index)
  })
  const claimed = new Set<number>()
  for (const { mac, entry } of options.claims) {
    if (phones[entry]?.mac !== 'any' || byMac.has(mac) || claimed.has(entry)) continue
    byMac.set(mac, entry)
    claimed.add(entry)
  }
  const find = (mac: string): Phone | undefined => {
    const entry = phones[byMac.get(mac) ?? -1]
    return entry && { mac, entry }
  }
  const openEntries = (): number[] => {
    const taken = new Set(byMac.values())
    return phones.flatMap(({ mac }, index) => (mac === 'any' && !taken.has(index) ? [index] : []))
  }
  /** Entries that devices were about to take when a person had to be asked. */
  const asked = new Map<string, number>()
  const isKept = (index: number, mac: string) =>
    [...asked].some(([other, entry]) => entry === index && other !== mac && options.keepsFor?.(other))
  const entryFor = (vendorClass: string, open: readonly number[]): number | undefined => {
    // MPP firmware, whose class begins as that of the same model with enterprise firmware does (field guide 3.1).
    if (vendorClass.includes('-3PCC')) return undefined
    const classOf = (index: number) => phones[index]?.facts.vendorClass ?? '\0'
    // The longest, so that a 7941G-GE takes its own entry and not that of a 7941G.
    const [named] = open
      .filter(index => vendorClass.startsWith(classOf(index)) && !CLASS_WITHOUT_MODEL.test(classOf(index)))
      .sort((a, b) => classOf(b).length - classOf(a).length)
    if (named !== undefined || !CLASS_WITHOUT_MODEL.test(vendorClass)) return named
    return new Set(open.map(index => phones[index]?.model)).size === 1 ? open[0] : undefined
  }

  const withoutAddress = phones.filter(({ address }) => address === undefined)
  const places = new Map(withoutAddress.map((entry, place) => [entry, place]))
  const addressed = (entry: ManifestPhone, listed: boolean): Admission => ({
    admitted: true,
    listed,
    ...(entry.address === undefined ? { place: places.get(entry) ?? 0 } : { fixed: entry.address }),
  })

  return {
    find,
    known: () => [...byMac.keys()].flatMap(mac => find(mac) ?? []),
    claims: () => [...byMac].flatMap(([mac, entry]) => (phones[entry]?.mac === 'any' ? [{ mac, entry }] : [])),
    open: () => openEntries().length,
    admit({ mac, vendorClass }, stage) {
      const phone = find(mac)
      if (phone) return addressed(phone.entry, true)
      const open = openEntries()
      const free = open.filter(entry => !isKept(entry, mac))
      // The one that a person was asked about, as long as nobody else has it.
      const own = asked.get(mac) ?? -1
      const index = entryFor(vendorClass, free.includes(own) ? [own] : free)
      const entry = phones[index ?? -1]
      if (index !== undefined && entry) {
        if (stage === 'discover') return addressed(entry, false)
        if (!options.mayClaim(mac, entry)) {
          asked.set(mac, index)
          return { admitted: false, why: 'waits for a yes' }
        }
        asked.delete(mac)
        byMac.set(mac, index)
        options.onClaim({ mac, entry })
        return addressed(entry, true)
      }
      if (entryFor(vendorClass, open) !== undefined) return { admitted: false, why: 'waits for another' }
      if (options.anyDevice) return { admitted: true, listed: false, place: withoutAddress.length, guest: true }
      return { admitted: false, why: 'not in the bundle' }
    },
  }
}
