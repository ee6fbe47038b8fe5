// What the agent costs the laptop: how soon it answers after it was started, and the memory that a room of phones takes.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { makeFirmware } from '../agent/rehearsal/synthetic.ts'
import { openBundle } from '../schemas/bundle/open.ts'
import { LOAD, type Stock, startAgent, stock } from '../test/field/agent.ts'
import { type FleetNet, layFleet } from '../test/field/fleet-net.ts'
import type { PhoneTask, PhoneWord } from '../test/field/phone-process.ts'
import { CISCO_CLASS, layWire, PHONE_MAC, ROOT, systemNode } from '../test/field/wire.ts'

/** In ms from the start of the process to the first OFFER on the wire; in MB at most in the memory, with 64 phones. */
export const OFFER_MOST = 200
export const MEMORY_MOST = 80
const ASK = fileURLToPath(new URL('ask.ts', import.meta.url))
const PHONE = fileURLToPath(new URL('../test/field/phone-process.ts', import.meta.url))
const ROOM_MS = 500_000

/** Version → path: the Node that people have by default here, and the one that this repository brings. */
export const NODES: ReadonlyMap<string, string> = new Map(
  [systemNode(), process.execPath].map(path => [execFileSync(path, ['--version'], { encoding: 'utf8' }).trim(), path]),
)
// Node 20 reads these certificates at each start, 80 ms long: a matter of where this runs, and not of the agent.
const { NODE_EXTRA_CA_CERTS: _, ...environment } = process.env

const said = (stream: NodeJS.ReadableStream) => createInterface({ input: stream })[Symbol.asyncIterator]()

/** Needs root. @returns version of Node → ms, sorted. */
export async function firstOffers(runs: number): Promise<Map<string, number[]>> {
  const wire = layWire()
  const all = new Map<string, number[]>()
  try {
    wire.ip('phone', 'route', 'add', '255.255.255.255', 'dev', 'eth0')
    const paths = stock(wire)
    for (let run = 0; run < runs; run++) {
      for (const [version, path] of NODES) {
        const phone = wire.spawn('phone', process.execPath, [ASK, PHONE_MAC, CISCO_CLASS])
        if (!phone.stdout) throw new Error('a phone without a voice')
        const words = said(phone.stdout)
        await words.next()
        const before = performance.timeOrigin + performance.now()
        const agent = startAgent(wire, paths, ['--dhcp', 'on'], environment, path)
        const { value } = await words.next()
        all.set(
          version,
          [...(all.get(version) ?? []), Number(value) - before].sort((a, b) => a - b),
        )
        await agent.stop()
      }
    }
    return all
  } finally {
    wire.remove()
  }
}

export interface Room {
  phones: number
  /** Bytes of firmware that each took. */
  firmware: number
  /** Seconds from the first start to the last phone that was up. */
  seconds: number
  /** kB of resident memory when it was ready, and at most. */
  ready: number
  most: number
}

const macOf = (n: number) => `02:00:00:00:40:${n.toString(16).padStart(2, '0')}`

/** Needs root. All phones start at once, and take the firmware of a CP-7975G, synthetic and of true size. */
export async function flashRoom(count: number, node: string): Promise<Room> {
  const macs = Array.from({ length: count }, (_, n) => macOf(n))
  const net = await layFleet('10.20.0.1/24', macs)
  try {
    const { paths, firmware, tasks } = await stockRoom(net.folder, macs)
    const agent = startAgent(net, paths, ['--dhcp', 'on'], environment, node)
    await agent.until('agent.ready')
    const memory = (what: string) =>
      Number(
        new RegExp(`^${what}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${agent.process.pid}/status`, 'utf8'))?.[1],
      )
    const ready = memory('VmRSS')
    const before = performance.now()
    await Promise.all(tasks.map(task => untilUp(net, task)))
    const seconds = (performance.now() - before) / 1000
    const most = memory('VmHWM')
    await agent.stop()
    return { phones: count, firmware, seconds, ready, most }
  } finally {
    net.remove()
  }
}

async function stockRoom(folder: string, macs: readonly string[]) {
  const paths: Stock = {
    bundle: join(folder, 'bundle.zip'),
    firmware: join(folder, 'firmware'),
    secrets: join(folder, 'secrets.env'),
    state: join(folder, 'state', 'phones.json'),
  }
  const phones = macs.map(
    (mac, n) =>
      `  - { model: CP-7975G, load: ${LOAD}, mac: '${mac}', running: SCCP75.9-2-1S, lines: [{ username: u${n}, password: { secret: p${n} } }] }\n`,
  )
  writeFileSync(
    join(folder, 'site.yaml'),
    `site: room
registrar: { kind: asterisk-pjsip, address: 10.20.0.1 }
network: { ntp: [10.20.0.1], agent: 10.20.0.1/24, leases: 10.20.0.101-10.20.0.240 }
phones:
${phones.join('')}`,
  )
  execFileSync(systemNode(), [join(ROOT, 'dist/cp-generator.js'), join(folder, 'site.yaml'), '-o', paths.bundle], {
    stdio: 'pipe',
  })
  writeFileSync(paths.secrets, macs.map((_, n) => `CP_SECRET_P${n}=password${n}\n`).join(''), { mode: 0o600 })
  const { manifest } = await openBundle(readFileSync(paths.bundle), () => undefined)
  const names = manifest.phones[0]?.route.at(-1)?.files.map(({ name }) => name) ?? []
  mkdirSync(paths.firmware)
  let firmware = 0
  for (const { name, bytes } of makeFirmware({ load: LOAD, files: names }).values()) {
    writeFileSync(join(paths.firmware, name), bytes())
    firmware += bytes().length
  }
  const tasks = manifest.phones.map(
    ({ mac, model, facts }): PhoneTask => ({ mac, model, facts, running: 'SCCP75.9-2-1S', reset: false }),
  )
  return { paths, firmware, tasks }
}

/** @throws Error with what stopped it. */
async function untilUp(net: FleetNet, task: PhoneTask): Promise<void> {
  const phone = net.spawnPhone(task.mac, [PHONE, JSON.stringify(task)])
  const clock = setTimeout(() => phone.kill(), ROOM_MS)
  try {
    for await (const line of createInterface({ input: phone.stdout ?? process.stdin })) {
      const word: PhoneWord = JSON.parse(line)
      if (word.says === 'failed') throw new Error(`${task.mac}: ${word.why}`)
      if (word.says === 'up') return
    }
    throw new Error(`${task.mac} was not up in time`)
  } finally {
    clearTimeout(clock)
    phone.stdin?.end()
  }
}
