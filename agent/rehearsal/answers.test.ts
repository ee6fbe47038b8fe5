// What a virtual phone makes of silence, and whom it asks in which order.
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { describe, expect, test } from 'vitest'
import {
  bytesOf,
  CONFIG,
  closers,
  FACTS,
  type Files,
  IMAGES,
  MAC,
  type Said,
  SCCP,
  SIP,
  serveDhcp,
  shelf,
  start,
} from '../../test/phone-world.ts'
import { refusal } from '../../test/refusal.ts'
import { decodePacket, encodeDataHead } from '../tftp/packet.ts'
import { createTftpServer } from '../tftp/server.ts'
import { bootPhone, type VirtualPhoneOptions } from './phone.ts'

const LIST = `${SIP}.loads`
const QUICK = { rebootMs: 1, fileMs: 60, leaseMs: 30 }

/** A TFTP server by hand, which is silent when it is told so: `hears` gets every block that is due. `asks` is told of every question once, however often it is repeated. */
async function serveTftp(hears: (file: string, block: number) => boolean, asks: (file: string) => void = () => {}) {
  const socket = createSocket('udp4')
  closers.push(() => socket.close())
  const files = shelf()
  const open = new Map<number, string>()
  socket.on('message', (datagram, { address, port }) => {
    const packet = decodePacket(datagram)
    if (packet?.op === 'rrq' && open.get(port) !== packet.file) {
      open.set(port, packet.file)
      asks(packet.file)
    }
    const file = open.get(port) ?? ''
    const block = packet?.op === 'ack' ? packet.block + 1 : 1
    if (!hears(file, block)) return
    const content = files[file]
    // ERROR 1: file not found.
    if (content === undefined) return socket.send(Buffer.of(0, 5, 0, 1, 0), port, address)
    const bytes = bytesOf(content).subarray((block - 1) * 512, block * 512)
    socket.send([encodeDataHead(block), bytes], port, address)
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return socket.address().port
}

/** The phone against that server, from SCCP unless told otherwise. */
async function startDeaf(
  hears: (file: string, block: number, count: number) => boolean,
  more: Partial<VirtualPhoneOptions> = {},
) {
  const asked: string[] = []
  const said: Said[] = []
  const tftpPort = await serveTftp(
    (file, block) => hears(file, block, asked.filter(name => name === file).length),
    file => asked.push(file),
  )
  const phone = bootPhone({
    mac: MAC,
    model: 'CP-7975G',
    facts: FACTS,
    running: SCCP,
    network: {
      localAddress: '127.0.0.1',
      server: { address: '127.0.0.1', port: await serveDhcp() },
      clientPort: 0,
      tftpPort,
    },
    attribute: () => undefined,
    onEvent: event => said.push(event),
    speed: QUICK,
    ...more,
  })
  return { phone, asked, said: () => said.map(({ says }) => says) }
}

describe('where nobody answers, a phone', () => {
  test('asks once more for what it cannot do without', async () => {
    const { phone, said } = await startDeaf((file, _, count) => file !== CONFIG || count > 1)
    expect(await phone).toMatchObject({ running: SIP, boots: 2 })
    expect(said().filter(says => says === 'no answer')).toHaveLength(1)
  })

  test('then starts anew with what it ran', async () => {
    const { phone, asked, said } = await startDeaf((file, _, count) => file !== LIST || count > 2)
    expect(await phone).toMatchObject({ running: SIP, boots: 3 })
    const first = said()
    expect(first.slice(first.indexOf('no answer')).slice(0, 4)).toEqual(['no answer', 'no answer', 'reboot', 'dhcp'])
    expect(asked.slice(0, 6)).toEqual(['CTLSEP001D452D2BF0.tlv', CONFIG, LIST, LIST, 'CTLSEP001D452D2BF0.tlv', CONFIG])
  })

  test('begins with the list again when an image broke off in the middle', async () => {
    const { phone, asked, said } = await startDeaf((file, block, count) => file !== IMAGES[2] || block < 4 || count > 2)
    expect(await phone).toMatchObject({ running: SIP, boots: 3 })
    expect(said().filter(says => says === 'writes')).toHaveLength(1)
    const firmware = asked.filter(name => /\.(loads|sbn)$/.test(name))
    expect(firmware).toEqual([LIST, ...IMAGES.slice(0, 3), IMAGES[2], LIST, ...IMAGES])
  })

  test('is in its loader still, after a reset', async () => {
    const { phone, asked } = await startDeaf((file, _, count) => file !== FACTS.resetLoad || count > 2, { reset: true })
    expect(await phone).toMatchObject({ running: SIP, boots: 4 })
    expect(asked.slice(0, 3)).toEqual([FACTS.resetLoad, FACTS.resetLoad, FACTS.resetLoad])
  })

  test.each([
    [0, 2],
    [2, 6],
  ])('bears it as long as it is told to: %d starts, %d questions', async (silences, questions) => {
    const { phone, asked } = await startDeaf(file => file !== CONFIG, { silences })
    expect(await refusal(phone)).toEqual(['phone.no-answer', CONFIG])
    expect(asked.filter(name => name === CONFIG)).toHaveLength(questions)
  })

  test('goes on without a file that it does not need', async () => {
    const { phone, said } = await startDeaf(file => file !== 'dialplan.xml', { running: SIP })
    expect(await phone).toMatchObject({ lines: ['Line1'], boots: 1 })
    expect(said().filter(says => says === 'no answer')).toHaveLength(1)
  })

  test('keeps asking for an address', async () => {
    let heard = 0
    const port = await serveDhcp(() => ++heard > 5)
    const network = { localAddress: '127.0.0.1', server: { address: '127.0.0.1', port }, clientPort: 0, tftpPort: 9 }
    const { phone } = await start({}, { network, speed: QUICK, silences: 0 })
    expect(await refusal(phone)).toEqual(['phone.no-lease', 'no answer'])
    expect(heard).toBe(4)
    const { phone: patient } = await startDeaf(() => true, {
      network: { ...network, tftpPort: await serveTftp(() => true) },
    })
    expect(await patient).toMatchObject({ running: SIP })
  })
})

test('what a phone took, it shows by name and bytes', async () => {
  const took: Files = {}
  const { phone } = await start(shelf(), {
    onFile: (name, bytes) => {
      took[name] = new Uint8Array(bytes)
    },
  })
  await phone
  expect(Object.keys(took)).toEqual([CONFIG, LIST, ...IMAGES, 'dialplan.xml'])
  for (const [name, bytes] of Object.entries(took)) expect(bytes).toEqual(bytesOf(shelf()[name] ?? ''))
})

test('on a wire a phone takes its files from where the lease says, to its new address', async () => {
  const from = new Set<string>()
  const tftp = createTftpServer({
    address: '127.0.0.2',
    port: 0,
    transferAddress: '127.0.0.2',
    read(file, { address }) {
      from.add(address)
      const content = shelf()[file]
      if (content === undefined) return { found: false, why: 'missing', message: 'no such file' }
      return { found: true, name: file, bytes: bytesOf(content) }
    },
    onEvent: () => undefined,
    onError: error => {
      throw error
    },
  })
  const { port: tftpPort } = await tftp.open()
  closers.push(() => tftp.close())
  const addresses: (string | undefined)[] = []
  const port = await serveDhcp(() => true, { address: [127, 0, 0, 3], files: [127, 0, 0, 2] })
  const { phone } = await start(
    {},
    {
      network: {
        localAddress: '127.0.0.1',
        server: { address: '127.0.0.1', port },
        clientPort: 0,
        tftpPort,
        onLease: async lease => void addresses.push(lease && `${lease.address} ${lease.mask}`),
      },
    },
  )
  expect(await phone).toMatchObject({ running: SIP, address: '127.0.0.3' })
  expect([...from]).toEqual(['127.0.0.3'])
  const up = '127.0.0.3 255.255.255.0'
  expect(addresses).toEqual([undefined, up, undefined, up])
})
