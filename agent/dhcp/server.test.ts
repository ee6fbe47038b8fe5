import { createSocket, type Socket } from 'node:dgram'
import { afterEach, expect, it } from 'vitest'
import { dhcpRequest } from '../../test/dhcp-request.ts'
import { Leases } from './leases.ts'
import * as MESSAGE from './message.ts'
import * as OPTION from './option.ts'
import { messageType, readAddress, readVendorClass, toByte, toText } from './options.ts'
import { type DhcpPacket, decodePacket, encodePacket } from './packet.ts'
import { openRivalProbe, type RivalProbeOptions } from './rival.ts'
import { createDhcpServer, type DhcpEvent, type DhcpServer } from './server.ts'

const PHONE = '00:1d:45:2d:2b:f0'
const opened: { close(): unknown }[] = []
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close()
})

const packet = (more: Partial<DhcpPacket> = {}): DhcpPacket => ({
  ...dhcpRequest(PHONE, [
    [OPTION.messageType, toByte(MESSAGE.discover)],
    [OPTION.vendorClass, toText('Cisco Systems, Inc. IP Phone CP-7975G\0')],
  ]),
  ...more,
})

/** A server on loopback and a client on the port after it; a pair of free ports is not always found at once. */
async function wire(): Promise<{ server: DhcpServer; port: number; client: Socket; events: DhcpEvent[] }> {
  for (;;) {
    const events: DhcpEvent[] = []
    const server = createDhcpServer({
      network: {
        address: '127.0.0.1',
        prefix: 8,
        first: '127.0.0.50',
        last: '127.0.0.60',
        leaseSeconds: 600,
        dns: [],
        ntp: [],
      },
      leases: new Leases({ now: Date.now }),
      admit: ({ mac }) =>
        mac === PHONE ? { admitted: true, listed: true } : { admitted: false, why: 'not in the bundle' },
      onEvent: event => events.push(event),
      onError: error => {
        throw error
      },
      port: 0,
      listen: '127.0.0.1',
      bind: '127.0.0.1',
      broadcast: '127.0.0.1',
    })
    const { port } = await server.open()
    const client = createSocket('udp4')
    const bound = await new Promise<boolean>(resolve => {
      client.once('error', () => resolve(false))
      client.bind(port + 1, '127.0.0.1', () => resolve(true))
    })
    if (bound) {
      opened.push(server, client)
      return { server, port, client, events }
    }
    await server.close()
  }
}
const look = async (options: RivalProbeOptions) => {
  const probe = await openRivalProbe(options)
  opened.push(probe)
  return probe.look()
}
const next = (client: Socket) =>
  new Promise<DhcpPacket | undefined>(resolve => client.once('message', bytes => resolve(decodePacket(bytes))))

it('answers on the port after its own', async () => {
  const { client, port, events } = await wire()
  client.send(encodePacket(packet()), port, '127.0.0.1')
  const offer = await next(client)
  expect(offer && messageType(offer)).toBe(MESSAGE.offer)
  expect(offer && readAddress(offer, OPTION.tftpServerAddress)).toBe('127.0.0.1')
  expect(events.map(({ event }) => event)).toEqual(['dhcp.discover', 'dhcp.offer'])
  expect(events[0]?.vendorClass).toBe('Cisco Systems, Inc. IP Phone CP-7975G')
})

it('survives every way to break a packet, and says so', async () => {
  const { client, port, events } = await wire()
  const good = encodePacket(packet())
  const broken = [
    new Uint8Array(0),
    good.subarray(0, 100),
    good.subarray(0, 239),
    Uint8Array.from(good, (byte, i) => (i === 2 ? 16 : byte)), // hardware address of another length
    Uint8Array.from(good, (byte, i) => (i === 236 ? 0 : byte)), // no magic cookie
    Uint8Array.from(good, (byte, i) => (i === 0 ? 9 : byte)),
    Uint8Array.from([...good.subarray(0, 240), 53, 200, 1]), // a length that runs over
    Uint8Array.from([...good.subarray(0, 240), 53]),
  ]
  for (const bytes of broken) client.send(bytes, port, '127.0.0.1')
  client.send(
    encodePacket(packet({ options: new Map([[OPTION.messageType, Uint8Array.of(1, 1)]]) })),
    port,
    '127.0.0.1',
  )
  client.send(encodePacket(packet({ mac: '02:00:00:00:00:01' })), port, '127.0.0.1')
  client.send(good, port, '127.0.0.1')
  expect(await next(client)).toBeDefined()
  const ignored = events.filter(({ event }) => event === 'dhcp.ignored')
  expect(ignored).toHaveLength(broken.length + 2)
})

