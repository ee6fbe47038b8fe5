import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fetchByTftp } from '../../test/tftp-client.ts'
import { openScriptedPeer, type ScriptedPeer } from '../../test/tftp-peer.ts'
import type { Answer } from '../remote.ts'
import { encodeAck, encodeDataHead, encodeError, encodeOack, encodeRequest } from './packet.ts'
import { createTftpServer, type TftpEvent, type TftpServer, type TftpServerOptions } from './server.ts'

const HOST = '127.0.0.1'

/** Bytes of which no two blocks are alike. */
function made(length: number): Buffer {
  const bytes = Buffer.alloc(length)
  for (let at = 0; at + 4 <= length; at += 4) bytes.writeUInt32BE((at * 2654435761) >>> 0, at)
  return bytes
}

const files = new Map<string, Buffer>([
  ['plain', made(700)],
  ['exact', made(1024)],
  ['empty', made(0)],
  ['six-megabytes', made(6_000_000)],
  ['roll-over', made(600_000)],
  ['ten-blocks', made(9 * 512 + 1)],
  ['text', Buffer.from('one\ntwo\r\n')],
])

interface Running {
  server: TftpServer
  port: number
  events: TftpEvent[]
  errors: Error[]
  reads: string[]
  /** Resolves with the first event of that name, past or to come; or with the n-th. */
  event(name: TftpEvent['event'], nth?: number): Promise<TftpEvent>
}

const running: Running[] = []
const peers: ScriptedPeer[] = []

afterEach(async () => {
  vi.useRealTimers()
  for (const { server } of running.splice(0)) await server.close()
  for (const peer of peers.splice(0)) await peer[Symbol.asyncDispose]()
})

async function serve(options: Partial<TftpServerOptions> = {}): Promise<Running> {
  const events: TftpEvent[] = []
  const errors: Error[] = []
  const reads: string[] = []
  let wake = () => {}
  const server = createTftpServer({
    read(file) {
      reads.push(file)
      return find(file)
    },
    onEvent(event) {
      events.push(event)
      wake()
    },
    onError: error => errors.push(error),
    address: HOST,
    transferAddress: HOST,
    port: 0,
    ...options,
  })
  const { port } = await server.open()
  const event = async (name: TftpEvent['event'], nth = 1) => {
    for (;;) {
      const found = events.filter(({ event }) => event === name)[nth - 1]
      if (found) return found
      await new Promise<void>(resolve => {
        wake = resolve
      })
    }
  }
  const result = { server, port, events, errors, reads, event }
  running.push(result)
  return result
}

function find(file: string): Answer {
  const bytes = files.get(file)
  if (bytes) return { found: true, name: file, bytes }
  if (file === 'private') return { found: false, why: 'refused', message: 'not for this phone' }
  return { found: false, why: 'missing', message: 'no such file' }
}

/** Stops the clock of retransmissions, so that a busy machine adds no datagram to a dialogue that is counted. */
function withoutRetransmission(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
}

async function peer(): Promise<ScriptedPeer> {
  const opened = await openScriptedPeer()
  peers.push(opened)
  return opened
}

async function fetched(port: number, file: string, options?: Record<string, number>): Promise<boolean> {
  const bytes = await fetchByTftp({ file, server: { address: HOST, port }, ...(options && { options }) })
  return Buffer.compare(bytes, files.get(file) ?? Buffer.from('?')) === 0
}

