// A read-only HTTP server on port 6970, which newer firmware asks before TFTP: the same files, the same events.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Answer, Remote } from '../remote.ts'
import { type Range, rangeOf } from './range.ts'

/**
 * `file` is the name as it was asked for; `bytes` is the size of the file, `sent` how far into it the system has taken it;
 * `part` are the first and the last byte that were asked for, when somebody asked for a range.
 */
export type HttpEvent =
  | { event: 'http.start'; remote: Remote; file: string; bytes: number; part?: string | undefined }
  | { event: 'http.progress'; remote: Remote; file: string; sent: number; bytes: number; part?: string | undefined }
  | { event: 'http.done'; remote: Remote; file: string; bytes: number; ms: number; part?: string | undefined }
  | { event: 'http.failed'; remote: Remote; file: string; why: string; sent: number; part?: string | undefined }
  | { event: 'http.missing'; remote: Remote; file: string }
  | { event: 'http.refused'; remote: Remote; file: string; why: string }

export interface HttpServerOptions {
  /** Called once for each request that can be answered. */
  read(file: string, remote: Remote): Answer
  onEvent(event: HttpEvent): void
  /** What went wrong in the socket or in one of the functions given here; serving goes on. */
  onError(error: Error): void
  /** Who may ask at all; everybody else's connections are cut before a word is said. By default everybody may. */
  mayAsk?(remote: Remote): boolean
  address?: string
  port?: number
}

export interface HttpServer {
  /** @throws the system's error, with `code`, `port` and `address`. */
  open(): Promise<{ port: number }>
  /** Cuts every connection; afterwards nothing is open and no event comes. */
  close(): Promise<void>
}

/** Characters of a request's target. */
const MAX_TARGET = 1024
/** Bytes handed over at a time, so that there is something to tell of in between. */
const SLICE = 65_536
const PROGRESS_MS = 1000

/** Phones fetch `/<name>` as they would over TFTP, and take XML only as `text/xml` (field guide, phones 3.3). */
const TYPES: Record<string, string> = { xml: 'text/xml', txt: 'text/plain' }

