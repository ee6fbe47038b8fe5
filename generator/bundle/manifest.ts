// The manifest of a bundle: from the plan and its files to what the agent is told.
import { sha256Hex } from '../../schemas/bundle/open.ts'
import { Manifest } from '../../schemas/manifest.ts'
import type { PhoneFile } from '../files/xml.ts'
import type { Plan, PlannedPhone } from '../plan/plan.ts'
import { VERSION } from '../version.ts'

export interface ManifestNames {
  /** Site id, 52 characters. */
  id: string
  name: string
  /** An origin. */
  issuer: string
  /** UTC to the second. */
  issued: string
}

/**
 * Members stand in the order of the format, so that the same plan gives the same bytes.
 * @throws ZodError when the plan does not fit the format: a fault of the generator.
 */
export async function toManifest(plan: Plan, files: readonly PhoneFile[], names: ManifestNames): Promise<Manifest> {
  const { id, name, issuer, issued } = names
  const { registrar } = plan
  const listed = files.map(async ({ path, bytes, holes }) => ({
    path,
    size: bytes.length,
    sha256: await sha256Hex(bytes),
    holes,
  }))
  return Manifest.parse({
    format: 'cp-bundle/1',
    site: { id, name },
    issuer,
    generator: VERSION,
    issued,
    requires: [],
    network: plan.network,
    registrar: { kind: registrar.kind, address: registrar.address, port: registrar.port },
    phones: plan.phones.map(toManifestPhone),
    firmware: plan.firmware,
    secrets: plan.secrets,
    files: await Promise.all(listed),
  } satisfies Manifest)
}

function toManifestPhone(phone: PlannedPhone): Manifest['phones'][number] {
  const { mac, model, label, address, running, facts, route, config, lines } = phone
  return {
    mac,
    model,
    ...(label !== undefined && { label }),
    ...(address !== undefined && { address }),
    ...(running !== undefined && { running }),
    facts,
    route,
    config,
    lines: lines.map(({ number, username, label: text, secret }) => ({ number, username, label: text, secret })),
  }
}
