// Puts a site over its preset: maps are merged at every depth, lists and all else are replaced whole.
import { isRecord } from './read.ts'

/** The result is new and shares no map with its sources; a key such as `__proto__` stays an ordinary key. */
export function merge(under: unknown, over: unknown): unknown {
  if (!isRecord(over) || !isRecord(under)) return over
  const merged = new Map(Object.entries(under))
  for (const [key, value] of Object.entries(over)) {
    merged.set(key, merged.has(key) ? merge(merged.get(key), value) : value)
  }
  return Object.fromEntries(merged)
}
