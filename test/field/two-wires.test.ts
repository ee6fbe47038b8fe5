// A computer with two interfaces: the phone's cable, and another network, where phones ask for the same. That one never hears the agent.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type RunningAgent, startAgent, stock } from './agent.ts'
import { AGENT, CISCO_CLASS, layWire, leaseHook, PHONE_MAC, ROOT, STRANGER_MAC, systemNode, type Wire } from './wire.ts'

const OTHER = '10.0.0.1'
const CONFIG = 'SEP001D452D2BF0.cnf.xml'

let wire: Wire
let agent: RunningAgent
let ear: Awaited<ReturnType<typeof listen>>

/** Hears what the interfaces of the agent's computer carry. @returns what ends it, and says what that was: `eth0 out udp 67>68` … */
async function listen() {
  const child = wire.spawn('agent', 'python3', [fileURLToPath(new URL('ear.py', import.meta.url))])
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  const end = new Promise(resolve => child.once('close', resolve))
  await vi.waitUntil(() => said === 'ready\n', { timeout: 10_000 })
  return async (): Promise<string[]> => {
    child.kill('SIGTERM')
    await end
    return said.split('\n')
  }
}

beforeAll(async () => {
  wire = layWire()
  wire.part()
  wire.ip('agent', 'address', 'add', `${OTHER}/24`, 'dev', 'eth1')
  // As on most computers: what has no better way goes out there.
  wire.ip('agent', 'route', 'add', 'default', 'via', '10.0.0.254', 'dev', 'eth1')
  const paths = stock(wire)
  const site = join(wire.folder, 'two.yaml')
  writeFileSync(
    site,
    `site: two
preset: fritzbox-de
registrar: { address: ${AGENT} }
network: { agent: ${AGENT}/24, leases: 192.168.178.201-192.168.178.220 }
phones:
  - { model: CP-7975G, mac: "${PHONE_MAC}", lines: [{ username: Line1, password: { secret: line1 } }] }
  - { model: CP-7975G, mac: any, lines: [{ username: Line2, password: { secret: line2 } }] }
`,
  )
  execFileSync(systemNode(), [join(ROOT, 'dist/cp-generator.js'), site, '-o', paths.bundle])
  ear = await listen()
  // All that may be open is, and it looks for other servers, too.
  agent = startAgent(wire, paths, ['--yes', '--any-device'])
  expect(await agent.until('agent.ready')).toMatchObject({ interface: 'eth0', dhcp: 'on' })
})
afterAll(async () => {
  await agent?.stop()
  wire?.remove()
})

const udhcpc = (place: 'phone' | 'stranger') => {
  const hook = leaseHook(wire)
  const args = ['-i', 'eth0', '-f', '-n', '-q', '-t', '1', '-T', '1', '-s', hook.script, '-V', CISCO_CLASS]
  return wire.run(place, 'udhcpc', args).status === 0 ? hook.told().ip : undefined
}
/** @returns the exit code and what came. */
const curl = (place: 'phone' | 'stranger', url: string, ...more: string[]) =>
  new Promise<[number | null, string]>(resolve => {
    const child = wire.spawn(place, 'curl', ['-s', '-m', '10', ...more, url])
    let out = ''
    child.stdout?.on('data', text => {
      out += text
    })
    child.once('close', status => resolve([status, out]))
  })

describe.each([
  ['a phone of the bundle', PHONE_MAC],
  ['a phone of the model', STRANGER_MAC],
])('the other network, with %s', (_, mac) => {
  beforeAll(() => {
    wire.ip('stranger', 'link', 'set', 'eth0', 'address', mac)
    wire.ip('agent', 'neighbour', 'flush', 'dev', 'eth1')
  })
  beforeEach(() => wire.ip('stranger', 'address', 'flush', 'dev', 'eth0'))

  it('gives it no address, though the agent hears it', async () => {
    expect(udhcpc('stranger')).toBeUndefined()
    await agent.until('dhcp.discover', ({ phone }) => phone === mac)
    expect(agent.events.some(({ event }) => event === 'phone.claimed')).toBe(false)
  })

  it('nor through a relay', async () => {
    wire.ip('stranger', 'address', 'add', '10.0.0.50/24', 'dev', 'eth0')
    const before = agent.events.length
    const relay = ['-4', '-r', '10', '-n', '2', '-R', '2', '-W', '300000', '-l', 'eth0', OTHER]
    expect(wire.run('stranger', 'perfdhcp', relay)).toMatchObject({ status: 3 })
    await agent.until('dhcp.ignored', ({ why }) => why === 'relay of another network')
    expect(agent.events.slice(before).map(({ event }) => event)).not.toContain('dhcp.offer')
  })

  it('gives it no file, nor a word about one, at whatever address it asks', async () => {
    wire.ip('stranger', 'address', 'add', '10.0.0.50/24', 'dev', 'eth0')
    wire.ip('stranger', 'route', 'add', 'default', 'via', OTHER)
    const asked = [OTHER, AGENT].flatMap(address => ['dialplan.xml', CONFIG].map(file => ({ address, file })))
    const byTftp = asked.map(({ address, file }) => curl('stranger', `tftp://${address}/${file}`, '-m', '1'))
    const byHttp = asked.map(({ address, file }) => curl('stranger', `http://${address}:6970/${file}`, '-i'))
    // 28: nothing came. 52, 56: the connection was cut.
    expect(await Promise.all(byTftp)).toEqual(asked.map(() => [28, '']))
    expect(await Promise.all(byHttp)).toEqual(asked.map(() => [expect.toBeOneOf([52, 56]), '']))
    await agent.until('tftp.refused', event => event.address === '10.0.0.50' && event.file === CONFIG)
    await agent.until('http.refused', event => event.address === '10.0.0.50')
  })
})

it('gives the phone on its own cable everything', async () => {
  expect(udhcpc('phone')).toBe('192.168.178.201')
  for (const url of [`tftp://${AGENT}/${CONFIG}`, `http://${AGENT}:6970/${CONFIG}`])
    expect(await curl('phone', url)).toEqual([0, expect.stringContaining('<name>Line1</name>')])
})

it('has said nothing at all on the other network', async () => {
  const all = await ear()
  const ways = (start: string) => all.filter(way => way.startsWith(start))
  // The ear is good: it heard what was asked there, and what was answered here.
  expect(ways('eth1 in')).toEqual(expect.arrayContaining(['eth1 in udp 68>67']))
  for (const port of [69, 6970]) expect(ways('eth1 in').some(way => way.endsWith(`>${port}`))).toBe(true)
  expect(ways('eth0 out')).toEqual(expect.arrayContaining(['eth0 out udp 67>68', 'eth0 out udp 68>67']))
  expect(ways('eth0 out tcp 6970>')).toHaveLength(1)
  expect(ways('eth1 out')).toEqual([])
})
