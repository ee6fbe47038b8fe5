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

/** What follows the release: SR and builds. `SR4-3S` → [4, 3, 0], `-0201-246` → [0, 201, 246], `-3SR2` → [2, 3, 0]. */
function serviceOf(load: string): Release | undefined {
  const match = /(?:^|\.)\d+-\d+(?:-\d+)?((?:-\d+)*)(?:SR(\d+))?((?:-\d+)*)S?$/i.exec(load)
  if (!match) return undefined
  const [, before = '', service = '0', after = ''] = match
  const [, build = '0', more = '0'] = (before + after).split('-')
  return [Number(service), Number(build), Number(more)]
}

/**
 * Whether a load is newer than another one of its family, down to service release and build: 9.4(2)SR4 than 9.4(2)SR3.
 * @returns undefined when their names do not tell, as between `9-4-2ES26` and `9-4-2SR3-1S`.
 */
export function isNewer(load: string, than: string): boolean | undefined {
  const [release, other] = [releaseOf(load), releaseOf(than)]
  if (!release || !other) return undefined
  if (isOlder(other, release)) return true
  if (load === than || isOlder(release, other)) return false
  const [service, otherService] = [serviceOf(load), serviceOf(than)]
  return service && otherService && isOlder(otherService, service)
}
