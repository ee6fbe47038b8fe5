// Runs one of the built programs in a process of its own, so that its time and its largest memory are its own.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

export interface Cost {
  /** Since the process began. */
  ms: number
  /** Of all its threads: what it costs also where others take their turns. */
  cpuMs: number
  /** Largest resident memory. */
  kB: number
}

export type Command = ['cp-generator' | 'cp-agent', ...string[]]

function start([program, ...args]: Command, flags: readonly string[] = []) {
  return spawnSync(
    process.execPath,
    [...flags, '--import', `${root}bench/peak.mjs`, `${root}dist/${program}.js`, ...args],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], encoding: 'utf8' },
  )
}

/** @throws Error when the program ends with anything but 0. */
export function run(...command: Command): Cost {
  const { status, output } = start(command)
  if (status !== 0) throw new Error(`${command.join(' ')}: ${status}\n${output[2]?.slice(0, 500)}`)
  const cost: Cost = JSON.parse(output[3] ?? '')
  return cost
}

/** What a program needs beyond starting and ending. The quickest of several runs, since others only disturb. */
export function work(runs: number, idle: Cost, ...command: Command): Cost {
  const all = Array.from({ length: runs }, () => run(...command))
  const least = (what: (cost: Cost) => number) => Math.min(...all.map(what)) - what(idle)
  return { ms: least(cost => cost.ms), cpuMs: least(cost => cost.cpuMs), kB: least(cost => cost.kB) }
}

const HEAPS = [16, 24, 32, 48, 64, 96, 128, 192, 256]

/** @returns the smallest heap, in MB and from `least` on, in which the program still does its work; undefined: none. */
export const smallestHeap = (least: number, ...command: Command): number | undefined =>
  HEAPS.filter(heap => heap >= least).find(
    heap => start(command, [`--max-old-space-size=${heap}`, '--max-semi-space-size=1']).status === 0,
  )