describe('a file', () => {
  it.each(['plain', 'exact', 'empty', 'six-megabytes'])('arrives as it is: %s', async file => {
    const { port, events, errors, event } = await serve()
    expect(await fetched(port, file)).toBe(true)
    const bytes = files.get(file)?.length
    expect(events.at(0)).toMatchObject({ event: 'tftp.start', file, bytes, blockSize: 512, windowSize: 1 })
    expect(await event('tftp.done')).toMatchObject({ file, bytes, remote: { address: HOST } })
    expect(errors).toEqual([])
  })

  it('is cut into blocks of which the last is shorter, if need be empty', async () => {
    withoutRetransmission()
    const { port } = await serve()
    const client = await peer()
    const lengths = async (file: string, count: number) => {
      client.ask(port, file)
      const seen: [number, number][] = []
      for (let at = 0; at < count; at++) {
        const { packet, port: tid } = await client.next()
        if (packet.op !== 'data') throw new Error(packet.op)
        seen.push([packet.block, packet.bytes.length])
        client.ack(packet.block, tid)
      }
      return seen
    }
    // One after the other from one port, as some phones do.
    expect(await lengths('plain', 2)).toEqual([
      [1, 512],
      [2, 188],
    ])
    expect(await lengths('exact', 3)).toEqual([
      [1, 512],
      [2, 512],
      [3, 0],
    ])
    expect(await lengths('empty', 1)).toEqual([[1, 0]])
  })

  it('of more than 65535 blocks goes on with block 0', async () => {
    const { port } = await serve()
    expect(await fetched(port, 'roll-over', { blksize: 8 })).toBe(true)
    expect(await fetched(port, 'roll-over', { blksize: 8, windowsize: 64 })).toBe(true)
  })

  it('arrives for many clients at once', async () => {
    const { port, server, event } = await serve()
    const all = await Promise.all(
      Array.from({ length: 12 }, (_, index) => fetched(port, ['plain', 'exact', 'roll-over'][index % 3] ?? '')),
    )
    expect(all).toEqual(Array.from({ length: 12 }, () => true))
    await event('tftp.done', 12)
    expect(server.active).toBe(0)
  })

  it('in netascii has the line ends of a teletype, and its size is told so', async () => {
    withoutRetransmission()
    const { port } = await serve()
    const client = await peer()
    client.ask(port, 'text', { tsize: 0 }, 'NetASCII')
    const oack = await client.next()
    expect(oack.packet).toEqual({ op: 'oack', options: [['tsize', '12']] })
    client.ack(0, oack.port)
    expect((await client.next()).packet).toEqual({ op: 'data', block: 1, bytes: Buffer.from('one\r\ntwo\r\0\r\n') })
    client.ack(1, oack.port)
  })
})

describe('options', () => {
  it('are answered in one OACK, with what can be had', async () => {
    withoutRetransmission()
    const { port, event } = await serve()
    const client = await peer()
    client.ask(port, 'six-megabytes', { BLKSIZE: 65464, TSize: 0, timeout: 2, windowsize: 100, 'x-unknown': 1 })
    const oack = await client.next()
    expect(oack.packet).toEqual({
      op: 'oack',
      options: [
        ['blksize', '1468'],
        ['tsize', '6000000'],
        ['timeout', '2'],
        ['windowsize', '64'],
      ],
    })
    client.ack(0, oack.port)
    expect(await client.data()).toEqual([1, 1468])
    expect(await event('tftp.start')).toMatchObject({ blockSize: 1468, windowSize: 64 })
  })

  it('that make no sense leave the transfer as if they had not been asked for', async () => {
    const { port } = await serve()
    const client = await peer()
    client.ask(port, 'plain', { blksize: 7, windowsize: 0, timeout: 256, multicast: '' })
    expect(await client.data()).toEqual([1, 512])
  })

  it('may be declined by the client', async () => {
    const { port, event } = await serve()
    const client = await peer()
    client.ask(port, 'plain', { tsize: 0 })
    const oack = await client.next()
    client.send(encodeError(8, 'only asking for the size'), oack.port)
    expect(await event('tftp.failed')).toMatchObject({ file: 'plain', why: 'declined', sent: 0 })
  })

  it.each([1, 2, 16, 64])('a window of %i carries a file', async windowsize => {
    const { port } = await serve()
    expect(await fetched(port, 'six-megabytes', { windowsize, blksize: 1428 })).toBe(true)
  })

  it('a block lost within a window is sent again, with what follows it, on the ACK before it', async () => {
    withoutRetransmission()
    const { port, event } = await serve()
    const client = await peer()
    client.ask(port, 'ten-blocks', { windowsize: 4 })
    const { port: tid } = await client.next()
    client.ack(0, tid)
    const blocks = async (count: number) => {
      const seen: number[] = []
      while (seen.length < count) seen.push((await client.data())[0])
      return seen
    }
    expect(await blocks(4)).toEqual([1, 2, 3, 4])
    client.ack(2, tid)
    client.ack(2, tid)
    expect(await blocks(4)).toEqual([3, 4, 5, 6])
    client.ack(6, tid)
    expect(await blocks(4)).toEqual([7, 8, 9, 10])
    client.ack(10, tid)
    expect(await event('tftp.done')).toMatchObject({ retransmissions: 2 })
    expect(client.waiting).toBe(0)
  })
})

