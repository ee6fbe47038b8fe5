// A read-only TFTP server: hears requests on port 69, asks what may be read, and starts a transfer for each.
import { createSocket, type Socket } from 'node:dgram'
import type { Answer, Remote } from '../remote.ts'
import * as ERROR from './error-code.ts'
import { negotiate } from './negotiate.ts'
import { toNetascii } from './netascii.ts'
import { decodePacket, encodeError, type Request } from './packet.ts'
import { createTransfer, type Transfer } from './transfer.ts'

/** `file` is the name as it was asked for; sizes are bytes on the wire, `sent` what the client has acknowledged. */
export type TftpEvent =
  | { event: 'tftp.start'; remote: Remote; file: string; bytes: number; blockSize: number; windowSize: number }
  | { event: 'tftp.progress'; remote: Remote; file: string; sent: number; bytes: number }
  | { event: 'tftp.done'; remote: Remote; file: string; bytes: number; ms: number; retransmissions: number }
  | { event: 'tftp.failed'; remote: Remote; file: string; why: string; sent: number }
  | { event: 'tftp.missing'; remote: Remote; file: string }
  | { event: 'tftp.refused'; remote: Remote; file: string; why: string }

export interface TftpServerOptions {
  /** Called once for each new transfer, never for a repeated request. The bytes must not change afterwards. */
  read(file: string, remote: Remote): Answer
  onEvent(event: TftpEvent): void
  /** What went wrong in the socket or in one of the functions given here; serving goes on. */
  onError(error: Error): void
  /** Who may ask at all; nobody else gets a word. By default everybody may. */
  mayAsk?(remote: Remote): boolean
  /** Whose request is passed over for now; a client asks again. By default nobody's. */
  mustWait?(remote: Remote): boolean
  address?: string
  port?: number
  /** Where transfers send from; by default wherever the system likes. */
  transferAddress?: string
  maxTransfers?: number
  maxPerRemote?: number
  /** Bytes; 1468 fills an Ethernet frame (1500 less 20 of IP, 8 of UDP, 4 of TFTP). */
  maxBlockSize?: number
  /** How long a client that once answered may be silent, in ms; a phone that erases its flash takes seconds. */
  patienceMs?: number
}

export interface TftpServer {
  /** @throws the system's error, with `code`, `port` and `address`. */
  open(): Promise<{ port: number }>
  /** Stops every transfer without a word; afterwards nothing is open and no event comes. */
  close(): Promise<void>
  /** Transfers under way. */
  readonly active: number
}

interface Served {
  /** The request as it came, to know it again. */
  asked: string
  remote: Remote
  transfer: Transfer
}

/** Bytes of a name; the longest that a phone asks for has about 40. */
const MAX_NAME = 255

/**
 * Serves files over TFTP (RFC 1350, options of RFC 2347, 2348, 2349 and 7440).
 *
 * ```ts
 * const server = createTftpServer({
 *   read: () => ({ found: true, name: 'a.txt', bytes: Buffer.from('hello') }),
 *   onEvent: console.log,
 *   onError: console.error,
 *   port: 0,
 * })
 * const { port } = await server.open()
 * ```
 */
