// Windows and macOS could not be run: what their programs say is written after their documentation and after what people post.
import { expect, it } from 'vitest'
import { createCures } from './cures.ts'
import { fromMac } from './mac.ts'
import type { Nic } from './system.ts'
import { fromWindows } from './windows.ts'

const KNOWN = new Map([['Ethernet', { addresses: ['192.168.178.1/24'], ipv6: false }]])

it('Windows: takes the adapters, the firewall and who holds a port from one JSON object', () => {
  const told = {
    holders: [{ pid: 3120, name: 'svchost', port: 67, service: 'SharedAccess' }],
    sleeps: true,
    nics: [
      { name: 'Ethernet', label: 'Realtek PCIe GbE Family Controller', kind: 'cable', up: true, speed: 1000 },
      { name: 'WLAN', label: 'Intel(R) Wi-Fi 6 AX201 160MHz', kind: 'wifi', up: false, speed: 0 },
    ],
    firewall: { name: 'Windows', on: true, open: false, shut: ['{5A1F}'] },
  }
  const computer = fromWindows(`${JSON.stringify(told)}\r\n`, KNOWN)
  expect(computer.nics).toEqual([
    { ...told.nics[0], addresses: ['192.168.178.1/24'], ipv6: false },
    { ...told.nics[1], addresses: [], ipv6: false },
  ])
  expect(computer).toMatchObject({ firewall: told.firewall, holders: told.holders, sleeps: true })
})

it('Windows: without an answer of PowerShell every interface that the runtime knows may be the one', () => {
  for (const answer of ['', 'Access is denied.', '{}', 'null'])
    expect(fromWindows(answer, KNOWN)).toEqual({
      nics: [
        { name: 'Ethernet', label: 'Ethernet', kind: 'cable', up: true, addresses: ['192.168.178.1/24'], ipv6: false },
      ],
      sleeps: true,
      holders: [],
    })
})

it('macOS: takes them from networksetup, ifconfig, socketfilterfw and lsof', () => {
  const computer = fromMac(
    [
      `
Hardware Port: Ethernet Adapter (en4)
Device: en4
Ethernet Address: 3c:22:fb:00:00:02

Hardware Port: USB 10/100/1000 LAN
Device: en7
Ethernet Address: 00:e0:4c:68:00:01

Hardware Port: Wi-Fi
Device: en0
Ethernet Address: 3c:22:fb:00:00:01

Hardware Port: Thunderbolt Bridge
Device: bridge0
Ethernet Address: 36:00:00:00:00:00

VLAN Configurations
===================
`,
      `en0: flags=8863<UP,BROADCAST,SMART,RUNNING,SIMPLEX,MULTICAST> mtu 1500
	inet 192.168.1.20 netmask 0xffffff00 broadcast 192.168.1.255
	status: active
en4: flags=8863<UP,BROADCAST,SMART,RUNNING,SIMPLEX,MULTICAST> mtu 1500
	media: autoselect (none)
	status: inactive
en7: flags=8863<UP,BROADCAST,SMART,RUNNING,SIMPLEX,MULTICAST> mtu 1500
	media: autoselect (1000baseT <full-duplex>)
	status: active
`,
      'Firewall is enabled. (State = 1)\n',
      'p512\ncbootpd\nf4\nn*:67\np733\ncnode\nf20\nn127.0.0.1:6970\nf21\nn[::1]:6970\n',
    ],
    new Map(),
  )
  expect(computer.nics.map(({ name, kind, up }) => [name, kind, up])).toEqual([
    ['en4', 'cable', false],
    ['en7', 'cable', true],
    ['en0', 'wifi', true],
    ['bridge0', 'other', false],
  ])
  expect(computer.firewall).toEqual({ name: 'macOS', on: true })
  expect(computer.holders).toEqual([
    { port: 67, name: 'bootpd', pid: 512 },
    { port: 6970, name: 'node', pid: 733 },
    { port: 6970, name: 'node', pid: 733 },
  ])
  expect(fromMac(['', '', '', ''], new Map()).firewall).toBeUndefined()
})

const NIC: Nic = { name: 'eth0', label: 'eth0', kind: 'cable', up: true, addresses: [], ipv6: false }
const PORTS = { udp: [67, 69], tcp: [6970] }
const RIGHTS = { root: false, has: () => true }
const STARTED = ['/opt/my node/node', '/opt/cp-agent.js', 'doctor', 'bundle.zip']

