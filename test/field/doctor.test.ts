// The doctor at a real wire: he names what stands in the way, and the very command that he names takes it out of the way.
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Event, type Stock, startAgent, stock } from './agent.ts'
import { AGENT_CIDR, layWire, ROOT, systemNode, type Wire } from './wire.ts'

let wire: Wire
let paths: Stock
beforeAll(() => {
  wire = layWire()
  paths = stock(wire)
})
afterAll(() => wire?.remove())

interface Visit {
  status: number | null
  findings: Event[]
  codes: unknown[]
  found(code: string): Event & { commands: string[] }
}

/** One visit, with all that the bundle needs, and without the look for other DHCP servers unless it is wanted. */
function visit(...args: string[]): Visit {
  const given = ['--firmware', paths.firmware, '--secrets', paths.secrets, '--state', paths.state, '--json']
  const { status, out } = wire.run('agent', systemNode(), [
    ...[
      join(ROOT, 'dist/cp-agent.js'),
      'doctor',
      ...given,
      ...(args.length > 0 ? args : [paths.bundle, '--dhcp', 'off']),
    ],
  ])
  const lines = out.split('\n').filter(Boolean)
  const findings = lines.map((line): Event => JSON.parse(line)).filter(({ event }) => event === 'doctor.finding')
  return {
    ...{ status, findings, codes: findings.map(({ code }) => code) },
    found(code) {
      const finding = findings.find(each => each.code === code)
      if (!finding) throw new Error(`no ${code} in ${out}`)
      const { commands } = finding
      return { ...finding, commands: Array.isArray(commands) ? commands.map(String) : [] }
    },
  }
}

/** A command as a person copies it; the test is root already. */
const obey = (command: string) => wire.run('agent', 'sh', ['-c', command.replace(/^sudo /, '')])

const kill = async (child: ChildProcess) => {
  const ended = new Promise(resolve => child.once('close', resolve))
  child.kill('SIGKILL')
  await ended
}

it('is content with a wire on which all is well, and looks for other servers for four seconds', () => {
  const begun = performance.now()
  const { status, codes, found } = visit(paths.bundle)
  expect(codes).toEqual(
    expect.arrayContaining([
      'interface.seen',
      'address.good',
      'port.free',
      'dhcp.alone',
      'firmware.here',
      'secret.here',
    ]),
  )
  expect(found('interface.seen').text).toContain('eth0')
  expect(status).toBe(0)
  expect(performance.now() - begun).toBeGreaterThan(4000)
})

it('names the command that adds a missing address, and is content once it was run', () => {
  wire.ip('agent', 'address', 'flush', 'dev', 'eth0')
  const ill = visit()
  expect(ill.status).toBe(4)
  const { severity, why, commands } = ill.found('address.missing')
  expect(severity).toBe('error')
  expect(why).toMatch(/\w{3}/)
  expect(commands).toEqual([`ip address add ${AGENT_CIDR} dev eth0`])
  expect(obey(commands[0] ?? '').status).toBe(0)
  const well = visit()
  expect(well.codes).toContain('address.good')
  expect(well.status).toBe(0)
})