describe('an ACK', () => {
  it('that stays away makes the block come again', async () => {
    const { port, event } = await serve()
    const client = await peer()
    client.ask(port, 'plain')
    const first = await client.next()
    expect((await client.next()).packet).toEqual(first.packet)
    client.ack(1, first.port)
    expect(await client.data()).toEqual([2, 188])
    client.ack(2, first.port)
    expect(await event('tftp.done')).toMatchObject({ retransmissions: 1 })
  })

  it('heard twice sends nothing twice', async () => {
    withoutRetransmission()
    const { port, event } = await serve()
    const client = await peer()
    client.ask(port, 'ten-blocks')
    const seen: number[] = []
    for (let block = 1; block <= 10; block++) {
      const { packet, port: tid } = await client.next()
      if (packet.op === 'data') seen.push(packet.block)
      client.ack(block, tid)
      client.ack(block, tid)
      client.ack(block - 1, tid)
    }
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(await event('tftp.done')).toMatchObject({ retransmissions: 0 })
    expect(client.waiting).toBe(0)
  })

  it('for a block that was never sent is ignored', async () => {
    const { port } = await serve()
    const client = await peer()
    client.ask(port, 'ten-blocks')
    const { port: tid } = await client.next()
    for (const block of [9999, 2, 65535]) client.ack(block, tid)
    // Sent again because nothing was acknowledged.
    expect(await client.data()).toEqual([1, 512])
    client.ack(1, tid)
    expect(await client.data()).toEqual([2, 512])
  })

  it('or an ERROR from another port does not touch the transfer', async () => {
    const { port, events } = await serve()
    const client = await peer()
    const stranger = await peer()
    client.ask(port, 'ten-blocks')
    const { port: tid } = await client.next()
    stranger.ack(1, tid)
    stranger.send(encodeError(0, 'stop'), tid)
    expect(await client.data()).toEqual([1, 512])
    expect(stranger.waiting).toBe(0)
    expect(events.map(({ event }) => event)).toEqual(['tftp.start'])
  })
})

