// Finds the interface with the address that the bundle wants, and waits for a cable that is not plugged in yet.
import { createSocket } from 'node:dgram'
import { setTimeout as sleep } from 'node:timers/promises'
import { ipv4FromNumber, parseCidr } from '../../schemas/ipv4.ts'
import { AgentError } from '../error.ts'
import { interfaceWith, linkOf } from './link.ts'
import { candidatesOf } from './network.ts'
import { type Nic, readComputer } from './system.ts'

export interface WireOptions {
  /** The laptop's address, `192.168.178.1/24`. */
  cidr: string
  /** `--interface`. */
  name?: string | undefined
  /** Called once when there is something to wait for. */
  onWait(name: string): void
  /** Asks which of several interfaces it is. */
  choose?(nics: readonly Nic[]): Promise<string | undefined>
  signal: AbortSignal
  pollMs?: number
  /** How long a link may be up before its address must be there: systems set it a few seconds after the carrier. */
  graceMs?: number
}

/**
 * @returns the interface's name once it is up and holds the address.
 * @throws AgentError `interface.unknown`, `interface.no-address` (up for `graceMs` without the address), or when no name was
 * given and no interface has the address, `interface.several` or `address.nowhere`.
 */
export async function findWire(options: WireOptions): Promise<string> {
  const address = ipv4FromNumber(parseCidr(options.cidr).address)
  if (options.name === undefined) return findByAddress(address, options)
  const { name } = options
  let upSince: number | undefined
  let waited = false
  for (;;) {
    const link = linkOf(name)
    if (link.state === 'unknown') throw new AgentError('interface.unknown', `${name}; ${(await wires()).all}`)
    if (link.state === 'up' && link.addresses.some(cidr => cidr.startsWith(`${address}/`))) return name
    if (link.state === 'up') {
      upSince ??= performance.now()
      // An interface that was up from the start has had its time.
      if (!waited || performance.now() - upSince > (options.graceMs ?? 5000)) {
        throw new AgentError('interface.no-address', `${name}; ${options.cidr}`)
      }
    } else {
      upSince = undefined
      if (!waited) options.onWait(name)
      waited = true
    }
    await sleep(options.pollMs ?? 500, undefined, { signal: options.signal })
  }
}

/** An address that no running interface holds, but that can be bound, belongs to one whose cable is out. */
async function findByAddress(address: string, options: WireOptions): Promise<string> {
  for (let waited = false; ; waited = true) {
    const found = interfaceWith(address)
    if (found !== undefined) return found
    if (!(await canBind(address))) return chooseWire(options)
    if (!waited) options.onWait(address)
    await sleep(options.pollMs ?? 500, undefined, { signal: options.signal })
  }
}

/** No interface has the address. Of several that may have the cable a person has to say which one it is. */
async function chooseWire(options: WireOptions): Promise<string> {
  const { likely, all } = await wires()
  if (likely.length > 1) {
    const name = await options.choose?.(likely)
    if (name === undefined) throw new AgentError('interface.several', likely.map(each => each.name).join(', '))
    return findWire({ ...options, name })
  }
  throw new AgentError('address.nowhere', `${options.cidr}; ${all}`)
}

/** @returns `all`: names of what may lead to a phone, the likely ones first; also of an interface without any address, which the runtime does not show. */
async function wires(): Promise<{ likely: Nic[]; all: string }> {
  const { nics } = await readComputer({ udp: [], tcp: [] })
  const likely = candidatesOf(nics)
  const all = [...likely, ...nics.filter(({ kind }) => kind !== 'other')].map(({ name }) => name)
  return { likely, all: [...new Set(all)].join(', ') || '-' }
}

/** Whether some interface has the address, also one without a link. */
export function canBind(address: string): Promise<boolean> {
  const socket = createSocket('udp4')
  return new Promise(resolve => {
    const finish = (result: boolean) => {
      socket.close()
      resolve(result)
    }
    socket.once('error', () => finish(false))
    socket.bind({ address, port: 0 }, () => finish(true))
  })
}
