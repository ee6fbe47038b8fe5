// How the virtual phone gets its address and learns where its files are: DISCOVER, OFFER, REQUEST, ACK.

import { randomInt } from 'node:crypto'
import { createSocket, type Socket } from 'node:dgram'
import { macInFileName } from '../../schemas/mac.ts'
import type { Remote } from '../remote.ts'
import { ACK, address, DISCOVER, decodeReply, encodeRequest, NAK, OFFER, REQUEST, type Reply } from './dhcp-message.ts'
import * as OPTION from './dhcp-option.ts'
import { PhoneError } from './error.ts'

export interface LeaseOptions {
  mac: string
  /** Option 60 without its trailing NUL. */
  vendorClass: string
  /** `0.0.0.0` for a phone without an address, whose questions go to 255.255.255.255. */
  localAddress: string
  server: Remote
  /** Where replies arrive; on a real wire 68. */
  clientPort: number
  /** How long to wait for one answer, and how often to ask. */
  answerMs: number
  attempts: number
  /** It never hears an offer. */
  deaf?: true
  /** It takes the offer of this other server. */
  takes?: string
  /** Called with the client port before anything is sent from it. */
  socketReady?(port: number): void
  signal?: AbortSignal | undefined
}

export interface PhoneLease {
  address: string
  /** Of the subnet: `255.255.255.0`. */
  mask: string
  serverId: string
  seconds: number
  /** Where the phone looks for its files, and which option said so: 150 goes before 66 and that before siaddr (field guide 3.1). */
  files: { from: 'option 150' | 'option 66' | 'siaddr'; server: string }
}

/** The order in which a Cisco phone asks for options (field guide 3.1). */
const PARAMETERS = Uint8Array.of(1, 66, 6, 3, 15, 150, 35)
const ascii = (text: string): Uint8Array => new TextEncoder().encode(text)

/**
 * One exchange, repeated when nobody answers or the server takes its offer back.
 * @throws PhoneError `phone.no-lease` with what was wrong with the last reply, `phone.stopped`
 */
export async function askForLease(options: LeaseOptions): Promise<PhoneLease> {
  const { mac, vendorClass, attempts, deaf, takes, signal } = options
  const identity = [
    [OPTION.hostName, ascii(`SEP${macInFileName(mac)}`)],
    // Most models send the text with its NUL (field guide 3.1).
    [OPTION.vendorClass, ascii(`${vendorClass}\0`)],
    [OPTION.parameters, PARAMETERS],
  ] as const
  let why = 'no answer'
  const complain = (reason: string) => {
    why = reason
  }
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (signal?.aborted) throw new PhoneError('phone.stopped')
    const socket = await bind(options)
    if (!socket) {
      complain(`port ${options.clientPort} is taken`)
      await new Promise(resolve => setTimeout(resolve, options.answerMs / 4))
      continue
    }
    try {
      options.socketReady?.(socket.address().port)
      const xid = randomInt(2 ** 32)
      const exchange = (type: number, more: readonly (readonly [number, Uint8Array])[], accept: Accept) =>
        ask(
          socket,
          options,
          encodeRequest(xid, mac, type, [...identity, ...more]),
          reply => {
            if (reply.xid !== xid || reply.mac !== mac) return false
            return accept(reply)
          },
          complain,
        )

      const offer = await exchange(DISCOVER, [], reply => reply.type === OFFER && !deaf)
      const serverId = offer?.options.get(OPTION.server)
      if (!offer) continue
      if (serverId?.length !== 4) {
        complain('an offer without server id')
        continue
      }
      const wanted = Uint8Array.from(offer.yiaddr.split('.'), Number)
      const answer = await exchange(
        REQUEST,
        [
          [OPTION.wanted, wanted],
          [OPTION.server, takes === undefined ? serverId : Uint8Array.from(takes.split('.'), Number)],
        ],
        reply => reply.type === ACK || reply.type === NAK,
      )
      if (answer?.type === NAK) complain('the server took its offer back')
      if (answer?.type !== ACK) continue
      const lease = readLease(answer, offer.yiaddr)
      if (typeof lease !== 'string') return lease
      complain(lease)
    } finally {
      socket.close()
    }
  }
  if (signal?.aborted) throw new PhoneError('phone.stopped')
  throw new PhoneError('phone.no-lease', why)
}

