// `--set-address`: the address is added, kept, and taken away again, whatever becomes of the agent; and what the cable and the
// address go through in the middle of a flash.
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openBundle } from '../../schemas/bundle/open.ts'
import { LOAD, type RunningAgent, type Stock, startAgent, stock } from './agent.ts'
import type { PhoneTask, PhoneWord } from './phone-process.ts'
import { AGENT, AGENT_CIDR, layWire, PHONE_MAC, STRANGER_MAC, type Wire } from './wire.ts'

const SCRIPT = fileURLToPath(new URL('phone-process.ts', import.meta.url))
const SET = ['--set-address', '--yes', '--dhcp', 'on']
let wire: Wire
let paths: Stock
beforeAll(() => {
  wire = layWire()
  paths = stock(wire)
})
beforeEach(() => wire.ip('agent', 'address', 'flush', 'dev', 'eth0'))
afterAll(() => wire?.remove())

interface Info {
  local: string
  prefixlen: number
  valid_life_time: number
}
const addresses = (): Info[] => {
  const [{ addr_info = [] } = {}] = JSON.parse(wire.run('agent', 'ip', ['-j', '-4', 'address', 'show', 'eth0']).out)
  return addr_info
}
const lifetime = () =>
  addresses().find(({ local, prefixlen }) => `${local}/${prefixlen}` === AGENT_CIDR)?.valid_life_time
const errorOf = ({ events }: RunningAgent) => events.find(({ event }) => event === 'agent.error')
const notices = ({ events }: RunningAgent) =>
  events.flatMap(({ event, code }) => (event === 'agent.notice' ? [code] : []))
const start = (...args: string[]) => startAgent(wire, paths, [...SET, ...args])
/** The shells that hold an address for an agent. */
const holdersOf = ({ process: { pid } }: RunningAgent): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number)

it('adds the address for three minutes at most, beside what is there, and takes it away at the end', async () => {
  wire.ip('agent', 'address', 'add', '10.9.9.9/24', 'dev', 'eth0')
  const agent = start()
  expect(await agent.until('agent.ready')).toMatchObject({ interface: 'eth0', address: AGENT })
  expect(lifetime()).toBeGreaterThan(170)
  expect(lifetime()).toBeLessThanOrEqual(180)
  expect(await agent.stop('SIGINT')).toBe(130)
  expect(addresses().map(({ local }) => local)).toEqual(['10.9.9.9'])
  expect(notices(agent)).toEqual(expect.arrayContaining(['address.set', 'address.removed']))
  expect(notices(agent)).not.toContain('address.undo')
})

it.each(['SIGTERM', 'SIGKILL'] as const)('takes it away after %s', async signal => {
  const agent = start()
  await agent.until('agent.ready')
  await agent.stop(signal)
  await expect.poll(lifetime).toBeUndefined()
})

it('takes it away after an error', async () => {
  const other = wire.spawn('agent', 'node', [
    '-e',
    "require('node:net').createServer().listen(6970,()=>console.log('up'))",
  ])
  await new Promise(resolve => other.stdout?.once('data', resolve))
  const agent = start()
  expect(await agent.exit).toBe(4)
  expect(errorOf(agent)).toMatchObject({ code: 'port.taken' })
  expect(notices(agent)).toContain('address.set')
  expect(lifetime()).toBeUndefined()
  other.kill('SIGKILL')
})

it('also after it has given up the rights of root', async () => {
  const env = { ...process.env, SUDO_UID: '65534', SUDO_GID: '65534' }
  const agent = startAgent(wire, { ...paths, state: `${wire.folder}/sudo/phones.json` }, SET, env)
  await agent.until('agent.ready')
  expect(readFileSync(`/proc/${agent.process.pid}/status`, 'utf8')).toMatch(/^Uid:\t65534\t65534\t/m)
  wire.ip('agent', 'address', 'delete', AGENT_CIDR, 'dev', 'eth0')
  await agent.until('agent.notice', ({ code }) => code === 'address.back')
  await agent.stop()
  expect(lifetime()).toBeUndefined()
})

it('when agent and holder are killed, the next start takes it away, and what is somebody else’s stays', async () => {
  const agent = start()
  await agent.until('agent.ready')
  for (const pid of holdersOf(agent)) process.kill(pid, 'SIGKILL')
  await agent.stop('SIGKILL')
  expect(lifetime()).toBeLessThanOrEqual(180) // the system takes it away by then
  const next = startAgent(wire, paths, ['--interface', 'eth0', '--dhcp', 'on'])
  expect(await next.exit).toBe(4)
  expect(errorOf(next)).toMatchObject({ code: 'interface.no-address' })
  expect(notices(next)).toContain('address.removed')
  expect(lifetime()).toBeUndefined()

  wire.ip('agent', 'address', 'add', AGENT_CIDR, 'dev', 'eth0')
  const own = start()
  await own.until('agent.ready')
  expect(notices(own)).not.toContain('address.set')
  await own.stop()
  expect(lifetime()).toBe(4_294_967_295)
})

