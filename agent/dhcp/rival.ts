// Is another DHCP server on the wire? Asks like a client and collects the offers; our own server never answers this probe.
import { randomInt } from 'node:crypto'
import { createSocket, type Socket } from 'node:dgram'
import { networkInterfaces } from 'node:os'
import { messageType, OPTION, PROBE_CLASS, readAddress, toByte, toText } from './options.ts'
import { BOOTREPLY, BOOTREQUEST, decodePacket, encodePacket, MESSAGE, NO_ADDRESS } from './packet.ts'

export interface Rival {
  /** The server identifier of its offer, or empty. */
  server: string
  offered: string
  /** Where the datagram came from. */
  from: string
}

export type RivalLook =
  | { result: 'none' }
  | { result: 'found'; servers: Rival[] }
  | { result: 'could-not-look'; error: Error }

export interface RivalOptions {
  /** The address of the interface on which to look. */
  address: string
  /** The servers' port; ours is the next one. */
  port?: number
  waitMs?: number
  broadcast?: string
}

/** A switch that just saw the link come up forwards nothing for a while, so one probe would prove little. */
const PROBES = 4

/** Looks for at least `waitMs` (4 s); whoever answers is a rival, whatever server it says it is. Never throws. */
export async function lookForRivals(options: RivalOptions): Promise<RivalLook> {
  const { address, port = 67, waitMs = 4000, broadcast = '255.255.255.255' } = options
  const mac = macOf(address)
  const xid = randomInt(1, 2 ** 32 - 1)
  const servers = new Map<string, Rival>()
  const sockets: Socket[] = []
  const hear = (bytes: Uint8Array, from: string) => {
    const packet = decodePacket(bytes)
    if (packet?.op !== BOOTREPLY || packet.xid !== xid || messageType(packet) !== MESSAGE.offer) return
    const server = readAddress(packet, OPTION.serverIdentifier) ?? ''
    servers.set(`${server} ${from}`, { server, offered: packet.yiaddr, from })
  }
  const open = (at: string) =>
    new Promise<Socket>((resolve, reject) => {
      const socket = createSocket({ type: 'udp4', reuseAddr: true })
      sockets.push(socket)
      socket.once('error', reject)
      socket.on('message', (bytes, from) => hear(bytes, from.address))
      socket.bind(port + 1, at, () => resolve(socket))
    })
  try {
    await open(NO_ADDRESS)
    const sender = await open(address)
    sender.setBroadcast(true)
    const probe = encodePacket({
      op: BOOTREQUEST,
      hops: 0,
      xid,
      secs: 0,
      flags: 0x8000,
      ciaddr: NO_ADDRESS,
      yiaddr: NO_ADDRESS,
      siaddr: NO_ADDRESS,
      giaddr: NO_ADDRESS,
      mac,
      options: new Map([
        [OPTION.messageType, toByte(MESSAGE.discover)],
        [OPTION.vendorClass, toText(PROBE_CLASS)],
        [OPTION.parameterRequestList, Uint8Array.of(1, 3, 6)],
      ]),
    })
    for (let sent = 0; sent < PROBES; sent++) {
      await new Promise<void>((resolve, reject) => {
        sender.send(probe, port, broadcast, error => (error ? reject(error) : resolve()))
      })
      await new Promise(resolve => setTimeout(resolve, waitMs / PROBES))
    }
    return servers.size > 0 ? { result: 'found', servers: [...servers.values()] } : { result: 'none' }
  } catch (error) {
    return { result: 'could-not-look', error: error instanceof Error ? error : new Error(String(error)) }
  } finally {
    for (const socket of sockets) socket.close()
  }
}

/** The interface's own MAC, so that a router does not note a device that does not exist; else a made-up local one. */
function macOf(address: string): string {
  const own = Object.values(networkInterfaces())
    .flatMap(addresses => addresses ?? [])
    .find(entry => entry.address === address)?.mac
  return own && own !== '00:00:00:00:00:00' ? own : '02:00:00:63:70:01'
}
