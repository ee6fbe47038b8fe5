// More clients that nobody here wrote, of which most are no phones: systemd-networkd, nmap's search for DHCP servers, the boot ROM
// of a PC, and a load generator that is many relays' worth of clients.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type RunningAgent, type Stock, startAgent, stock } from './agent.ts'
import { plugInPc } from './boot-rom.ts'
import { AGENT, CISCO_CLASS, layWire, leaseHook, PHONE_MAC, type Place, ROOT, systemNode, type Wire } from './wire.ts'

const PC_MAC = '52:54:00:12:34:56'
/** Of which nmap always asks. */
const NMAP_MAC = 'de:ad:c0:de:ca:fe'
const POOL = Array.from({ length: 150 }, (_, i) => `192.168.178.${100 + i}`)
/** Has an address from the middle of the pool. */
const CLOCK = '192.168.178.123'
/** The first one is the phone's. */
const FOR_GUESTS = POOL.slice(1).filter(address => address !== CLOCK)

let wire: Wire
let home: Stock
let office: Stock
let agent: RunningAgent

beforeAll(() => {
  wire = layWire()
  home = stock(wire)
  const site = join(wire.folder, 'office.yaml')
  writeFileSync(
    site,
    `site: office
preset: fritzbox-de
registrar: { address: ${AGENT} }
network:
  agent: ${AGENT}/24
  leases: ${POOL.at(0)}-${POOL.at(-1)}
  router: 192.168.178.254
  dns: [192.168.178.53]
  ntp: [${CLOCK}]
phones:
  - { model: CP-7975G, mac: "${PHONE_MAC}", lines: [{ username: Line1, password: { secret: line1 } }] }
`,
  )
  office = { ...home, bundle: join(wire.folder, 'office.zip'), state: join(wire.folder, 'office', 'phones.json') }
  execFileSync(systemNode(), [join(ROOT, 'dist/cp-generator.js'), site, '-o', office.bundle])
})
afterAll(() => wire?.remove())

const start = async (paths: Stock, ...args: string[]) => {
  agent = startAgent(wire, paths, ['--dhcp', 'on', ...args])
  await agent.until('agent.ready')
}
const nmap = () => {
  wire.ip('stranger', 'address', 'add', '192.168.178.90/24', 'dev', 'eth0')
  const { out, err, status } = wire.run('stranger', 'nmap', [
    ...['-e', 'eth0', '--script', 'broadcast-dhcp-discover', '--script-args', 'broadcast-dhcp-discover.timeout=1'],
  ])
  wire.ip('stranger', 'address', 'flush', 'dev', 'eth0')
  expect(status, err).toBe(0)
  return out
}

/** systemd-networkd with a /run of its own, and a /sys that tells it to wait for no udev. */
async function networkd(place: Place, vendorClass: string) {
  const folder = join(wire.folder, `networkd-${place}`)
  writeFileSync(
    join(wire.folder, 'eth0.network'),
    `[Match]
Name=eth0
[Network]
DHCP=ipv4
LinkLocalAddressing=no
IPv6AcceptRA=no
[DHCPv4]
VendorClassIdentifier=${vendorClass}
`,
  )
  const child = wire.spawn(place, 'unshare', [
    '-m',
    'sh',
    '-ec',
    `mkdir -p ${folder}
mount -t tmpfs none /run
mkdir -p /run/systemd/network /run/systemd/netif/links /run/systemd/netif/leases
cp eth0.network /run/systemd/network/
chown -R systemd-network /run/systemd/netif ${folder}
mount --bind ${folder} /run/systemd/netif/leases
mount -o remount,bind,ro /sys
exec /lib/systemd/systemd-networkd`,
  ])
  const ended = new Promise(resolve => child.once('close', resolve))
  /** What it wrote down of its lease: `ADDRESS=192.168.178.201` … */
  const lease = () => {
    const { out } = wire.run(place, 'sh', ['-c', `cat ${folder}/*`])
    return Object.fromEntries(out.split('\n').flatMap(line => (/^[A-Z]/.test(line) ? [line.split('=', 2)] : [])))
  }
  await expect.poll(() => Object.keys(lease()).length, { timeout: 10_000 }).toBeGreaterThan(0)
  const stop = () => {
    child.kill('SIGTERM')
    return ended
  }
  return { lease: lease(), stop }
}

