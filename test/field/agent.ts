// The built agent at its place on the wire, with a bundle of the example site, synthetic firmware and known secrets.
import type { ChildProcess } from 'node:child_process'
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFirmware } from '../../agent/rehearsal/synthetic.ts'
import { type EventLine, readLine } from '../event-line.ts'
import { ROOT, systemNode, type Wire } from './wire.ts'

export const SECRETS = { line1: 'Geheim-4711&<1>', line2: 'Geheim-0815"2' } as const
export const LOAD = 'SIP75.9-4-2SR3-1S'
/** Bigger than any image of a 7975: twelve thousand blocks. */
export const BIG_BYTES = 6_000_000

export interface Stock {
  bundle: string
  firmware: string
  secrets: string
  state: string
}

/** Makes what the agent needs, in the wire's folder. */
export function stock(wire: Wire): Stock {
  const paths = {
    bundle: join(wire.folder, 'bundle.zip'),
    firmware: join(wire.folder, 'firmware'),
    secrets: join(wire.folder, 'secrets.env'),
    state: join(wire.folder, 'state', 'phones.json'),
  }
  const site = join(ROOT, 'examples/fritzbox-7975g.yaml')
  execFileSync(systemNode(), [join(ROOT, 'dist/cp-generator.js'), site, '-o', paths.bundle], { stdio: 'pipe' })
  mkdirSync(paths.firmware, { recursive: true })
  const images = ['jar75sip', 'cnu75', 'apps75', 'dsp75', 'cvm75sip'].map(name => `${name}.9-4-2ES26.sbn`)
  const made = makeFirmware({
    load: LOAD,
    files: [...images, 'term75.default.loads'],
    sizes: Object.fromEntries(images.map(name => [name, name.startsWith('apps') ? BIG_BYTES : 50_000])),
  })
  for (const file of made.values()) writeFileSync(join(paths.firmware, file.name), file.bytes())
  const lines = Object.entries(SECRETS).map(([name, value]) => `CP_SECRET_${name.toUpperCase()}=${value}\n`)
  writeFileSync(paths.secrets, lines.join(''), { mode: 0o600 })
  return paths
}

export type Event = EventLine

export interface RunningAgent {
  process: ChildProcess
  /** All that it said so far. */
  events: Event[]
  output(): string
  /** Waits for an event that is seen or has been. */
  until(name: string, match?: (event: Event) => boolean, timeoutMs?: number): Promise<Event>
  /** The exit code. */
  exit: Promise<number | null>
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

/** Starts it with `--json`. */
export function startAgent(
  wire: { spawn(place: 'agent', program: string, args: string[], env?: NodeJS.ProcessEnv): ChildProcess },
  paths: Stock,
  args: string[] = [],
  env: NodeJS.ProcessEnv = process.env,
  node = systemNode(),
): RunningAgent {
  const child = wire.spawn(
    'agent',
    node,
    [
      join(ROOT, 'dist/cp-agent.js'),
      paths.bundle,
      '--json',
      ...['--firmware', paths.firmware, '--secrets', paths.secrets, '--state', paths.state],
      ...args,
    ],
    env,
  )
  const events: Event[] = []
  let output = ''
  let rest = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output += text
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) events.push(readLine(line))
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  const exit = new Promise<number | null>(resolve => child.once('close', code => resolve(code)))
  return {
    process: child,
    events,
    output: () => output,
    exit,
    async until(name, match = () => true, timeoutMs = 20_000) {
      const end = performance.now() + timeoutMs
      for (;;) {
        const found = events.find(event => event.event === name && match(event))
        if (found) return found
        if (performance.now() > end || child.exitCode !== null)
          throw new Error(`no ${name} in:\n${output.slice(-4000)}`)
        await new Promise(resolve => setTimeout(resolve, 25))
      }
    },
    stop(signal = 'SIGTERM') {
      child.kill(signal)
      return exit
    },
  }
}
