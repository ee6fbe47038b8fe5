import { beforeEach, describe, expect, it } from 'vitest'
import { dhcpRequest } from '../../test/dhcp-request.ts'
import { type Admitted, createAnswer, type DhcpEvent } from './answer.ts'
import { Leases } from './leases.ts'
import * as MESSAGE from './message.ts'
import * as OPTION from './option.ts'
import { messageType, PROBE_CLASS, readAddress, toAddresses, toByte, toText } from './options.ts'
import type { DhcpPacket } from './packet.ts'

const PHONE = '00:1d:45:2d:2b:f0'
const OTHER = '00:1d:45:2d:2b:f1'
const STRANGER = '3c:22:fb:00:00:01'
const AGENT = '192.168.178.1'

let time = 0
let leases: Leases
let claims: string[]
let answer: ReturnType<typeof createAnswer>

const admit = ({ mac }: { mac: string }, stage: string): Admitted => {
  if (mac === STRANGER) return { admitted: false, why: 'not in the bundle' }
  if (stage === 'request') claims.push(mac)
  if (mac.startsWith('aa')) return { admitted: true, listed: true, fixed: '192.168.178.205' }
  if (mac.startsWith('bb')) return { admitted: true, listed: stage === 'request' }
  return { admitted: true, listed: true, ...(mac === OTHER && { place: 1 }) }
}

beforeEach(() => {
  time = 1_000_000
  claims = []
  leases = new Leases({ now: () => time })
  answer = createAnswer({
    network: {
      address: AGENT,
      prefix: 24,
      first: '192.168.178.201',
      last: '192.168.178.205',
      leaseSeconds: 1800,
      router: AGENT,
      dns: [AGENT],
      ntp: ['192.168.178.2'],
      reserved: ['192.168.178.205'],
    },
    leases,
    admit,
  })
})

function ask(type: number, mac: string, more: Partial<DhcpPacket> & { option?: [number, Uint8Array][] } = {}) {
  const { option = [], ...fields } = more
  return answer({ ...dhcpRequest(mac, [[OPTION.messageType, toByte(type)], ...option]), ...fields })
}
const server = (address = AGENT): [number, Uint8Array] => [OPTION.serverIdentifier, toAddresses([address])]
const wants = (address: string): [number, Uint8Array] => [OPTION.requestedAddress, toAddresses([address])]
const names = ({ events }: { events: DhcpEvent[] }) => events.map(({ event }) => event)

function lease(mac: string): string {
  const offer = ask(MESSAGE.discover, mac).reply
  const address = offer?.yiaddr ?? ''
  expect(ask(MESSAGE.request, mac, { option: [server(), wants(address)] }).reply?.yiaddr).toBe(address)
  return address
}

