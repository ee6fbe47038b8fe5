// What becomes of broken files: each goes to everything in the agent that reads one, and the answers are counted.
import { archiveKind, openArchive } from '../agent/firmware/archive.ts'
import { readContainer } from '../agent/firmware/container.ts'
import { FirmwareError } from '../agent/firmware/error.ts'
import { checkImage } from '../agent/firmware/image.ts'
import { readLoads } from '../agent/firmware/loads.ts'
import { readNewContainer } from '../agent/firmware/new-container.ts'

/** More than a hundred times what the slowest input needs on a laptop that does nothing else. */
const SLOW_MS = 2000
/** As somebody's mistake in a program reads, if it was taken for damage of the archive. */
const MISTAKE = /undefined|null|properties|not a function|not iterable|not a constructor|of type|assign/i

/** What a run tells, as one line of JSON. */
export interface Report {
  inputs: number
  /** `reader: outcome` → how often. */
  outcomes: Record<string, number>
  /** How an archive was damaged, in the words of what found it. */
  details: Record<string, number>
  /** Anything but a result or a FirmwareError. */
  crashes: string[]
  slow: string[]
  slowestMs: number
  seconds: number
  peakMB: number
}

export const wants = (path: string): boolean => /\.(?:loads|sbn)$/.test(path)

export class Outcomes {
  readonly #outcomes = new Map<string, number>()
  readonly #details = new Map<string, number>()
  readonly #crashes: string[] = []
  readonly #slow: string[] = []
  #inputs = 0
  #slowestMs = 0

  /** @param what to make it again: the kind, and where it was cut or by which seed it was changed. */
  async read(bytes: Uint8Array, name: string, what: string): Promise<void> {
    this.#inputs++
    const began = performance.now()
    await this.#count('archive', what, async () => {
      const files = await openArchive(bytes, wants)
      for (const file of files) {
        const unpacked = await this.#count('file', what, () => file.bytes())
        if (unpacked && unpacked.length !== file.size) this.#crashes.push(`${what}: ${file.path} has another size`)
      }
      return archiveKind(bytes) === undefined ? 'none' : files.length === 0 ? 'empty' : undefined
    })
    const container = await this.#count('container', what, () => readContainer(bytes))
    await this.#count('new container', what, () => readNewContainer(bytes))
    await this.#count('loads', what, () => readLoads(typeof container === 'object' ? container.payload : bytes))
    await this.#count('image', what, () => checkImage(name, bytes))
    const ms = performance.now() - began
    if (ms > SLOW_MS) this.#slow.push(`${what}: ${Math.round(ms)} ms`)
    this.#slowestMs = Math.max(this.#slowestMs, ms)
  }

  async #count<T>(reader: string, what: string, read: () => T | Promise<T>): Promise<T | undefined> {
    try {
      const result = await read()
      add(this.#outcomes, `${reader}: ${typeof result === 'string' ? result : 'read'}`)
      return result
    } catch (error) {
      if (!(error instanceof FirmwareError) || MISTAKE.test(error.detail)) this.#crashes.push(`${what}: ${error}`)
      else {
        add(this.#outcomes, `${reader}: ${error.code}`)
        if (reader === 'archive') add(this.#details, error.detail.replace(/^damaged or cut off: |\d+/g, ''))
      }
      return undefined
    }
  }

  report(): Report {
    return {
      inputs: this.#inputs,
      outcomes: sorted(this.#outcomes),
      details: sorted(this.#details),
      crashes: this.#crashes.slice(0, 20),
      slow: this.#slow,
      slowestMs: Math.round(this.#slowestMs),
      seconds: Math.round(performance.now() / 100) / 10,
      peakMB: Math.round(process.resourceUsage().maxRSS / 1000), // of kB
    }
  }
}

const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
const sorted = (counts: Map<string, number>) => Object.fromEntries([...counts].sort())
