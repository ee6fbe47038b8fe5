// A wire of its own for field tests: a switch in one network namespace, and the agent, a phone and a stranger each in another.
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
export const AGENT_CIDR = '192.168.178.1/24'
export const AGENT = '192.168.178.1'
export const PHONE_MAC = '00:1d:45:2d:2b:f0'
export const STRANGER_MAC = '3c:22:fb:00:00:01'
export const CISCO_CLASS = 'Cisco Systems, Inc. IP Phone CP-7975G'
const PLACES = ['agent', 'phone', 'stranger'] as const
export type Place = (typeof PLACES)[number]
/** The switch is where further cables are plugged in. */
type Where = Place | 'switch'

/** The system's `ip`. @throws when it fails. */
export const ip = (...args: string[]) => execFileSync('ip', args, { stdio: ['ignore', 'pipe', 'pipe'] })

/** What a finished program left. */
export interface Ran {
  status: number | null
  out: string
  err: string
}

export interface Wire {
  /** A folder that goes when the wire goes. */
  folder: string
  /** Runs a program at a place and waits for its end. */
  run(where: Where, program: string, args: string[], timeoutMs?: number): Ran
  spawn(where: Where, program: string, args: string[], env?: NodeJS.ProcessEnv): ChildProcess
  /** `ip` at a place. */
  ip(where: Where, ...args: string[]): void
  /** The switch's side of a cable: a place whose cable is out has no carrier. */
  plug(place: Place, on: boolean): void
  /** Takes the stranger to a wire of its own, on which the agent's computer has another interface, `eth1`. */
  part(): void
  remove(): void
}

let count = 0

/** Needs root. Interfaces are called `eth0` everywhere; the agent has its address, the others have none. */
export function layWire(): Wire {
  const folder = mkdtempSync(join(tmpdir(), 'cp-field-'))
  const id = `cp${process.pid}x${count++}`
  const nameOf = (where: Where) => `${id}${where}`
  const running = new Set<ChildProcess>()
  ip('netns', 'add', nameOf('switch'))
  ip('-n', nameOf('switch'), 'link', 'add', 'switch', 'type', 'bridge')
  ip('-n', nameOf('switch'), 'link', 'set', 'switch', 'up')
  for (const place of PLACES) {
    ip('netns', 'add', nameOf(place))
    ip('-n', nameOf('switch'), 'link', 'add', place, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', nameOf(place))
    ip('-n', nameOf('switch'), 'link', 'set', place, 'master', 'switch', 'up')
    ip('-n', nameOf(place), 'link', 'set', 'lo', 'up')
  }
  ip('-n', nameOf('phone'), 'link', 'set', 'eth0', 'address', PHONE_MAC)
  ip('-n', nameOf('stranger'), 'link', 'set', 'eth0', 'address', STRANGER_MAC)
  for (const place of PLACES) ip('-n', nameOf(place), 'link', 'set', 'eth0', 'up')
  ip('-n', nameOf('agent'), 'address', 'add', AGENT_CIDR, 'dev', 'eth0')

  return {
    folder,
    run(where, program, args, timeoutMs = 60_000) {
      const { status, stdout, stderr } = spawnSync('ip', ['netns', 'exec', nameOf(where), program, ...args], {
        cwd: folder,
        encoding: 'utf8',
        timeout: timeoutMs,
        killSignal: 'SIGKILL',
      })
      return { status, out: stdout, err: stderr }
    },
    spawn(where, program, args, env = process.env) {
      const child = spawn('ip', ['netns', 'exec', nameOf(where), program, ...args], { cwd: folder, env })
      running.add(child)
      child.once('exit', () => running.delete(child))
      return child
    },
    ip: (where, ...args) => void ip('-n', nameOf(where), ...args),
    plug: (place, on) => void ip('-n', nameOf('switch'), 'link', 'set', place, on ? 'up' : 'down'),
    part() {
      ip('-n', nameOf('stranger'), 'link', 'delete', 'eth0')
      const ends = ['eth1', 'netns', nameOf('agent'), 'type', 'veth', 'peer', 'name', 'eth0']
      ip('-n', nameOf('stranger'), 'link', 'add', ...ends, 'netns', nameOf('stranger'))
      ip('-n', nameOf('stranger'), 'link', 'set', 'eth0', 'address', STRANGER_MAC, 'up')
      ip('-n', nameOf('agent'), 'link', 'set', 'eth1', 'up')
    },
    remove() {
      for (const child of running) child.kill('SIGKILL')
      for (const place of [...PLACES, 'switch'] as const) spawnSync('ip', ['netns', 'delete', nameOf(place)])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The Node that the system has, which may be older than the one that runs the tests: the agent must do with it. */
export function systemNode(): string {
  const path = (process.env.PATH ?? '').split(':').filter(entry => !entry.includes('node_modules'))
  return path.map(entry => join(entry, 'node')).find(existsSync) ?? process.execPath
}

/** A script for DHCP clients: keeps what it was told, and sets the address as the clients' own scripts would. */
export function leaseHook(wire: Wire): { script: string; told(): Record<string, string> } {
  const script = join(wire.folder, 'hook.sh')
  const path = join(wire.folder, 'lease')
  rmSync(path, { force: true })
  writeFileSync(
    script,
    `#!/bin/sh
address="\${ip:-$new_ip_address}"
[ -n "$address" ] || exit 0
env > ${path}
ip address flush dev eth0
ip address add "$address/24" dev eth0
`,
    { mode: 0o755 },
  )
  return {
    script,
    told() {
      const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
      return Object.fromEntries(text.split('\n').map(line => [line.split('=')[0], line.slice(line.indexOf('=') + 1)]))
    },
  }
}
