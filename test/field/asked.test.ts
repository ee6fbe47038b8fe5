// What a person types at a real terminal: which of two cables it is, and the yes to an address. Nothing happens without.
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { type Stock, stock } from './agent.ts'
import { AGENT_CIDR, layWire, ROOT, systemNode, type Wire } from './wire.ts'

let wire: Wire
let paths: Stock
let cleared = () => {}
beforeAll(() => {
  wire = layWire()
  paths = stock(wire)
  wire.ip('agent', 'address', 'flush', 'dev', 'eth0')
})
afterEach(() => {
  cleared()
  cleared = () => {}
  wire.ip('agent', 'address', 'flush', 'dev', 'eth0')
})
afterAll(() => wire?.remove())

/** A second cable with a link. */
function secondCable(): void {
  wire.ip('agent', 'link', 'add', 'eth9', 'type', 'veth', 'peer', 'name', 'far')
  cleared = () => wire.ip('agent', 'link', 'delete', 'eth9')
  for (const end of ['eth9', 'far']) wire.ip('agent', 'link', 'set', end, 'up')
}

const addresses = (name: string) => wire.run('agent', 'ip', ['-4', '-o', 'address', 'show', 'dev', name]).out

/** The agent at a terminal of its own. */
function sit(command: 'serve' | 'doctor', ...args: string[]) {
  const given = ['--firmware', paths.firmware, '--secrets', paths.secrets, '--state', paths.state, '--lang', 'de']
  const words = [systemNode(), join(ROOT, 'dist/cp-agent.js'), command, paths.bundle, ...given, ...args]
  const terminal = wire.spawn('agent', 'script', ['-qec', `exec ${words.join(' ')}`, '/dev/null'])
  let shown = ''
  terminal.stdout?.setEncoding('utf8').on('data', (text: string) => {
    shown += text
  })
  const ended = new Promise<number | null>(resolve => terminal.once('close', resolve))
  return {
    ended,
    shown: () => shown,
    until: (what: RegExp) => expect.poll(() => shown, { timeout: 15_000, interval: 50 }).toMatch(what),
    type: (keys: string) => terminal.stdin?.write(keys),
  }
}

it('adds the address after a typed yes, and takes it away after Ctrl-C', async () => {
  const person = sit('serve', '--set-address', '--dhcp', 'on')
  await person.until(/\[j\/N\]/)
  expect(addresses('eth0')).toBe('')
  person.type('j\r')
  await person.until(/Bereit an eth0/)
  expect(addresses('eth0')).toContain(AGENT_CIDR)
  person.type('\x03')
  expect(await person.ended).toBe(130)
  expect(addresses('eth0')).toBe('')
})

it.each(['\r', 'ja?\r'])('adds nothing after %j', async keys => {
  const person = sit('serve', '--set-address', '--dhcp', 'on')
  await person.until(/\[j\/N\]/)
  person.type(keys)
  expect(await person.ended).toBe(4)
  expect(person.shown()).toContain('interface.no-address')
  expect(addresses('eth0')).toBe('')
})

it('asks which of two cables it is, and adds the address there and nowhere else', async () => {
  secondCable()
  const person = sit('serve', '--set-address', '--dhcp', 'on')
  await person.until(/1 {2}eth0: [^\n]*\n +2 {2}eth9: [\s\S]*Enter/)
  person.type('2\r')
  await person.until(/eth9 die Adresse 192\.168\.178\.1\/24 hinzufügen/)
  person.type('j\r')
  await person.until(/Bereit an eth9/)
  expect(addresses('eth9')).toContain(AGENT_CIDR)
  expect(addresses('eth0')).toBe('')
  person.type('\x03')
  expect(await person.ended).toBe(130)
})

it.each(['\r', '7\r'])('takes none of them after %j, and says how else', async keys => {
  secondCable()
  const person = sit('serve', '--dhcp', 'on')
  await person.until(/Enter/)
  person.type(keys)
  expect(await person.ended).toBe(4)
  expect(person.shown()).toContain('(interface.several)')
  expect(person.shown()).toContain('--interface')
})

it('the doctor goes on with the one that was chosen, and says so in his commands', async () => {
  secondCable()
  const person = sit('doctor', '--dhcp', 'off')
  await person.until(/Enter/)
  person.type('2\r')
  expect(await person.ended).toBe(4)
  expect(person.shown()).toContain('eth9 hat die Adresse 192.168.178.1/24 nicht')
  expect(person.shown()).not.toContain('--interface eth0')
})
