import { afterEach, describe, expect, it } from 'vitest'
import { encodeDataHead, encodeError, encodeOack } from '../agent/tftp/packet.ts'
import { fetchByTftp, TftpClientError } from './tftp-client.ts'
import { openScriptedPeer, type ScriptedPeer } from './tftp-peer.ts'

const HOST = '127.0.0.1'
const peers: ScriptedPeer[] = []

afterEach(async () => {
  for (const peer of peers.splice(0)) await peer[Symbol.asyncDispose]()
})

async function peer(): Promise<ScriptedPeer> {
  const opened = await openScriptedPeer()
  peers.push(opened)
  return opened
}

const data = (block: number, text: string) => Buffer.concat([encodeDataHead(block), Buffer.from(text)])
const block = (letter: string) => letter.repeat(512)

describe('a fetch', () => {
  it('tells its port before it asks, and asks in octet', async () => {
    const server = await peer()
    let told = 0
    const fetching = fetchByTftp({
      file: 'SEP001D452D2BF0.cnf.xml',
      server: { address: HOST, port: server.port },
      localAddress: HOST,
      socketReady: port => {
        told = port
        expect(server.waiting).toBe(0)
      },
    })
    const { packet, port } = await server.next()
    expect(packet).toEqual({ op: 'rrq', file: 'SEP001D452D2BF0.cnf.xml', mode: 'octet', options: [] })
    expect(port).toBe(told)
    server.send(data(1, 'abc'), port)
    expect(Buffer.from(await fetching).toString()).toBe('abc')
    expect((await server.next()).packet).toEqual({ op: 'ack', block: 1 })
  })

  it('holds on to the port of the first answer and sends strangers away', async () => {
    const [listener, first, second] = [await peer(), await peer(), await peer()]
    const fetching = fetchByTftp({ file: 'a', server: { address: HOST, port: listener.port } })
    const { port } = await listener.next()
    first.send(data(1, block('a')), port)
    expect((await first.next()).packet).toEqual({ op: 'ack', block: 1 })
    second.send(data(2, 'evil'), port)
    expect((await second.next()).packet).toMatchObject({ op: 'error', code: 5 })
    first.send(data(2, 'b'), port)
    expect(Buffer.from(await fetching).toString()).toBe(`${block('a')}b`)
  })

  it('acknowledges a repeated block again and keeps it once', async () => {
    const server = await peer()
    const progress: number[] = []
    const fetching = fetchByTftp({
      file: 'a',
      server: { address: HOST, port: server.port },
      onProgress: received => progress.push(received),
    })
    const { port } = await server.next()
    for (let count = 0; count < 2; count++) {
      server.send(data(1, block('a')), port)
      expect((await server.next()).packet).toEqual({ op: 'ack', block: 1 })
    }
    server.send(data(2, ''), port)
    expect(Buffer.from(await fetching).toString()).toBe(block('a'))
    expect(progress).toEqual([512, 512])
  })

  it('asks again when nothing comes', async () => {
    const server = await peer()
    const fetching = fetchByTftp({ file: 'a', server: { address: HOST, port: server.port } })
    const first = await server.next()
    expect(await server.next()).toEqual(first)
    server.send(data(1, 'late'), first.port)
    expect(Buffer.from(await fetching).toString()).toBe('late')
  })

  it('with a window acknowledges its end, and at once the block before a gap', async () => {
    const server = await peer()
    const fetching = fetchByTftp({
      file: 'a',
      server: { address: HOST, port: server.port },
      options: { windowsize: 3, blksize: 8 },
    })
    const { packet, port } = await server.next()
    expect(packet).toMatchObject({
      options: [
        ['windowsize', '3'],
        ['blksize', '8'],
      ],
    })
    server.send(encodeOack([...[['WindowSize', '3'] as const, ['blksize', '8'] as const]]), port)
    expect((await server.next()).packet).toEqual({ op: 'ack', block: 0 })
    for (const number of [1, 3]) server.send(data(number, `block  ${number}`), port)
    expect((await server.next()).packet).toEqual({ op: 'ack', block: 1 })
    for (const number of [2, 3, 4]) server.send(data(number, `block  ${number}`), port)
    expect((await server.next()).packet).toEqual({ op: 'ack', block: 4 })
    server.send(data(5, 'end'), port)
    expect((await server.next()).packet).toEqual({ op: 'ack', block: 5 })
    expect(Buffer.from(await fetching).toString()).toBe('block  1block  2block  3block  4end')
  })

  it('fails with the code that the server names', async () => {
    const server = await peer()
    const fetching = fetchByTftp({ file: 'a', server: { address: HOST, port: server.port } })
    const { port } = await server.next()
    server.send(encodeError(1, 'no such file'), port)
    await expect(fetching).rejects.toMatchObject({ name: 'TftpClientError', code: 1, message: 'no such file' })
  })

  it.each([
    ['an option that was not asked for', 'windowsize', '4'],
    ['more than was asked for', 'blksize', '1469'],
    ['nonsense', 'blksize', '-8'],
    ['a block size below the least', 'blksize', '0'],
  ])('declines an OACK with %s', async (_, name, value) => {
    const server = await peer()
    const fetching = fetchByTftp({
      file: 'a',
      server: { address: HOST, port: server.port },
      options: { blksize: 1468, tsize: 0 },
    })
    const refused = expect(fetching).rejects.toMatchObject({ code: 8 })
    const { port } = await server.next()
    server.send(encodeOack([[name, value]]), port)
    expect((await server.next()).packet).toMatchObject({ op: 'error', code: 8 })
    await refused
  })

  it('ends when the server is silent or the signal says so', async () => {
    const server = await peer()
    const request = { file: 'a', server: { address: HOST, port: server.port } }
    await expect(fetchByTftp({ ...request, timeoutMs: 50 })).rejects.toMatchObject({ code: 'timeout' })
    await expect(fetchByTftp({ ...request, signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'aborted' })
    const control = new AbortController()
    const fetching = fetchByTftp({ ...request, signal: control.signal, socketReady: () => control.abort() })
    await expect(fetching).rejects.toBeInstanceOf(TftpClientError)
  })

  it('passes on what the system says of its socket', async () => {
    const taken = await peer()
    const fetching = fetchByTftp({
      file: 'a',
      server: { address: HOST, port: taken.port },
      localAddress: HOST,
      localPort: taken.port,
    })
    await expect(fetching).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})
