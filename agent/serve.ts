// `cp-agent bundle.zip`: checks, stocks the shelf, binds the ports, serves until every phone is done or somebody stops it.
import type { Bundle } from '../schemas/bundle/open.ts'
import { ipv4ToNumber, isHostOf, parseCidr } from '../schemas/ipv4.ts'
import type { Arguments } from './arguments.ts'
import { openBundle, type TrustedBy } from './bundle/open.ts'
import { createClaims } from './claims.ts'
import { Leases } from './dhcp/leases.ts'
import { lookForRivals } from './dhcp/rival.ts'
import { findWire } from './doctor/wire.ts'
import { AgentError, EXIT, type Exit } from './error.ts'
import type { Emit } from './events.ts'
import { systemNeighbours } from './neighbours.ts'
import { dropPrivileges } from './privileges.ts'
import { createRoster, type Phone } from './roster.ts'
import { gatherSecrets, requireSecrets, type SecretSources } from './secrets/gather.ts'
import { findFirmware } from './shelf/firmware.ts'
import { imagesOf, missingFirmware } from './shelf/needed.ts'
import { createShelf } from './shelf/shelf.ts'
import { callerOf, statePaths } from './state/files.ts'
import { openPhonesState } from './state/phones.ts'
import { createStation, type Station } from './station.ts'
import { askHidden, askYes, atTerminal } from './ui/ask.ts'
import { describeBundle } from './ui/describe.ts'
import { NOTICE, QUESTION } from './ui/notice.ts'

const RIVAL_EVERY_MS = 60_000

/** What a command gets from `main`: the options, a way to speak, and a signal that ends it. */
export interface Context {
  args: Arguments
  environment: Record<string, string | undefined>
  emit: Emit
  signal: AbortSignal
}

/** Opens the bundle named on the command line, asking about an unknown root where there is somebody to ask. */
export function openNamedBundle({ args, environment }: Context): Promise<Bundle & { trustedBy: TrustedBy }> {
  const caller = callerOf(environment)
  return openBundle(args.bundle, {
    trust: args.trust,
    trustFile: statePaths(args.state, environment, caller?.home).trust,
    caller,
    ask: atTerminal() ? ({ fingerprint, issuer }) => askYes(QUESTION.trust(args.lang, issuer, fingerprint)) : undefined,
  })
}

/** Where secrets come from, by the command line. */
export function secretSources({ args, environment, emit }: Context): SecretSources {
  const mayAsk = atTerminal() && args.secrets !== '-'
  return {
    file: args.secrets,
    command: args.secretsCmd,
    environment,
    ask: mayAsk ? name => askHidden(QUESTION.secret(args.lang, name)) : undefined,
    warn: (code, detail) =>
      emit({ event: 'agent.notice', code, detail, message: NOTICE[code][args.lang].replace('{}', detail) }),
  }
}

