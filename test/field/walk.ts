// What the doctor may find, and how each of it is brought about on a wire of its own, with what a person does about it.
import type { ChildProcess } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { FindingCode } from '../../agent/doctor/finding.ts'
import { writeZip } from '../../schemas/bundle/zip.ts'
import type { Event, Stock } from './agent.ts'
import { AGENT_CIDR, systemNode, type Wire } from './wire.ts'

export interface Hands {
  wire: Wire
  /** The folder with the agent and the bundle. */
  desk: string
  paths: Stock
  type(line: string, before?: readonly string[]): { status: number | null; out: string }
  /** What stands before every command from now on. */
  around(...words: string[]): void
  undo(what: () => void): void
}

export interface Case {
  name: string
  /** Options that a person gave. */
  options?: string[]
  /** Whether other DHCP servers are looked for, which takes four seconds. */
  look?: boolean
  /** Whether firmware and secrets are not named. */
  bare?: boolean
  /** A program without which it cannot be brought about. */
  needs?: string
  provoke?(hands: Hands): void | Promise<void>
  /** What a person does who reads the words, where no command does it. */
  byHand?(hands: Hands & { finding: Event & { text: string; commands: string[] } }): void | Promise<void>
  /** Why it is still said afterwards. */
  stays?: string
}

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

/** A folder of files in the place of one of the system's, for every command. */
const inPlaceOf = ({ wire, around }: Hands, place: string, files: Record<string, string>) => {
  const folder = `${wire.folder}/place`
  rmSync(folder, { recursive: true, force: true })
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(`${folder}/${path}`.replace(/\/[^/]*$/, ''), { recursive: true })
    writeFileSync(`${folder}/${path}`, `${text}\n`)
  }
  around('sh', '-c', `mount --bind '${folder}' ${place} && exec "$@"`, 'sh')
}

