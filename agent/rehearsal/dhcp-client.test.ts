import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { afterEach, describe, expect, test } from 'vitest'
import { refusal } from '../../test/refusal.ts'
import { askForLease, type LeaseOptions } from './dhcp-client.ts'

const MAC = '00:1d:45:2d:2b:f0'
const open: Socket[] = []
afterEach(() => {
  for (const socket of open.splice(0)) socket.close()
})

type Options = Record<number, number[]>
const FULL: Options = {
  54: [127, 0, 0, 1],
  51: [0, 0, 7, 8],
  1: [255, 255, 255, 0],
  66: [...Buffer.from('192.168.178.1')],
  150: [192, 168, 178, 1, 192, 168, 178, 2],
}
const without = (code: number): Options =>
  Object.fromEntries(Object.entries(FULL).filter(([key]) => Number(key) !== code))

interface Reply {
  type: number
  options?: Options
  yiaddr?: number[]
  siaddr?: number[]
  change?: (bytes: Buffer) => Buffer
}

/** A DHCP server by hand: `answer` says what is sent for a message type, and every request is kept. */
async function serve(answer: (type: number, count: number) => Reply[]) {
  const socket = createSocket('udp4')
  open.push(socket)
  const requests: Buffer[] = []
  socket.on('message', (bytes, { address, port }) => {
    requests.push(bytes)
    for (const { type, options = FULL, yiaddr = [192, 168, 178, 201], siaddr = [0, 0, 0, 0], change } of answer(
      bytes[242] ?? 0,
      requests.length,
    )) {
      const head = Buffer.from(bytes.subarray(0, 240))
      head[0] = 2
      head.set(yiaddr, 16)
      head.set(siaddr, 20)
      const tail = Object.entries(options).flatMap(([code, value]) => [Number(code), value.length, ...value])
      const reply = Buffer.concat([head, Buffer.from([53, 1, type, ...tail, 255])])
      socket.send(change ? change(reply) : reply, port, address)
    }
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return { port: socket.address().port, requests }
}
const good = (type: number): Reply[] => [{ type: type === 1 ? 2 : 5 }]

function lease(port: number, more: Partial<LeaseOptions> = {}) {
  return askForLease({
    mac: MAC,
    vendorClass: 'Cisco Systems, Inc. IP Phone CP-7975G',
    localAddress: '127.0.0.1',
    server: { address: '127.0.0.1', port },
    clientPort: 0,
    answerMs: 2000,
    attempts: 2,
    ...more,
  })
}

describe("the virtual phone's DHCP", () => {
  test('ends with an address and the file server of option 150', async () => {
    const { port } = await serve(good)
    expect(await lease(port)).toEqual({
      address: '192.168.178.201',
      mask: '255.255.255.0',
      serverId: '127.0.0.1',
      seconds: 1800,
      files: { from: 'option 150', server: '192.168.178.1' },
    })
  })

  test('asks as a 7975G does', async () => {
    const { port, requests } = await serve(good)
    await lease(port)
    const [discover, request] = requests
    expect(requests).toHaveLength(2)
    expect(discover?.length).toBeGreaterThanOrEqual(300)
    expect(discover?.subarray(0, 4).toString('hex')).toBe('01010600')
    expect(discover?.subarray(28, 34).toString('hex')).toBe('001d452d2bf0')
    expect(discover?.subarray(236, 243).toString('hex')).toBe('63825363350101')
    const text = discover?.toString('latin1')
    expect(text).toContain('\x0c\x0fSEP001D452D2BF0')
    expect(text).toContain('\x3c\x26Cisco Systems, Inc. IP Phone CP-7975G\0')
    expect(text).toContain('\x37\x07\x01\x42\x06\x03\x0f\x96\x23')
    expect(request?.subarray(236, 243).toString('hex')).toBe('63825363350103')
    expect(request?.toString('latin1')).toContain('\x32\x04\xc0\xa8\xb2\xc9\x36\x04\x7f\x00\x00\x01')
    expect(request?.subarray(4, 8)).toEqual(discover?.subarray(4, 8))
  })

  test('names its port before it sends anything', async () => {
    const { port, requests } = await serve(good)
    const seen: number[] = []
    await lease(port, { socketReady: own => seen.push(own, requests.length) })
    expect(seen).toHaveLength(2)
    expect(seen[0]).toBeGreaterThan(0)
    expect(seen[1]).toBe(0)
  })

  test('falls back to option 66', async () => {
    const { port } = await serve(type => [
      { type: type === 1 ? 2 : 5, options: without(150), siaddr: [192, 168, 178, 9] },
    ])
    expect((await lease(port)).files).toEqual({ from: 'option 66', server: '192.168.178.1' })
  })

  test('falls back to siaddr last', async () => {
    const { 66: _, ...options } = without(150)
    const { port } = await serve(type => [{ type: type === 1 ? 2 : 5, options, siaddr: [192, 168, 178, 9] }])
    expect((await lease(port)).files).toEqual({ from: 'siaddr', server: '192.168.178.9' })
  })

  test('is stranded without any file server', async () => {
    const { 66: _, ...options } = without(150)
    const { port } = await serve(type => [{ type: type === 1 ? 2 : 5, options }])
    expect(await refusal(lease(port))).toEqual(['phone.no-lease', 'neither option 150 nor 66 nor siaddr'])
  })

  test.each([
    ['a list of half an address', { ...FULL, 150: [192, 168] }, 'option 150 is no list of addresses'],
    ['no lease time', without(51), 'an ACK without lease time'],
    ['no subnet mask', without(1), 'an ACK without subnet mask'],
  ])('does not take an ACK with %s', async (_, options, why) => {
    const { port } = await serve(type => [type === 1 ? { type: 2 } : { type: 5, options }])
    expect(await refusal(lease(port))).toEqual(['phone.no-lease', why])
  })

  test('does not take another address than the offered one', async () => {
    const { port } = await serve(type => [type === 1 ? { type: 2 } : { type: 5, yiaddr: [192, 168, 178, 202] }])
    expect(await refusal(lease(port))).toEqual(['phone.no-lease', 'another address than offered'])
  })

  test('begins again after a NAK', async () => {
    const { port, requests } = await serve((type, count) => [{ type: type === 1 ? 2 : count === 2 ? 6 : 5 }])
    expect((await lease(port)).address).toBe('192.168.178.201')
    expect(requests).toHaveLength(4)
  })

  test('asks again when nobody answers', async () => {
    const { port, requests } = await serve((type, count) => (count === 1 ? [] : good(type)))
    expect((await lease(port, { answerMs: 400 })).address).toBe('192.168.178.201')
    expect(requests).toHaveLength(3)
  })

  test('says so when nobody answers at all', async () => {
    const { port, requests } = await serve(() => [])
    expect(await refusal(lease(port, { answerMs: 50 }))).toEqual(['phone.no-lease', 'no answer'])
    expect(requests).toHaveLength(2)
  })

  test.each<[string, (bytes: Buffer) => Buffer, string]>([
    ['cut off', bytes => bytes.subarray(0, 100), 'too short'],
    ['a request', bytes => Buffer.concat([Buffer.of(1), bytes.subarray(1)]), 'not a reply'],
    [
      'without cookie',
      bytes => Buffer.concat([bytes.subarray(0, 236), Buffer.alloc(4), bytes.subarray(240)]),
      'no magic cookie',
    ],
    ['with an option beyond its end', bytes => bytes.subarray(0, -4), 'option 150 is cut off'],
    ['without an end', bytes => bytes.subarray(0, -1), 'no end of options'],
  ])('passes over a reply that is %s', async (_, change, why) => {
    const { port } = await serve(type => [{ type: type === 1 ? 2 : 5, change }])
    expect(await refusal(lease(port, { answerMs: 400, attempts: 1 }))).toEqual(['phone.no-lease', why])
  })

  test('passes over replies for another phone and of another exchange', async () => {
    const foreign = (at: number) => (bytes: Buffer) => {
      bytes[at] = (bytes[at] ?? 0) ^ 1
      return bytes
    }
    const { port } = await serve(type => [
      { type: type === 1 ? 2 : 5, yiaddr: [10, 0, 0, 1], change: foreign(33) },
      { type: type === 1 ? 2 : 5, yiaddr: [10, 0, 0, 2], change: foreign(4) },
      ...good(type),
    ])
    expect((await lease(port)).address).toBe('192.168.178.201')
  })

  test('waits for a port that another phone has just now', async () => {
    const { port } = await serve(good)
    const other = createSocket('udp4')
    other.bind(0, '127.0.0.1')
    await once(other, 'listening')
    const clientPort = other.address().port
    expect(await refusal(lease(port, { clientPort, answerMs: 40 }))).toEqual([
      'phone.no-lease',
      `port ${clientPort} is taken`,
    ])
    other.close()
    expect((await lease(port, { clientPort })).address).toBe('192.168.178.201')
  })

  test('stops when it is told to', async () => {
    const { port } = await serve(() => [])
    const controller = new AbortController()
    const stopped = refusal(lease(port, { signal: controller.signal, answerMs: 60_000 }))
    controller.abort()
    expect(await stopped).toEqual(['phone.stopped', ''])
  })
})
