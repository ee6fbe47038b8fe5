// Watches for other DHCP servers while we serve, and lets ours speak only after a look that found none.
import type { RivalLook } from '../dhcp/rival.ts'
import type { Emit } from '../events.ts'

export interface RivalWatchOptions {
  look(): Promise<RivalLook>
  emit: Emit
  /** Nothing could be found out, which counts as found. */
  onBlind(error: Error): void
  pauseDhcp(on: boolean): void
  /** A look found something else than the one before. */
  onChange(alone: boolean): void
}

export interface RivalWatch {
  /** True from a look that found nobody until something makes another one necessary. */
  alone(): boolean
  look(): Promise<void>
  /** Something may have changed on the wire (a rival's offer was taken, the cable was moved): silence until the next look. */
  suspect(): void
  /** To be called about every second; looks again when it is time. */
  tick(): void
}

const EVERY_MS = 60_000

export function watchRivals({ look: askAround, emit, onBlind, pauseDhcp, onChange }: RivalWatchOptions): RivalWatch {
  let alone = false
  let found: boolean | undefined
  let suspected = false
  let looking = false
  let looked = 0
  const watch: RivalWatch = {
    alone: () => alone,
    async look() {
      if (looking) return
      looking = true
      suspected = false
      const look = await askAround()
      looking = false
      looked = performance.now()
      if (look.result === 'found')
        for (const { server, from } of look.servers) emit({ event: 'dhcp.rival', server: server || from })
      if (look.result === 'could-not-look') onBlind(look.error)
      const before = found
      found = look.result !== 'none'
      alone = !found && !suspected
      pauseDhcp(!alone)
      if (before !== undefined && before !== found) onChange(!found)
    },
    suspect() {
      suspected = true
      alone = false
      pauseDhcp(true)
    },
    tick() {
      if (suspected || performance.now() - looked > EVERY_MS) void watch.look()
    },
  }
  return watch
}
