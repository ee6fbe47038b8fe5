// The exact commands that mend what the doctor finds, in this system's words. They are shown, never run.
import { addressCommand } from '../ui/address.ts'
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
  clock(): string[]
}

/** One word for a shell. */
const quote = (word: string) => (/[^\w./:=@+,\\-]/.test(word) ? `"${word}"` : word)

/** @param started how this program was started: the runtime, the file and the arguments. */
export function createCures(started: readonly string[], platform: NodeJS.Platform = process.platform): Cures {
  const again = started.map(quote).join(' ')
  const serve = `sudo ${again.replace(' doctor', '')}`
  const program = quote(started[0] ?? '')
  const address = (nic: Nic, cidr: string) => [
    ...(nic.managed ? [`sudo nmcli device set ${nic.name} managed no`] : []),
    addressCommand('add', nic.name, cidr, platform),
  ]
  if (platform === 'win32')
    return {
      address,
      silence: ({ name }) => [`Disable-NetAdapter "${name}"`],
      end: ({ service, pid }) => [service ? `Stop-Service -Force ${service}` : `Stop-Process -Force ${pid}`],
      show: port => [`netstat -abno | findstr :${port}`],
      // Windows keeps ranges of ports for virtual machines.
      rights: () => ['net stop winnat', again, 'net start winnat'],
      firewall: ({ shut = [] }) => [
        ...shut.map(name => `Remove-NetFirewallRule "${name}"`),
        `New-NetFirewallRule -DisplayName cp-agent -Direction Inbound -Program ${program}`,
      ],
      awake: () => ['powercfg /change standby-timeout-ac 0'],
      clock: () => ['w32tm /resync'],
    }
  if (platform === 'darwin')
    return {
      address,
      silence: ({ name, kind }) => [
        kind === 'wifi' ? `networksetup -setairportpower ${name} off` : `sudo ifconfig ${name} down`,
      ],
      // Internet Sharing would start it again.
      end: ({ name, pid }) => [
        name === 'bootpd' ? 'sudo launchctl bootout system/com.apple.bootpd' : `sudo kill ${pid}`,
      ],
      show: port => [`sudo lsof -nP -i :${port}`],
      rights: () => [`sudo ${again}`],
      firewall: () => ['add', 'unblockapp'].map(what => `sudo ${SOCKETFILTER} --${what} ${program}`),
      awake: () => [`caffeinate -i ${serve}`],
      clock: () => ['sudo sntp -sS time.apple.com'],
    }
  return {
    address,
    silence: ({ name, kind, managed }) => [
      kind === 'wifi' && managed ? 'nmcli radio wifi off' : `sudo ip link set ${name} down`,
    ],
    end: ({ service, pid }) => [service ? `sudo systemctl stop ${service}` : `sudo kill ${pid}`],
    show: port => [`sudo ss -tulpn sport = :${port}`],
    rights: () => [`sudo ${again}`],
    firewall({ name }, nic, { udp, tcp }) {
      const where = nic ? `in on ${nic.name} ` : ''
      return name === 'ufw'
        ? [`udp ${udp}`, `tcp ${tcp}`].map(each => `sudo ufw allow ${where}proto ${each.replace(' ', ' to any port ')}`)
        : [
            `sudo firewall-cmd${udp.map(port => ` --add-port=${port}/udp`).join('')}${tcp.map(port => ` --add-port=${port}/tcp`).join('')}`,
          ]
    },
    awake: () => [`systemd-inhibit --what=idle:sleep:handle-lid-switch ${serve}`],
    clock: () => ['sudo timedatectl set-ntp true'],
  }
}
