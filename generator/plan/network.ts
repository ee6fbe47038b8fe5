// The network while the phones are flashed: the laptop's address, the leases, and that nothing in it collides.
import { IPV4, ipv4FromNumber, ipv4ToNumber, isHostOf, parseCidr, type Subnet } from '../../schemas/ipv4.ts'
import type { Manifest } from '../../schemas/manifest.ts'
import type { Site } from '../../schemas/site.ts'
import type { Report } from './plan.ts'

/** As the agent serves it. A range that is none is reported and left out. */
export function planNetwork(site: Site, report: Report): Manifest['network'] {
  const { agent, leases, leaseMinutes, router, dns, ntp } = site.network
  const subnet = parseCidr(agent)
  if (!isHostOf(subnet.address, subnet)) report({ code: 'site.agent', path: ['network', 'agent'] })
  const range = leases === undefined ? undefined : toRange(leases, subnet)
  if (leases !== undefined && !range) report({ code: 'site.leases', path: ['network', 'leases'] })
  if (range && range.first <= subnet.address && subnet.address <= range.last) {
    report({ code: 'site.leases-agent', path: ['network', 'leases'] })
  }
  const fixed = checkFixed(site, subnet, report)
  if (leases === undefined || range) checkPool(site, range, fixed, report)
  return {
    agent,
    ...(range && { leases: { first: ipv4FromNumber(range.first), last: ipv4FromNumber(range.last) } }),
    leaseSeconds: leaseMinutes * 60,
    ...(router !== undefined && { router }),
    dns,
    // DHCP has room for addresses only; the phone's own configuration has the names, too.
    ntp: ntp.filter(server => IPV4.test(server)),
  }
}

interface Range {
  first: number
  last: number
}

function toRange(text: string, subnet: Subnet): Range | undefined {
  const [from = '', to = '', ...more] = text.split('-')
  if (more.length > 0 || !IPV4.test(from) || !IPV4.test(to)) return undefined
  const [first, last] = [ipv4ToNumber(from), ipv4ToNumber(to)]
  return first <= last && isHostOf(first, subnet) && isHostOf(last, subnet) ? { first, last } : undefined
}

/** @returns the fixed addresses of phones. */
function checkFixed({ phones }: Site, subnet: Subnet, report: Report): Set<number> {
  const fixed = new Set<number>()
  for (const [index, { address }] of phones.entries()) {
    if (address === undefined) continue
    const path = ['phones', index, 'address']
    const number = ipv4ToNumber(address)
    if (!isHostOf(number, subnet) || number === subnet.address) report({ code: 'site.phone-address', path })
    else if (fixed.has(number)) report({ code: 'site.phone-address-twice', path })
    fixed.add(number)
  }
  return fixed
}

/** Every phone without a fixed address needs one of the pool that is nobody's. */
function checkPool({ phones }: Site, range: Range | undefined, fixed: Set<number>, report: Report): void {
  const floating = phones.flatMap(({ address }, index) => (address === undefined ? [index] : []))
  if (!range) {
    for (const index of floating) report({ code: 'site.leases-missing', path: ['phones', index] })
    return
  }
  const taken = [...fixed].filter(number => number >= range.first && number <= range.last).length
  const have = range.last - range.first + 1 - taken
  if (have < floating.length) {
    const details = { have: String(have), need: String(floating.length) }
    report({ code: 'site.leases-few', path: ['network', 'leases'], details })
  }
}