it('names the commands of each system', () => {
  const linux = createCures(STARTED, 'linux', RIGHTS)
  expect(linux.address({ ...NIC, managed: true }, '192.168.178.1/24')).toEqual([
    'sudo nmcli device set eth0 managed no',
    'sudo ip address add 192.168.178.1/24 dev eth0',
  ])
  expect(linux.rights()).toEqual(["sudo '/opt/my node/node' /opt/cp-agent.js doctor bundle.zip"])
  expect(linux.awake()[0]).toMatch(/^systemd-inhibit \S+ sudo '\/opt\/my node\/node' \/opt\/cp-agent.js bundle.zip$/)
  expect(linux.firewall({ name: 'ufw', on: true }, NIC, PORTS)).toEqual([
    'sudo ufw allow in on eth0 proto udp to any port 67,69',
    'sudo ufw allow in on eth0 proto tcp to any port 6970',
  ])
  expect(linux.firewall({ name: 'firewalld', on: true }, NIC, PORTS)).toEqual([
    'sudo firewall-cmd --add-port=67/udp --add-port=69/udp --add-port=6970/tcp',
  ])
  expect(linux.end({ port: 69, name: 'in.tftpd', pid: 8, service: 'tftpd-hpa.service' })).toEqual([
    'sudo systemctl stop tftpd-hpa.service',
  ])
  const windows = createCures(STARTED, 'win32', RIGHTS)
  expect(windows.address(NIC, '192.168.178.1/24')).toEqual([
    'netsh interface ipv4 set interface "eth0" dhcpstaticipcoexistence=enabled store=active',
    'netsh interface ipv4 add address "eth0" 192.168.178.1 255.255.255.0 store=active',
  ])
  expect(windows.firewall({ name: 'Windows', on: true, shut: ['{5A1F}'] }, NIC, PORTS)).toEqual([
    "Remove-NetFirewallRule '{5A1F}'",
    "New-NetFirewallRule -DisplayName cp-agent -Direction Inbound -Program '/opt/my node/node'",
  ])
  expect(windows.end({ port: 67, name: 'SharedAccess', pid: 8, service: 'SharedAccess' })).toEqual([
    'Stop-Service -Force SharedAccess',
  ])
  const mac = createCures(STARTED, 'darwin', RIGHTS)
  expect(mac.address(NIC, '192.168.178.1/24')).toEqual([
    'sudo ifconfig eth0 inet 192.168.178.1 netmask 255.255.255.0 alias',
  ])
  expect(mac.end({ port: 67, name: 'bootpd', pid: 512 })).toEqual(['sudo launchctl bootout system/com.apple.bootpd'])
  expect(mac.silence({ ...NIC, name: 'en0', kind: 'wifi' })).toEqual(['networksetup -setairportpower en0 off'])
})

it('starts again with what a shell leaves as it is, also in PowerShell, and with another interface', () => {
  const started = ['C:\\Program Files\\nodejs\\node.exe', 'C:\\cp-agent.js', 'doctor', "Peter's.zip"]
  const windows = createCures(started, 'win32', RIGHTS)
  expect(windows.rights()[1]).toBe("& 'C:\\Program Files\\nodejs\\node.exe' C:\\cp-agent.js doctor 'Peter''s.zip'")
  const linux = createCures(['node', 'doctor', '--interface', 'eth7', 'doctor', "Peter's $1.zip"], 'linux', RIGHTS)
  expect(linux.take('eth1')).toEqual(["node doctor doctor 'Peter'\\''s $1.zip' --interface eth1"])
})

it('on Linux names the way to the rights that there is', () => {
  const kill = (root: boolean, sudo: boolean) =>
    createCures(STARTED, 'linux', { root, has: () => sudo }).end({ port: 69, name: 'x', pid: 8 })
  expect(kill(false, true)).toEqual(['sudo kill 8'])
  expect(kill(true, true)).toEqual(['kill 8'])
  expect(kill(false, false)).toEqual(["su -c 'kill 8'"])
  const [serve] = createCures(STARTED, 'linux', { root: false, has: () => false }).rights()
  expect(serve).toBe("su -c ''\\''/opt/my node/node'\\'' /opt/cp-agent.js doctor bundle.zip'")
})
