// How fast the images of a load go over, and how long that still takes.

/** `bytesPerSecond` and `secondsLeft` are missing until enough was seen to say so. */
export interface Pace {
  percent: number
  bytesPerSecond?: number
  secondsLeft?: number
}

/** A phone erases its flash between images and is silent for seconds; a window that is too short would jump. */
const WINDOW_MS = 20_000
const SURE_MS = 2000

export interface PaceMaker {
  /** @param done bytes of all images so far. */
  at(done: number, now: number): Pace
}

/** @param total bytes of all images of the load; 0 when nobody knows. */
export function createPace(total: number): PaceMaker {
  const samples: { done: number; now: number }[] = []
  return {
    at(done, now) {
      samples.push({ done, now })
      while (now - (samples[0]?.now ?? now) > WINDOW_MS) samples.shift()
      const percent = total > 0 ? Math.min(100, Math.floor((done / total) * 100)) : 0
      const [first] = samples
      const ms = first ? now - first.now : 0
      const bytes = first ? done - first.done : 0
      if (ms < SURE_MS || bytes <= 0) return { percent }
      const rate = (bytes / ms) * 1000
      return {
        percent,
        bytesPerSecond: Math.round(rate),
        ...(total > 0 && { secondsLeft: Math.ceil(Math.max(0, total - done) / rate) }),
      }
    },
  }
}
