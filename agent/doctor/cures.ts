// The exact commands that mend what the doctor finds, in this system's words. They are shown, never run.
import { addressCommands } from '../ui/address.ts'
import { asRoot, commandLine, ownRights, type Rights, word } from '../ui/shell.ts'
import { SOCKETFILTER } from './mac.ts'
import type { Firewall, Holder, Nic, Ports } from './system.ts'

export interface Cures {
  address(nic: Nic, cidr: string): string[]
  /** Takes an interface out of the way. */
  silence(nic: Nic): string[]
  /** Ends who holds a port. */
  end(holder: Holder): string[]
  /** Shows who holds a port, where we may not see it. */
  show(port: number): string[]
  rights(): string[]
  firewall(firewall: Firewall, nic: Nic | undefined, ports: Ports): string[]
  awake(): string[]
  clock(atLeast: string): string[]
  /** The same start with another interface. */
  take(name: string): string[]
  /** How serving is started, the rights for it included. */
  serve(): string
}

/** @param started how this program was started: the runtime, the file and the arguments. */
export function createCures(
  started: readonly string[],
  platform: NodeJS.Platform = process.platform,
  rights: Rights = ownRights,
): Cures {
  const again = commandLine(started, platform)
  const bare = commandLine(served(started), platform)
  const serve = platform === 'win32' ? bare : asRoot(bare, rights)
  const program = word(started[0] ?? '', platform)
  const take = (name: string) => [commandLine([...withoutInterface(started), '--interface', name], platform)]
  const root = (command: string) => asRoot(command, rights)
  const address = (nic: Nic, cidr: string) => addressCommands('add', nic.name, cidr, platform, rights)
  const always = { address, take, serve: () => serve }
  if (platform === 'win32')
    return {
      ...always,
      silence: ({ name }) => [`Disable-NetAdapter ${word(name, platform)} -Confirm:$false`],
      end: ({ service, pid }) => [service ? `Stop-Service -Force ${service}` : `Stop-Process -Force ${pid}`],
      show: port => [`netstat -abno | findstr :${port}`],
      // Windows keeps ranges of ports for virtual machines.
      rights: () => ['net stop winnat', again, 'net start winnat'],
      firewall: ({ shut = [] }) => [
        ...shut.map(name => `Remove-NetFirewallRule ${word(name, platform)}`),
        `New-NetFirewallRule -DisplayName cp-agent -Direction Inbound -Program ${program}`,
      ],
      awake: () => ['powercfg /change standby-timeout-ac 0'],
      clock: () => ['w32tm /resync'],
    }
  if (platform === 'darwin')
    return {
      ...always,
      silence: ({ name, kind }) => [
        kind === 'wifi' ? `networksetup -setairportpower ${name} off` : root(`ifconfig ${name} down`),
      ],
      // Internet Sharing would start it again.
      end: ({ name, pid }) => [root(name === 'bootpd' ? 'launchctl bootout system/com.apple.bootpd' : `kill ${pid}`)],
      show: port => [root(`lsof -nP -i :${port}`)],
      rights: () => [root(again)],
      firewall: () => ['add', 'unblockapp'].map(what => root(`${SOCKETFILTER} --${what} ${program}`)),
      awake: () => [`caffeinate -i ${serve}`],
      clock: () => [root('sntp -sS time.apple.com')],
    }
  return {
    ...always,
    address: (nic, cidr) => [
      ...(nic.managed ? [root(`nmcli device set ${word(nic.name, platform)} managed no`)] : []),
      ...address(nic, cidr),
    ],
    silence: ({ name, kind, managed }) => [
      kind === 'wifi' && managed ? 'nmcli radio wifi off' : root(`ip link set ${word(name, platform)} down`),
    ],
    end: ({ service, pid }) => [root(service ? `systemctl stop ${service}` : `kill ${pid}`)],
    // Only root may see whose it is.
    show: port => [root(process.getuid?.() === 0 ? `ss -tulpn sport = :${port}` : again)],
    rights: () => [root(again)],
    firewall: (firewall, nic, ports) => openLinux(firewall, nic && word(nic.name, platform), ports).map(root),
    awake: () =>
      rights.has('systemd-inhibit') ? [`systemd-inhibit --what=idle:sleep:handle-lid-switch ${serve}`] : [],
    clock: atLeast => [
      rights.has('timedatectl') ? root('timedatectl set-ntp true') : root(`date --set ${word(atLeast, platform)}`),
    ],
  }
}

/** The same without the command `doctor`: what is before it is the runtime and the file, what comes after it may be a name. */
function served(started: readonly string[]): string[] {
  const at = started.indexOf('doctor', 1)
  return started.filter((_, i) => i !== at)
}

function withoutInterface(started: readonly string[]): string[] {
  return started.filter(
    (each, i) => !each.startsWith('--interface=') && each !== '--interface' && started[i - 1] !== '--interface',
  )
}

/** Lets the phone through: where it can be said, on the interface with its cable only. */
function openLinux({ name, gates = [] }: Firewall, nic: string | undefined, { udp, tcp }: Ports): string[] {
  const cable = nic ?? 'NAME'
  // UDP as a whole: a file goes from a port of its own, to which the phone answers.
  if (name === 'nft')
    return gates.flatMap(gate => [
      `nft insert rule ${gate} iifname ${cable} meta l4proto udp accept`,
      ...tcp.map(port => `nft insert rule ${gate} iifname ${cable} tcp dport ${port} accept`),
    ])
  if (name === 'iptables' || name === 'iptables-legacy')
    return gates.flatMap(gate => {
      const [, table, chain] = gate.split(' ')
      const rule = `${name} -t ${table} -I ${chain} -i ${cable}`
      return [`${rule} -p udp -j ACCEPT`, ...tcp.map(port => `${rule} -p tcp --dport ${port} -j ACCEPT`)]
    })
  if (name === 'ufw') {
    const where = nic ? `in on ${nic} ` : ''
    return [`udp to any port ${udp}`, `tcp to any port ${tcp}`].map(each => `ufw allow ${where}proto ${each}`)
  }
  const ports = [...udp.map(port => `${port}/udp`), ...tcp.map(port => `${port}/tcp`)]
  return [`firewall-cmd${ports.map(port => ` --add-port=${port}`).join('')}`]
}