it('refuses when another interface sits in the same subnet', async () => {
  wire.ip('agent', 'link', 'add', 'wlan0', 'type', 'veth', 'peer', 'name', 'air0')
  wire.ip('agent', 'address', 'add', '192.168.178.77/24', 'dev', 'wlan0')
  wire.ip('agent', 'link', 'set', 'air0', 'up')
  wire.ip('agent', 'link', 'set', 'wlan0', 'up')
  const agent = start('--interface', 'eth0')
  expect(await agent.exit).toBe(4)
  expect(errorOf(agent)).toMatchObject({
    code: 'address.subnet',
    message: expect.stringContaining('192.168.178.77/24'),
    cure: expect.stringContaining('ip link set wlan0 down'),
  })
  const unnamed = start()
  expect(await unnamed.exit).toBe(4)
  expect(errorOf(unnamed)).toMatchObject({ code: 'interface.several', message: expect.stringContaining('eth0, wlan0') })
  wire.ip('agent', 'link', 'delete', 'wlan0')
  expect(lifetime()).toBeUndefined()
})

it('refuses when somebody on the cable has the address', async () => {
  wire.ip('stranger', 'address', 'add', AGENT_CIDR, 'dev', 'eth0')
  const agent = start()
  expect(await agent.exit).toBe(4)
  expect(errorOf(agent)).toMatchObject({ code: 'address.answered', message: expect.stringContaining(STRANGER_MAC) })
  expect(lifetime()).toBeUndefined()
  wire.ip('stranger', 'address', 'flush', 'dev', 'eth0')
})

it('adds nothing where nobody can be asked, and says how', async () => {
  const agent = startAgent(wire, paths, ['--set-address', '--dhcp', 'on'])
  expect(await agent.exit).toBe(4)
  expect(errorOf(agent)).toMatchObject({
    code: 'interface.no-address',
    cure: expect.stringContaining(`ip address add ${AGENT_CIDR} dev eth0`),
  })
  expect(lifetime()).toBeUndefined()
})

it('waits for the cable first', async () => {
  wire.plug('agent', false)
  await new Promise(resolve => setTimeout(resolve, 1500))
  const agent = start()
  await agent.until('agent.waiting', event => event.interface === 'eth0')
  expect(lifetime()).toBeUndefined()
  wire.plug('agent', true)
  await agent.until('agent.ready')
  await agent.stop()
})

/** What happens while images go over; each happens in the middle of a flash of its own. */
const MISFORTUNES: Record<string, () => void | Promise<void>> = {
  'the phone’s link goes down': async () => {
    wire.plug('phone', false)
    await new Promise(resolve => setTimeout(resolve, 1500))
    wire.plug('phone', true)
  },
  'our link goes down': async () => {
    wire.ip('agent', 'link', 'set', 'eth0', 'down')
    await new Promise(resolve => setTimeout(resolve, 1500))
    wire.ip('agent', 'link', 'set', 'eth0', 'up')
  },
  'the address is taken away': () => wire.ip('agent', 'address', 'delete', AGENT_CIDR, 'dev', 'eth0'),
  'both at once': async () => {
    wire.ip('agent', 'address', 'delete', AGENT_CIDR, 'dev', 'eth0')
    wire.plug('agent', false)
    await new Promise(resolve => setTimeout(resolve, 1500))
    wire.plug('agent', true)
  },
}

it.each(Object.keys(MISFORTUNES))('ends in a flashed phone when in the middle of it %s', async what => {
  const agent = start('--once', '--settle', '3', '--timeout', '90')
  await agent.until('agent.ready')
  const { manifest } = await openBundle(readFileSync(paths.bundle), () => undefined)
  const [entry] = manifest.phones
  if (!entry) throw new Error('no phone')
  wire.ip('phone', 'route', 'replace', '255.255.255.255', 'dev', 'eth0')
  const task: PhoneTask = {
    mac: PHONE_MAC,
    model: entry.model,
    facts: entry.facts,
    running: 'SCCP75.8-3-4S',
    reset: false,
  }
  const phone = wire.spawn('phone', process.execPath, [SCRIPT, JSON.stringify(task)])
  const words: PhoneWord[] = []
  if (phone.stdout) createInterface({ input: phone.stdout }).on('line', line => void words.push(JSON.parse(line)))
  // The biggest one: six megabytes take long enough.
  await agent.until('tftp.start', ({ file }) => String(file).startsWith('apps75'))
  await MISFORTUNES[what]?.()
  expect(await agent.exit, agent.output().slice(-3000)).toBe(0)
  expect(words.findLast(({ says }) => says === 'up')).toMatchObject({ running: LOAD })
  phone.kill('SIGKILL')
  if (what.includes('address') || what.includes('both'))
    expect(notices(agent)).toEqual(expect.arrayContaining(['address.gone', 'address.back']))
  if (what.startsWith('our') || what.includes('both'))
    expect(notices(agent)).toEqual(expect.arrayContaining(['link.down', 'link.up']))
  expect(lifetime()).toBeUndefined()
})
