// Who holds which address, and until when. One lease per MAC, one MAC per address.

export interface Lease {
  mac: string
  address: string
  /** Milliseconds since 1970. */
  expires: number
  state: 'offered' | 'bound'
}

export interface LeasesOptions {
  now(): number
  /** Called after every change that a restart must remember. */
  onChange?(): void
}

/** An address that a client found in use stays out of the pool for this long. */
const QUARANTINE_MS = 10 * 60_000

export class Leases {
  readonly #byMac = new Map<string, Lease>()
  readonly #byAddress = new Map<string, Lease>()
  readonly #quarantine = new Map<string, number>()
  readonly #now: () => number
  readonly #onChange: () => void

  constructor({ now, onChange = () => {} }: LeasesOptions) {
    this.#now = now
    this.#onChange = onChange
  }

  /** The bound lease on an address that has not run out: whose requests come from there. */
  byAddress(address: string): Lease | undefined {
    const lease = this.#byAddress.get(address)
    return lease?.state === 'bound' && lease.expires > this.#now() ? lease : undefined
  }

  /** What a client holds or last held, also when it has run out: it gets the same again while nobody else has it. */
  byMac(mac: string): Lease | undefined {
    return this.#byMac.get(mac)
  }

  /** Whether a client may have the address: nobody else holds it, and nobody found it in use lately. */
  isFree(address: string, mac: string): boolean {
    const lease = this.#byAddress.get(address)
    if (lease && lease.mac !== mac && lease.expires > this.#now()) return false
    return (this.#quarantine.get(address) ?? 0) <= this.#now()
  }

  /** Holds an address for a client that was offered it; what it has bound already stays bound. */
  offer(mac: string, address: string, seconds: number): void {
    const held = this.#byMac.get(mac)
    if (held?.state === 'bound' && held.address === address && held.expires > this.#now()) return
    this.#set({ mac, address, expires: this.#now() + seconds * 1000, state: 'offered' })
  }

  bind(mac: string, address: string, seconds: number): void {
    this.#set({ mac, address, expires: this.#now() + seconds * 1000, state: 'bound' })
    this.#onChange()
  }

  release(mac: string): void {
    if (this.#delete(mac)) this.#onChange()
  }

  /** The client found somebody else at the address. */
  decline(mac: string, address: string): void {
    this.#quarantine.set(address, this.#now() + QUARANTINE_MS)
    this.release(mac)
  }

  /** Bound leases, for the state file. */
  toJSON(): Lease[] {
    return [...this.#byMac.values()].filter(({ state }) => state === 'bound').map(lease => ({ ...lease }))
  }

  /** What an earlier start gave. A clock that was wrong then must not hold an address for years: no lease is longer than `seconds`. */
  restore(leases: readonly Lease[], seconds: number): void {
    const latest = this.#now() + seconds * 1000
    for (const lease of leases) this.#set({ ...lease, expires: Math.min(lease.expires, latest) })
  }

  #set(lease: Lease): void {
    this.#delete(lease.mac)
    const other = this.#byAddress.get(lease.address)
    if (other) this.#byMac.delete(other.mac)
    this.#byMac.set(lease.mac, lease)
    this.#byAddress.set(lease.address, lease)
  }

  #delete(mac: string): boolean {
    const lease = this.#byMac.get(mac)
    if (!lease) return false
    this.#byMac.delete(mac)
    this.#byAddress.delete(lease.address)
    return true
  }
}
