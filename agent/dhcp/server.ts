// The DHCP server's sockets. Two of them, because Node can neither name an interface nor unicast to a client without an address:
// one on 0.0.0.0 hears broadcasts; one on the interface's own address hears renewals, and sends out of that interface.
import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import { type AnswerOptions, createAnswer, type DhcpEvent } from './answer.ts'
import * as MESSAGE from './message.ts'
import { messageType } from './options.ts'
import { type DhcpPacket, decodePacket, encodePacket, NO_ADDRESS } from './packet.ts'

export type { DhcpEvent } from './answer.ts'

export interface DhcpServerOptions extends AnswerOptions {
  onEvent(event: DhcpEvent): void
  /** A datagram that could not be sent, a socket's error; serving goes on. */
  onError(error: Error): void
  /** The server's port; clients listen on the next one. 0: any free one, for tests. */
  port?: number
  listen?: string
  /** The address of the interface with the phones. */
  bind?: string
  broadcast?: string
}

export interface DhcpServer {
  /** @throws the system's error: `EADDRINUSE` when another server runs on this computer, `EACCES` without the right. */
  open(): Promise<{ port: number }>
  /** While paused, nothing is answered and no lease changes. */
  pause(on: boolean): void
  close(): Promise<void>
}

/** Windows hands one broadcast to both sockets. */
const ECHO_MS = 100

export function createDhcpServer(options: DhcpServerOptions): DhcpServer {
  const { network, onEvent, onError } = options
  const { listen = NO_ADDRESS, bind = network.address, broadcast = '255.255.255.255' } = options
  const answer = createAnswer(options)
  const sockets: Socket[] = []
  let paused = false
  let port = options.port ?? 67
  let last = { xid: 0, type: 0, mac: '', at: 0, socket: undefined as Socket | undefined }

  const isEcho = (packet: DhcpPacket, socket: Socket) => {
    const seen = { xid: packet.xid, type: messageType(packet), mac: packet.mac, at: performance.now(), socket }
    const echo =
      seen.at - last.at < ECHO_MS &&
      last.socket !== socket &&
      last.xid === seen.xid &&
      last.type === seen.type &&
      last.mac === seen.mac
    last = seen
    return echo
  }

  const hear = (bytes: Uint8Array, from: RemoteInfo, socket: Socket) => {
    const request = decodePacket(bytes)
    if (!request)
      return onEvent({ event: 'dhcp.ignored', mac: '', vendorClass: '', why: `malformed, from ${from.address}` })
    if (isEcho(request, socket)) return
    if (paused) {
      if (request.op === 1) onEvent({ event: 'dhcp.ignored', mac: request.mac, vendorClass: '', why: 'paused' })
      return
    }
    const { events, reply } = answer(request)
    // The lease is known before the client can act on the reply.
    for (const event of events) onEvent(event)
    if (reply) send(reply)
  }

  /** RFC 2131, 4.1: to the relay, to an address that the client has, else to all. */
  const send = (reply: DhcpPacket) => {
    const isNak = messageType(reply) === MESSAGE.nak
    const [to, toPort] =
      reply.giaddr !== NO_ADDRESS
        ? [reply.giaddr, port]
        : reply.ciaddr !== NO_ADDRESS && !isNak
          ? [reply.ciaddr, port + 1]
          : [broadcast, port + 1]
    sockets.at(-1)?.send(encodePacket(reply), toPort, to, error => error && onError(error))
  }

  const openSocket = async (address: string, at: number, shared: boolean): Promise<Socket> => {
    const socket = createSocket({ type: 'udp4', reuseAddr: shared })
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject)
      socket.bind(at, address, () => {
        socket.off('error', reject)
        resolve()
      })
    })
    return socket
  }
  const closeSocket = (socket: Socket) => new Promise<void>(resolve => socket.close(() => resolve()))

  const start = (socket: Socket) => {
    socket.on('error', onError)
    socket.on('message', (bytes, from) => hear(bytes, from, socket))
    sockets.push(socket)
  }

  return {
    async open() {
      // A shared port would be given to us even while another server uses it, so it is tried alone first.
      const probe = await openSocket(listen, port, false)
      port = probe.address().port
      await closeSocket(probe)
      start(await openSocket(listen, port, true))
      if (bind !== listen) {
        try {
          start(await openSocket(bind, port, true))
        } catch (error) {
          // macOS lets nobody but root bind a low port on one address; clients take replies from any port.
          if ((error as NodeJS.ErrnoException).code !== 'EACCES') {
            await this.close()
            throw error
          }
          start(await openSocket(bind, 0, false))
        }
      }
      sockets.at(-1)?.setBroadcast(true)
      return { port }
    },
    pause(on) {
      paused = on
    },
    async close() {
      await Promise.all(sockets.splice(0).map(closeSocket))
    },
  }
}