describe('a phone’s cable', () => {
  beforeAll(() => start(home))
  afterAll(() => agent.stop())

  it('gives systemd-networkd the address of the phone, without what the bundle has none of; and hears that it leaves', async () => {
    const { lease, stop } = await networkd('phone', CISCO_CLASS)
    expect(lease).toEqual({
      ADDRESS: '192.168.178.201',
      NETMASK: '255.255.255.0',
      SERVER_ADDRESS: AGENT,
      NEXT_SERVER: AGENT,
      T1: '900',
      T2: '1575',
      LIFETIME: '1800',
      HOSTNAME: 'SEP001D452D2BF0',
      CLIENTID: expect.stringMatching(/^ff/),
    })
    await agent.until('dhcp.ack', event => event.phone === PHONE_MAC && event.address === lease.ADDRESS)
    expect(wire.run('phone', 'ip', ['route']).out).not.toContain('default')
    await stop()
    await agent.until('dhcp.release', event => event.phone === PHONE_MAC && event.address === lease.ADDRESS)
    expect(wire.run('phone', 'ip', ['-4', 'address', 'show', 'dev', 'eth0']).out).not.toContain('inet')
  })

  it('shows nmap no server, because it asks as a device of nobody', async () => {
    expect(nmap()).not.toMatch(/Response|Offered/)
    await agent.until('dhcp.ignored', event => event.phone === NMAP_MAC && event.why === 'not in the bundle')
  })
})

describe('a network with --any-device', () => {
  beforeAll(() => start(office, '--any-device'))
  afterAll(() => agent.stop())

  it('shows nmap one server with all that it gives', () => {
    const out = nmap()
    expect(out).toContain('Response 1 of 1')
    const said = [...out.matchAll(/^\|_? +([^:]+): (.+?) *$/gm)].map(([, name, value]) => [name, value])
    expect(Object.fromEntries(said)).toEqual({
      Interface: 'eth0',
      'IP Offered': FOR_GUESTS[0],
      'DHCP Message Type': 'DHCPOFFER',
      'Server Identifier': AGENT,
      'IP Address Lease Time': '30m00s',
      'Renewal Time Value': '15m00s',
      'Rebinding Time Value': '26m15s',
      'Subnet Mask': '255.255.255.0',
      Router: '192.168.178.254',
      'Domain Name Server': '192.168.178.53',
      Hostname: 'SEPDEADC0DECAFE',
      'NTP Servers': CLOCK,
      'TFTP Server Name': AGENT,
    })
  })

  it('gives systemd-networkd, as a guest, router and name server too', async () => {
    const { lease, stop } = await networkd('stranger', 'guest')
    expect(lease).toMatchObject({ ROUTER: '192.168.178.254', DNS: '192.168.178.53', NTP: CLOCK })
    expect(FOR_GUESTS).toContain(lease.ADDRESS)
    expect(wire.run('stranger', 'ip', ['route']).out).toContain('default via 192.168.178.254')
    await stop()
    await agent.until('dhcp.release', event => event.address === lease.ADDRESS)
  })

  it('gives a PC’s boot ROM an address, and files without passwords over TFTP and HTTP', async () => {
    const pc = await plugInPc(wire, PC_MAC)
    expect(await pc.type('ifconf -c dhcp net0')).toMatch(/Configuring.*ok/)
    const { address } = await agent.until('dhcp.ack', event => event.phone === PC_MAC)
    expect(await pc.type(`echo \${ip} \${netmask} \${gateway} \${dns}`)).toContain(
      `\n${address} 255.255.255.0 192.168.178.254 192.168.178.53\r\n`,
    )
    expect(await pc.type(`echo \${next-server} \${66} \${hostname}`)).toContain(
      `\n${AGENT} ${AGENT} SEP525400123456\r\n`,
    )
    expect(await pc.type(`imgfetch -n t tftp://\${next-server}/dialplan.xml`)).toMatch(/\.xml\.\.\. ok/)
    expect(await pc.type(`imgfetch -n h http://\${66}:6970/dialplan.xml`)).toMatch(/\.xml\.\.\. ok/)
    expect(await pc.type(`imgfetch tftp://\${66}/SEP001D452D2BF0.cnf.xml`)).toContain('Permission denied')
    const { bytes } = await agent.until('tftp.done', event => event.address === address)
    const images = await pc.type('imgstat')
    for (const name of ['t', 'h']) expect(images).toContain(`${name} : ${bytes} bytes`)
    await agent.until('http.done', event => event.address === address && event.bytes === bytes)
    await agent.until('tftp.refused', event => event.address === address)
    await pc.off()
  })
})

