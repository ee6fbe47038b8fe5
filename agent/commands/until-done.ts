// While phones are served: the board's silence, the link, other DHCP servers, what a person should hear, and the ways to end.
import { setTimeout as sleep } from 'node:timers/promises'
import type { ManifestPhone } from '../../schemas/manifest.ts'
import { watchCable } from '../doctor/cable.ts'
import { linkOf } from '../doctor/link.ts'
import type { RivalWatch } from '../doctor/rivals.ts'
import { canBind } from '../doctor/wire.ts'
import * as EXIT from '../exit.ts'
import { createSweeper } from '../memory.ts'
import type { Roster } from '../phones/roster.ts'
import type { Station } from '../station.ts'
import { addressCommand } from '../ui/address.ts'
import { type Context, notify } from './context.ts'
import type { Keeper } from './keep-address.ts'
import type { Tell } from './tell.ts'

export interface Serving {
  wire: string
  cidr: string
  /** Of an address that was added. */
  keeper?: Keeper | undefined
  station: Station
  roster: Roster
  rivals: RivalWatch | undefined
  tell: Tell
  phones: readonly ManifestPhone[]
}

/** After this a phone has no power, or its cable is elsewhere. */
const UNHEARD_MS = 120_000
/** So many are named; who has more knows what is meant. */
const NAMED_MAX = 8

/** Turns the wheel four times a second. */
export async function untilDone(context: Context, serving: Serving): Promise<EXIT.Exit> {
  const { wire, cidr, keeper, station, roster, rivals, tell, phones } = serving
  const { args, emit, signal } = context
  const started = performance.now()
  let up = true
  let upAt = started
  let toldUnheard = false
  let toldDone = false
  const address = cidr.split('/')[0] ?? ''
  const about = {
    ...{ 'link.up': wire, 'link.down': wire, 'address.back': cidr },
    'address.gone': addressCommand('add', wire, cidr),
  }
  const cable = watchCable({
    address,
    look: () => linkOf(wire),
    hasAddress: () => canBind(address),
    say: code => notify(context, code, about[code]),
    ...(keeper && { putBack: keeper.putBack }),
  })
  const sweep = createSweeper()
  for (;;) {
    station.tick()
    sweep()
    const isUp = await cable.tick()
    if (isUp !== up) {
      rivals?.suspect()
      upAt = performance.now()
    }
    if (isUp) rivals?.tick()
    up = isUp
    if (isUp && !toldUnheard && performance.now() - upAt > UNHEARD_MS) {
      toldUnheard = true
      tellUnheard(context, serving)
    }
    const macs = roster.known().map(({ mac }) => mac)
    const allDone = roster.open() === 0 && station.board.done(macs)
    if (allDone && !toldDone) {
      for (const phone of phones) tell.guide('hand-over', phone)
      emit({ event: 'agent.done', phones: macs.length, ms: Math.round(performance.now() - started) })
      if (args.once) return EXIT.done
      notify(context, 'serve.goes-on')
    }
    toldDone = allDone
    if (signal.aborted && allDone) return EXIT.done
    if (signal.aborted) tellCutOff(context, serving)
    if (signal.aborted && !keeper) notify(context, 'address.undo', addressCommand('delete', wire, cidr))
    signal.throwIfAborted()
    await sleep(250, undefined, { signal }).catch(() => undefined) // interrupted: once more around, to say goodbye
  }
}

/** Phones that are left alone in the middle of a flash. */
function tellCutOff(context: Context, { station, roster }: Serving): void {
  const names = roster.known().flatMap(({ mac, entry }) => {
    const state = station.board.state(mac)
    return state === 'loading' || state === 'flashing' || state === 'restarting' ? entry.label || mac : []
  })
  if (names.length > 0) notify(context, 'serve.cut-off', names.slice(0, NAMED_MAX).join(', '))
}

/** Phones of which nothing came at all, and what helps: a reset, or without DHCP a server that is set by hand. */
function tellUnheard(context: Context, { station, roster, tell, phones }: Serving): void {
  const heard = roster.known().filter(({ mac }) => station.board.state(mac) !== 'waiting')
  const entries = new Set(heard.map(({ entry }) => entry))
  const unheard = phones.filter(entry => !entries.has(entry))
  if (unheard.length === 0) return
  const names = unheard.slice(0, NAMED_MAX).map(({ label = '', model, mac }) => label || `${model} ${mac}`)
  notify(context, 'phone.unheard', `${names.join(', ')}${unheard.length > NAMED_MAX ? ' …' : ''}`)
  // A reset would delete the TFTP server that was set by hand.
  for (const entry of unheard) tell.guide(context.args.dhcp === 'off' ? 'alternate-tftp' : 'reset', entry)
}
