// A TFTP client with all options, for tests of the server; it shares only the packets with it.

import { createSocket, type RemoteInfo } from 'node:dgram'
import type { Remote } from '../agent/remote.ts'
import * as ERROR from '../agent/tftp/error-code.ts'
import { decodePacket, encodeAck, encodeError, encodeRequest, type Option, type Packet } from '../agent/tftp/packet.ts'

export interface Fetch {
  file: string
  /** An IPv4 address; the answer must come from it. */
  server: Remote
  localAddress?: string
  localPort?: number
  /** For example `{ blksize: 1428, tsize: 0 }`; without any the request has none. */
  options?: Record<string, number>
  /** Silence that ends the fetch, in ms. */
  timeoutMs?: number
  onProgress?(received: number): void
  signal?: AbortSignal
  /** The local port, before anything is sent. */
  socketReady?(port: number): void
}

/** `code` is TFTP's own of the server's ERROR, or of the one that was sent to it. */
export class TftpClientError extends Error {
  override readonly name = 'TftpClientError'
  readonly code: number | 'timeout' | 'aborted'

  constructor(code: TftpClientError['code'], message: string) {
    super(message)
    this.code = code
  }
}

const REPEAT_MS = 1000
const MAX_REPEATS = 5

/**
 * Fetches a file in mode octet.
 * @throws {TftpClientError} when the server says no, is silent, or breaks the protocol; the system's error of the socket.
 */
export function fetchByTftp(fetch: Fetch): Promise<Uint8Array> {
  const { file, server, localAddress = '0.0.0.0', localPort = 0, timeoutMs = 5000, signal } = fetch
  const asked = new Map(Object.entries(fetch.options ?? {}).map(([name, value]) => [name.toLowerCase(), value]))
  const options = [...asked].map(([name, value]): Option => [name, String(value)])

  return new Promise((resolve, reject) => {
    const socket = createSocket({ type: 'udp4', lookup: (host, _, callback) => callback(null, host, 4) })
    const blocks: Uint8Array[] = []
    let received = 0
    let blockSize = 512
    let windowSize = 1
    /** The server's port of this transfer; the first answer settles it. */
    let tid: number | undefined
    /** Blocks in the window that are not acknowledged yet. */
    let pending = 0
    let gapTold = false
    let latest = encodeRequest({ op: 'rrq', file, mode: 'octet', options })
    let repeats = 0
    let repeatTimer: NodeJS.Timeout | undefined
    let silenceTimer: NodeJS.Timeout | undefined
    let finished = false

    function finish(outcome: { bytes: Uint8Array } | { error: Error }): void {
      if (finished) return
      finished = true
      clearTimeout(repeatTimer)
      clearTimeout(silenceTimer)
      signal?.removeEventListener('abort', onAbort)
      socket.removeAllListeners('message')
      socket.close(() => ('bytes' in outcome ? resolve(outcome.bytes) : reject(outcome.error)))
    }

    const onAbort = () => giveUp('aborted', ERROR.notDefined, 'aborted')

    /** Tells the server, if it is known, why there will be no more ACKs. */
    function giveUp(code: TftpClientError['code'], told: number, message: string): void {
      if (tid !== undefined) transmit(encodeError(told, message), tid)
      finish({ error: new TftpClientError(code, message) })
    }

    function transmit(datagram: Uint8Array, port: number): void {
      if (finished) return
      // A failed send is like a lost datagram: it is repeated, or the silence ends the fetch.
      socket.send(datagram, port, server.address, () => {})
    }

    function say(datagram: Uint8Array): void {
      if (finished) return
      latest = datagram
      repeats = 0
      transmit(latest, tid ?? server.port)
      clearTimeout(repeatTimer)
      repeatTimer = setTimeout(onRepeat, REPEAT_MS)
    }

    function onRepeat(): void {
      if (++repeats > MAX_REPEATS) return
      transmit(latest, tid ?? server.port)
      repeatTimer = setTimeout(onRepeat, REPEAT_MS)
    }

    function heard(): void {
      clearTimeout(silenceTimer)
      if (!finished) silenceTimer = setTimeout(() => giveUp('timeout', ERROR.notDefined, 'timeout'), timeoutMs)
    }

    function onMessage(datagram: Uint8Array, from: RemoteInfo): void {
      const packet = decodePacket(datagram)
      if (from.address !== server.address || !packet) return
      if (from.port !== (tid ?? from.port)) {
        // RFC 1350 section 4: tell the stranger, and leave the transfer alone.
        if (packet.op !== 'error') transmit(encodeError(ERROR.unknownTransfer, 'unknown transfer'), from.port)
        return
      }
      if (packet.op !== 'error' && packet.op !== 'oack' && packet.op !== 'data') return
      if (packet.op === 'error') {
        finish({ error: new TftpClientError(packet.code, packet.message) })
        return
      }
      tid ??= from.port
      heard()
      if (packet.op === 'oack') onOack(packet.options)
      else onData(packet)
    }

    function onOack(accepted: readonly Option[]): void {
      // Once more because our ACK was lost; later it is a stray.
      if (blocks.length > 0) return
      for (const [name, value] of accepted) {
        const number = Number(value)
        if (!/^\d+$/.test(value) || !fits(name, number, asked.get(name))) {
          giveUp(ERROR.options, ERROR.options, `cannot take ${name}=${value}`)
          return
        }
        if (name === 'blksize') blockSize = number
        if (name === 'windowsize') windowSize = number
      }
      say(encodeAck(0))
    }

    function onData({ block, bytes }: Extract<Packet, { op: 'data' }>): void {
      const step = (block - blocks.length) & 0xffff
      if (step !== 1) {
        // The last block again: our ACK was lost. A later one: the next was lost, which is told once (RFC 7440 section 4).
        if (blocks.length > 0 && step === 0) say(encodeAck(blocks.length))
        else if (step <= windowSize && !gapTold) {
          gapTold = true
          pending = 0
          say(encodeAck(blocks.length))
        }
        return
      }
      blocks.push(bytes)
      received += bytes.length
      gapTold = false
      pending++
      const final = bytes.length < blockSize
      if (final || pending >= windowSize) {
        pending = 0
        say(encodeAck(blocks.length))
      }
      fetch.onProgress?.(received)
      if (final) finish({ bytes: Buffer.concat(blocks) })
    }

    socket.on('message', onMessage)
    socket.once('error', error => finish({ error }))
    if (signal?.aborted) {
      finish({ error: new TftpClientError('aborted', 'aborted') })
      return
    }
    signal?.addEventListener('abort', onAbort)
    socket.bind({ address: localAddress, port: localPort, exclusive: true }, () => {
      fetch.socketReady?.(socket.address().port)
      say(latest)
      heard()
    })
  })
}

/** Whether the server may answer a wish so: only what was asked for, and no more of it (RFC 2348, RFC 7440). */
function fits(name: string, value: number, wish: number | undefined): boolean {
  if (wish === undefined) return false
  if (name === 'tsize') return true
  return value <= wish && value >= (name === 'blksize' ? 8 : 1)
}