describe('perfdhcp, which is as many relays as it has clients', () => {
  beforeAll(() => start({ ...office, state: join(wire.folder, 'load', 'phones.json') }, '--any-device'))
  beforeEach(() => wire.ip('stranger', 'address', 'add', '192.168.178.90/24', 'dev', 'eth0'))
  afterEach(() => wire.ip('stranger', 'address', 'flush', 'dev', 'eth0'))
  afterAll(() => agent.stop())

  const perfdhcp = (...args: string[]) => {
    const { out, status } = wire.run('stranger', 'perfdhcp', [
      ...['-4', '-r', '200', '-g', 'single', '-l', 'eth0', '-W', '500000'],
      ...args,
    ])
    const [offers, acks] = out.split('***Statistics for: ').slice(1)
    const count = (part = '', name: string) => Number(new RegExp(`${name}: (\\d+)`).exec(part)?.[1])
    const counts = (part?: string) => ({ sent: count(part, 'sent packets'), received: count(part, 'received packets') })
    return { status, out, offers: counts(offers), acks: counts(acks) }
  }

  it('misses no answer at 200 exchanges a second, and no two clients have one address', () => {
    const { status, out, offers, acks } = perfdhcp('-R', '100', '-n', '100', '-u', AGENT)
    expect(status, out).toBe(0)
    expect([offers, acks]).toEqual(Array(2).fill({ sent: 100, received: 100 }))
    expect(out).not.toMatch(/(?:non unique addresses|rejected leases|Malformed packets|orphans): [1-9]/)
  })

  it('nor when the relays broadcast, and the clients ask again and again and renew', () => {
    const { status, out, offers, acks } = perfdhcp('-R', '50', '-p', '1', '-f', '50', 'all')
    expect(status, out).toBe(0)
    expect(out).toMatch(/REQUEST-ACK \(renewal\)\*{3}\nsent packets: [1-9]/)
    expect(offers.sent).toBeGreaterThan(150)
    expect([offers.received, acks.received]).toEqual([offers.sent, acks.sent])
  })

  it('takes every address that is nobody’s, then gets none, while the phone still gets its own', async () => {
    const { status, offers } = perfdhcp('-R', '300', '-n', '300', '-b', 'mac=00:0c:0a:00:00:00', AGENT)
    expect(status).toBe(3)
    expect(offers.received).toBeLessThan(150)
    await agent.until('dhcp.ignored', event => event.why === 'no address left')
    const holders = new Map<unknown, unknown>()
    for (const { event, address, phone } of agent.events) if (event === 'dhcp.ack') holders.set(address, phone)
    expect(new Set(holders.values()).size).toBe(holders.size)
    expect([...holders.keys()].sort()).toEqual(FOR_GUESTS)

    const hook = leaseHook(wire)
    wire.run('phone', 'udhcpc', ['-i', 'eth0', '-f', '-n', '-q', '-t', '3', '-T', '1', '-s', hook.script])
    expect(hook.told().ip).toBe(POOL[0])
  })
})
