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

/**
 * The least of several runs, since others only disturb.
 * @throws Error when the program ends with anything but 0.
 */
export function least(runs: number, ...command: Command): Cost {
  const all = Array.from({ length: runs }, (): Cost => {
    const { status, output } = start(command)
    if (status !== 0) throw new Error(`${command.join(' ')}: ${status}\n${output[2]?.slice(0, 500)}`)
    return JSON.parse(output[3] ?? '')
  })
  const of = (what: keyof Cost) => Math.min(...all.map(cost => cost[what]))
  return { ms: of('ms'), cpuMs: of('cpuMs'), kB: of('kB') }
}

/** What it needs beyond starting and ending. */
export function work(runs: number, idle: Cost, ...command: Command): Cost {
  const { ms, cpuMs, kB } = least(runs, ...command)
  return { ms: ms - idle.ms, cpuMs: cpuMs - idle.cpuMs, kB: kB - idle.kB }
}

const HEAPS = [16, 24, 32, 48, 64, 96, 128, 192, 256]

/** @returns the smallest heap, in MB and from `least` on, in which the program still does its work; undefined: none. */
export const smallestHeap = (least: number, ...command: Command): number | undefined =>
  HEAPS.filter(heap => heap >= least).find(
    heap => start(command, [`--max-old-space-size=${heap}`, '--max-semi-space-size=1']).status === 0,
  )
