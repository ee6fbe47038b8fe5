// Addresses that were added to interfaces and not yet taken away, for a next start. Data and never commands; a broken file says nothing.
import { CIDR } from '../../schemas/ipv4.ts'
import { LIFETIME } from '../doctor/holder.ts'

export interface Added {
  name: string
  cidr: string
  /** When it was added or renewed, in ms since 1970. */
  since: number
  /** Of the agent that added it. */
  pid: number
}

/** The file's parsed content, whatever it is, and its replacement; undefined when there is no file, or shall be none. */
export interface Journal {
  read(): unknown
  write(content: unknown): void
}

const FORMAT = 'cp-addresses/1'
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const isAdded = (value: unknown): value is Added =>
  isObject(value) &&
  typeof value.name === 'string' &&
  CIDR.test(String(value.cidr)) &&
  Number.isInteger(value.since) &&
  Number(value.pid) > 0

export function readAdded({ read }: Journal): Added[] {
  const content = read()
  const added = isObject(content) && content.format === FORMAT && content.added
  return Array.isArray(added) ? added.filter(isAdded) : []
}

export const writeAdded = ({ write }: Journal, added: readonly Added[]): void =>
  write(added.length > 0 ? { format: FORMAT, added } : undefined)

export interface Surroundings {
  now: number
  /** When the system was started: none of these addresses outlives that. */
  booted: number
  platform: NodeJS.Platform
  isAlive(pid: number): boolean
  /** Whether the interface has exactly this address with this prefix length; undefined when the system does not show it. */
  holds(name: string, cidr: string): boolean | undefined
}

/** What becomes of an entry: its address is taken away, it is forgotten because it cannot be ours any more, or it waits. */
export function fateOf({ name, cidr, since, pid }: Added, surroundings: Surroundings): 'undo' | 'forget' | 'wait' {
  const { now, booted, platform, isAlive, holds } = surroundings
  if (isAlive(pid)) return 'wait'
  const isHeld = holds(name, cidr)
  if (isHeld === false || since < booted || (platform === 'linux' && since + LIFETIME * 1000 < now)) return 'forget'
  return isHeld ? 'undo' : 'wait'
}
