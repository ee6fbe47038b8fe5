// Open entries and several phones that ask at the same time: with `--yes`, and with a person at a terminal who is asked about each.
import { type ChildProcess, execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { startAgent } from './agent.ts'
import { type FleetNet, layFleet } from './fleet-net.ts'
import { AGENT_CIDR, CISCO_CLASS, ROOT, systemNode } from './wire.ts'

const MACS = ['00:1d:45:00:00:01', '00:1d:45:00:00:02', '00:1d:45:00:00:03']
const AGENT_FILE = join(ROOT, 'dist/cp-agent.js')

let net: FleetNet
let terminal: ChildProcess | undefined
let paths: { bundle: string; firmware: string; secrets: string }
beforeAll(async () => {
  net = await layFleet(AGENT_CIDR, MACS, { loss: 0, delayMs: 0, seed: 1 })
  const inFolder = (name: string) => join(net.folder, name)
  paths = { bundle: inFolder('any.zip'), firmware: net.folder, secrets: inFolder('secrets.env') }
  writeFileSync(
    inFolder('any.yaml'),
    `site: any
preset: fritzbox-de
registrar: { address: 192.168.178.1 }
network: { agent: ${AGENT_CIDR}, leases: 192.168.178.201-192.168.178.220 }
phones:
  - { model: CP-7975G, mac: any, label: Empfang, lines: [{ username: u1, password: { secret: line1 } }] }
  - { model: CP-7975G, mac: any, label: Lager, lines: [{ username: u2, password: { secret: line2 } }] }
`,
  )
  execFileSync(systemNode(), [join(ROOT, 'dist/cp-generator.js'), inFolder('any.yaml'), '-o', paths.bundle], {
    stdio: 'pipe',
  })
  writeFileSync(paths.secrets, 'CP_SECRET_LINE1=Geheim-4711\nCP_SECRET_LINE2=Geheim-4712\n', { mode: 0o600 })
  writeFileSync(
    inFolder('hook.sh'),
    '#!/bin/sh\n[ -n "$ip" ] || exit 0\nip address flush dev eth0\nip address add "$ip/24" dev eth0\n',
    { mode: 0o755 },
  )
})
afterEach(() => terminal?.kill())
afterAll(() => net?.remove())

/** Asks for an address, again and again, as a phone does. @returns its exit code: 0 with an address */
const ask = async (mac: string, times: number): Promise<number> => {
  const often = ['-t', String(times), '-T', '1', '-n', '-q', '-f']
  const client = net.spawnAt(mac, 'udhcpc', ['-i', 'eth0', ...often, '-s', './hook.sh', '-V', CISCO_CLASS])
  return (await once(client, 'close'))[0]
}
const configuration = async (mac: string): Promise<string> => {
  const url = `http://192.168.178.1:6970/SEP${mac.replaceAll(':', '').toUpperCase()}.cnf.xml`
  const child = net.spawnAt(mac, 'curl', ['-sf', '-m', '5', url])
  let text = ''
  child.stdout?.on('data', part => {
    text += part
  })
  await once(child, 'close')
  return text
}
const claimsIn = (state: string): { mac: string; entry: number }[] => {
  const { sites } = JSON.parse(readFileSync(state, 'utf8'))
  return Object.values<{ claims: { mac: string; entry: number }[] }>(sites).flatMap(({ claims }) => claims)
}

it('with --yes the first two of three that ask at once get an entry each, in order, and keep it', async () => {
  const state = join(net.folder, 'yes', 'phones.json')
  const agent = startAgent(net, { ...paths, state }, ['--yes'])
  await agent.until('agent.ready')
  const exits = await Promise.all(MACS.map(mac => ask(mac, 3)))
  expect(exits.filter(code => code === 0)).toHaveLength(2)
  const claimed = agent.events.filter(({ event }) => event === 'phone.claimed')
  expect(claimed.map(({ label }) => label)).toEqual(['Empfang', 'Lager'])
  const [first = '', second = ''] = claimed.map(({ phone }) => String(phone))
  expect(await configuration(first)).toContain('<name>u1</name>')
  expect(await configuration(second)).toContain('<name>u2</name>')
  const [third = ''] = MACS.filter(mac => mac !== first && mac !== second)
  expect(agent.events).toContainEqual(
    expect.objectContaining({ event: 'dhcp.ignored', phone: third, why: 'not in the bundle' }),
  )
  await agent.stop()
  expect(claimsIn(state)).toEqual([
    { mac: first, entry: 0 },
    { mac: second, entry: 1 },
  ])
  const next = startAgent(net, { ...paths, state }, ['--dhcp', 'on'])
  await next.until('agent.ready')
  expect(await ask(second, 3)).toBe(0)
  await next.until('phone.state', ({ phone, label }) => phone === second && label === 'Lager')
  await next.stop()
})

it.each([
  ['de', /Ein CP-7975G mit der MAC-Adresse (\S+) meldet sich\. Ist das Ihres\? Es wird „(\w+)“/g, 'j'],
  ['en', /A CP-7975G with the MAC address (\S+) asks\. Is it yours\? It becomes “(\w+)”/g, 'y'],
])(
  'at a terminal (%s) asks about one after another; a no leaves the entry to the next',
  async (lang, question, yes) => {
    const state = join(net.folder, lang, 'phones.json')
    const command = [systemNode(), AGENT_FILE, paths.bundle, '--dhcp', 'on', '--lang', lang, '--state', state]
    command.push('--secrets', paths.secrets, '--firmware', paths.firmware)
    const shell = `stty columns 200 rows 40; exec ${command.join(' ')}`
    const child = net.spawn('agent', 'script', ['-qec', shell, '/dev/null'])
    terminal = child
    let shown = ''
    child.stdout?.setEncoding('utf8').on('data', part => {
      shown += part
    })
    const until = async (what: RegExp, but: readonly string[] = []): Promise<RegExpMatchArray> => {
      const end = performance.now() + 20_000
      for (;;) {
        const found = [...shown.matchAll(what)].find(([, mac = '']) => !but.includes(mac))
        if (found) return found
        if (performance.now() > end) throw new Error(`no ${what} in:\n${shown.slice(-3000)}`)
        await new Promise(resolve => setTimeout(resolve, 25))
      }
    }
    const answered: string[] = []
    /** Answers the next question. */
    const answer = async (word: string) => {
      const [, mac = '', label = ''] = await until(question, answered)
      answered.push(mac)
      child.stdin?.write(`${word}\r`)
      return { mac, label }
    }
    await until(/(Ready|Bereit)/g)
    // Typed before anything was asked: no answer to what comes.
    child.stdin?.write(`${yes}\r${yes}\r`)
    const asking = MACS.map(async mac => ({ mac, code: await ask(mac, 15) }))
    const refused = await answer('n')
    expect(refused.label).toBe('Empfang')
    await until(new RegExp(`${refused.mac} (is given nothing|bekommt nichts)`, 'g'))
    const taken = [await answer(yes), await answer(yes)]
    const exits = new Map((await Promise.all(asking)).map(({ mac, code }) => [mac, code]))
    expect(exits.get(refused.mac)).not.toBe(0)
    expect(taken.map(({ mac }) => exits.get(mac))).toEqual([0, 0])
    // What was asked is what each became.
    expect(taken.map(({ label }) => label).sort()).toEqual(['Empfang', 'Lager'])
    for (const { mac, label } of taken)
      expect(await configuration(mac)).toContain(`<name>${label === 'Empfang' ? 'u1' : 'u2'}</name>`)
    expect(await configuration(refused.mac)).toBe('')
    child.stdin?.write('\x03')
    await once(child, 'close')
    const macs = claimsIn(state).map(({ mac }) => mac)
    expect(macs.sort()).toEqual(taken.map(({ mac }) => mac).sort())
  },
)