describe('a port that somebody has', () => {
  it.each([
    [69, 'udp', `require('node:dgram').createSocket('udp4').bind(69, () => console.log('up'))`],
    [6970, 'tcp', `require('node:net').createServer().listen(6970, () => console.log('up'))`],
  ])('%d/%s: names the program and the command that ends it', async (port, _, script) => {
    const other = wire.spawn('agent', systemNode(), ['-e', `process.title = 'greedy'; ${script}`])
    await new Promise(resolve => other.stdout?.once('data', resolve))
    const ill = visit()
    expect(ill.status).toBe(4)
    const { text, commands } = ill.found('port.taken')
    expect(text).toContain(String(port))
    expect(text).toContain('greedy')
    const ended = new Promise(resolve => other.once('close', resolve))
    // A test may run in a session that is a service of the system, which nobody shall stop.
    if (commands[0]?.startsWith('kill ')) obey(commands[0])
    else other.kill('SIGKILL')
    await ended
    expect(visit().codes).toContain('port.free')
  })

  it('without the right to open it, says how to start instead', () => {
    const program = [systemNode(), join(ROOT, 'dist/cp-agent.js'), 'doctor', '--json', '--dhcp', 'off']
    const { status, out } = wire.run('agent', 'setpriv', [
      ...['--reuid', '65534', '--regid', '65534', '--clear-groups', '--bounding-set=-all', ...program],
    ])
    expect(status, out).toBe(4)
    const finding = out.split('\n').find(line => line.includes('"port.forbidden"')) ?? ''
    expect(JSON.parse(finding).commands[0]).toMatch(/^(sudo |su -c ').*cp-agent\.js doctor --json --dhcp off'?$/)
  })
})

describe('another DHCP server', () => {
  let rival: ChildProcess
  beforeEach(() => {
    wire.ip('stranger', 'address', 'add', '192.168.178.254/24', 'dev', 'eth0')
    rival = wire.spawn('stranger', 'dnsmasq', [
      ...['-k', '--port=0', '--interface=eth0', '--dhcp-range=192.168.178.100,192.168.178.120,10m'],
      ...[`--dhcp-leasefile=${wire.folder}/rival.leases`, '--conf-file=/dev/null', '--user=root', '--pid-file='],
    ])
  })
  afterEach(async () => {
    await kill(rival)
    wire.ip('stranger', 'address', 'flush', 'dev', 'eth0')
  })

  it('is found although it thinks for seconds before it offers, and named by its address', async () => {
    await new Promise(resolve => setTimeout(resolve, 500))
    const { status, found, codes } = visit(paths.bundle)
    expect(status).toBe(4)
    expect(found('dhcp.rival').text).toMatch(/192\.168\.178\.254 is a DHCP server .*192\.168\.178\.1\d\d/)
    expect(codes).not.toContain('dhcp.alone')
  })
})

it('does not say that nobody answers where it could not look', () => {
  wire.plug('agent', false)
  const { found, codes } = visit(paths.bundle)
  expect(codes).toContain('link.down')
  expect(found('dhcp.unsure').severity).toBe('warning')
  wire.plug('agent', true)
})

it('ends with 5 when only passwords or firmware are missing', () => {
  const { status, found } = visit(paths.bundle, '--dhcp', 'off', '--secrets', '/dev/null')
  expect(status).toBe(5)
  expect(found('secret.missing').text).toContain('CP_SECRET_LINE2')
})

it('says what can be said without a bundle', () => {
  const { status, codes } = visit('--dhcp', 'off')
  expect(codes).toEqual(expect.arrayContaining(['interface.seen', 'port.free']))
  expect(codes.some(code => /^(address|firmware|secret)\./.test(String(code)))).toBe(false)
  expect(status).toBe(0)
})

it('changes nothing: addresses and links are as they were', () => {
  const state = () => wire.run('agent', 'ip', ['-o', 'address', 'show', 'dev', 'eth0']).out
  const before = state()
  visit()
  expect(state()).toBe(before)
})

it('serving says beforehand that another interface is in the same network', async () => {
  wire.ip('agent', 'link', 'add', 'eth9', 'type', 'veth', 'peer', 'name', 'far')
  for (const end of ['eth9', 'far']) wire.ip('agent', 'link', 'set', end, 'up')
  wire.ip('agent', 'address', 'add', '192.168.178.77/24', 'dev', 'eth9')
  const agent = startAgent(wire, paths, ['--dhcp', 'on'])
  const ready = await agent.until('agent.ready')
  const shared = await agent.until('doctor.finding', ({ code }) => code === 'subnet.shared')
  expect(shared).toMatchObject({ commands: ['ip link set eth9 down'], severity: 'warning' })
  expect(agent.events.indexOf(shared)).toBeLessThan(agent.events.indexOf(ready))
  await agent.stop()
  wire.ip('agent', 'link', 'delete', 'eth9')
})

it('serving says that a rule drops what the phone asks, and what lets it through', async () => {
  const nft = (rule: string) => expect(wire.run('agent', 'nft', rule.split(' ')).status).toBe(0)
  nft('add table inet own')
  nft('add chain inet own in { type filter hook input priority 0 ; policy drop ; }')
  const agent = startAgent(wire, paths)
  const finding = await agent.until('doctor.finding', ({ code }) => code === 'firewall.drops')
  const commands = ['udp accept', 'tcp dport 6970 accept'].map(what => what.replace(/^udp/, 'meta l4proto udp'))
  expect(finding.commands).toEqual(commands.map(what => `nft insert rule inet own in iifname eth0 ${what}`))
  await agent.stop()
  nft('flush ruleset')
})
