// The way of a phone's firmware: where a phone enters it, and what therefore is needed of it. Generator and agent agree on it here.
import type { Hop } from './manifest.ts'
import { isOlder, type Release, releaseOf } from './release.ts'

interface OnItsWay {
  route: readonly Hop[]
  running?: string | undefined
}

/** Whether a phone with this release can take the load of a hop. */
export function canTake({ oldest = '' }: Hop, runs: Release): boolean {
  const least = releaseOf(oldest)
  return !least || !isOlder(runs, least)
}

/**
 * The furthest hop that a phone can take. One of which nobody knows what it runs enters at the wanted load: if it is too
 * old it refuses and is unharmed, while an older load would take a newer phone back.
 */
export function entryOf(route: readonly Hop[], runs: Release | undefined): number {
  const last = route.length - 1
  return runs ? route.findLastIndex((hop, index) => index === 0 || canTake(hop, runs)) : last
}

/** Each load once, in the order of the way. `onlyBelow`: just for a phone that turns out to run less than this. */
export function hopsNeeded(phones: readonly OnItsWay[]): { hop: Hop; onlyBelow?: string }[] {
  const needed = new Map<string, { hop: Hop; onlyBelow?: string }>()
  for (const { route, running } of phones) {
    const entry = entryOf(route, releaseOf(running ?? ''))
    for (const [index, hop] of route.entries()) {
      const onlyBelow = index < entry ? route[index + 1]?.oldest : undefined
      // What it says that it runs is new enough for the next hop.
      if (onlyBelow !== undefined && releaseOf(running ?? '')) continue
      const known = needed.get(hop.load)
      if (!known || known.onlyBelow !== undefined)
        needed.set(hop.load, { hop, ...(onlyBelow !== undefined && { onlyBelow }) })
    }
  }
  return [...needed.values()]
}
