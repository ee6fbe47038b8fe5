// Reads what Linux tells of itself in files: interfaces, the firewall, a battery, and who holds a port. No subprocess, no rights.
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { attempt } from '../attempt.ts'
import { type Computer, type Firewall, type Holder, type Known, type Nic, type Ports, withAddresses } from './system.ts'

/** @param root of the file system, for tests. */
export function readLinux(ports: Ports, known: Known, root = '/'): Computer {
  const batteries = `${root}sys/class/power_supply`
  return {
    nics: withAddresses(readNics(root), known),
    firewall: readFirewall(ports, root),
    sleeps: list(batteries).some(name => text(`${batteries}/${name}/type`) === 'Battery'),
    holders: readHolders(ports, root),
  }
}

function readNics(root: string): Omit<Nic, 'addresses' | 'ipv6'>[] {
  return list(`${root}sys/class/net`).flatMap(name => {
    const read = (file: string) => text(`${root}sys/class/net/${name}/${file}`)
    if (read('type') === '772') return [] // ARPHRD_LOOPBACK
    return {
      name,
      label: read('device/../product') || name, // of a USB adapter
      kind: kindOf(`${root}sys/class/net/${name}`),
      up: read('carrier') === '1',
      speed: Math.max(0, Number(read('speed'))),
      managed: text(`${root}run/NetworkManager/devices/${read('ifindex')}`).includes('managed=true'),
    }
  })
}

/** IFF_NOARP: nobody is at the other end, as of `dummy` and `ifb`. */
const NO_ARP = 0x80

/** @param at the interface's folder in `/sys`. What is a piece of hardware has a `device`, what is made of software has none. */
function kindOf(at: string): Nic['kind'] {
  const has = (...files: string[]) => files.some(file => existsSync(`${at}/${file}`))
  if (has('wireless', 'phy80211')) return 'wifi'
  // A part of a bridge or a bond leads on by that; `tun_flags` is a tunnel, also one that looks like Ethernet.
  const part = has('brport', 'master', 'tun_flags')
  const radio = /^DEVTYPE=(wwan|bluetooth)$/m.test(text(`${at}/uevent`))
  if (text(`${at}/type`) !== '1' || part || radio || Number(text(`${at}/flags`)) & NO_ARP) return 'other'
  if (has('device')) return 'cable'
  // The bridge of containers or virtual machines has no hardware in it.
  const below = list(at).filter(name => name.startsWith('lower_'))
  if (has('bridge') && !below.some(name => has(`${name}/device`))) return 'other'
  return 'virtual'
}

function readFirewall({ udp, tcp }: Ports, root: string): Firewall {
  if (!/^ENABLED=yes/m.test(text(`${root}etc/ufw/ufw.conf`)))
    return { name: 'firewalld', on: existsSync(`${root}sys/fs/cgroup/system.slice/firewalld.service`) }
  // Only root may read it: `### tuple ### allow udp 67,69 0.0.0.0/0 any 0.0.0.0/0 in_eth0`
  const rules = text(`${root}etc/ufw/user.rules`).match(/^### tuple ### allow \S+ \S+/gm) ?? []
  const lets = (protocol: string) => (port: number) =>
    rules.some(rule => new RegExp(`allow (${protocol}|any) (any|.*\\b${port}\\b)`).test(rule))
  return { name: 'ufw', on: true, open: udp.every(lets('udp')) && tcp.every(lets('tcp')) }
}

/** Programs whose descriptors we may read: all for root, else our own user's. */
function readHolders({ udp, tcp }: Ports, root: string): Holder[] {
  const inodes = new Map<string, number>()
  for (const [file, ports] of Object.entries({ udp, udp6: udp, tcp, tcp6: tcp })) {
    if (ports.length === 0) continue // the table of TCP takes the kernel milliseconds
    for (const line of text(`${root}proc/net/${file}`).split('\n')) {
      const [, local = '', , state, , , , , , inode] = line.trim().split(/\s+/)
      const port = Number.parseInt(local.split(':')[1] ?? '', 16)
      // A datagram socket has state 07, a listening one 0A.
      if (ports.includes(port) && /0[7A]/.test(state ?? '')) inodes.set(`socket:[${inode}]`, port)
    }
  }
  if (inodes.size === 0) return []
  return list(`${root}proc`).flatMap(pid => {
    const at = `${root}proc/${pid}`
    return list(`${at}/fd`).flatMap(fd => {
      const port = inodes.get(attempt(() => readlinkSync(`${at}/fd/${fd}`)) ?? '')
      if (port === undefined || !Number(pid)) return []
      const service = /([^/]+\.service)$/m.exec(text(`${at}/cgroup`))?.[1]
      return { port, name: text(`${at}/comm`), pid: Number(pid), service }
    })
  })
}

const text = (path: string): string => attempt(() => readFileSync(path, 'utf8').trim()) ?? ''
const list = (path: string): string[] => attempt(() => readdirSync(path)) ?? []
