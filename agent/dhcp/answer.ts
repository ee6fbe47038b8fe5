// What the server says to a packet (RFC 2131, section 4.3), without sockets: packet in, events and perhaps a reply out.
import { macInFileName } from '../../schemas/mac.ts'
import type { Leases } from './leases.ts'
import * as MESSAGE from './message.ts'
import * as OPTION from './option.ts'
import {
  messageType,
  PROBE_CLASS,
  readAddress,
  readVendorClass,
  toAddresses,
  toByte,
  toSeconds,
  toText,
} from './options.ts'
import { BOOTREPLY, BOOTREQUEST, type DhcpPacket, NO_ADDRESS } from './packet.ts'
import { createPool, type ServedNetwork, type Wish } from './pool.ts'

/** `listed`: a phone of the bundle; else a candidate for an open entry, or a guest. */
export type Admitted =
  | { admitted: true; listed: boolean; fixed?: string; place?: number; guest?: boolean }
  | { admitted: false; why: string }

/** `mac` is empty where a datagram was too broken to hold one. */
export type DhcpEvent = { mac: string; vendorClass: string } & (
  | { event: 'dhcp.discover' | 'dhcp.decline' | 'dhcp.release' | 'dhcp.inform' | 'dhcp.nak'; address?: string }
  | { event: 'dhcp.offer' | 'dhcp.ack'; address: string }
  | { event: 'dhcp.ignored'; why: string }
  | { event: 'dhcp.rival'; server: string }
)

export interface AnswerOptions {
  network: ServedNetwork
  leases: Leases
  /** Whether a client is served; a claim may be made at `request`, which names our server, never at `discover`. */
  admit(client: { mac: string; vendorClass: string }, stage: 'discover' | 'request'): Admitted
}

export interface Outcome {
  events: DhcpEvent[]
  reply?: DhcpPacket
}

/** An offer that is not taken up is forgotten; Node cannot tell on which wire the DISCOVER came. */
const OFFER_SECONDS = 30