describe('a request', () => {
  it('for what is not there or not allowed is told so, with nothing of the disk', async () => {
    const { port, events } = await serve()
    const client = await peer()
    client.ask(port, '../../etc/passwd')
    expect((await client.next()).packet).toEqual({ op: 'error', code: 1, message: 'no such file' })
    client.ask(port, 'private')
    expect((await client.next()).packet).toEqual({ op: 'error', code: 2, message: 'not for this phone' })
    const remote = { address: HOST, port: client.port }
    expect(events).toEqual([
      { event: 'tftp.missing', remote, file: '../../etc/passwd' },
      { event: 'tftp.refused', remote, file: 'private', why: 'not for this phone' },
    ])
  })

  it('to write, in an unknown mode, without a name or with an endless one is refused and reads nothing', async () => {
    const { port, reads } = await serve()
    const client = await peer()
    const answer = async (op: 'rrq' | 'wrq', file: string, mode: string) => {
      client.send(encodeRequest({ op, file, mode, options: [] }), port)
      const { packet } = await client.next()
      return packet.op === 'error' ? packet.code : packet.op
    }
    expect(await answer('wrq', 'plain', 'octet')).toBe(2)
    expect(await answer('rrq', 'plain', 'mail')).toBe(4)
    expect(await answer('rrq', 'plain', '')).toBe(4)
    expect(await answer('rrq', '', 'octet')).toBe(4)
    expect(await answer('rrq', 'x'.repeat(256), 'octet')).toBe(4)
    expect(await answer('rrq', 'x'.repeat(255), 'octet')).toBe(1)
    expect(reads).toHaveLength(1)
  })

  it('that is none gets no answer at all', async () => {
    const { port, events, errors } = await serve()
    const client = await peer()
    const junk = [
      ...[encodeError(0, 'loop'), encodeAck(0), encodeAck(1), encodeDataHead(1), encodeOack([['tsize', '1']])],
      ...['', '\0', '\0\x01', '\0\x01file', '\x01\0', 'GET / HTTP/1.1\r\n\r\n', '\xff'.repeat(2000)].map(text =>
        Buffer.from(text, 'latin1'),
      ),
    ]
    for (const datagram of junk) client.send(datagram, port)
    client.ask(port, 'last of all')
    expect((await client.next()).packet).toMatchObject({ op: 'error', code: 1 })
    expect(client.waiting).toBe(0)
    expect(events).toHaveLength(1)
    expect(errors).toEqual([])
  })

  it('of one who may not ask gets no answer either, and reads nothing', async () => {
    const client = await peer()
    const { port, reads, events, event } = await serve({ mayAsk: remote => remote.port !== client.port })
    for (const file of ['plain', 'private', '']) client.ask(port, file)
    await event('tftp.refused', 3)
    expect(events).toMatchObject(Array(3).fill({ why: 'from another network' }))
    const other = await peer()
    other.ask(port, 'missing')
    expect((await other.next()).packet).toMatchObject({ op: 'error', code: 1 })
    expect(client.waiting).toBe(0)
    expect(reads).toEqual(['missing'])
  })

  it('of one who must wait is passed over in silence, until it is asked again', async () => {
    let known = false
    const client = await peer()
    const { port, reads, events } = await serve({ mustWait: () => !known })
    client.ask(port, 'missing')
    await new Promise(resolve => setTimeout(resolve, 100))
    expect([client.waiting, reads, events]).toEqual([0, [], []])
    known = true
    client.ask(port, 'missing')
    expect((await client.next()).packet).toMatchObject({ op: 'error', code: 1 })
  })

  it('cut short anywhere does no harm', async () => {
    const { port, errors } = await serve()
    const client = await peer()
    const whole = encodeRequest({ op: 'rrq', file: 'nothing', mode: 'octet', options: [['blksize', '1428']] })
    for (let length = 0; length < whole.length; length++) client.send(whole.subarray(0, length), port)
    expect(await fetched(port, 'plain')).toBe(true)
    expect(errors).toEqual([])
  })

  it('said twice is one transfer', async () => {
    withoutRetransmission()
    const { port, reads, events } = await serve()
    const client = await peer()
    for (let count = 0; count < 3; count++) client.ask(port, 'exact')
    const first = await client.next()
    client.ack(1, first.port)
    const second = await client.next()
    expect(second.port).toBe(first.port)
    expect(second.packet).toMatchObject({ op: 'data', block: 2 })
    expect(reads).toEqual(['exact'])
    expect(events).toHaveLength(1)
  })

  it('for another file from the same port ends the transfer before it', async () => {
    withoutRetransmission()
    const { port, events, reads } = await serve()
    const client = await peer()
    client.ask(port, 'exact')
    const first = await client.next()
    client.ask(port, 'plain')
    const second = await client.next()
    expect(second.port).not.toBe(first.port)
    expect(reads).toEqual(['exact', 'plain'])
    expect(events).toMatchObject([
      { event: 'tftp.start', file: 'exact' },
      { event: 'tftp.failed', file: 'exact', why: 'asked anew' },
      { event: 'tftp.start', file: 'plain' },
    ])
  })

  it('is answered from the address of transfers, each from a port of its own', async () => {
    const { port } = await serve({ transferAddress: '127.0.0.9' })
    const socket = createSocket('udp4')
    const heard = once(socket, 'message')
    socket.send(encodeRequest({ op: 'rrq', file: 'plain', mode: 'octet', options: [] }), port, HOST)
    const [, from] = await heard
    expect(from).toMatchObject({ address: '127.0.0.9' })
    expect(from.port).not.toBe(port)
    socket.close()
  })
})

