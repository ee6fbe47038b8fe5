// Which registrar the phones are given: the kind's defaults, and what the site says otherwise.
import type { Site } from '../../schemas/site.ts'
import { REGISTRARS, registrarKind } from '../catalog/registrars.ts'
import type { Plan, Report } from './plan.ts'

export function planRegistrar({ registrar }: Site, report: Report): Plan['registrar'] | undefined {
  const { kind, address, port, transport } = registrar
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
  return { ...facts, address, port: port ?? facts.port, transport: transport ?? facts.transport }
}
