// Which registrar the phones are given: the kind's defaults, and what the site says otherwise.
import { IPV4, ipv4ToNumber, isHostOf, parseCidr } from '../../schemas/ipv4.ts'
import type { Site } from '../../schemas/site.ts'
import { REGISTRARS, registrarKind } from '../catalog/registrars.ts'
import type { Plan, Report } from './plan.ts'
import { doubtRegistrar } from './registrar-doubts.ts'

/** @returns undefined when its kind is missing or unknown, which was reported. */
export function planRegistrar({ registrar, network }: Site, report: Report): Plan['registrar'] | undefined {
  const { kind, address, port, transport, nat = false, expires, outboundProxy } = registrar
  // Not in the schema, because an editor that shows the site does not know what the preset says.
  if (kind === undefined) {
    report({ code: 'site.missing', path: ['registrar', 'kind'], details: { key: 'kind' } })
    return undefined
  }
  const facts = registrarKind(kind)
  if (!facts) {
    const known = REGISTRARS.map(entry => entry.kind).join(', ')
    report({ code: 'site.registrar-unknown', path: ['registrar', 'kind'], details: { known } })
    return undefined
  }
  const path = ['registrar', 'address']
  if (!IPV4.test(address)) {
    if (facts.keepsTime) report({ code: 'site.registrar-name', path })
  } else if (!isHostOf(ipv4ToNumber(address), parseCidr(network.agent)))
    report({ code: 'site.registrar-network', path })
  const details = { registrar: facts.name }
  if (facts.certainty === 'U') report({ code: 'site.registrar-uncertain', path: ['registrar', 'kind'], details })
  const used = transport ?? facts.transport
  if (used === 'udp' && facts.losesCallsOnUdp)
    report({ code: 'site.transport', path: ['registrar', 'transport'], details })
  doubtRegistrar({ registrar, network }, facts, report)
  return {
    ...facts,
    ...{ address, port: port ?? facts.port, transport: used, nat, expires },
    ...(outboundProxy !== undefined && { outboundProxy }),
  }
}
