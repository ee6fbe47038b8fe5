// How long to wait for an ACK before sending again, learned from how long ACKs take (RFC 6298).

export interface Rto {
  /** The wait now, in ms. */
  readonly ms: number
  /** A round trip in ms; only of what was sent once, since the ACK of a repeated block may belong to either (Karn). */
  measured(roundTrip: number): void
  /** A wait was in vain: the next is twice as long. */
  expired(): void
}

/** Peers start at 1 s or more; a phone on the same cable answers in milliseconds, and too early costs one datagram. */
const START_MS = 500
/** Below this a busy laptop or a phone that writes its flash would be taken for loss. */
const FLOOR_MS = 50
const CEILING_MS = 5000

/** `ceilingMs` is the client's own `timeout` option, if it set one. */
export function createRto(ceilingMs = CEILING_MS): Rto {
  let smoothed: number | undefined
  let variation = 0
  let ms = Math.min(START_MS, ceilingMs)
  return {
    get ms() {
      return ms
    },
    measured(roundTrip) {
      if (smoothed === undefined) {
        smoothed = roundTrip
        variation = roundTrip / 2
      } else {
        variation = 0.75 * variation + 0.25 * Math.abs(smoothed - roundTrip)
        smoothed = 0.875 * smoothed + 0.125 * roundTrip
      }
      ms = Math.min(Math.max(smoothed + 4 * variation, FLOOR_MS), ceilingMs)
    },
    expired() {
      ms = Math.min(ms * 2, ceilingMs)
    },
  }
}
