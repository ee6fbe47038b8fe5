// What may fail without harm, where what went wrong does not matter.

/** @returns undefined for whatever it throws. */
export function attempt<T>(run: () => T): T | undefined {
  try {
    return run()
  } catch {
    return undefined
  }
}
