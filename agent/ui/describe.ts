// A bundle in facts that a person should see before anything is served or asked for.

import { hostsOf } from '../../schemas/bundle/hosts.ts'
import type { Bundle } from '../../schemas/bundle/open.ts'
import type { TrustedBy } from '../bundle/open.ts'
import type { AgentEvent } from '../events.ts'

export function describeBundle(bundle: Bundle & { trustedBy: TrustedBy }): AgentEvent & { event: 'agent.bundle' } {
  const { manifest, signedBy, root, trustedBy } = bundle
  return {
    event: 'agent.bundle',
    site: manifest.site.id,
    name: manifest.site.name,
    issuer: manifest.issuer,
    signedBy,
    root,
    trustedBy,
    issued: manifest.issued,
    registrar: `${manifest.registrar.address}:${manifest.registrar.port}`,
    hosts: hostsOf(bundle),
    phones: manifest.phones.map(({ mac, model, label = '', route, lines }) => ({
      mac,
      model,
      label,
      load: route.at(-1)?.load ?? '',
      lines: lines.map(line => line.username),
    })),
  }
}