/** The lease, or what a phone would miss in it. */
function readLease({ yiaddr, siaddr, options }: Reply, offered: string): PhoneLease | string {
  const serverId = options.get(OPTION.server)
  const seconds = options.get(OPTION.seconds)
  const mask = options.get(OPTION.mask)
  if (yiaddr !== offered || yiaddr === '0.0.0.0') return 'another address than offered'
  if (serverId?.length !== 4) return 'an ACK without server id'
  if (seconds?.length !== 4) return 'an ACK without lease time'
  if (mask?.length !== 4) return 'an ACK without subnet mask'
  const files = fileServer(siaddr, options)
  if (typeof files === 'string') return files
  const view = new DataView(seconds.buffer, seconds.byteOffset, 4)
  return { address: yiaddr, mask: address(mask), serverId: address(serverId), seconds: view.getUint32(0), files }
}

function fileServer(siaddr: string, options: ReadonlyMap<number, Uint8Array>): PhoneLease['files'] | string {
  const list = options.get(OPTION.tftpAddresses)
  if (list) {
    if (list.length === 0 || list.length % 4 !== 0) return 'option 150 is no list of addresses'
    return { from: 'option 150', server: address(list.subarray(0, 4)) }
  }
  const name = options.get(OPTION.tftpName)
  if (name) {
    const server = new TextDecoder('latin1').decode(name).replace(/\0$/, '')
    if (/^[A-Za-z0-9.-]+$/.test(server)) return { from: 'option 66', server }
    return 'option 66 is no host'
  }
  if (siaddr !== '0.0.0.0') return { from: 'siaddr', server: siaddr }
  return 'neither option 150 nor 66 nor siaddr'
}

type Accept = (reply: Reply) => boolean

/** Sends one message and waits for a reply that is accepted; undefined when none comes in time. */
function ask(
  socket: Socket,
  { server, answerMs, signal }: LeaseOptions,
  message: Uint8Array,
  accept: Accept,
  complain: (why: string) => void,
): Promise<Reply | undefined> {
  return new Promise(resolve => {
    const end = (reply: Reply | undefined) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
      socket.removeAllListeners()
      socket.on('error', () => undefined)
      resolve(reply)
    }
    const abort = () => end(undefined)
    const timer = setTimeout(abort, answerMs)
    signal?.addEventListener('abort', abort)
    if (signal?.aborted) return abort()
    socket.on('error', ({ message: why }) => complain(why))
    socket.on('message', bytes => {
      const reply = decodeReply(bytes)
      if (typeof reply === 'string') complain(reply)
      else if (accept(reply)) end(reply)
    })
    socket.send(message, server.port, server.address, error => {
      if (error) complain(error.message)
    })
  })
}

/** The client's socket; undefined when another phone of the rehearsal has the port just now. */
function bind({ clientPort, localAddress }: LeaseOptions): Promise<Socket | undefined> {
  return new Promise((resolve, reject) => {
    const socket = createSocket({ type: 'udp4', lookup: (host, _, callback) => callback(null, host, 4) })
    socket.once('error', (error: NodeJS.ErrnoException) => {
      socket.close()
      if (error.code === 'EADDRINUSE') resolve(undefined)
      else reject(new PhoneError('phone.no-lease', error.message))
    })
    socket.bind({ port: clientPort, address: localAddress, exclusive: true }, () => {
      socket.removeAllListeners('error')
      socket.setBroadcast(true)
      resolve(socket)
    })
  })
}
