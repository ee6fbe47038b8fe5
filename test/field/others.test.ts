// Devices that the bundle does not list by MAC: the first phone that asks, the guest, the one whose address is not from us.

import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type RunningAgent, type Stock, startAgent, stock } from './agent.ts'
import { AGENT, CISCO_CLASS, layWire, leaseHook, PHONE_MAC, ROOT, STRANGER_MAC, systemNode, type Wire } from './wire.ts'

let wire: Wire
let listed: Stock
let any: Stock
let agent: RunningAgent | undefined

beforeAll(() => {
  wire = layWire()
  listed = stock(wire)
  const site = join(wire.folder, 'any.yaml')
  writeFileSync(
    site,
    `site: any
preset: fritzbox-de
registrar: { address: 192.168.178.1 }
network: { agent: 192.168.178.1/24, leases: 192.168.178.201-192.168.178.220 }
phones:
  - { model: CP-7975G, mac: any, lines: [{ username: Line1, password: { secret: line1 } }] }
`,
  )
  any = { ...listed, bundle: join(wire.folder, 'any.zip'), state: join(wire.folder, 'any', 'phones.json') }
  execFileSync(systemNode(), [join(ROOT, 'dist/cp-generator.js'), site, '-o', any.bundle])
})
afterEach(async () => {
  await agent?.stop()
  for (const place of ['phone', 'stranger'] as const) wire.ip(place, 'address', 'flush', 'dev', 'eth0')
  wire.ip('agent', 'neighbour', 'flush', 'dev', 'eth0')
})
afterAll(() => wire?.remove())

const start = async (paths: Stock, ...args: string[]) => {
  agent = startAgent(wire, paths, args)
  await agent.until('agent.ready')
  return agent
}
const lease = (place: 'phone' | 'stranger', vendorClass: string) => {
  const hook = leaseHook(wire)
  const { status } = wire.run(place, 'udhcpc', [
    ...['-i', 'eth0', '-f', '-n', '-q', '-t', '2', '-T', '1', '-s', hook.script, '-V', vendorClass],
  ])
  return status === 0 ? hook.told().ip : undefined
}
const tftp = (place: 'phone' | 'stranger', file: string) =>
  wire.run(place, 'curl', ['-sf', '-m', '10', `tftp://${AGENT}/${file}`])
const OWN = 'SEP001D452D2BF0.cnf.xml'

describe('mac: any', () => {
  it('is not given away without a yes where passwords are at stake', async () => {
    const { until } = await start(any, '--dhcp', 'on')
    expect(lease('phone', CISCO_CLASS)).toBeUndefined()
    await until('dhcp.ignored', event => event.phone === PHONE_MAC && event.why === 'waits for a yes')
  })

  it('goes to the first device of the model with --yes, after a look that found nobody; not to another model, nor to a second', async () => {
    const { until } = await start(any, '--yes')
    expect(lease('stranger', 'Cisco Systems, Inc. IP Phone CP-7941G')).toBeUndefined()
    expect(lease('phone', CISCO_CLASS)).toBe('192.168.178.201')
    await until('phone.claimed', event => event.phone === PHONE_MAC && event.model === 'CP-7975G')
    expect(tftp('phone', OWN).out).toContain('<name>Line1</name>')
    expect(lease('stranger', CISCO_CLASS)).toBeUndefined()
    expect(tftp('phone', 'SEP3C22FB000001.cnf.xml').status).toBe(68)
  })

  it('stays claimed over a restart', async () => {
    const { events } = await start(any, '--dhcp', 'on')
    expect(lease('phone', CISCO_CLASS)).toBe('192.168.178.201')
    expect(events.some(({ event }) => event === 'phone.claimed')).toBe(false)
    expect(tftp('phone', OWN).status).toBe(0)
  })
})

describe('--any-device', () => {
  it('opens what holds no password, and no more', async () => {
    await start(listed, '--dhcp', 'on', '--any-device')
    expect(lease('stranger', 'guest')).toBe('192.168.178.202')
    expect(tftp('stranger', 'dialplan.xml').status).toBe(0)
    expect(tftp('stranger', OWN).status).toBe(69)
    expect(wire.run('stranger', 'curl', ['-s', '-w', '%{http_code}', `http://${AGENT}:6970/${OWN}`]).out).toMatch(
      /403$/,
    )
  })
})