describe('a client', () => {
  it('that stops with an ERROR ends its transfer', async () => {
    withoutRetransmission()
    const { port, event, server } = await serve()
    const client = await peer()
    client.ask(port, 'exact')
    const { port: tid } = await client.next()
    client.ack(1, tid)
    await client.next()
    client.send(encodeError(3, 'flash is full'), tid)
    expect(await event('tftp.failed')).toMatchObject({ file: 'exact', why: 'flash is full (3)', sent: 512 })
    expect(server.active).toBe(0)
  })

  it('that falls silent is given up', async () => {
    const { port, event, server } = await serve({ patienceMs: 300 })
    const client = await peer()
    client.ask(port, 'exact')
    const { port: tid } = await client.next()
    client.ack(1, tid)
    expect(await event('tftp.failed')).toMatchObject({ why: 'silent', sent: 512 })
    expect(server.active).toBe(0)
  })

  it.runIf(process.platform === 'linux')('that is gone is noticed at once', async () => {
    const { port, event } = await serve()
    const client = await openScriptedPeer()
    client.ask(port, 'exact')
    await client.next()
    await client[Symbol.asyncDispose]()
    expect(await event('tftp.failed')).toMatchObject({ why: 'refused by host' })
  })

  it.runIf(process.platform === 'linux')(
    'that is gone with the last block has the file: its last ACK was lost',
    async () => {
      const { port, event, server } = await serve()
      const client = await openScriptedPeer()
      client.ask(port, 'exact')
      const { port: tid } = await client.next()
      client.ack(1, tid)
      await client.next()
      client.ack(2, tid)
      await client.next()
      await client[Symbol.asyncDispose]()
      expect(await event('tftp.done')).toMatchObject({ file: 'exact', bytes: 1024 })
      expect(server.active).toBe(0)
    },
  )

  it('that is slow is followed by progress', async () => {
    const { port, event } = await serve()
    const client = await peer()
    client.ask(port, 'exact')
    const { port: tid } = await client.next()
    await new Promise(resolve => setTimeout(resolve, 1050))
    client.ack(1, tid)
    expect(await event('tftp.progress')).toMatchObject({ file: 'exact', sent: 512, bytes: 1024 })
  })

  it('gets "busy" when its share or everybody’s is taken, until there is room', async () => {
    for (const limit of [{ maxPerRemote: 1 }, { maxTransfers: 1 }]) {
      const { port, events, event } = await serve(limit)
      const [first, second] = [await peer(), await peer()]
      first.ask(port, 'exact')
      const { port: tid } = await first.next()
      first.ack(1, tid)
      await first.next()
      second.ask(port, 'plain')
      expect((await second.next()).packet).toEqual({ op: 'error', code: 0, message: 'busy' })
      expect(events.at(-1)).toMatchObject({ event: 'tftp.refused', why: 'busy' })
      first.send(encodeError(0, 'enough'), tid)
      await event('tftp.failed')
      expect(await fetched(port, 'plain')).toBe(true)
    }
  })

  it('that asks and vanishes leaves its place to the next', async () => {
    const { port, event } = await serve({ maxTransfers: 1 })
    const mute = await peer()
    mute.ask(port, 'exact')
    await mute.next()
    await mute.next()
    expect(await fetched(port, 'plain')).toBe(true)
    expect(await event('tftp.failed')).toMatchObject({ file: 'exact', why: 'silent' })
  })
})

describe('the server', () => {
  it('survives what its caller throws', async () => {
    const { port, errors } = await serve({
      read(file) {
        if (file === 'bad') throw new Error('read failed')
        return find(file)
      },
      onEvent() {
        throw new Error('event failed')
      },
    })
    const client = await peer()
    client.ask(port, 'bad')
    expect((await client.next()).packet).toMatchObject({ op: 'error', code: 0 })
    expect(await fetched(port, 'plain')).toBe(true)
    expect(errors.map(({ message }) => message).slice(0, 2)).toEqual(['read failed', 'event failed'])
  })

  it('closed in the middle of a transfer says no more, and its port is free again', async () => {
    const { port, server, events } = await serve()
    const client = await peer()
    client.ask(port, 'exact')
    const { port: tid } = await client.next()
    await server.close()
    expect(server.active).toBe(0)
    const told = events.length
    client.ack(1, tid)
    const again = await serve({ port })
    expect(again.port).toBe(port)
    expect(await fetched(port, 'plain')).toBe(true)
    expect(events).toHaveLength(told)
    expect(client.waiting).toBe(0)
  })

  it('says which port it could not have', async () => {
    const { port } = await serve()
    const rival = createTftpServer({ read: find, onEvent() {}, onError() {}, address: HOST, port })
    await expect(rival.open()).rejects.toMatchObject({ code: 'EADDRINUSE', port, address: HOST })
    await rival.close()
  })
})
