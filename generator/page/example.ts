// The example that the page opens with: `examples/fritzbox-7975g.yaml`, word for word (a test compares them).

export const EXAMPLE = `# yaml-language-server: $schema=../schemas/json/site.json
site: home
preset: fritzbox-de                    # built-in name, short id, or share link
registrar: { address: 192.168.178.1 }  # the Fritz!Box
network:
  agent: 192.168.178.1/24              # the laptop takes the Fritz!Box's address while it flashes
  leases: 192.168.178.201-192.168.178.220  # outside the Fritz!Box's own pool; at most 30 minutes each
phones:
  - model: CP-7975G
    mac: 00:1D:45:2D:2B:F0             # or \`any\`: claimed by the first matching phone that asks
    running: SCCP75.8-3-4S             # the load it runs now, if known
    load: SIP75.9-4-2SR3-1S            # the load it shall run (a preset usually says it)
    label: Buero
    lines:
      - { username: Line1, password: { secret: line1 }, label: Line 1 }
      - { username: Line2, password: { secret: line2 }, label: Line 2 }
    keys:
      - { dial: "**600", label: Anrufbeantworter }
`
