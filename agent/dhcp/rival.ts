// Is another DHCP server on the wire? Asks like a client and collects the offers; our own server never answers this probe.
import { randomInt } from 'node:crypto'
import { createSocket, type Socket } from 'node:dgram'
import { networkInterfaces } from 'node:os'
import * as MESSAGE from './message.ts'
import * as OPTION from './option.ts'
import { messageType, PROBE_CLASS, readAddress, toByte, toText } from './options.ts'
import { BOOTREPLY, BOOTREQUEST, decodePacket, encodePacket, NO_ADDRESS } from './packet.ts'

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

export interface RivalProbeOptions {
  /** The address of the interface on which to look. */
  address: string
  /** The servers' port; the probe listens on the next one, as clients do. */
  port?: number
  waitMs?: number
  broadcast?: string
}

/** Sockets that outlive one look: the right to open them may be given up after the start. */
export interface RivalProbe {
  /** Looks for at least `waitMs` (4 s); whoever answers is a rival, whatever server it says it is. Never throws. */
  look(): Promise<RivalLook>
  close(): void
}

/** A switch that just saw the link come up forwards nothing for a while, so one DISCOVER would prove little. */
const DISCOVERS = 4

/** Opens the probe; when that fails, every look says so, which counts as a rival. */
export async function openRivalProbe(options: RivalProbeOptions): Promise<RivalProbe> {
  const { address, port = 67, waitMs = 4000, broadcast = '255.255.255.255' } = options
  const sockets: Socket[] = []
  const servers = new Map<string, Rival>()
  let xid = 0
  let trouble: Error | undefined
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
      socket.bind(port + 1, at, () => {
        socket.off('error', reject)
        socket.on('error', error => {
          trouble = error
        })
        resolve(socket)
      })
    })
  let sender: Socket | undefined
  try {
    await open(NO_ADDRESS)
    sender = await open(address)
    sender.setBroadcast(true)
  } catch (error) {
    trouble = toError(error)
  }

  return {
    async look() {
      const out = sender
      if (!out) return { result: 'could-not-look', error: trouble ?? new Error('not open') }
      xid = randomInt(1, 2 ** 32 - 1)
      servers.clear()
      const probe = discover(xid, macOf(address))
      try {
        for (let sent = 0; sent < DISCOVERS; sent++) {
          await new Promise<void>((resolve, reject) => {
            out.send(probe, port, broadcast, error => (error ? reject(error) : resolve()))
          })
          await new Promise(resolve => setTimeout(resolve, waitMs / DISCOVERS))
        }
      } catch (error) {
        return { result: 'could-not-look', error: toError(error) }
      }
      return servers.size > 0 ? { result: 'found', servers: [...servers.values()] } : { result: 'none' }
    },
    close() {
      for (const socket of sockets.splice(0)) socket.close()
      sender = undefined
    },
  }
}

function discover(xid: number, mac: string): Uint8Array {
  return encodePacket({
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
}

/** The interface's own MAC, so that a router does not note a device that does not exist; else a made-up local one. */
function macOf(address: string): string {
  const own = Object.values(networkInterfaces())
    .flatMap(addresses => addresses ?? [])
    .find(entry => entry.address === address)?.mac
  return own && own !== '00:00:00:00:00:00' ? own : '02:00:00:63:70:01'
}

const toError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)))