it('says nothing while it is paused, and goes on afterwards', async () => {
  const { server, client, port, events } = await wire()
  server.pause(true)
  client.send(encodePacket(packet({ xid: 1 })), port, '127.0.0.1')
  await expect.poll(() => events).toMatchObject([{ event: 'dhcp.ignored', why: 'paused' }])
  server.pause(false)
  client.send(encodePacket(packet({ xid: 2 })), port, '127.0.0.1')
  expect((await next(client))?.xid).toBe(2)
})

it('refuses a port that another server holds, even one that would share it', async () => {
  const other = createSocket({ type: 'udp4', reuseAddr: true })
  await new Promise<void>(resolve => other.bind(0, '127.0.0.1', resolve))
  opened.push(other)
  const server = createDhcpServer({
    network: { address: '127.0.0.1', prefix: 8, leaseSeconds: 600, dns: [], ntp: [] },
    leases: new Leases({ now: Date.now }),
    admit: () => ({ admitted: true, listed: true }),
    onEvent: () => {},
    onError: () => {},
    listen: '127.0.0.1',
    port: other.address().port,
  })
  await expect(server.open()).rejects.toMatchObject({ code: 'EADDRINUSE', port: other.address().port })
})

it('reads options that lie in the fields for file and server name, and joins repeated ones', () => {
  const bytes = encodePacket(
    packet({
      options: new Map([
        [OPTION.messageType, toByte(1)],
        [52, toByte(3)],
        [OPTION.vendorClass, toText('Cisco')],
      ]),
    }),
  )
  bytes.set([60, 3, 0x20, 0x49, 0x50, 255], 108)
  bytes.set([12, 1, 0x78, 255], 44)
  const decoded = decodePacket(bytes)
  expect(decoded && readVendorClass(decoded)).toBe('Cisco IP')
  expect(decoded?.options.get(OPTION.hostName)).toEqual(toText('x'))
})

it('splits a value over 255 bytes and finds it whole again', () => {
  const long = new Uint8Array(700).fill(7)
  const options = new Map([
    [OPTION.messageType, toByte(1)],
    [77, long],
    [78, new Uint8Array(0)],
  ])
  expect(decodePacket(encodePacket(packet({ options })))?.options).toEqual(options)
})

it('finds a rival by its offer, and none where nobody answers; our own server never answers the probe', async () => {
  const { port, events } = await wire().then(async made => {
    await new Promise<void>(resolve => made.client.close(() => resolve()))
    opened.splice(opened.indexOf(made.client), 1)
    return made
  })
  const here = { address: '127.0.0.1', waitMs: 40, broadcast: '127.0.0.1' }
  expect(await look({ ...here, port })).toEqual({ result: 'none' })
  expect(events).toEqual([])

  const rival = createSocket('udp4')
  await new Promise<void>(resolve => rival.bind(0, '127.0.0.1', resolve))
  opened.push(rival)
  rival.on('message', (bytes, from) => {
    const probe = decodePacket(bytes)
    if (!probe) return
    const options = new Map([
      [OPTION.messageType, toByte(MESSAGE.offer)],
      [OPTION.serverIdentifier, Uint8Array.of(192, 168, 178, 1)],
    ])
    rival.send(encodePacket({ ...probe, op: 2, yiaddr: '192.168.178.99', options }), from.port, '127.0.0.1')
  })
  const found = look({ ...here, port: rival.address().port })
  expect(await found).toEqual({
    result: 'found',
    servers: [{ server: '192.168.178.1', offered: '192.168.178.99', from: '127.0.0.1' }],
  })
})

it('that cannot look for rivals says why', async () => {
  expect(await look({ address: '203.0.113.7', port: 40_067, waitMs: 10 })).toMatchObject({
    result: 'could-not-look',
    error: { code: 'EADDRNOTAVAIL' },
  })
})
