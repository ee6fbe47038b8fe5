// `cp-agent rehearse`: the whole flash on loopback, with the servers that serve and a virtual phone for every phone of the bundle.
import { createSocket } from 'node:dgram'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Manifest, ManifestPhone } from '../../schemas/manifest.ts'
import { Leases } from '../dhcp/leases.ts'
import { AgentError } from '../error.ts'
import * as EXIT from '../exit.ts'
import type { Attribute } from '../phones/attribution.ts'
import { createHops } from '../phones/hops.ts'
import { createRoster, type Roster } from '../phones/roster.ts'
import { readLists } from '../shelf/lists.ts'
import { createShelf } from '../shelf/shelf.ts'
import { createStation, type Station } from '../station.ts'
import { describeBundle } from '../ui/describe.ts'
import { fill, TEXT } from '../ui/text.ts'
import { type Context, notify, openNamedBundle } from './context.ts'
import { makeUp } from './make-up.ts'
import { createTell, type Tell } from './tell.ts'

const LOOPBACK = '127.0.0.1'
/** The board waits for a real phone's minute; a virtual one is sure after a second. */
const SETTLE_SECONDS = 1
const PATIENCE_SECONDS = 10
const TICK_MS = 50
/** A virtual phone goes on while its last acknowledgement is on its way. */
const ACK_MS = 100
/** A virtual phone asks at once. */
const SILENT_MS = 1500
/** For a bundle that does not say what its phone runs now: any SCCP load starts the same way. */
const OLD_RELEASE = '8-5-4S'
/** The last SCCP load of a 7940 or 7960, whose names have another form (field guide, phones 1.2). */
const OLD_7940 = 'P0030801SR02'

/** Firmware and passwords that are missing are made up and called synthetic, unless `--real`. */
export async function rehearse(context: Context): Promise<EXIT.Exit> {
  const { args, emit, signal } = context
  const opened = await openNamedBundle(context)
  emit(describeBundle(opened))
  const planned: Manifest = {
    ...opened.manifest,
    phones: opened.manifest.phones.map(phone => ({
      ...phone,
      // A bundle that does not say what its phone runs leaves the agent to find it out.
      ...(phone.running !== undefined && { running: args.running ?? phone.running }),
    })),
  }
  const { firmware, secrets, manifest } = await makeUp(context, planned)
  const bundle = { ...opened, manifest }

  const macs = manifest.phones.map(({ mac }, index) => (mac === 'any' ? madeUpMac(index) : mac))
  const roster = createRoster({ manifest, claims: [], anyDevice: false, mayClaim: () => true, onClaim: () => {} })
  const leases = new Leases({ now: Date.now })
  const byPort = new Map<number, string>()
  const attribute: Attribute = ({ port }) => {
    const phone = roster.find(byPort.get(port) ?? '')
    return phone ? { phone } : { phone: undefined, why: 'stranger' }
  }
  const lists = readLists(firmware)
  const { agent: cidr, leaseSeconds } = manifest.network
  const tell = createTell(context, { cidr, wire: 'loopback', leaseSeconds })
  const hops = createHops({
    places: [],
    imagesOf: lists.imagesOf,
    onMove() {},
    onStay: ({ mac }) => notify(context, 'phone.restart', mac),
  })
  const { bootPhone } = await import('../rehearsal/virtual.ts')
  const started = performance.now()
  const dhcpPort = await freePair()
  const settleSeconds = args.settle ?? SETTLE_SECONDS
  const station = createStation({
    bundle,
    cidr,
    roster,
    shelf: createShelf({ bundle, firmware, secrets, currentLoad: hops.load }),
    leases,
    emit,
    onError: error => notify(context, 'network.trouble', error.message),
    hops,
    lists,
    settleMs: settleSeconds * 1000,
    silentMs: SILENT_MS,
    onFinding: tell.finding,
    anyDevice: false,
    dhcp: true,
    dhcpPort,
    tftpPort: 0,
    httpPort: 0,
    neighbours: () => undefined,
    told: new Map(),
    loopback: { address: LOOPBACK, attribute },
  })
  const ports = await station.open()
  emit({ event: 'agent.ready', interface: 'loopback', address: LOOPBACK, dhcp: 'on', ...ports, rehearsal: true })
  const clock = setInterval(station.tick, TICK_MS)
  try {
    for (const [index, phone] of manifest.phones.entries()) {
      const mac = macs[index] ?? ''
      const booted = await bootPhone({
        mac,
        model: phone.model,
        facts: phone.facts,
        running: args.running ?? phone.running ?? oldLoadOf(phone),
        reset: args.reset,
        network: {
          localAddress: LOOPBACK,
          server: { address: LOOPBACK, port: ports.dhcpPort },
          clientPort: ports.dhcpPort + 1,
          tftpPort: ports.tftpPort,
          httpPort: ports.httpPort,
        },
        speed: { leaseMs: /^(?:offer-lost|other-dhcp)$/.test(args.fail?.name ?? '') ? 100 : 1000 },
        ...(args.fail && { mishap: args.fail }),
        attribute: port => byPort.set(port, mac),
        onEvent: emit,
        signal,
      }).catch(error => diagnose(context, tell, mac, error))
      const { running, lines, registrar, boots } = booted
      emit({ event: 'rehearsal.verdict', phone: mac, running, lines, registrar, boots })
    }
    await settled(station, roster, settleSeconds, signal)
  } finally {
    clearInterval(clock)
    await station.close()
  }
  if (signal.aborted) return EXIT.interrupted
  emit({ event: 'agent.done', phones: macs.length, ms: Math.round(performance.now() - started), rehearsal: true })
  return EXIT.done
}

