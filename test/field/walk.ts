// What somebody walks through who has nothing but the doctor's words: how a finding is brought about, and what a person does about it.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import type { Event, Stock } from './agent.ts'
import type { Wire } from './wire.ts'

export interface Hands {
  wire: Wire
  /** The folder with the agent and the bundle. */
  desk: string
  paths: Stock
  type(line: string, before?: readonly string[]): { status: number | null; out: string }
  /** What stands before every command from now on. */
  around(...words: string[]): void
  undo(what: () => void): void
}

export interface Case {
  name: string
  /** Options that a person gave. */
  options?: string[]
  /** Whether other DHCP servers are looked for, which takes four seconds. */
  look?: boolean
  /** Whether firmware and secrets are not named. */
  bare?: boolean
  /** A program without which it cannot be brought about. */
  needs?: string
  provoke?(hands: Hands): void | Promise<void>
  /** What a person does who reads the words, where no command does it. */
  byHand?(hands: Hands & { finding: Event & { text: string; commands: string[] } }): void | Promise<void>
  /** Why it is still said afterwards. */
  stays?: string
}

/** A folder of files in the place of one of the system's, for every command. */
export const inPlaceOf = ({ wire, around }: Hands, place: string, files: Record<string, string>) => {
  const folder = `${wire.folder}/place`
  rmSync(folder, { recursive: true, force: true })
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(`${folder}/${path}`.replace(/\/[^/]*$/, ''), { recursive: true })
    writeFileSync(`${folder}/${path}`, `${text}\n`)
  }
  around('sh', '-c', `mount --bind '${folder}' ${place} && exec "$@"`, 'sh')
}

/** Somebody without rights. */
export const nobody: Pick<Case, 'options' | 'provoke'> = {
  options: ['--state', '/tmp/cp-nobody/phones.json'],
  provoke({ around, undo }) {
    undo(() => rmSync('/tmp/cp-nobody', { recursive: true, force: true }))
    around('setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--bounding-set=-all')
  },
}
