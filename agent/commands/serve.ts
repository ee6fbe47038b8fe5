// `cp-agent bundle.zip`: checks, stocks the shelf, binds the ports, serves until every phone is done or somebody stops it.
import type { Bundle } from '../../schemas/bundle/open.ts'
import { ipv4ToNumber, isHostOf, parseCidr } from '../../schemas/ipv4.ts'
import { openRivalProbe } from '../dhcp/rival.ts'
import { acceptLocal } from '../doctor/accept-local.ts'
import { type RivalWatch, watchRivals } from '../doctor/rivals.ts'
import { findWire } from '../doctor/wire.ts'
import { AgentError } from '../error.ts'
import type * as EXIT from '../exit.ts'
import { systemNeighbours } from '../phones/neighbours.ts'
import { dropPrivileges } from '../privileges.ts'
import { gatherSecrets, requireSecrets } from '../secrets/gather.ts'
import { doubtsAbout } from '../shelf/doubts.ts'
import { readLists } from '../shelf/lists.ts'
import { missingFirmware, readNeeded, wordsFor } from '../shelf/needed.ts'
import { createShelf } from '../shelf/shelf.ts'
import { callerOf } from '../state/files.ts'
import { createStation, type Station } from '../station.ts'
import { describeBundle } from '../ui/describe.ts'
import { chooseInterface } from './choose-interface.ts'
import { type Context, notify, openNamedBundle, secretSources } from './context.ts'
import { glanceAround } from './doctor.ts'
import { type Keeper, keepAddress } from './keep-address.ts'
import { recallPhones } from './recall.ts'
import { stockFirmware } from './stock.ts'
import { createTell } from './tell.ts'
import { untilDone } from './until-done.ts'

/** A phone that has an address asks for files within seconds. */
const SILENT_MS = 60_000

/** `--timeout` is one clock for all of it, also while it waits for a cable or an answer. */
export async function serve(context: Context): Promise<EXIT.Exit> {
  const { args, signal } = context
  const end = new AbortController()
  const stop = () => end.abort()
  let late = false
  const ring = () => {
    late = true
    stop()
  }
  const clock = args.timeout === undefined ? undefined : setTimeout(ring, args.timeout * 1000)
  signal.addEventListener('abort', stop, { once: true })
  let keeper: Keeper | undefined
  try {
    return await stockAndServe({ ...context, signal: end.signal }, added => {
      keeper = added
    })
  } catch (error) {
    if (late) throw new AgentError('time.out', String(args.timeout))
    throw error
  } finally {
    clearTimeout(clock)
    stop() // an open question ends with the command that asked it
    await keeper?.giveBack()
  }
}

/** @param onAdded is told of an address that has to be taken away at the end, whatever that will be. */
async function stockAndServe(context: Context, onAdded: (keeper: Keeper) => void): Promise<EXIT.Exit> {
  const { args, emit, signal } = context
  const opened = await openNamedBundle(context)
  emit(describeBundle(opened))
  const cidr = args.address ?? opened.manifest.network.agent
  const address = cidr.split('/')[0] ?? ''
  checkNetwork(opened, cidr)

  const { firmware, manifest } = await stockFirmware(context, opened.manifest)
  const bundle = { ...opened, manifest }
  // What only an older phone needs is said when one turns up.
  const missing = missingFirmware(manifest, firmware)
  for (const load of missing.filter(({ onlyBelow }) => onlyBelow === undefined)) {
    const detail = wordsFor(load)
    if (args.once) throw new AgentError('firmware.missing', detail)
    notify(context, 'firmware.missing', detail)
  }
  readNeeded(manifest, firmware)
  for (const { code, detail } of doubtsAbout(manifest, firmware)) notify(context, code, detail)
  const { ask, ...sources } = secretSources(context)
  const secrets = await gatherSecrets(manifest.secrets, sources)
  if (!ask) requireSecrets(manifest.secrets, secrets)

  const onWait = (name: string) => emit({ event: 'agent.waiting', interface: name })
  const { name, keeper } = await keepAddress(context, cidr, onWait)
  if (keeper) onAdded(keeper)
  const wire = await findWire({ cidr, name, signal, onWait, choose: nics => chooseInterface(context, nics) })
  await glanceAround(context, wire, cidr)

  let rivals: RivalWatch | undefined
  let stocked = false
  const lists = readLists(firmware)
  const tell = createTell(context, {
    cidr,
    wire,
    keeps: keeper !== undefined,
    leaseSeconds: manifest.network.leaseSeconds,
  })
  const { leases, roster, hops, flush, ...recalled } = recallPhones(context, manifest, {
    aloneOnTheWire: () => rivals?.alone() ?? false,
    imagesOf: lists.imagesOf,
    onMove(phone) {
      const hop = missing.find(({ load }) => load === hops.load(phone))
      if (hop?.onlyBelow !== undefined) notify(context, 'firmware.missing', wordsFor(hop))
    },
  })
  const station = createStation({
    bundle,
    cidr,
    roster,
    shelf: createShelf({ bundle, firmware, secrets, currentLoad: hops.load }),
    leases,
    emit: event => {
      emit(event)
      if (event.event === 'dhcp.rival') rivals?.suspect()
    },
    onError: error => notify(context, 'network.trouble', error.message),
    hops,
    lists,
    settleMs: (args.settle ?? 60) * 1000,
    silentMs: SILENT_MS,
    onFinding: tell.finding,
    ...recalled,
    anyDevice: args.anyDevice,
    dhcp: args.dhcp !== 'off',
    dhcpPort: args.dhcpPort,
    tftpPort: args.tftpPort,
    httpPort: args.httpPort,
    neighbours: systemNeighbours(),
    told: args.phones,
  })
  station.pauseDhcp(true)
  const ports = await openPorts(station)
  const probe = args.dhcp === 'auto' ? await openRivalProbe({ address, port: args.dhcpPort }) : undefined
  try {
    if (probe) {
      notify(context, 'rival.looking')
      rivals = watchRivals({
        look() {
          const putBack = acceptLocal(wire)
          return probe.look().finally(putBack)
        },
        emit,
        onBlind: error => notify(context, 'rival.could-not-look', error.message),
        pauseDhcp: on => station.pauseDhcp(on || !stocked),
        onChange: alone => notify(context, alone ? 'dhcp.resumed' : 'dhcp.paused'),
      })
      await rivals.look()
    }
    dropPrivileges(callerOf(context.environment))
    // A person is asked last: nothing that is typed may be lost to a port that is taken.
    const rest = manifest.secrets.filter(({ name }) => !secrets.has(name))
    const typed = await gatherSecrets(rest, { environment: {}, ask, warn: sources.warn })
    for (const [name, secret] of typed) secrets.set(name, secret)
    requireSecrets(manifest.secrets, secrets)
    stocked = true
    station.pauseDhcp(rivals ? !rivals.alone() : false)
    const dhcp = args.dhcp === 'auto' ? (rivals?.alone() ? 'on' : 'paused') : args.dhcp
    emit({ event: 'agent.ready', interface: wire, address, dhcp, ...ports })
    if (args.dhcp === 'off') for (const phone of manifest.phones) tell.guide('alternate-tftp', phone)
    return await untilDone(context, { wire, cidr, keeper, station, roster, rivals, tell, phones: manifest.phones })
  } finally {
    probe?.close()
    await station.close()
    flush(mac => station.board.state(mac) === 'done')
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
