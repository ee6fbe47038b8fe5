// The servers on one shelf and one board: DHCP, TFTP and HTTP, wired with the rule of attribution. Serving and rehearsal share it.
import type { Bundle } from '../schemas/bundle/open.ts'
import { ipv4ToNumber, isHostOf, parseCidr } from '../schemas/ipv4.ts'
import { createAsks } from './asks.ts'
import { type Board, createBoard } from './board/board.ts'
import { createDiagnosis, type DiagnosisOptions } from './board/diagnosis.ts'
import type { Leases } from './dhcp/leases.ts'
import { createDhcpServer, type DhcpEvent } from './dhcp/server.ts'
import type { Emit } from './events.ts'
import { createHttpServer } from './http/server.ts'
import { type Attribute, createAttribution } from './phones/attribution.ts'
import type { Hops } from './phones/hops.ts'
import type { Neighbours } from './phones/neighbours.ts'
import { createNewcomers, lookUpFrom } from './phones/newcomers.ts'
import type { Phone, Roster } from './phones/roster.ts'
import type { Remote } from './remote.ts'
import type { Lists } from './shelf/lists.ts'
import type { Shelf } from './shelf/shelf.ts'
import { createTftpServer } from './tftp/server.ts'

export interface StationOptions {
  bundle: Bundle
  /** The laptop's address with its prefix length; `--address` may differ from the bundle's. */
  cidr: string
  roster: Roster
  shelf: Shelf
  leases: Leases
  emit: Emit
  onError(error: Error): void
  hops: Hops
  lists: Lists
  settleMs: number
  /** Silence of a phone with an address that means something. */
  silentMs: number
  onFinding: DiagnosisOptions['onFinding']
  /** Phones that had their last configuration when an earlier agent was ended in the middle. */
  awaited?: readonly Phone[]
  onAwaited?(phone: Phone, is: boolean): void
  anyDevice: boolean
  dhcp: boolean
  dhcpPort: number
  tftpPort: number
  httpPort: number
  neighbours: Neighbours
  /** `--phone MAC=IP`. */
  told: ReadonlyMap<string, string>
  /** Only in a rehearsal: everything on this address, and a table of its own for the attribution. */
  loopback?: { address: string; attribute: Attribute }
}

export interface Station {
  board: Pick<Board, 'state' | 'done'>
  /** To be called about every second, for what silence says. */
  tick(): void
  /** Binds all ports. @throws the system's error, with `code`, `port` and `address`. */
  open(): Promise<{ dhcpPort: number; tftpPort: number; httpPort: number }>
  /** Stops (or goes on with) answering DHCP; TFTP and HTTP go on. */
  pauseDhcp(on: boolean): void
  close(): Promise<void>
}

export function createStation(options: StationOptions): Station {
  const { bundle, roster, leases, emit, onError, loopback } = options
  const { network } = bundle.manifest
  const subnet = parseCidr(options.cidr)
  const address = options.cidr.split('/')[0] ?? ''
  const attribute =
    loopback?.attribute ??
    createAttribution({
      roster,
      leaseHolder: ip => leases.byAddress(ip)?.mac,
      neighbours: options.neighbours,
      told: options.told,
    })
  // Not by the wall clock, which may be set while the laptop comes back to the network.
  const clocked = { ...options, ...options.lists, now: () => performance.now() }
  const board = createBoard(clocked)
  const diagnosis = createDiagnosis(clocked)
  for (const phone of options.awaited ?? []) board.recall(phone)

  // Node cannot tell on which interface a request came in. What another network asks would be answered there, so it is not;
  // only a phone that was named by its address may sit behind a router.
  const told = new Set(options.told.values())
  const mayAsk = (remote: Remote) =>
    loopback !== undefined || isHostOf(ipv4ToNumber(remote.address), subnet) || told.has(remote.address)

  const isNew = createNewcomers({
    isKnown: ip => leases.byAddress(ip) !== undefined || options.neighbours(ip) !== undefined || told.has(ip),
    lookUp: lookUpFrom(address),
    now: clocked.now,
  })

  const asks = createAsks({ ...options, attribute, board, diagnosis })
  const tftp = createTftpServer({
    read: asks.read,
    onEvent: event => asks.report(event),
    onError,
    mayAsk,
    mustWait: remote => !loopback && isNew(remote.address),
    address: loopback?.address ?? '0.0.0.0',
    // An interface may have several addresses; a phone takes answers only from the one that it asked.
    transferAddress: loopback?.address ?? address,
    port: options.tftpPort,
  })
  const http = createHttpServer({
    read: asks.read,
    onEvent: event => asks.report(event),
    onError,
    mayAsk,
    address: loopback?.address ?? '0.0.0.0',
    port: options.httpPort,
  })
  const dhcp = options.dhcp
    ? createDhcpServer({
        network: {
          address,
          prefix: subnet.prefix,
          ...network.leases,
          leaseSeconds: network.leaseSeconds,
          ...(network.router && { router: network.router }),
          dns: network.dns,
          ntp: network.ntp,
          reserved: bundle.manifest.phones.flatMap(phone => phone.address ?? []),
        },
        admit: (client, stage) => roster.admit(client, stage),
        leases,
        onEvent: event => hearDhcp(event),
        onError,
        port: options.dhcpPort,
        ...(loopback && { listen: loopback.address, bind: loopback.address, broadcast: loopback.address }),
      })
    : undefined

  function hearDhcp(event: DhcpEvent): void {
    const { mac, ...facts } = event
    emit({ ...facts, ...(mac && { phone: mac }) })
    const phone = roster.find(mac)
    if (!phone) return
    if (event.event === 'dhcp.discover') {
      board.seen(phone)
      diagnosis.dhcp(phone, 'discover')
    } else if (event.event === 'dhcp.ack') {
      board.leased(phone, event.address)
      diagnosis.dhcp(phone, 'lease')
    } else if (event.event === 'dhcp.rival') diagnosis.dhcp(phone, 'elsewhere', event.server)
  }

  return {
    board,
    tick() {
      board.tick()
      diagnosis.tick()
    },
    async open() {
      const opened: { close(): Promise<void> }[] = []
      try {
        const dhcpPort = dhcp ? (await dhcp.open()).port : 0
        if (dhcp) opened.push(dhcp)
        const tftpPort = (await tftp.open()).port
        opened.push(tftp)
        const httpPort = (await http.open()).port
        return { dhcpPort, tftpPort, httpPort }
      } catch (error) {
        await Promise.all(opened.map(server => server.close()))
        throw error
      }
    },
    pauseDhcp: on => dhcp?.pause(on),
    async close() {
      await Promise.all([dhcp?.close(), tftp.close(), http.close()])
    },
  }
}
