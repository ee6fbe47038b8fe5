// A room of phones, each with a network of its own, on one switch; between the switch and the agent a good wire, or a bad one.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ip, type Wire } from './wire.ts'

export interface BadWire {
  /** Share of the frames that are lost, each way. */
  loss: number
  delayMs: number
  seed: number
}

export interface Passed {
  came: number
  lost: number
}

export interface FleetNet extends Pick<Wire, 'folder'> {
  /** Runs a program at the agent's place. */
  spawn(place: 'agent', program: string, args: string[], env?: NodeJS.ProcessEnv): ChildProcess
  /** Runs a script in the network of a phone, by its MAC. */
  spawnPhone(mac: string, args: string[]): ChildProcess
  /** Runs a program there. */
  spawnAt(mac: string, program: string, args: string[]): ChildProcess
  /** What went over the bad wire; it is cut then. A good one counts nothing. */
  cut(): Promise<{ fromPhones: Passed; fromAgent: Passed }>
  remove(): void
}

let count = 0

/** Needs root. Every phone has an `eth0` with its MAC, a route for broadcasts and no address. @param bad where it is. */
export async function layFleet(cidr: string, macs: readonly string[], bad?: BadWire): Promise<FleetNet> {
  const folder = mkdtempSync(join(tmpdir(), 'cp-fleet-'))
  const id = `cpf${process.pid}x${count++}`
  const [core, agent] = [`${id}switch`, `${id}agent`]
  const nameOf = (mac: string) => `${id}p${macs.indexOf(mac)}`
  const spaces: string[] = []
  const running = new Set<ChildProcess>()
  const at = (space: string, program: string, args: string[], env = process.env): ChildProcess => {
    const child = spawn('ip', ['netns', 'exec', space, program, ...args], { cwd: folder, env })
    running.add(child)
    child.once('close', () => running.delete(child))
    return child
  }
  const add = (space: string) => {
    ip('netns', 'add', space)
    spaces.push(space)
    ip('-n', space, 'link', 'set', 'lo', 'up')
  }
  /** @returns what ends it, and says what went over it. */
  const layBadWire = async ({ loss, delayMs, seed }: BadWire): Promise<FleetNet['cut']> => {
    const relay = fileURLToPath(new URL('bad-wire.py', import.meta.url))
    const wire = at(core, 'python3', [relay, 'bad', 'eth0', String(loss), String(delayMs), String(seed)])
    let said = ''
    for (const stream of [wire.stdout, wire.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        said += text
      })
    const end = new Promise<void>(resolve => wire.once('close', () => resolve()))
    const late = AbortSignal.timeout(10_000)
    while (!said.startsWith('ready')) {
      if (wire.exitCode !== null || late.aborted) throw new Error(`no wire: ${said}`)
      await new Promise(resolve => setTimeout(resolve, 10))
    }
    ip('-n', core, 'link', 'set', 'bad', 'master', 'switch', 'up')
    return async () => {
      wire.kill('SIGTERM')
      await end
      const counts = (said.split('\n')[1] ?? '').split(' ').map(Number)
      const [fromPhones = 0, lostThere = 0, fromAgent = 0, lostHere = 0] = counts
      return { fromPhones: { came: fromPhones, lost: lostThere }, fromAgent: { came: fromAgent, lost: lostHere } }
    }
  }
  const layGoodWire = (): FleetNet['cut'] => {
    ip('-n', core, 'link', 'add', 'good', 'type', 'veth', 'peer', 'name', 'eth0')
    ip('-n', core, 'link', 'set', 'good', 'master', 'switch', 'up')
    const nothing = { came: 0, lost: 0 }
    return async () => ({ fromPhones: nothing, fromAgent: nothing })
  }
  const remove = () => {
    for (const child of running) child.kill('SIGKILL')
    for (const space of spaces) spawnSync('ip', ['netns', 'delete', space])
    rmSync(folder, { recursive: true, force: true })
  }

  try {
    add(core)
    add(agent)
    ip('-n', core, 'link', 'add', 'switch', 'type', 'bridge')
    ip('-n', core, 'link', 'set', 'switch', 'up')
    for (const [index, mac] of macs.entries()) {
      const space = nameOf(mac)
      add(space)
      ip('-n', core, 'link', 'add', `p${index}`, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', space)
      ip('-n', core, 'link', 'set', `p${index}`, 'master', 'switch', 'up')
      ip('-n', space, 'link', 'set', 'eth0', 'address', mac, 'up')
    }
    const cut = bad ? await layBadWire(bad) : layGoodWire()
    ip('-n', core, 'link', 'set', 'eth0', 'netns', agent)
    ip('-n', agent, 'link', 'set', 'eth0', 'up')
    ip('-n', agent, 'address', 'add', cidr, 'dev', 'eth0')

    return {
      folder,
      spawn: (_, program, args, env) => at(agent, program, args, env),
      spawnPhone: (mac, args) => at(nameOf(mac), process.execPath, args),
      spawnAt: (mac, program, args) => at(nameOf(mac), program, args),
      cut,
      remove,
    }
  } catch (error) {
    remove()
    throw error
  }
}