export function createHttpServer(options: HttpServerOptions): HttpServer {
  const { read, onError, mayAsk = () => true, address = '0.0.0.0', port = 6970 } = options
  let server: Server | undefined

  /** Nothing that a caller's function throws may end the server; after {@link HttpServer.close} nothing is told. */
  function guard(run: () => void): boolean {
    try {
      run()
      return true
    } catch (error) {
      onError(error instanceof Error ? error : new Error(String(error)))
      return false
    }
  }

  function emit(event: HttpEvent): void {
    if (server) guard(() => options.onEvent(event))
  }

  function admit(remote: Remote, socket: Socket): void {
    if (mayAsk(remote)) return
    socket.destroy()
    emit({ event: 'http.refused', remote, file: '', why: 'from another network' })
  }

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const remote = remoteOf(request.socket)
    if (!server || !remote) return
    const target = nameOf(request.url ?? '')
    const refuse = (status: number, why: string, headers: Record<string, string> = {}) => {
      sayNo(response, status, headers)
      emit({ event: 'http.refused', remote, file: target.name, why })
    }
    const { method } = request
    if (method !== 'GET' && method !== 'HEAD') refuse(405, 'read only', { Allow: 'GET, HEAD' })
    else if (target.status !== 200) refuse(target.status, target.why)
    else {
      const file = target.name
      const found = readSafely(file, remote)
      if (!found) sayNo(response, 500)
      else if (found.found) {
        // A range is defined for GET only, and we have no validator that an If-Range could name (RFC 9110 14.2, 13.1.5).
        const asked = method === 'GET' && !request.headers['if-range'] ? request.headers.range : undefined
        const range = rangeOf(asked, found.bytes.length)
        if (range) give(found, file, remote, range, method === 'HEAD', response)
        else refuse(416, 'no such part', { 'Content-Range': `bytes */${found.bytes.length}` })
      } else if (found.why === 'refused') refuse(403, found.message)
      else {
        sayNo(response, 404)
        emit({ event: 'http.missing', remote, file })
      }
    }
  }

  function readSafely(file: string, remote: Remote): Answer | undefined {
    let answer: Answer | undefined
    guard(() => {
      answer = read(file, remote)
    })
    return answer
  }

  function give(
    { name, bytes }: Extract<Answer, { found: true }>,
    file: string,
    remote: Remote,
    { first, end, part }: Range,
    headOnly: boolean,
    response: ServerResponse,
  ): void {
    const type = TYPES[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream'
    response.writeHead(part === undefined ? 200 : 206, {
      'Content-Length': end - first,
      'Content-Type': type,
      'Cache-Control': 'no-store',
      'Accept-Ranges': 'bytes',
      ...(part !== undefined && { 'Content-Range': `bytes ${part}/${bytes.length}` }),
    })
    // A look at the head is no transfer: nothing was given that the board should count.
    if (headOnly) {
      response.end()
      return
    }

    const startedAt = performance.now()
    let progressAt = startedAt
    let sent = first
    const facts = { remote, file, part }
    emit({ event: 'http.start', ...facts, bytes: bytes.length })
    // Without a listener a connection that breaks would end the program; `close` follows and tells it.
    response.on('error', () => {})
    response.on('close', () => {
      const ms = Math.round(performance.now() - startedAt)
      if (response.writableFinished) emit({ event: 'http.done', ...facts, bytes: bytes.length, ms })
      else emit({ event: 'http.failed', ...facts, why: 'aborted', sent })
    })
    const pour = () => {
      if (response.destroyed) return
      const slice = bytes.subarray(sent, Math.min(end, sent + SLICE))
      if (slice.length === 0) response.end()
      else response.write(slice, error => !error && poured(slice.length))
    }
    const poured = (length: number) => {
      sent += length
      const now = performance.now()
      if (now - progressAt >= PROGRESS_MS && sent < end) {
        progressAt = now
        emit({ event: 'http.progress', ...facts, sent, bytes: bytes.length })
      }
      pour()
    }
    pour()
  }

  return {
    open() {
      const opening = createServer({
        headersTimeout: 10_000,
        requestTimeout: 30_000,
        connectionsCheckingInterval: 1000,
        maxHeaderSize: 8192,
      })
      // A client that stops reading; one that reads slowly is still there.
      opening.timeout = 30_000
      opening.maxConnections = 64
      // One file a connection: so an address and a port name one request, as in TFTP.
      opening.maxRequestsPerSocket = 1
      opening.keepAliveTimeout = 1000
      opening.on('connection', socket => {
        const remote = remoteOf(socket)
        if (!remote || !guard(() => admit(remote, socket))) socket.destroy()
      })
      opening.on('request', (request, response) => {
        if (!guard(() => answer(request, response))) response.destroy()
      })
      return new Promise((resolve, reject) => {
        opening.once('error', reject)
        opening.listen({ port, host: address, exclusive: true }, () => {
          opening.off('error', reject)
          opening.on('error', onError)
          server = opening
          const bound = opening.address()
          resolve({ port: typeof bound === 'object' && bound ? bound.port : port })
        })
      })
    },
    close() {
      const closing = server
      server = undefined
      return new Promise(resolve => {
        if (!closing) return resolve()
        closing.close(() => resolve())
        closing.closeAllConnections()
      })
    },
  }
}

function sayNo(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'Content-Length': 0, 'Cache-Control': 'no-store', ...headers })
  response.end()
}

/** `::ffff:192.168.178.201`, as a socket for both families says it, → `192.168.178.201`. */
function remoteOf({ remoteAddress, remotePort }: Socket): Remote | undefined {
  if (remoteAddress === undefined || remotePort === undefined) return undefined
  return { address: remoteAddress.replace(/^::ffff:(?=[\d.]+$)/i, ''), port: remotePort }
}

/** A request's target → the name as TFTP would have it. Not by `URL`, which takes `//mk-sip.jar` for a host. */
function nameOf(target: string): { status: 200; name: string } | { status: 400 | 414; name: string; why: string } {
  if (target.length > MAX_TARGET) return { status: 414, name: target.slice(0, 255), why: 'name too long' }
  const path = target.replace(/^https?:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '')
  try {
    return { status: 200, name: decodeURIComponent(path).replace(/^\//, '') }
  } catch {
    return { status: 400, name: path.replace(/^\//, ''), why: 'bad percent-encoding' }
  }
}