/** Why a virtual phone did not get there, in words. @throws AgentError `rehearsal.failed`, or what was none of its faults. */
async function diagnose({ args, emit, signal }: Context, tell: Tell, phone: string, error: unknown): Promise<never> {
  const { PhoneError } = await import('../rehearsal/virtual.ts')
  if (!(error instanceof PhoneError) || signal.aborted) throw error
  await sleep(ACK_MS)
  if (args.fail && tell.said(phone, `phone.${args.fail.name}`)) {
    const { text } = TEXT[args.lang].virtual.errors['phone.mishap']
    throw new AgentError('rehearsal.failed', fill(text, { '': args.fail.name }))
  }
  const { text, cure } = TEXT[args.lang].virtual.errors[error.code]
  const diagnosis = fill(text, { '': error.detail })
  // What the servers saw may have said it already.
  if (!tell.said(phone, error.code))
    emit({ event: 'phone.diagnosis', phone, code: error.code, text: diagnosis, cure, evidence: error.detail })
  throw new AgentError('rehearsal.failed', diagnosis)
}

/** Until the board, which knows only what the servers saw, calls every phone done. @throws AgentError `time.out` */
async function settled(station: Station, roster: Roster, settleSeconds: number, signal: AbortSignal): Promise<void> {
  const seconds = settleSeconds + PATIENCE_SECONDS
  const end = performance.now() + seconds * 1000
  do {
    if (performance.now() > end) throw new AgentError('time.out', String(seconds))
    await sleep(ACK_MS)
  } while (!signal.aborted && !station.board.done(roster.known().map(({ mac }) => mac)))
}

/** From the range for locally administered addresses; the phone is virtual and so is its number. */
function madeUpMac(index: number): string {
  return [2, 0, 0, 0, (index + 1) >> 8, (index + 1) & 255].map(byte => byte.toString(16).padStart(2, '0')).join(':')
}

function oldLoadOf({ facts }: ManifestPhone): string {
  if (facts.loadFamilies.includes('P003')) return OLD_7940
  const family = facts.loadFamilies.find(name => name.startsWith('SCCP')) ?? facts.loadFamilies[0] ?? 'SCCP'
  return `${family}.${OLD_RELEASE}`
}

/** A port for the server whose next one is free for the client. */
async function freePair(): Promise<number> {
  for (;;) {
    const first = createSocket('udp4')
    const second = createSocket('udp4')
    const bind = (socket: typeof first, port: number) =>
      new Promise<boolean>(resolve => {
        socket.once('error', () => resolve(false))
        socket.bind(port, LOOPBACK, () => resolve(true))
      })
    try {
      if (!(await bind(first, 0))) continue
      const { port } = first.address()
      if (port < 65_535 && (await bind(second, port + 1))) return port
    } finally {
      first.close()
      second.close()
    }
  }
}
