// The release in a load's name, which decides what a phone can take; names follow a pattern, so a load need not be known.

export type Release = readonly [major: number, minor: number, maintenance: number]

/**
 * The release in a load's name, `SCCP75.8-3-4S`, `P0S3-8-12-00` or `P0030801SR02`, or as people write it, `8.3(4)SR1`.
 * @returns undefined when there is none, as in `term75.default`.
 */
export function releaseOf(load: string): Release | undefined {
  const match =
    // 7940/60: two digits a number, later with hyphens.
    /^P0[0S]3-?(\d{1,2})-?(\d{1,2})(?:-?(\d{2}))?/i.exec(load) ??
    /(?:^|[.\s])(\d{1,2})[-.](\d{1,2})(?:[-.(](\d{1,2}))?/.exec(load)
  return match ? [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)] : undefined
}

export function isOlder(release: Release, than: Release): boolean {
  for (const [i, number] of release.entries()) {
    const other = than[i] ?? 0
    if (number !== other) return number < other
  }
  return false
}