export async function serve(context: Context): Promise<Exit> {
  const { args, environment, emit, signal } = context
  const started = performance.now()
  const notice = (code: keyof typeof NOTICE, detail = '') =>
    emit({ event: 'agent.notice', code, detail, message: NOTICE[code][args.lang].replace('{}', detail) })

  const bundle = await openNamedBundle(context)
  const { manifest } = bundle
  emit(describeBundle(bundle))
  const cidr = args.address ?? manifest.network.agent
  checkNetwork(bundle, cidr)

  const firmware = findFirmware(args.firmware)
  const missing = missingFirmware(manifest, firmware)
  for (const { load, archive, files } of missing) {
    if (args.once) throw new AgentError('firmware.missing', `${load} (${archive}): ${files.join(', ')}`)
    notice('firmware.missing', `${load} (${archive}): ${files.join(', ')}`)
  }
  const secrets = await gatherSecrets(manifest.secrets, secretSources(context))
  requireSecrets(manifest.secrets, secrets)

  const wire = await findWire({
    cidr,
    name: args.interface,
    signal,
    onWait: name => emit({ event: 'agent.waiting', interface: name }),
  })

  const caller = callerOf(environment)
  const state = openPhonesState(
    statePaths(args.state, environment, caller?.home).phones,
    manifest.site.id,
    caller,
    path => notice('state.unwritable', path),
  )
  if (state.broken) notice('state.dropped', statePaths(args.state, environment, caller?.home).phones)
  let alone = false
  const mayClaim = createClaims({
    yes: args.yes,
    aloneOnTheWire: () => alone,
    ask: atTerminal() ? (mac, entry) => askYes(QUESTION.claim(args.lang, mac, entry.model)) : undefined,
  })
  const remember = () => state.save(() => ({ leases: leases.toJSON(), claims: roster.claims() }))
  const leases = new Leases({ now: Date.now, onChange: remember })
  const roster = createRoster({
    manifest,
    claims: state.remembered.claims,
    anyDevice: args.anyDevice,
    mayClaim,
    onClaim: phone => {
      emit({ event: 'phone.claimed', phone: phone.mac, model: phone.entry.model })
      remember()
    },
  })
  leases.restore(state.remembered.leases)

  const currentLoad = ({ entry }: Phone) => entry.route.at(-1)?.load ?? ''
  const address = cidr.split('/')[0] ?? ''
  let rivalSeen = false
  const hear: Emit = event => {
    emit(event)
    if (event.event === 'dhcp.rival' && event.phone) rivalSeen = true
  }
  const station = createStation({
    bundle,
    cidr,
    roster,
    shelf: createShelf({ bundle, firmware, secrets, currentLoad }),
    leases,
    emit: hear,
    onError: error => notice('network.trouble', error.message),
    currentLoad,
    imagesOf: load => imagesOf(load, firmware),
    settleMs: (args.settle ?? 60) * 1000,
    anyDevice: args.anyDevice,
    dhcp: args.dhcp !== 'off',
    dhcpPort: args.dhcpPort,
    tftpPort: args.tftpPort,
    httpPort: args.httpPort,
    neighbours: systemNeighbours(),
    told: args.phones,
  })
  station.pauseDhcp(args.dhcp === 'auto')
  const ports = await openPorts(station)
  dropPrivileges(caller)

  try {
    if (args.dhcp === 'auto') alone = await watchRivals()
    const dhcp = args.dhcp === 'off' ? 'off' : args.dhcp === 'on' || alone ? 'on' : 'paused'
    emit({ event: 'agent.ready', interface: wire, address, dhcp, ...ports })
    return await untilDone()
  } finally {
    await station.close()
    state.flush()
  }

  /** Looks once and pauses or resumes DHCP by what it finds. */
  async function watchRivals(): Promise<boolean> {
    const look = await lookForRivals({ address, port: args.dhcpPort })
    if (look.result === 'found')
      for (const { server, from } of look.servers) emit({ event: 'dhcp.rival', server: server || from })
    if (look.result === 'could-not-look') notice('rival.could-not-look', look.error.message)
    station.pauseDhcp(look.result !== 'none')
    return look.result === 'none'
  }

  async function untilDone(): Promise<Exit> {
    let looked = performance.now()
    let looking = false
    let exit: Exit | undefined
    while (exit === undefined) {
      station.board.tick()
      const elapsed = performance.now() - started
      if (args.dhcp === 'auto' && !looking && (rivalSeen || performance.now() - looked > RIVAL_EVERY_MS)) {
        looking = true
        rivalSeen = false
        void watchRivals()
          .then(none => {
            alone = none
          })
          .finally(() => {
            looking = false
            looked = performance.now()
          })
      }
      const macs = roster.known().map(({ mac }) => mac)
      const allDone = roster.open() === 0 && station.board.done(macs)
      if (allDone && args.once) {
        emit({ event: 'agent.done', phones: macs.length, ms: Math.round(elapsed) })
        exit = EXIT.done
      } else if (args.timeout !== undefined && elapsed > args.timeout * 1000) {
        throw new AgentError('time.out', String(args.timeout))
      } else if (signal.aborted) exit = allDone ? EXIT.done : EXIT.interrupted
      else await tickOrSignal(signal)
    }
    return exit
  }
}

function checkNetwork({ manifest }: Bundle, cidr: string): void {
  const subnet = parseCidr(cidr)
  const { leases } = manifest.network
  for (const address of [leases?.first, leases?.last, ...manifest.phones.map(phone => phone.address)]) {
    if (address && !isHostOf(ipv4ToNumber(address), subnet)) throw new AgentError('address.network', cidr)
  }
}

async function openPorts(station: Station): ReturnType<Station['open']> {
  try {
    return await station.open()
  } catch (error) {
    const { code = '', port = '', address = '' } = error as { code?: string; port?: number | string; address?: string }
    if (code === 'EADDRINUSE') throw new AgentError('port.taken', String(port))
    if (code === 'EACCES' || code === 'EPERM') throw new AgentError('port.forbidden', String(port))
    throw new AgentError('network.failed', `${code || String(error)} ${address}`)
  }
}

function tickOrSignal(signal: AbortSignal, ms = 250): Promise<void> {
  return new Promise(resolve => {
    const finish = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', finish)
      resolve()
    }
    const timer = setTimeout(finish, ms)
    signal.addEventListener('abort', finish, { once: true })
  })
}
