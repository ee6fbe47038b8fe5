// Watches for other DHCP servers while we serve, and lets ours speak only while none was found.
import type { RivalProbe } from '../dhcp/rival.ts'
import type { Emit } from '../events.ts'

export interface RivalWatchOptions {
  probe: RivalProbe
  emit: Emit
  /** Nothing could be found out, which counts as found. */
  onBlind(error: Error): void
  /** A look found something else than the one before; the first look reports only that nobody is there. */
  onChange(alone: boolean): void
  now?: () => number
}

export interface RivalWatch {
  /** True once a look found nobody, until one finds somebody. */
  alone(): boolean
  look(): Promise<void>
  /** Something on the wire makes a new look worth while: a rival's offer was taken, or the link came up. */
  suspect(): void
  /** To be called about every second; looks again when it is time. */
  tick(): void
}

const EVERY_MS = 60_000

export function watchRivals({ probe, emit, onBlind, onChange, now = Date.now }: RivalWatchOptions): RivalWatch {
  let alone = false
  let suspected = false
  let looking = false
  let looked = 0
  const watch: RivalWatch = {
    alone: () => alone,
    async look() {
      if (looking) return
      looking = true
      suspected = false
      const found = await probe.look()
      looking = false
      looked = now()
      if (found.result === 'found')
        for (const { server, from } of found.servers) emit({ event: 'dhcp.rival', server: server || from })
      if (found.result === 'could-not-look') onBlind(found.error)
      const before = alone
      alone = found.result === 'none'
      if (alone !== before) onChange(alone)
    },
    suspect() {
      suspected = true
    },
    tick() {
      if (suspected || now() - looked > EVERY_MS) void watch.look()
    },
  }
  return watch
}
