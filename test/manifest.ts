// A small manifest for tests of the agent's parts: one or more CP-7975G, no real signature around it.
import { configPath } from '../schemas/bundle/holes.ts'
import type { Bundle } from '../schemas/bundle/open.ts'
import type { Hole, Manifest, ManifestPhone } from '../schemas/manifest.ts'

export const MAC = '00:1d:45:2d:2b:f0'

export function phoneOf(more: Partial<ManifestPhone> = {}): ManifestPhone {
  const mac = more.mac ?? MAC
  return {
    mac,
    model: 'CP-7975G',
    facts: {
      vendorClass: 'Cisco Systems, Inc. IP Phone CP-7975G',
      lineKeys: 8,
      resetKeys: '123456789*0#',
      resetLoad: 'term75.default.loads',
      loadFamilies: ['SIP75', 'SCCP75'],
      asks: [
        { file: 'CTLSEP{MAC}.tlv', harmless: true },
        { file: 'dialplan.xml', harmless: false },
      ],
    },
    route: [{ load: 'SIP75.9-4-2SR3-1S', archive: 'cmterm-7975-sip.9-4-2SR3-1.zip', files: [] }],
    config: configPath(mac),
    lines: [{ number: 1, username: 'Line1', label: 'Line 1', secret: 'line1' }],
    ...more,
  }
}

export function manifestOf(phones: ManifestPhone[] = [phoneOf()]): Manifest {
  return {
    format: 'cp-bundle/1',
    site: { id: 'a'.repeat(52), name: 'home' },
    issuer: 'http://localhost:8787',
    generator: '0.1.0',
    issued: '2026-11-23T09:00:00Z',
    requires: [],
    network: {
      agent: '192.168.178.1/24',
      leases: { first: '192.168.178.201', last: '192.168.178.220' },
      leaseSeconds: 1800,
      dns: [],
      ntp: [],
    },
    registrar: { kind: 'fritzbox', address: '192.168.178.1', port: 5060 },
    phones,
    firmware: [],
    secrets: [
      { name: 'line1', limits: { minLength: 1, maxLength: 30, safeLength: 12, characters: 'printable-ascii' } },
    ],
    files: [],
  }
}

/** A bundle as if it had been opened: what the shelf and the station get. */
export function bundleOf(manifest: Manifest, files: Record<string, { text: string; holes?: Hole[] }>): Bundle {
  const contents = new Map(Object.entries(files).map(([path, { text }]) => [path, new TextEncoder().encode(text)]))
  return {
    manifest: {
      ...manifest,
      files: Object.entries(files).map(([path, { text, holes = [] }]) => ({
        path,
        size: text.length,
        sha256: '0'.repeat(64),
        holes,
      })),
    },
    files: contents,
    keys: { format: 'cp-keys/1', issuer: manifest.issuer, version: 1, keys: [] },
    signedBy: 'SHA256:key',
    signs: { from: '2026-01-01T00:00:00Z', until: '2027-01-01T00:00:00Z' },
    root: 'SHA256:root',
  }
}
