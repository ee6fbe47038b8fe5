// One file on its way to one client, over a socket of its own: blocks, ACKs, waits, and how it ended.
import { createSocket } from 'node:dgram'
import type { Remote } from '../remote.ts'
import type { Terms } from './negotiate.ts'
import { decodePacket, encodeDataHead, encodeOack } from './packet.ts'
import { createRto } from './rto.ts'

type End = { how: 'done'; retransmissions: number } | { how: 'failed'; why: string; sent: number }

export interface TransferOptions {
  remote: Remote
  /** The file as it goes over the wire; never copied as a whole. */
  bytes: Uint8Array
  terms: Terms
  /** The address of the socket; undefined lets the system choose. */
  localAddress: string | undefined
  /** How long a client that once answered may be silent, in ms. */
  patienceMs: number
  /** About every second, with the bytes that the client has acknowledged. */
  onProgress(sent: number): void
  /** Once, unless the transfer is stopped. */
  onEnd(end: End): void
}

export interface Transfer {
  open(): void
  /** Whether another request for this file is only the client's repetition, which our own retransmission answers. */
  readonly lively: boolean
  /** Whether nobody ever answered, not even a retransmission: a client that is gone, or an address that was made up. */
  readonly deserted: boolean
  /** The client turned to something else. */
  leave(): void
  /** Ends it for want of room, as if the wait were over. */
  abandon(): void
  /** Without a word and without {@link TransferOptions.onEnd}; resolves when the socket is closed. */
  stop(): Promise<void>
}

const PROGRESS_MS = 1000
/** A live client answers within this; a phone that lost power and asks again from the same port does not. */
const LIVELY_MS = 200
/** To an address that never answered: it may be made up, and each of its requests draws 516 bytes (CVE-2024-2169's kin). */
const MAX_UNHEARD = 5

export function createTransfer(options: TransferOptions): Transfer {
  const { remote, bytes, terms, localAddress, patienceMs, onProgress, onEnd } = options
  const { blockSize, windowSize, accepted } = terms
  // The socket is connected to the client, so that no other host or port reaches it (RFC 1350 section 4: TIDs).
  const socket = createSocket({ type: 'udp4', lookup: (host, _, callback) => callback(null, host, 4) })
  const rto = createRto(terms.timeoutMs)

  // Blocks are counted without rolling over; the OACK is block 0. The last block is short, or empty.
  const last = Math.floor(bytes.length / blockSize) + 1
  let acked = accepted.length > 0 ? -1 : 0
  let highest = acked
  let retransmissions = 0
  let unanswered = 0
  let heard = false
  let connected = false
  let ended = false

  let timer: NodeJS.Timeout | undefined
  let timerAt = 0
  let deadline = 0
  let sentAt = 0
  /** Whether nothing in the window under way was sent before. */
  let fresh = true
  let movedAt = performance.now()
  let progressAt = movedAt

  function sendWindow(now: number): void {
    const end = acked < 0 ? 0 : Math.min(acked + windowSize, last)
    fresh = acked === highest
    retransmissions += Math.min(highest, end) - acked
    for (let block = acked + 1; block <= end; block++) send(block)
    highest = Math.max(highest, end)
    sentAt = now
    wait(now)
  }

  function send(block: number): void {
    if (block === 0) socket.send(encodeOack(accepted), onSent)
    // A head of its own for each: a reused one could change under a datagram that still waits for room in the socket.
    else socket.send([encodeDataHead(block), bytes.subarray((block - 1) * blockSize, block * blockSize)], onSent)
  }

  function onSent(error: Error | null): void {
    if (error) onTrouble(error)
  }

  /** The phone's ICMP says that nobody listens any more. Everything else (cable out, no neighbour yet) may pass: the timer decides. */
  function onTrouble(error: Error): void {
    const code = 'code' in error ? String(error.code) : error.message
    if (code === 'ECONNREFUSED') leave('refused by host')
    else if (!connected) fail(code)
  }

  /** One timer, moved only when it would come too late: cheaper than one for each block. */
  function wait(now: number): void {
    deadline = now + Math.min(rto.ms, Math.max(movedAt + patienceMs - now, 0))
    if (timer && timerAt <= deadline) return
    clearTimeout(timer)
    timerAt = deadline
    timer = setTimeout(onTimer, Math.ceil(deadline - now))
  }

  function onTimer(): void {
    timer = undefined
    const now = performance.now()
    // Where this laptop itself was busy, the ACK waits in the socket: it is read before the end of this turn of the loop.
    if (now >= deadline) setImmediate(onExpired)
    else {
      timerAt = deadline
      timer = setTimeout(onTimer, Math.ceil(deadline - now))
    }
  }

  function onExpired(): void {
    if (ended || timer) return
    const now = performance.now()
    if (now - movedAt >= patienceMs || (!heard && unanswered >= MAX_UNHEARD)) fail('silent')
    else {
      unanswered++
      rto.expired()
      sendWindow(now)
    }
  }

  /**
   * Only an ACK for something new sends anything. One that was heard before is never answered: that would double every
   * block from there on (the Sorcerer's Apprentice, RFC 1123 section 4.2.3.1). In the middle of a window it means that
   * the next block was lost (RFC 7440 section 4), and the window starts again after it.
   */
  function onAck(number: number): void {
    const step = (number - acked) & 0xffff
    if (step === 0 || step > highest - acked) return
    heard = true
    acked += step
    if (acked === last) {
      end({ how: 'done', retransmissions })
      return
    }
    const now = performance.now()
    if (fresh && acked === highest) rto.measured(now - sentAt)
    unanswered = 0
    movedAt = now
    if (now - progressAt >= PROGRESS_MS) {
      progressAt = now
      onProgress(acknowledged())
    }
    sendWindow(now)
  }

  /** Who has everything, and has closed its port or asks for the next file, has lost its last ACK on the way, or kept it. */
  function leave(why: string): void {
    if (highest === last && heard) end({ how: 'done', retransmissions })
    else fail(why)
  }

  const acknowledged = () => Math.min(Math.max(acked, 0) * blockSize, bytes.length)
  const fail = (why: string) => end({ how: 'failed', why, sent: acknowledged() })

  function end(how: End): void {
    if (ended) return
    shut()
    onEnd(how)
  }

  function shut(): Promise<void> {
    if (ended) return Promise.resolve()
    ended = true
    clearTimeout(timer)
    return new Promise(resolve => socket.close(() => resolve()))
  }

  socket.on('error', onTrouble)
  socket.on('message', (datagram, from) => {
    // What came in between bind and connect may be from anybody.
    if (ended || from.port !== remote.port || from.address !== remote.address) return
    const packet = decodePacket(datagram)
    if (packet?.op === 'ack') onAck(packet.block)
    // RFC 2347: a client that does not like the OACK answers it with an ERROR.
    else if (packet?.op === 'error') fail(acked < 0 ? 'declined' : `${packet.message} (${packet.code})`)
  })

  return {
    open() {
      socket.bind({ address: localAddress ?? '0.0.0.0', port: 0, exclusive: true }, () => {
        socket.connect(remote.port, remote.address, (error?: Error) => {
          if (ended) return
          connected = error === undefined
          if (error) onTrouble(error)
          else sendWindow(performance.now())
        })
      })
    },
    get lively() {
      return acked < 1 || performance.now() - movedAt < LIVELY_MS
    },
    get deserted() {
      return !heard && unanswered > 0
    },
    leave: () => leave('asked anew'),
    abandon: () => fail('silent'),
    stop: shut,
  }
}
