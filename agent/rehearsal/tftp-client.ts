// TFTP as a 79xx does it: mode octet, blocks of 512, no options, one block at a time (field guide, phones 3.3).
import { createSocket } from 'node:dgram'
import type { Remote } from '../remote.ts'
import { decodePacket, encodeAck, encodeError, encodeRequest } from '../tftp/packet.ts'
import type { Cut } from './mishap.ts'

/** What a phone needs to fetch a file, by whatever way. */
export interface FileRequest {
  file: string
  server: Remote
  localAddress: string
  /** Silence that ends the fetch, in ms. */
  timeoutMs: number
  /** The local port, before anything is sent from it. */
  socketReady(port: number): void
  /** Called with every block: whether the phone is there no more, or breaks the transfer off. */
  cut?(file: string): Cut
  signal?: AbortSignal | undefined
}

/** `code` is that of the server's ERROR; -1 when it was silent, -2 when the fetch was stopped. */
export class TftpFault extends Error {
  override readonly name = 'TftpFault'
  readonly code: number

  constructor(code: number) {
    super(`TFTP ${code}`)
    this.code = code
  }
}

export const SILENT = -1
export const STOPPED = -2
export const GONE = -3
const BLOCK = 512
const REPEAT_MS = 1000

/** @throws {TftpFault} or the system's error of the socket. */
export function fetchByTftp({
  file,
  server,
  localAddress,
  timeoutMs,
  socketReady,
  cut,
  signal,
}: FileRequest): Promise<Uint8Array> {
  const socket = createSocket({ type: 'udp4', lookup: (host, _, callback) => callback(null, host, 4) })
  const blocks: Uint8Array[] = []
  /** The server's port of this transfer: that of its first answer (RFC 1350, section 4). */
  let tid: number | undefined
  let latest = encodeRequest({ op: 'rrq', file, mode: 'octet', options: [] })
  let heardAt = performance.now()

  return new Promise((resolve, reject) => {
    const end = (fault?: Error) => {
      clearInterval(repeat)
      signal?.removeEventListener('abort', stop)
      socket.removeAllListeners().on('error', () => {})
      socket.close(() => (fault ? reject(fault) : resolve(Buffer.concat(blocks))))
    }
    const stop = () => end(new TftpFault(STOPPED))
    // A datagram that could not be sent is one that got lost.
    const send = () => socket.send(latest, tid ?? server.port, server.address, () => {})
    const repeat = setInterval(
      () => {
        if (performance.now() - heardAt >= timeoutMs) end(new TftpFault(SILENT))
        else send()
      },
      Math.min(REPEAT_MS, timeoutMs),
    )
    socket.on('error', end)
    socket.on('message', (datagram, from) => {
      const packet = decodePacket(datagram)
      if (from.address !== server.address || from.port !== (tid ?? from.port)) return
      if (packet?.op === 'error') return end(new TftpFault(packet.code))
      if (packet?.op !== 'data') return
      tid = from.port
      heardAt = performance.now()
      const step = (packet.block - blocks.length) & 0xffff
      if (step > 1) return
      if (step === 1) blocks.push(packet.bytes)
      const how = step === 1 ? cut?.(file) : undefined
      if (how === 'gone') return end(new TftpFault(GONE))
      if (how === 'breaks off') return socket.send(encodeError(0, ''), tid, server.address, () => end(new TftpFault(0)))
      latest = encodeAck(packet.block)
      send()
      if (step === 1 && packet.bytes.length < BLOCK) end()
    })
    signal?.addEventListener('abort', stop)
    if (signal?.aborted) return stop()
    socket.bind({ address: localAddress, port: 0, exclusive: true }, () => {
      socketReady(socket.address().port)
      send()
    })
  })
}
