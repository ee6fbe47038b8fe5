// The other end of a TFTP dialogue, for tests: says what it is told and hands over what it hears, in order.
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { decodePacket, encodeAck, encodeRequest, type Packet } from '../agent/tftp/packet.ts'

interface Heard {
  packet: Packet
  port: number
}

export interface ScriptedPeer extends AsyncDisposable {
  readonly port: number
  /** Datagrams that nobody has taken with {@link next} yet. */
  readonly waiting: number
  send(datagram: Uint8Array, port: number): void
  /** Asks for a file, with options in the order given. */
  ask(port: number, file: string, options?: Record<string, string | number>, mode?: string): void
  ack(block: number, port: number): void
  /** The next datagram; fails the test when none comes. */
  next(): Promise<Heard>
  /** The next datagram, which must be DATA, as `[block, length]`. */
  data(): Promise<[block: number, length: number]>
}

export async function openScriptedPeer(): Promise<ScriptedPeer> {
  const socket = createSocket('udp4')
  const heard: Heard[] = []
  socket.on('message', (datagram, { port }) => {
    const packet = decodePacket(datagram)
    if (packet) heard.push({ packet, port })
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')

  const peer: ScriptedPeer = {
    port: socket.address().port,
    get waiting() {
      return heard.length
    },
    send: (datagram, port) => socket.send(datagram, port, '127.0.0.1'),
    ask(port, file, options = {}, mode = 'octet') {
      const pairs = Object.entries(options).map(([name, value]) => [name, String(value)] as const)
      peer.send(encodeRequest({ op: 'rrq', file, mode, options: pairs }), port)
    },
    ack: (block, port) => peer.send(encodeAck(block), port),
    async next() {
      while (heard.length === 0) await once(socket, 'message', { signal: AbortSignal.timeout(10_000) })
      const first = heard.shift()
      if (!first) throw new Error('nothing came')
      return first
    },
    async data() {
      const { packet } = await peer.next()
      if (packet.op !== 'data') throw new Error(`${packet.op} instead of data`)
      return [packet.block, packet.bytes.length]
    },
    async [Symbol.asyncDispose]() {
      socket.close()
      await once(socket, 'close')
    },
  }
  return peer
}
