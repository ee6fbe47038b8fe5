// A virtual Cisco phone that boots, flashes and registers as a real one would, so that the whole way can be tried without one.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Says } from '../../schemas/events.ts'
import { macInFileName } from '../../schemas/mac.ts'
import type { ModelFacts } from '../../schemas/manifest.ts'
import type { Remote } from '../remote.ts'
import { boot, type Outcome, recover } from './boot.ts'
import { readsText } from './boot-text.ts'
import { askForLease, type PhoneLease } from './dhcp-client.ts'
import { PhoneError } from './error.ts'
import { createFetch, type Fetch, type Say } from './files.ts'
import { otherResetLoad, type Play, playMishap, Restart } from './mishap.ts'
import type { Mishap } from './mishap-name.ts'

export interface VirtualPhoneOptions {
  /** `00:1d:45:2d:2b:f0` */
  mac: string
  /** `CP-7975G` */
  model: string
  facts: ModelFacts
  /** The load that it runs at first. */
  running: string
  /** It begins in its recovery loader, as after a factory reset. */
  reset?: boolean
  /** What goes wrong, on purpose. */
  mishap?: Mishap
  network: {
    /** `0.0.0.0` on a wire, where it has no address yet. */
    localAddress: string
    /** Of DHCP; on a wire 255.255.255.255. */
    server: Remote
    /** Where DHCP replies arrive: the server's port + 1. */
    clientPort: number
    tftpPort: number
    /** Where later models ask first. */
    httpPort?: number
    /**
     * On a wire: gives the interface its address, and takes it away (undefined) when the phone starts anew. Files then come
     * from where the lease says to that address; without this they come from the address of DHCP, whatever the lease says.
     */
    onLease?(lease: PhoneLease | undefined): Promise<void>
  }
  /** Tells the station which UDP or TCP port is this phone; called before anything is sent from that port. */
  attribute(port: number): void
  onEvent(event: { event: 'rehearsal.phone'; phone: string; says: Says; file?: string; detail?: string }): void
  /** Every file that it took whole, by the name that it asked for. */
  onFile?(name: string, bytes: Uint8Array): void
  /** How many starts may end in silence before it gives up (1); a real phone never does. */
  silences?: number
  speed?: Speed
  signal?: AbortSignal
}

/** All in milliseconds; a real phone takes a minute for what takes a moment here. */
interface Speed {
  rebootMs?: number
  /** How long it waits for an answer of DHCP, four times for each start that may end in silence. */
  leaseMs?: number
  /** Silence after which it gives a file up. */
  fileMs?: number
  /** How long a phone that asks for nothing stays that way. */
  idleMs?: number
}

export interface BootedPhone {
  running: string
  /** SIP user names, in the order of their keys. */
  lines: string[]
  registrar: string
  label: string
  boots: number
  address: string
}

/** A reset, two refusals, two hops and the last start are six; a phone that needs more goes round in circles. */
const BOOTS_MAX = 6
const DHCP_ATTEMPTS = 4
/** Who asks by HTTP first; of other families it is not known (field guide, phones 3.3). */
const HTTP_FIRST = /^CP-[78]8\d\d/

/**
 * Boots until the phone runs the load that its configuration names, and has lines.
 * @throws PhoneError with the reason for which a real phone would not get there
 */
export async function bootPhone(options: VirtualPhoneOptions): Promise<BootedPhone> {
  const { mac, model, speed = {}, silences = 1, mishap, signal } = options
  const facts = mishap?.name === 'other-model' ? asAnother(options.facts) : options.facts
  const name = macInFileName(mac)
  const config = readsText({ facts }) ? `SIP${name}.cnf` : `SEP${name}.cnf.xml`
  const play = playMishap(mishap, { signal, idleMs: speed.idleMs ?? 3000 })
  const say: Say = (says, more) => options.onEvent({ event: 'rehearsal.phone', phone: options.mac, says, ...more })
  let running = options.running
  let inLoader = options.reset || mishap?.name === 'other-model'
  let silent = 0
  for (let boots = 1; boots <= BOOTS_MAX + silent; boots++) {
    const lease = await findServer(options, play, say)
    let outcome: Outcome
    let fetch: Fetch | undefined
    try {
      await play.settle()
      fetch = fetchFrom(lease, options, play, say)
      const phone = { mac, model, facts, running, say, fetch: play.fetch(fetch) }
      outcome = inLoader ? await recover(phone) : await boot(phone)
      if (outcome.restart && !inLoader) outcome = { restart: true, running: play.runs(running, outcome.running) }
      inLoader = false
    } catch (error) {
      // A real phone does not give up: it fetches the same again every 15 to 45 s (field guide, phones 7.1).
      const rejects = error instanceof PhoneError && error.code === 'phone.bad-config'
      for (let again = 0; rejects && again < 2; again++) await fetch?.(config)
      const isSilence = error instanceof PhoneError && error.code === 'phone.no-answer'
      if (!(error instanceof Restart) && (!isSilence || silent++ === silences)) throw error
      outcome = { restart: true, running }
    }
    if (!outcome.restart) {
      const { lines, registrar, label } = outcome.config
      say('registers', { detail: `${lines.join(', ')} → ${registrar}` })
      return { running, lines, registrar, label, boots, address: lease.address }
    }
    running = outcome.running
    say('reboot', { detail: running })
    await sleep(speed.rebootMs ?? 5, undefined, signal && { signal }).catch(() => {
      throw new PhoneError('phone.stopped')
    })
  }
  throw new PhoneError('phone.boot-loop', running)
}

/** For the loader, what another model is. */
const asAnother = (facts: ModelFacts): ModelFacts => ({ ...facts, resetLoad: otherResetLoad(facts.resetLoad) })

async function findServer(options: VirtualPhoneOptions, play: Play, say: Say): Promise<PhoneLease> {
  const { mac, facts, network, attribute, speed = {}, silences = 1, signal } = options
  await network.onLease?.(undefined)
  say('dhcp', { detail: facts.vendorClass })
  const lease = await askForLease({
    ...network,
    ...play.lease,
    mac,
    vendorClass: facts.vendorClass,
    answerMs: speed.leaseMs ?? 1000,
    attempts: DHCP_ATTEMPTS * (1 + silences),
    socketReady: attribute,
    signal,
  })
  say('lease', { detail: `${lease.address}, ${lease.files.from} ${lease.files.server}` })
  await network.onLease?.(lease)
  return lease
}

function fetchFrom(lease: PhoneLease, options: VirtualPhoneOptions, { cut }: Play, say: Say) {
  const { model, network, attribute, onFile, speed = {}, signal } = options
  const own = network.onLease ? lease : undefined
  return createFetch({
    server: { address: own?.files.server ?? network.server.address, port: network.tftpPort },
    httpPort: HTTP_FIRST.test(model) ? network.httpPort : undefined,
    localAddress: own?.address ?? network.localAddress,
    timeoutMs: speed.fileMs ?? 5000,
    attribute,
    say,
    onFile,
    cut,
    signal,
  })
}
