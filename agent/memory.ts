// Keeps a long run small. What the datagrams of a room of phones leave behind would otherwise lie until the heap has tripled.
import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** A whole collection takes ten milliseconds; so much is worth one. */
const WASTE = 3_000_000

/** @returns to be called now and then, a few times a second at most. */
export function createSweeper(): () => void {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  let least = Number.POSITIVE_INFINITY
  return () => {
    const used = getHeapStatistics().used_heap_size
    least = Math.min(least, used)
    if (used - least < WASTE || typeof collect !== 'function') return
    collect()
    least = getHeapStatistics().used_heap_size
  }
}
