// What the doctor may find of interfaces, addresses, ports and other servers, brought about on a wire of its own.
import type { ChildProcess } from 'node:child_process'
import { type Case, type Hands, inPlaceOf, nobody } from './walk.ts'
import { AGENT_CIDR, systemNode } from './wire.ts'

/** A second interface with a link and an address. */
const second = ({ wire, undo }: Hands, address?: string) => {
  wire.ip('agent', 'link', 'add', 'eth9', 'type', 'veth', 'peer', 'name', 'far')
  undo(() => wire.ip('agent', 'link', 'delete', 'eth9'))
  for (const end of ['eth9', 'far']) wire.ip('agent', 'link', 'set', end, 'up')
  // What the far end is part of leads elsewhere.
  wire.ip('agent', 'link', 'add', 'br9', 'type', 'bridge')
  undo(() => wire.ip('agent', 'link', 'delete', 'br9'))
  wire.ip('agent', 'link', 'set', 'far', 'master', 'br9')
  if (address) wire.ip('agent', 'address', 'add', address, 'dev', 'eth9')
}

const withoutAddress = ({ wire, undo }: Hands) => {
  wire.ip('agent', 'address', 'flush', 'dev', 'eth0')
  undo(() => wire.ip('agent', 'address', 'replace', AGENT_CIDR, 'dev', 'eth0'))
}

const unplugged = ({ wire, undo }: Hands) => {
  wire.plug('agent', false)
  undo(() => wire.plug('agent', true))
}

const listening = async ({ wire, undo }: Hands, port: number, script: string) => {
  const other: ChildProcess = wire.spawn('agent', systemNode(), ['-e', `process.title = 'greedy'; ${script}`])
  await new Promise(resolve => other.stdout?.once('data', resolve))
  undo(() => other.kill('SIGKILL'))
  return port
}
const datagrams = (port: number) => `require('node:dgram').createSocket('udp4').bind(${port}, () => console.log('up'))`
const connections = (port: number) => `require('node:net').createServer().listen(${port}, () => console.log('up'))`
const ending = async ({ wire, finding, type }: Parameters<NonNullable<Case['byHand']>>[0]) => {
  const [command = ''] = finding.commands
  // A test may run in a session that is a service of the system, which nobody shall stop.
  const pid = /\bkill (\d+)$/.exec(command)?.[1]
  if (!pid) throw new Error(`not tried: ${command}`)
  type(command)
  for (let i = 0; i < 40 && wire.run('agent', 'kill', ['-0', pid]).status === 0; i++)
    await new Promise(resolve => setTimeout(resolve, 50))
}

export const OF_THE_WIRE = {
  'interface.seen': 'well',
  'address.good': 'well',
  'port.free': 'well',
  'dhcp.alone': 'well',
  'interface.none': [
    {
      name: 'a computer without any: an adapter is plugged in',
      provoke: ({ around }) =>
        around('unshare', '--net', '--mount', 'sh', '-c', 'mount -t sysfs none /sys && exec "$@"', 'sh'),
      byHand: ({ around }) => around(),
    },
  ],
  'interface.unknown': [{ name: 'a name with a slip of the finger', options: ['--interface', 'eth7'] }],
  'interface.choose': [
    {
      name: 'two cables',
      provoke(hands) {
        withoutAddress(hands)
        second(hands)
      },
    },
  ],
  'link.down': [
    {
      name: 'the cable is out',
      provoke: unplugged,
      byHand: ({ wire }) => wire.plug('agent', true),
    },
  ],
  'link.wifi': [
    {
      name: 'the address is at a Wi-Fi (made up), and there is a cable',
      provoke(hands) {
        second(hands)
        const at = '/sys/class/net/eth0'
        const files = ['type', 'flags', 'carrier', 'ifindex'].map(file => [
          file,
          hands.wire.run('agent', 'cat', [`${at}/${file}`]).out.trim(),
        ])
        inPlaceOf(hands, '/sys/devices/virtual/net/eth0', { ...Object.fromEntries(files), 'phy80211/index': '0' })
      },
    },
  ],
  'address.missing': [{ name: 'an interface without any', provoke: withoutAddress }],
  'subnet.shared': [
    { name: 'another interface in the same network', provoke: hands => second(hands, '192.168.178.77/24') },
  ],
  'ipv6.router': [
    {
      name: 'an address of a router, which is pulled out',
      provoke({ wire, undo }) {
        wire.ip('agent', 'address', 'add', '2001:db8::7/64', 'dev', 'eth0', 'nodad')
        undo(() => void wire.run('agent', 'ip', ['-6', 'address', 'flush', 'dev', 'eth0', 'scope', 'global']))
      },
      byHand: ({ wire }) => wire.ip('agent', 'address', 'delete', '2001:db8::7/64', 'dev', 'eth0'),
    },
  ],
  'port.taken': [
    { name: '69/udp', provoke: async hands => void (await listening(hands, 69, datagrams(69))), byHand: ending },
    {
      name: '6970/tcp',
      provoke: async hands => void (await listening(hands, 6970, connections(6970))),
      byHand: ending,
    },
    {
      name: 'by a program that this user may not see: with more rights it is named',
      ...nobody,
      async provoke(hands) {
        await listening(hands, 6970, connections(6970))
        nobody.provoke?.(hands)
      },
      stays: 'it is named now',
      byHand({ finding, type, around }) {
        if (!/cp-agent\.js['\\]+ doctor/.test(finding.commands[0] ?? '')) throw new Error(finding.commands.join())
        around()
        if (!type(finding.commands[0] ?? '').out.includes('greedy')) throw new Error('not named')
      },
    },
  ],
  'port.forbidden': [{ name: 'a user without rights', ...nobody }],
  'dhcp.rival': [
    {
      name: 'a router on the cable, which is pulled out',
      look: true,
      async provoke({ wire, undo }) {
        wire.ip('stranger', 'address', 'add', '192.168.178.254/24', 'dev', 'eth0')
        const rival = wire.spawn('stranger', 'dnsmasq', [
          ...['-k', '--port=0', '--interface=eth0', '--dhcp-range=192.168.178.100,192.168.178.120,10m'],
          ...[`--dhcp-leasefile=${wire.folder}/rival.leases`, '--conf-file=/dev/null', '--user=root', '--pid-file='],
        ])
        undo(() => {
          rival.kill('SIGKILL')
          wire.ip('stranger', 'address', 'flush', 'dev', 'eth0')
          wire.plug('stranger', true)
        })
        await new Promise(resolve => setTimeout(resolve, 500))
      },
      byHand: ({ wire }) => wire.plug('stranger', false),
    },
  ],
  'dhcp.unsure': [
    {
      name: 'no link: what stands above it is mended',
      look: true,
      provoke: unplugged,
      byHand: ({ wire }) => wire.plug('agent', true),
    },
  ],
} satisfies Record<string, 'well' | Case[]>
