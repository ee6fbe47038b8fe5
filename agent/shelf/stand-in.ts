// Other loads than the bundle names: one that will do as the step in between, and one that the site could name instead.
import type { Hop, ManifestPhone } from '../../schemas/manifest.ts'
import { isOlder, releaseOf } from '../../schemas/release.ts'
import type { Doubt } from './doubts.ts'
import { missingForHop } from './needed.ts'
import { type Firmware, listOf } from './twins.ts'

/** Loads whose lists are there, the newest first; of one release SIP before SCCP. */
function loadsThere(families: readonly string[], firmware: Firmware): string[] {
  const loads = [...firmware.values()].flatMap(({ name }) => /^(.+)\.loads$/i.exec(name)?.[1] ?? [])
  const begins = families.map(family => `${family}.`.toLowerCase())
  const order = (load: string) => load.slice(load.indexOf('.')) + load
  return loads
    .filter(load => begins.some(begin => load.toLowerCase().startsWith(begin)))
    .sort((a, b) => order(b).localeCompare(order(a), 'en', { numeric: true }))
}

/** A load from what the next hop takes to the release of this one will do as well; one whose images are there, if possible. */
function standInFor({ load, oldest }: Hop, next: Hop | undefined, loads: readonly string[], firmware: Firmware) {
  const [from, to] = [releaseOf(next?.oldest ?? ''), releaseOf(load)]
  if (!from || !to || listOf(load, firmware)) return undefined
  const fit = loads.flatMap(load => {
    const release = releaseOf(load)
    const hop = { load, files: [], ...(oldest !== undefined && { oldest }) }
    return release && !isOlder(release, from) && !isOlder(to, release) ? [hop] : []
  })
  return fit.find(hop => missingForHop(hop, firmware, new Set()).length === 0) ?? fit[0]
}

/** @returns the phones for this run, with the loads that stand in for steps that are not here, and what to say of it. */
export function withStandIns(phones: readonly ManifestPhone[], firmware: Firmware) {
  const said = new Map<string, Doubt['code']>()
  const own = phones.map(phone => {
    const loads = loadsThere(phone.facts.loadFamilies, firmware)
    const route = phone.route.map((hop, index) => {
      const other = standInFor(hop, phone.route[index + 1], loads, firmware)
      if (other) said.set(`${hop.load} → ${other.load}`, 'firmware.stand-in')
      return other ?? hop
    })
    // For the wanted load none stands in, but another release of it may be named in the site.
    const wanted = route.at(-1)?.load ?? ''
    const [family = ''] = wanted.split('.')
    const other = loadsThere([family], firmware).find(load => !route.some(hop => hop.load === load))
    if (other && !listOf(wanted, firmware)) said.set(`${wanted} → load: ${other}`, 'firmware.other-release')
    return { ...phone, route }
  })
  return { phones: own, said }
}