/** Somebody without rights. */
const nobody: Pick<Case, 'options' | 'provoke'> = {
  options: ['--state', '/tmp/cp-nobody/phones.json'],
  provoke({ around, undo }) {
    undo(() => rmSync('/tmp/cp-nobody', { recursive: true, force: true }))
    around('setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--bounding-set=-all')
  },
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

/** Rules, and what takes all of them away again. */
const filtering = (tool: string, clear: string, ...rules: string[]): Pick<Case, 'needs' | 'provoke'> => ({
  needs: tool,
  provoke({ type, undo }) {
    undo(() => void type(clear, []))
    for (const rule of rules) {
      const { status, out } = type(rule, [])
      if (status !== 0) throw new Error(`${rule}: ${out}`)
    }
  },
})
const NFT = 'nft flush ruleset'
const LEGACY = 'iptables-legacy -F; iptables-legacy -P INPUT ACCEPT'
const TABLE = [
  'nft add table inet own',
  `nft add chain inet own in '{ type filter hook input priority 0; policy drop; }'`,
]

export const WALK: Record<FindingCode, 'well' | Case[] | { why: string }> = {
  'interface.seen': 'well',
  'address.good': 'well',
  'port.free': 'well',
  'dhcp.alone': 'well',
  'firewall.none': 'well',
  'firmware.here': 'well',
  'secret.here': 'well',
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
        if (!/cp-agent\.js' doctor/.test(finding.commands[0] ?? '')) throw new Error(finding.commands.join())
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
    {
      name: 'a firewall would drop answers: what stands above it is mended',
      look: true,
      ...filtering('nft', NFT, ...TABLE),
      byHand: ({ type }) => void type(NFT, []),
    },
  ],
  'firewall.open': [
    {
      name: 'rules that let it through',
      ...filtering('nft', NFT, ...TABLE, 'nft add rule inet own in iifname eth0 accept'),
      byHand: ({ type }) => void type(NFT, []),
    },
  ],
  'firewall.on': [
    {
      name: 'ufw',
      needs: 'ufw',
      provoke({ wire, around, type, undo }) {
        // Its files are the system's, and stay as they are.
        const folder = `${wire.folder}/ufw`
        cpSync('/etc/ufw', folder, { recursive: true })
        around('sh', '-c', `mount --bind '${folder}' /etc/ufw && exec "$@"`, 'sh')
        undo(() => void type('ufw --force disable; nft flush ruleset'))
        const { status, out } = type('ufw --force enable')
        if (status !== 0) throw new Error(out)
      },
    },
    {
      name: 'rules of which nobody can say whether they let it through',
      ...filtering('nft', NFT, ...TABLE, 'nft add rule inet own in limit rate 5/minute accept'),
    },
  ],
  'firewall.drops': [
    { name: 'nft', ...filtering('nft', NFT, ...TABLE, 'nft add rule inet own in ct state established,related accept') },
    {
      name: 'nft, without a rule for what was asked for',
      ...filtering('nft', NFT, ...TABLE, 'nft add rule inet own in iifname lo accept'),
    },
    { name: 'iptables', ...filtering('iptables', NFT, 'iptables-nft -A INPUT -p udp --dport 69 -j DROP') },
    { name: 'iptables of the old kind', ...filtering('iptables-legacy', LEGACY, 'iptables-legacy -P INPUT DROP') },
  ],
  'firewall.unknown': [{ name: 'a user who may not read the rules', ...nobody }],
  'sleep.possible': [
    {
      name: 'a battery (made up)',
      provoke: hands => inPlaceOf(hands, '/sys/class/power_supply', { 'BAT0/type': 'Battery' }),
      byHand({ finding }) {
        for (const command of finding.commands)
          if (!/^systemd-inhibit .*'mein bundle\.zip'/.test(command)) throw new Error(command)
      },
      stays: 'the computer keeps its battery; the command serves, and keeps it awake meanwhile',
    },
  ],
  'clock.wrong': [
    {
      name: 'a clock before the bundle; the command would set that of this machine',
      needs: 'faketime',
      provoke: ({ around }) => around('faketime', '2021-01-01 12:00:00'),
      byHand({ finding, around }) {
        if (!/timedatectl set-ntp true|date --set/.test(finding.commands[0] ?? ''))
          throw new Error(finding.commands.join())
        around()
      },
    },
  ],
  'firmware.missing': [
    {
      name: 'the archive is put beside the bundle',
      bare: true,
      byHand({ finding, desk, paths, undo }) {
        const [, archive = ''] = /\((cmterm-[\w.-]+\.zip)\)/.exec(finding.text) ?? []
        const files = readdirSync(paths.firmware).map(name => ({
          ...{ name, bytes: readFileSync(`${paths.firmware}/${name}`) },
        }))
        writeFileSync(`${desk}/${archive}`, writeZip(files))
        undo(() => rmSync(`${desk}/${archive}`))
      },
    },
  ],
  'firmware.older': {
    why: 'a note of a bundle that does not say what its phone runs; its words are those of firmware.missing',
  },
  'secret.missing': [
    {
      name: 'written into a file as it is said',
      bare: true,
      options: ["--secrets 'meine geheimnisse.env'"],
      provoke({ desk, undo }) {
        writeFileSync(`${desk}/meine geheimnisse.env`, '', { mode: 0o600 })
        undo(() => rmSync(`${desk}/meine geheimnisse.env`))
      },
      byHand({ finding, desk }) {
        const keys = finding.text.match(/CP_SECRET_\w+/g) ?? []
        writeFileSync(`${desk}/meine geheimnisse.env`, keys.map(key => `${key}=geheim4711\n`).join(''))
      },
    },
  ],
  'secret.unfit': [
    {
      name: 'too long for the phone',
      bare: true,
      options: ["--secrets 'meine geheimnisse.env'"],
      provoke({ desk, undo }) {
        const long = 'x'.repeat(300)
        writeFileSync(`${desk}/meine geheimnisse.env`, `CP_SECRET_LINE1=${long}\nCP_SECRET_LINE2=ok12345678\n`, {
          mode: 0o600,
        })
        undo(() => rmSync(`${desk}/meine geheimnisse.env`))
      },
      byHand: ({ desk }) =>
        writeFileSync(`${desk}/meine geheimnisse.env`, 'CP_SECRET_LINE1=ok12345678\nCP_SECRET_LINE2=ok12345678\n'),
    },
  ],
}