describe('a phone of the bundle', () => {
  it('is offered the lowest free address with everything that it needs, asked for or not', () => {
    const { reply } = ask(MESSAGE.discover, PHONE)
    if (!reply) throw new Error('no offer')
    expect(messageType(reply)).toBe(MESSAGE.offer)
    expect(reply).toMatchObject({ op: 2, xid: 0xc0ffee, yiaddr: '192.168.178.201', siaddr: AGENT, mac: PHONE })
    expect(readAddress(reply, OPTION.serverIdentifier)).toBe(AGENT)
    expect(readAddress(reply, OPTION.subnetMask)).toBe('255.255.255.0')
    expect(readAddress(reply, OPTION.router)).toBe(AGENT)
    expect(readAddress(reply, OPTION.domainNameServer)).toBe(AGENT)
    expect(readAddress(reply, OPTION.ntpServers)).toBe('192.168.178.2')
    expect(readAddress(reply, OPTION.tftpServerAddress)).toBe(AGENT)
    expect(reply.options.get(OPTION.tftpServerName)).toEqual(toText(AGENT))
    expect(reply.options.get(OPTION.hostName)).toEqual(toText('SEP001D452D2BF0'))
    const seconds = (tag: number) => Buffer.from(reply.options.get(tag) ?? []).readUInt32BE()
    expect([OPTION.leaseTime, OPTION.renewalTime, OPTION.rebindingTime].map(seconds)).toEqual([1800, 900, 1575])
  })

  it('keeps one address however often it asks', () => {
    const offered = Array.from({ length: 20 }, () => ask(MESSAGE.discover, PHONE).reply?.yiaddr)
    expect(new Set(offered)).toEqual(new Set(['192.168.178.201']))
  })

  it('gets the address of its place in the site, or its fixed one', () => {
    expect(ask(MESSAGE.discover, OTHER).reply?.yiaddr).toBe('192.168.178.202')
    expect(ask(MESSAGE.discover, 'aa:00:00:00:00:01').reply?.yiaddr).toBe('192.168.178.205')
  })

  it('gets its old address again after its lease has run out', () => {
    lease(PHONE)
    const second = lease('00:1d:45:00:00:09')
    time += 3_600_000
    expect(lease('00:1d:45:00:00:09')).toBe(second)
  })

  it('is bound only when it requests, and only then can be claimed', () => {
    ask(MESSAGE.discover, PHONE)
    expect(leases.byAddress('192.168.178.201')).toBeUndefined()
    expect(claims).toEqual([])
    ask(MESSAGE.request, PHONE, { option: [server(), wants('192.168.178.201')] })
    expect(leases.byAddress('192.168.178.201')?.mac).toBe(PHONE)
    expect(claims).toEqual([PHONE])
  })

  it('renews and rebinds what it holds', () => {
    const address = lease(PHONE)
    time += 900_000
    const renewed = ask(MESSAGE.request, PHONE, { ciaddr: address })
    expect(renewed.reply).toMatchObject({ yiaddr: address, ciaddr: address })
    expect(leases.byAddress(address)?.expires).toBe(time + 1_800_000)
  })

  it('gets a NAK for an address that it does not hold, so that it begins anew', () => {
    const elsewhere = ask(MESSAGE.request, PHONE, { option: [wants('10.0.0.7')] })
    expect(names(elsewhere)).toEqual(['dhcp.nak'])
    expect(elsewhere.reply).toMatchObject({ yiaddr: '0.0.0.0', siaddr: '0.0.0.0' })
    expect(elsewhere.reply?.options.has(OPTION.leaseTime)).toBe(false)
    expect(names(ask(MESSAGE.request, PHONE, { ciaddr: '192.168.178.50' }))).toEqual(['dhcp.nak'])
  })

  it('gets another address after it declined one', () => {
    const address = lease(PHONE)
    expect(names(ask(MESSAGE.decline, PHONE, { option: [server(), wants(address)] }))).toEqual(['dhcp.decline'])
    expect(ask(MESSAGE.discover, PHONE).reply?.yiaddr).toBe('192.168.178.202')
    time += 11 * 60_000
    expect(ask(MESSAGE.discover, '00:1d:45:00:00:09').reply?.yiaddr).toBe(address)
  })

  it('gives its address back', () => {
    const address = lease(PHONE)
    expect(names(ask(MESSAGE.release, PHONE, { ciaddr: address, option: [server()] }))).toEqual(['dhcp.release'])
    expect(leases.byAddress(address)).toBeUndefined()
  })

  it('is informed without a lease', () => {
    const { reply } = ask(MESSAGE.inform, PHONE, { ciaddr: '192.168.178.77' })
    expect(reply).toMatchObject({ yiaddr: '0.0.0.0', ciaddr: '192.168.178.77' })
    expect(reply?.options.has(OPTION.leaseTime)).toBe(false)
    expect(reply && readAddress(reply, OPTION.tftpServerAddress)).toBe(AGENT)
    expect(names(ask(MESSAGE.inform, PHONE, { ciaddr: '10.0.0.1' }))).toEqual(['dhcp.ignored'])
  })

  it('that takes another server’s offer shows us a rival, and frees what we held for it', () => {
    ask(MESSAGE.discover, PHONE)
    const { events, reply } = ask(MESSAGE.request, PHONE, {
      option: [server('192.168.178.9'), wants('192.168.178.60')],
    })
    expect(events).toMatchObject([{ event: 'dhcp.rival', server: '192.168.178.9', mac: PHONE }])
    expect(reply).toBeUndefined()
    expect(leases.byMac(PHONE)).toBeUndefined()
  })
})

