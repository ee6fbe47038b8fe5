// `--set-address`: gives the interface with the phone's cable the address that the bundle wants, keeps it there while phones are
// served, and takes it away at the end. Addresses are added and never replaced.
import { uptime } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { attempt } from '../attempt.ts'
import type { Keeper, Keeping } from '../commands/keep-address.ts'
import { type Added, fateOf, readAdded, writeAdded } from '../state/addresses.ts'
import { addressCommand } from '../ui/address.ts'
import { planAddress } from './address.ts'
import { createCures } from './cures.ts'
import { type Holder, startHolder, TAKEN } from './holder.ts'
import { addressesOf } from './link.ts'
import { candidatesOf } from './network.ts'
import { type Ports, readComputer } from './system.ts'

/** A third of the lifetime: two may be missed. */
const RENEW_MS = 60_000
/** ARP asks once a second. */
const LOOK_MS = 3000
const LOOK_AGAIN_MS = 1200
const POLL_MS = 500

export interface KeeperOptions extends Keeping {
  cidr: string
  /** `--interface` */
  name: string | undefined
  /** Of serving; they are not looked at. */
  ports: Ports
}

interface Kept {
  holder: Holder
  name: string
  timer: NodeJS.Timeout
}

/** What an earlier start could not take away any more. */
export async function undoEarlier({ journal, notify }: Pick<Keeping, 'journal' | 'notify'>): Promise<void> {
  const around = {
    ...{ now: Date.now(), booted: Date.now() - uptime() * 1000, platform: process.platform, holds },
    isAlive: (pid: number) => attempt(() => process.kill(pid, 0)) ?? false,
  }
  const left: Added[] = []
  for (const entry of readAdded(journal)) {
    const { name, cidr } = entry
    const fate = fateOf(entry, around)
    if (fate === 'undo') {
      const holder = startHolder(name, cidr)
      await holder.say('mine')
      await holder.end()
      if (!holds(name, cidr)) notify('address.removed', `${cidr}, ${name}`)
    }
    if (fate === 'wait' || (fate === 'undo' && holds(name, cidr))) left.push(entry)
  }
  writeAdded(journal, left)
}

/** @returns the interface that has the address now, or would have it if somebody had said yes, and the keeper if it was added. */
export async function takeAddress(options: KeeperOptions): Promise<{ name: string; keeper?: Keeper }> {
  const { cidr, ports, fail, isUp, onWait, canBind, ask, notify, signal } = options
  const { nics } = await readComputer(ports)
  const question = { nics, cidr, name: options.name, cures: createCures([]) }
  let plan = planAddress(question)
  if ('refused' in plan && plan.refused === 'interface.several') {
    const chosen = await options.choose(candidatesOf(nics))
    if (chosen !== undefined) plan = planAddress({ ...question, name: chosen })
  }
  if ('refused' in plan) throw fail(plan.refused, plan.detail)
  const { name } = plan
  if (!plan.add) return { name }
  // Without a cable nobody could say that they have it.
  for (let told = false; !isUp(name); told = true) {
    if (!told) onWait(name)
    await sleep(POLL_MS, undefined, { signal })
  }
  if (await canBind()) return { name } // it was hidden
  const holder = startHolder(name, cidr)
  let kept: Kept | undefined
  try {
    const owner = await ownerOf({ holder, name }, options, LOOK_MS)
    if (owner !== undefined) throw fail('address.answered', `${cidr}; ${owner}`)
    if (!(await ask(name))) return { name }
    signal.throwIfAborted()
    remember(options, name)
    const { status, said } = await holder.say('add')
    if (status !== 0) remember(options)
    if (status === TAKEN) throw fail('address.answered', `${cidr}; -`)
    if (status !== 0) throw fail('address.failed', `${said}; ${name}; ${cidr}`)
    const timer = setInterval(() => {
      // One that is gone is put back after a look only.
      void canBind().then(is => (is ? holder.say('keep') : undefined))
      remember(options, name)
    }, RENEW_MS)
    kept = { holder, name, timer: timer.unref() }
  } finally {
    if (!kept) await holder.end()
  }
  notify('address.set', `${cidr}, ${name}`)
  return { name, keeper: createKeeper(kept, options) }
}

function createKeeper({ holder, name, timer }: Kept, options: KeeperOptions): Keeper {
  const { cidr, notify } = options
  let told = false
  return {
    async putBack() {
      const owner = await ownerOf({ holder, name }, options, LOOK_AGAIN_MS).catch(() => '-')
      if (owner === undefined) await holder.say('keep')
      else if (!told) notify('address.answered', `${cidr}, ${name}, ${owner}`)
      told = owner !== undefined
    },
    async giveBack() {
      clearInterval(timer)
      await holder.end()
      remember(options)
      if (holds(name, cidr)) notify('address.undo', addressCommand('delete', name, cidr))
      else notify('address.removed', `${cidr}, ${name}`)
    },
  }
}

const holds = (name: string, cidr: string) => addressesOf(name)?.includes(cidr)

/** @param name nothing when the address was taken away. */
function remember({ journal, cidr }: KeeperOptions, name?: string): void {
  const others = readAdded(journal).filter(({ pid }) => pid !== process.pid)
  const mine = name === undefined ? [] : [{ name, cidr, since: Date.now(), pid: process.pid }]
  writeAdded(journal, [...others, ...mine])
}

/**
 * @returns the MAC of whoever on this cable has the address, undefined when nobody answers.
 * @throws `address.failed` when the system does not let us ask: then nobody knows.
 */
async function ownerOf(
  { holder, name }: Pick<Kept, 'holder' | 'name'>,
  { cidr, fail, neighbour }: KeeperOptions,
  forMs: number,
): Promise<string | undefined> {
  const { status, said } = await holder.say('look')
  if (status !== 0) throw fail('address.failed', `${said}; ${name}; ${cidr}`)
  const end = performance.now() + forMs
  while (performance.now() < end) {
    const mac = neighbour()
    if (mac !== undefined) return mac
    await sleep(100)
  }
  return undefined
}
