import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readLinux } from './linux.ts'

const PORTS = { udp: [67, 69], tcp: [6970] }
let root: string
beforeEach(() => {
  root = `${mkdtempSync(join(tmpdir(), 'cp-doctor-'))}/`
})
afterEach(() => rmSync(root, { recursive: true }))

const put = (files: Record<string, string>) => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(root + path), { recursive: true })
    writeFileSync(root + path, `${text}\n`)
  }
}
const read = () => readLinux(PORTS, new Map([['enp3s0', { addresses: ['192.168.178.1/24'], ipv6: false }]]), root)

it('tells a cable from Wi-Fi and from what is made of software, with speed, link and addresses', () => {
  put({
    'sys/class/net/lo/type': '772',
    'sys/class/net/enp3s0/type': '1',
    'sys/class/net/enp3s0/flags': '0x1003',
    'sys/class/net/enp3s0/device/vendor': '0x8086',
    'sys/class/net/enp3s0/carrier': '1',
    'sys/class/net/enp3s0/speed': '1000',
    'sys/class/net/enp3s0/ifindex': '2',
    'run/NetworkManager/devices/2': '[device]\nmanaged=true',
    'sys/class/net/enx00/type': '1',
    'sys/class/net/enx00/carrier': '0',
    'sys/class/net/enx00/speed': '-1',
    'sys/class/net/enx00/device/speed': '480',
    'sys/class/net/enx00/product': 'USB 10/100/1000 LAN',
    'sys/class/net/wlan0/type': '1',
    'sys/class/net/wlan0/phy80211/index': '0',
    'sys/class/net/docker0/type': '1',
    'sys/class/net/docker0/bridge/bridge_id': '8000',
    'sys/class/net/tun0/type': '65534',
    'sys/class/net/ifb0/type': '1',
    'sys/class/net/ifb0/flags': '0x82',
    'sys/class/net/veth1/type': '1',
    'sys/class/net/veth1/flags': '0x1003',
    'sys/class/net/vethc/type': '1',
    'sys/class/net/vethc/brport/state': '3',
    'sys/class/net/br0/type': '1',
    'sys/class/net/br0/bridge/bridge_id': '8000',
    'sys/class/net/br0/lower_enp4s0/device/vendor': '0x8086',
    'sys/class/net/wwan0/type': '1',
    'sys/class/net/wwan0/device/vendor': '0x8086',
    'sys/class/net/wwan0/uevent': 'DEVTYPE=wwan\nINTERFACE=wwan0',
  })
  const { nics } = read()
  const kinds = nics.map(({ name, kind }) => [name, kind])
  expect(Object.fromEntries(kinds)).toEqual({
    ...{ enp3s0: 'cable', enx00: 'cable', wlan0: 'wifi', veth1: 'virtual', br0: 'virtual' },
    ...{ docker0: 'other', tun0: 'other', ifb0: 'other', vethc: 'other', wwan0: 'other' },
  })
  expect(nics.filter(({ kind }) => kind === 'cable')).toEqual([
    {
      ...{ name: 'enp3s0', label: 'enp3s0', kind: 'cable', up: true, speed: 1000, managed: true },
      ...{ addresses: ['192.168.178.1/24'], ipv6: false },
    },
    {
      ...{ name: 'enx00', label: 'USB 10/100/1000 LAN', kind: 'cable', up: false, speed: 0, managed: false },
      ...{ addresses: [], ipv6: false },
    },
  ])
})

it('knows ufw by its file, what it lets through by its rules, and firewalld by its running', () => {
  expect(read().firewall).toMatchObject({ on: false })
  put({ 'sys/fs/cgroup/system.slice/firewalld.service/pids.current': '2' })
  expect(read().firewall).toEqual({ name: 'firewalld', on: true })
  put({ 'etc/ufw/ufw.conf': '# yes?\nENABLED=yes' })
  expect(read().firewall).toEqual({ name: 'ufw', on: true, open: false })
  put({
    'etc/ufw/user.rules':
      '### tuple ### allow tcp 6970 0.0.0.0/0 any 0.0.0.0/0 in_eth0\n### tuple ### allow udp 67,69 0.0.0.0/0 any 0.0.0.0/0 in_eth0',
  })
  expect(read().firewall).toMatchObject({ open: true })
  put({ 'etc/ufw/user.rules': '### tuple ### allow udp 69 0.0.0.0/0 any 0.0.0.0/0 in_eth0' })
  expect(read().firewall).toMatchObject({ open: false })
})

it('finds a battery, not a mains adapter', () => {
  put({ 'sys/class/power_supply/AC/type': 'Mains' })
  expect(read().sleeps).toBe(false)
  put({ 'sys/class/power_supply/BAT0/type': 'Battery' })
  expect(read().sleeps).toBe(true)
})

it('names who holds a port, and the service that it belongs to', () => {
  put({
    'proc/net/udp':
      '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n' +
      ' 1: 00000000:0045 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 4711 2 0 0\n' +
      ' 2: 00000000:0035 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 4712 2 0 0',
    'proc/net/tcp6':
      '  sl  local_address                         remote_address                        st\n' +
      ' 0: 00000000000000000000000000000000:1B3A 00000000000000000000000000000000:0000 0A 00000000:00000000 00:00000000 00000000 0 0 4713 1 0\n' +
      ' 1: 00000000000000000000000000000000:1B3A 00000000000000000000000000000000:C001 01 00000000:00000000 00:00000000 00000000 0 0 4714 1 0',
    'proc/812/comm': 'in.tftpd',
    'proc/812/cgroup': '0::/system.slice/tftpd-hpa.service',
    'proc/900/comm': 'python3',
    'proc/900/cgroup': '0::/user.slice/user-1000.slice/session-2.scope',
  })
  const link = (pid: number, fd: number, to: string) => {
    mkdirSync(`${root}proc/${pid}/fd`, { recursive: true })
    symlinkSync(to, `${root}proc/${pid}/fd/${fd}`)
  }
  link(812, 3, 'socket:[4711]')
  link(812, 4, 'socket:[4712]')
  link(900, 3, 'socket:[4713]')
  link(900, 4, 'socket:[4714]')
  expect(read().holders).toEqual([
    { port: 69, name: 'in.tftpd', pid: 812, service: 'tftpd-hpa.service' },
    { port: 6970, name: 'python3', pid: 900, service: undefined },
  ])
})
