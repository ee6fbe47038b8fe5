// The phones of a bundle as an earlier start left them: leases, claims and hops from the state file, and kept there from now on.
import type { Manifest, ManifestPhone } from '../../schemas/manifest.ts'
import { Leases } from '../dhcp/leases.ts'
import { createClaims } from '../phones/claims.ts'
import { createHops, type Hops, type HopsOptions } from '../phones/hops.ts'
import { createRoster, type Phone, type Roster } from '../phones/roster.ts'
import { callerOf, statePaths } from '../state/files.ts'
import { openPhonesState } from '../state/phones.ts'
import { askYes, atTerminal } from '../ui/ask.ts'
import { harmless } from '../ui/harmless.ts'
import { fill, TEXT } from '../ui/text.ts'
import { type Context, notify } from './context.ts'

/** A phone that was silent for longer than this while no agent was there may have been unplugged, reset or sold. */
const AWAITED_MS = 10 * 60_000

export interface Recalled {
  leases: Leases
  roster: Roster
  hops: Hops
  /** Phones that had their last configuration when an earlier agent was ended in the middle. */
  awaited: Phone[]
  onAwaited(phone: Phone, is: boolean): void
  /** Writes what is still to be written, and waits no more for those that are done: only who is killed has not said it. */
  flush(isDone: (mac: string) => boolean): void
}

export interface Surroundings extends Pick<HopsOptions, 'imagesOf' | 'onMove'> {
  /** Whether a probe found no other DHCP server; only then does `--yes` answer for a claim. */
  aloneOnTheWire(): boolean
}

export function recallPhones(context: Context, manifest: Manifest, surroundings: Surroundings): Recalled {
  const { aloneOnTheWire, imagesOf, onMove } = surroundings
  const { args, environment, emit, signal } = context
  const caller = callerOf(environment)
  const { phones: path } = statePaths(args.state, environment, caller?.home)
  const state = openPhonesState(path, manifest.site.id, caller, () => notify(context, 'state.unwritable', path))
  if (state.broken) notify(context, 'state.dropped', path)
  const awaited = new Map(
    state.remembered.awaited.flatMap(({ mac, since }) =>
      Math.abs(Date.now() - since) < AWAITED_MS ? [[mac, since] as const] : [],
    ),
  )
  const remember = () =>
    state.save(() => ({
      leases: leases.toJSON(),
      claims: roster.claims(),
      hops: hops.places(),
      awaited: [...awaited].map(([mac, since]) => ({ mac, since })),
    }))
  const leases = new Leases({ now: Date.now, onChange: remember })
  const askAbout = async (mac: string, { model, label = '' }: ManifestPhone) => {
    const about = { mac, model: harmless(model), label: harmless(label || model, 64) }
    const yes = await askYes(fill(TEXT[args.lang].questions.claim, about), signal)
    if (!yes && !signal.aborted) notify(context, 'claim.refused', mac)
    return yes
  }
  const roster = createRoster({
    manifest,
    claims: state.remembered.claims,
    anyDevice: args.anyDevice,
    ...createClaims({ yes: args.yes, aloneOnTheWire, ask: atTerminal() ? askAbout : undefined, now: Date.now }),
    onClaim: phone => {
      const { model, label } = phone.entry
      emit({ event: 'phone.claimed', phone: phone.mac, model, ...(label && { label }) })
      remember()
    },
  })
  const hops = createHops({
    places: state.remembered.hops,
    imagesOf,
    onMove(phone) {
      remember()
      onMove(phone)
    },
    onStay: ({ mac }) => notify(context, 'phone.restart', mac),
  })
  leases.restore(state.remembered.leases, manifest.network.leaseSeconds)
  return {
    leases,
    roster,
    hops,
    awaited: [...awaited.keys()].flatMap(mac => roster.find(mac) ?? []),
    onAwaited({ mac }, is) {
      if (!is && !awaited.delete(mac)) return
      if (is) awaited.set(mac, Date.now())
      remember()
      // At once: whoever kills the agent now would make it forget.
      state.flush()
    },
    flush(isDone) {
      for (const mac of awaited.keys()) if (isDone(mac) && awaited.delete(mac)) remember()
      state.flush()
    },
  }
}