describe('a device that is no phone of the bundle yet', () => {
  const CANDIDATE = 'bb:00:00:00:00:01'

  it('claims with a REQUEST for what we offered it, and with nothing else', () => {
    expect(names(ask(MESSAGE.request, CANDIDATE, { option: [server(), wants('192.168.178.201')] }))).toEqual([
      'dhcp.rival',
    ])
    ask(MESSAGE.discover, CANDIDATE)
    expect(names(ask(MESSAGE.request, CANDIDATE, { option: [server(), wants('192.168.178.202')] }))).toEqual([
      'dhcp.rival',
    ])
    expect(claims).toEqual([])
    expect(names(ask(MESSAGE.request, CANDIDATE, { option: [server(), wants('192.168.178.201')] }))).toEqual([
      'dhcp.ack',
    ])
    expect(claims).toEqual([CANDIDATE])
  })

  it('is neither bound without naming us nor driven from the address that it has elsewhere', () => {
    ask(MESSAGE.discover, CANDIDATE)
    for (const address of ['192.168.178.201', '10.0.0.7']) {
      const { events, reply } = ask(MESSAGE.request, CANDIDATE, { option: [wants(address)] })
      expect(events).toMatchObject([{ event: 'dhcp.ignored', why: 'has its address from elsewhere' }])
      expect(reply).toBeUndefined()
    }
    expect(leases.byAddress('192.168.178.201')).toBeUndefined()
  })

  it('renews what it was given', () => {
    ask(MESSAGE.discover, CANDIDATE)
    ask(MESSAGE.request, CANDIDATE, { option: [server(), wants('192.168.178.201')] })
    expect(names(ask(MESSAGE.request, CANDIDATE, { ciaddr: '192.168.178.201' }))).toEqual(['dhcp.ack'])
  })
})

it('takes an offer in our name that we never made for a rival with our address', () => {
  const { events, reply } = ask(MESSAGE.request, PHONE, { option: [server(), wants('192.168.178.30')] })
  expect(events).toMatchObject([{ event: 'dhcp.rival', server: AGENT, mac: PHONE }])
  expect(reply).toBeUndefined()
})

describe('silence', () => {
  const types = [MESSAGE.discover, MESSAGE.request, MESSAGE.inform]
  it.each(types)('meets a device that is not in the bundle, in message %d', type => {
    const { events, reply } = ask(type, STRANGER, { ciaddr: '192.168.178.50', option: [server()] })
    expect(reply).toBeUndefined()
    expect(events).toEqual([
      expect.objectContaining({ event: 'dhcp.ignored', why: 'not in the bundle', mac: STRANGER }),
    ])
  })

  it('meets our own probe, other servers’ replies, BOOTP and relays of another network', () => {
    expect(ask(MESSAGE.discover, PHONE, { option: [[OPTION.vendorClass, toText(PROBE_CLASS)]] })).toEqual({
      events: [],
    })
    expect(ask(MESSAGE.offer, PHONE, { op: 2 })).toEqual({ events: [] })
    expect(ask(0, PHONE).reply).toBeUndefined()
    expect(ask(MESSAGE.discover, PHONE, { options: new Map() }).reply).toBeUndefined()
    expect(ask(MESSAGE.discover, PHONE, { giaddr: '10.0.0.1' }).reply).toBeUndefined()
    expect(ask(MESSAGE.discover, PHONE, { giaddr: '192.168.178.3' }).reply?.giaddr).toBe('192.168.178.3')
  })

  it('follows when no address is left; an offer that nobody took is free again after half a minute', () => {
    for (let i = 0; i < 4; i++) lease(`00:1d:45:00:01:0${i}`)
    expect(ask(MESSAGE.discover, PHONE).events).toMatchObject([{}, { why: 'no address left' }])
    time += 1_900_000
    expect(ask(MESSAGE.discover, PHONE).reply?.yiaddr).toBe('192.168.178.201')
    expect(ask(MESSAGE.discover, '00:1d:45:00:00:09').reply?.yiaddr).toBe('192.168.178.202')
    time += 31_000
    expect(ask(MESSAGE.discover, '00:1d:45:00:00:0a').reply?.yiaddr).toBe('192.168.178.201')
  })
})

it('echoes the client identifier and, last, what a relay put in', () => {
  const { reply } = ask(MESSAGE.discover, PHONE, {
    option: [
      [OPTION.relayAgentInformation, Uint8Array.of(1, 2, 9, 9)],
      [OPTION.clientIdentifier, Uint8Array.of(1, 0, 0x1d, 0x45, 0x2d, 0x2b, 0xf0)],
    ],
  })
  expect(reply?.options.get(OPTION.clientIdentifier)).toHaveLength(7)
  expect([...(reply?.options.keys() ?? [])].at(-1)).toBe(OPTION.relayAgentInformation)
})