describe('--dhcp off', () => {
  it('knows a phone by the neighbour table', async () => {
    const { events } = await start(listed, '--dhcp', 'off')
    expect(lease('phone', CISCO_CLASS)).toBeUndefined()
    wire.ip('phone', 'address', 'add', '192.168.178.30/24', 'dev', 'eth0')
    expect(tftp('phone', OWN).status).toBe(0)
    expect(events.some(({ event }) => event.startsWith('dhcp.'))).toBe(false)
    wire.ip('stranger', 'address', 'add', '192.168.178.31/24', 'dev', 'eth0')
    expect(tftp('stranger', OWN).status).toBe(69)
  })

  it('has nothing at port 67, and says how a phone finds it', async () => {
    const { until } = await start(listed, '--dhcp', 'off')
    expect(wire.run('agent', 'ss', ['-Huln', 'sport = :67']).out).toBe('')
    const { steps } = await until('phone.guide', ({ guide }) => guide === 'alternate-tftp')
    expect(steps).toContainEqual(expect.stringContaining(AGENT))
  })

  it.each(['phone', 'stranger'] as const)('looks up who asks before the system knows it: a %s', async place => {
    const { events, until } = await start(listed, '--dhcp', 'off')
    wire.ip(place, 'address', 'add', '192.168.178.30/24', 'dev', 'eth0')
    // It knows us from before and asks on the cable for nobody.
    const mac = wire.run('agent', 'cat', ['/sys/class/net/eth0/address']).out.trim()
    wire.ip(place, 'neighbour', 'replace', AGENT, 'lladdr', mac, 'dev', 'eth0', 'nud', 'permanent')
    wire.ip('agent', 'neighbour', 'flush', 'dev', 'eth0')
    expect(wire.run('agent', 'ip', ['neighbour']).out).not.toContain('192.168.178.30')
    expect(tftp(place, OWN).status).toBe(place === 'phone' ? 0 : 69)
    await until(place === 'phone' ? 'tftp.done' : 'tftp.refused')
    expect(events.filter(({ event }) => event === 'tftp.refused')).toHaveLength(place === 'phone' ? 0 : 1)
    wire.ip(place, 'neighbour', 'delete', AGENT, 'dev', 'eth0')
  })
})

it('answers from the address that it gave, on an interface that has another one first', async () => {
  wire.ip('agent', 'address', 'flush', 'dev', 'eth0')
  for (const address of ['192.168.178.9/24', '192.168.178.1/24'])
    wire.ip('agent', 'address', 'add', address, 'dev', 'eth0')
  await start(listed, '--dhcp', 'on')
  expect(lease('phone', CISCO_CLASS)).toBe('192.168.178.201')
  const { status, err } = wire.run(
    'phone',
    'atftp',
    ['-g', '-r', OWN, '-l', join(wire.folder, 'got.xml'), AGENT],
    15_000,
  )
  expect(status, err).toBe(0)
  wire.ip('agent', 'address', 'delete', '192.168.178.9/24', 'dev', 'eth0')
  wire.ip('agent', 'address', 'replace', '192.168.178.1/24', 'dev', 'eth0')
})

it('does not take a stranger for a phone because --phone names its address', async () => {
  await start(listed, '--dhcp', 'off', '--phone', `${PHONE_MAC}=192.168.178.31`)
  wire.ip('stranger', 'address', 'add', '192.168.178.31/24', 'dev', 'eth0')
  expect(tftp('stranger', OWN).status).toBe(69)
  await agent?.until('tftp.refused', event => event.address === '192.168.178.31')
  expect(agent?.output()).not.toContain(STRANGER_MAC.replaceAll(':', '').toUpperCase())
})

it('ends quietly when nobody reads its output any more', () => {
  const inspect = [join(ROOT, 'dist/cp-agent.js'), 'inspect', listed.bundle, '--state', join(wire.folder, 'pipe.json')]
  const { stderr, status } = spawnSync('sh', ['-c', `"$@" | head -1 >/dev/null`, 'sh', systemNode(), ...inspect], {
    encoding: 'utf8',
  })
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
})