/** @returns the server's mind: a function that answers one packet and keeps `leases`. */
export function createAnswer({ network, leases, admit }: AnswerOptions): (request: DhcpPacket) => Outcome {
  const pool = createPool(network, leases)
  const subnetMask = (-1 << (32 - network.prefix)) >>> 0

  /** What every OFFER and ACK carries, whether it was asked for or not: a phone that misses one of them is stranded. */
  const settings = (request: DhcpPacket): [number, Uint8Array][] => [
    [OPTION.subnetMask, toSeconds(subnetMask)],
    ...(network.router ? [[OPTION.router, toAddresses([network.router])] as [number, Uint8Array]] : []),
    ...(network.dns.length > 0 ? [[OPTION.domainNameServer, toAddresses(network.dns)] as [number, Uint8Array]] : []),
    [OPTION.hostName, toText(`SEP${macInFileName(request.mac)}`)],
    ...(network.ntp.length > 0 ? [[OPTION.ntpServers, toAddresses(network.ntp)] as [number, Uint8Array]] : []),
    [OPTION.tftpServerName, toText(network.address)],
    [OPTION.tftpServerAddress, toAddresses([network.address])],
  ]
  const times: [number, Uint8Array][] = [
    [OPTION.leaseTime, toSeconds(network.leaseSeconds)],
    [OPTION.renewalTime, toSeconds(Math.floor(network.leaseSeconds / 2))],
    [OPTION.rebindingTime, toSeconds(Math.floor((network.leaseSeconds * 7) / 8))],
  ]
  const reply = (
    request: DhcpPacket,
    type: number,
    yiaddr: string,
    options: readonly [number, Uint8Array][],
  ): DhcpPacket => {
    const echoed = (tag: number): [number, Uint8Array][] => {
      const value = request.options.get(tag)
      return value ? [[tag, value]] : []
    }
    return {
      op: BOOTREPLY,
      hops: 0,
      xid: request.xid,
      secs: 0,
      flags: request.flags,
      ciaddr: type === MESSAGE.ack ? request.ciaddr : NO_ADDRESS,
      yiaddr,
      siaddr: type === MESSAGE.nak ? NO_ADDRESS : network.address,
      giaddr: request.giaddr,
      mac: request.mac,
      options: new Map([
        [OPTION.messageType, toByte(type)],
        [OPTION.serverIdentifier, toAddresses([network.address])],
        ...options,
        ...echoed(OPTION.clientIdentifier), // RFC 6842
        ...echoed(OPTION.relayAgentInformation), // RFC 3046: last
      ]),
    }
  }

  return request => {
    const { mac } = request
    const vendorClass = readVendorClass(request)
    if (request.op !== BOOTREQUEST || vendorClass === PROBE_CLASS) return { events: [] }
    const client = { mac, vendorClass }
    const ignored = (why: string): Outcome => ({ events: [{ event: 'dhcp.ignored', ...client, why }] })
    const type = messageType(request)
    if (type === 0) return ignored('no DHCP message')
    if (request.giaddr !== NO_ADDRESS && !pool.contains(request.giaddr)) return ignored('relay of another network')
    const server = readAddress(request, OPTION.serverIdentifier)
    const forUs = server === network.address
    const wanted = request.ciaddr === NO_ADDRESS ? readAddress(request, OPTION.requestedAddress) : request.ciaddr
    const holds = wanted !== undefined && leases.byMac(mac)?.address === wanted
    // Who takes up an offer of ours, and only who was made one, may claim.
    const admitted = admit(client, type === MESSAGE.request && forUs && holds ? 'request' : 'discover')
    if (!admitted.admitted) return ignored(admitted.why)
    const wish: Wish = { mac, ...admitted }

    const nak = (address: string): Outcome => ({
      events: [{ event: 'dhcp.nak', ...client, address }],
      reply: reply(request, MESSAGE.nak, NO_ADDRESS, []),
    })
    const ack = (address: string): Outcome => {
      leases.bind(mac, address, network.leaseSeconds)
      return {
        events: [{ event: 'dhcp.ack', ...client, address }],
        reply: reply(request, MESSAGE.ack, address, [...times, ...settings(request)]),
      }
    }

    switch (type) {
      case MESSAGE.discover: {
        const address = pool.choose(wish)
        const events: DhcpEvent[] = [{ event: 'dhcp.discover', ...client }]
        if (address === undefined) return { events: [...events, ...ignored('no address left').events] }
        leases.offer(mac, address, OFFER_SECONDS)
        events.push({ event: 'dhcp.offer', ...client, address })
        return { events, reply: reply(request, MESSAGE.offer, address, [...times, ...settings(request)]) }
      }
      case MESSAGE.request: {
        if (server !== undefined && !forUs) {
          // It takes another server's offer: ours is void, and somebody else answers on this wire.
          if (leases.byMac(mac)?.state === 'offered') leases.release(mac)
          return { events: [{ event: 'dhcp.rival', ...client, server }] }
        }
        if (wanted === undefined) return ignored('asks for no address')
        // It takes an offer that names us and that we did not make: the real router has our address (RFC 2131, 4.3.2).
        if (forUs && !holds) return { events: [{ event: 'dhcp.rival', ...client, server: network.address }] }
        // INIT-REBOOT, RENEWING and REBINDING get what the client holds. For the phones of the bundle this server is the
        // authority, so everything else gets a NAK and begins anew; others are left to whoever gave them their address.
        const bound = holds && (admitted.listed || forUs || leases.byMac(mac)?.state === 'bound')
        if (!bound && !admitted.listed) return ignored('has its address from elsewhere')
        return (bound || wish.fixed !== undefined) && pool.mayHave(wanted, wish) ? ack(wanted) : nak(wanted)
      }
      case MESSAGE.decline: {
        const address = readAddress(request, OPTION.requestedAddress)
        if (address === undefined || !forUs || leases.byMac(mac)?.address !== address)
          return ignored('declines nothing')
        leases.decline(mac, address)
        return { events: [{ event: 'dhcp.decline', ...client, address }] }
      }
      case MESSAGE.release: {
        if (leases.byMac(mac)?.address !== request.ciaddr) return ignored('releases nothing')
        leases.release(mac)
        return { events: [{ event: 'dhcp.release', ...client, address: request.ciaddr }] }
      }
      case MESSAGE.inform: {
        if (!pool.contains(request.ciaddr)) return ignored('asks from another network')
        return {
          events: [{ event: 'dhcp.inform', ...client, address: request.ciaddr }],
          reply: reply(request, MESSAGE.ack, NO_ADDRESS, settings(request)),
        }
      }
      default:
        return ignored('no message of a client')
    }
  }
}
