// A virtual Cisco phone that boots, flashes and registers as a real one would, so that the whole way can be tried without one.
import { setTimeout as sleep } from 'node:timers/promises'
import type { ModelFacts } from '../../schemas/manifest.ts'
import type { Remote } from '../remote.ts'
import { boot, type Outcome, recover } from './boot.ts'
import { askForLease } from './dhcp-client.ts'
import { PhoneError } from './error.ts'
import { createFetch, type Say, type Says } from './files.ts'

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
  network: {
    localAddress: string
    /** Of DHCP. Files come from the same address, whatever the lease says. */
    server: Remote
    /** Where DHCP replies arrive: the server's port + 1. */
    clientPort: number
    tftpPort: number
  }
  /** Tells the station which UDP port is this phone; called before anything is sent from that port. */
  attribute(port: number): void
  onEvent(event: { event: 'rehearsal.phone'; phone: string; says: Says; file?: string; detail?: string }): void
  speed?: Speed
  signal?: AbortSignal
}

/** All in milliseconds; a real phone takes a minute for what takes a moment here. */
interface Speed {
  rebootMs?: number
  /** How long it waits for an answer of DHCP, four times. */
  leaseMs?: number
  /** Silence after which it gives a file up. */
  fileMs?: number
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

/**
 * Boots until the phone runs the load that its configuration names, and has lines.
 * @throws PhoneError with the reason for which a real phone would not get there
 */
export async function bootPhone(options: VirtualPhoneOptions): Promise<BootedPhone> {
  const { mac, model, facts, network, speed = {}, attribute, signal } = options
  const say: Say = (says, more) => options.onEvent({ event: 'rehearsal.phone', phone: mac, says, ...more })
  const fetch = createFetch({
    server: { address: network.server.address, port: network.tftpPort },
    localAddress: network.localAddress,
    timeoutMs: speed.fileMs ?? 5000,
    attribute,
    say,
    signal,
  })

  let running = options.running
  for (let boots = 1; boots <= BOOTS_MAX; boots++) {
    say('dhcp', { detail: facts.vendorClass })
    const { address, files } = await askForLease({
      mac,
      vendorClass: facts.vendorClass,
      localAddress: network.localAddress,
      server: network.server,
      clientPort: network.clientPort,
      answerMs: speed.leaseMs ?? 1000,
      attempts: DHCP_ATTEMPTS,
      socketReady: attribute,
      signal,
    })
    say('lease', { detail: `${address}, ${files.from} ${files.server}` })

    const phone = { mac, model, facts, running, fetch, say }
    const outcome: Outcome = options.reset && boots === 1 ? await recover(phone) : await boot(phone)
    if (!outcome.restart) {
      const { lines, registrar, label } = outcome.config
      say('registers', { detail: `${lines.join(', ')} → ${registrar}` })
      return { running, lines, registrar, label, boots, address }
    }
    running = outcome.running
    say('reboot', { detail: running })
    await sleep(speed.rebootMs ?? 5, undefined, signal && { signal }).catch(() => {
      throw new PhoneError('phone.stopped')
    })
  }
  throw new PhoneError('phone.boot-loop', running)
}