export function createTftpServer(options: TftpServerOptions): TftpServer {
  const {
    read,
    onError,
    mayAsk = () => true,
    mustWait = () => false,
    address = '0.0.0.0',
    port = 69,
    transferAddress,
  } = options
  const { maxTransfers = 256, maxPerRemote = 16, maxBlockSize = 1468, patienceMs = 30_000 } = options
  /** By remote address and port, oldest first. */
  const transfers = new Map<string, Served>()
  let socket: Socket | undefined

  function emit(event: TftpEvent): void {
    guard(() => options.onEvent(event))
  }

  /** Nothing that a caller's function throws may end the server. */
  function guard(run: () => void): void {
    try {
      run()
    } catch (error) {
      onError(error instanceof Error ? error : new Error(String(error)))
    }
  }

  function hear(datagram: Uint8Array, remote: Remote): void {
    // From port 0, which no host has and none can be answered at.
    if (remote.port === 0) return
    const packet = decodePacket(datagram)
    // Only requests are answered here: an ERROR for an ERROR could go to and fro for ever (CVE-2024-2169).
    if (packet?.op !== 'rrq' && packet?.op !== 'wrq') return
    if (!mayAsk(remote)) {
      emit({ event: 'tftp.refused', remote, file: packet.file, why: 'from another network' })
      return
    }
    if (mustWait(remote)) return
    const fault = faultOf(packet)
    if (fault) {
      refuse(remote, packet.file, ...fault)
      return
    }
    const asked = Buffer.from(datagram).toString('latin1')
    const former = transfers.get(keyOf(remote))
    if (!former) begin(packet, asked, remote)
    // The last ACK of the file before may wait at the other socket: it is heard before this turn of the loop ends.
    else if (!repeats(asked, former)) setImmediate(() => guard(() => begin(packet, asked, remote)))
  }

  function begin({ file, mode, options: wishes }: Request, asked: string, remote: Remote): void {
    if (!socket) return
    const key = keyOf(remote)
    const former = transfers.get(key)
    if (former && repeats(asked, former)) return
    former?.transfer.leave()
    if (!makeRoom(remote)) {
      refuse(remote, file, ERROR.notDefined, 'busy')
      return
    }
    const answer = readSafely(file, remote)
    if (!answer) {
      say(remote, ERROR.notDefined, 'internal error')
      return
    }
    if (!answer.found) {
      if (answer.why === 'refused') refuse(remote, file, ERROR.refused, answer.message)
      else {
        say(remote, ERROR.missing, answer.message)
        emit({ event: 'tftp.missing', remote, file })
      }
      return
    }
    const bytes = mode === 'netascii' ? toNetascii(answer.bytes) : answer.bytes
    const terms = negotiate(wishes, bytes.length, { maxBlockSize })
    const startedAt = performance.now()
    const transfer = createTransfer({
      remote,
      bytes,
      terms,
      localAddress: transferAddress,
      patienceMs,
      onProgress: sent => emit({ event: 'tftp.progress', remote, file, sent, bytes: bytes.length }),
      onEnd: end => {
        transfers.delete(key)
        const ms = Math.round(performance.now() - startedAt)
        if (end.how === 'failed') emit({ event: 'tftp.failed', remote, file, why: end.why, sent: end.sent })
        else emit({ event: 'tftp.done', remote, file, bytes: bytes.length, ms, retransmissions: end.retransmissions })
      },
    })
    transfers.set(key, { asked, remote, transfer })
    const { blockSize, windowSize } = terms
    emit({ event: 'tftp.start', remote, file, bytes: bytes.length, blockSize, windowSize })
    transfer.open()
  }

  function readSafely(file: string, remote: Remote): Answer | undefined {
    let answer: Answer | undefined
    guard(() => {
      answer = read(file, remote)
    })
    return answer
  }

  /** Whether one more transfer fits; the oldest that nobody ever answered gives way, so that a flood of requests cannot lock phones out. */
  function makeRoom(remote: Remote): boolean {
    const all = [...transfers.values()]
    const own = all.filter(other => other.remote.address === remote.address)
    const rivals = own.length >= maxPerRemote ? own : all.length >= maxTransfers ? all : undefined
    if (!rivals) return true
    const deserted = rivals.find(other => other.transfer.deserted)
    deserted?.transfer.abandon()
    return deserted !== undefined
  }

  function refuse(remote: Remote, file: string, code: number, why: string): void {
    say(remote, code, why)
    emit({ event: 'tftp.refused', remote, file, why })
  }

  function say({ address: to, port: at }: Remote, code: number, message: string): void {
    socket?.send(encodeError(code, message), at, to, error => error && socket && onError(error))
  }

  return {
    open() {
      const opening = createSocket({ type: 'udp4', lookup: (host, _, callback) => callback(null, host, 4) })
      return new Promise((resolve, reject) => {
        opening.once('error', error => {
          opening.close()
          reject(error)
        })
        // Exclusive: another TFTP server on this laptop is an error to be told, not one to share phones with.
        opening.bind({ address, port, exclusive: true }, () => {
          opening.removeAllListeners('error')
          opening.on('error', onError)
          opening.on('message', (datagram, { address, port }) => guard(() => hear(datagram, { address, port })))
          socket = opening
          resolve({ port: opening.address().port })
        })
      })
    },
    async close() {
      const closing = socket
      socket = undefined
      const stopped = [...transfers.values()].map(({ transfer }) => transfer.stop())
      transfers.clear()
      if (closing) stopped.push(new Promise(resolve => closing.close(() => resolve())))
      await Promise.all(stopped)
    },
    get active() {
      return transfers.size
    },
  }
}

/** A request that stands no chance, whatever can be read: the error code and its text. */
function faultOf({ op, file, mode }: Request): [code: number, why: string] | undefined {
  if (op === 'wrq') return [ERROR.refused, 'read only']
  if (file === '') return [ERROR.illegal, 'no name']
  if (Buffer.byteLength(file) > MAX_NAME) return [ERROR.illegal, 'name too long']
  return mode === 'octet' || mode === 'netascii' ? undefined : [ERROR.illegal, 'unknown mode']
}

/** A client that is still waiting says the same again; our own retransmission answers that. */
function repeats(asked: string, former: Served): boolean {
  return asked === former.asked && former.transfer.lively
}

function keyOf({ address, port }: Remote): string {
  return `${address} ${port}`
}
