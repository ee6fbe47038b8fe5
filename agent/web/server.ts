// Shows the local board to a browser on this computer, to nobody else: whoever does not know the token learns nothing.
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

export interface ServerOptions {
  /** Type and text by name; the page itself is ''. */
  files: Readonly<Record<string, readonly [string, () => string]>>
  /** All that a new reader has to know, as messages. */
  history(): object[]
}

export interface BoardServer {
  url: string
  /** To all who read. */
  send(message: object): void
  /** Says goodbye; who reads then has a moment to take the report. */
  close(): Promise<void>
}

export const READERS_MAX = 8
/** A reader who lets more lie than this is let go; a page that comes back is told everything anew. */
export const WAITING_MAX = 256 * 1024
const CONNECTIONS_MAX = 32
/** A request is one line from the next window. */
const PATIENCE_MS = 5000
const GOODBYE_MS = 500

const POLICY = `default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
const HEADERS = {
  'Content-Security-Policy': POLICY,
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

const toText = (message: object) => `data: ${JSON.stringify(message)}\n\n`

export async function openServer({ files, history }: ServerOptions): Promise<BoardServer> {
  const token = randomBytes(16).toString('hex')
  const readers = new Set<ServerResponse>()
  let host = ''
  const isToken = (given: string) =>
    given.length === token.length && timingSafeEqual(Buffer.from(given, 'latin1'), Buffer.from(token))

  const server = createServer(
    { requestTimeout: PATIENCE_MS, headersTimeout: PATIENCE_MS, connectionsCheckingInterval: PATIENCE_MS },
    ({ headers, method, url = '' }, response) => {
      const [, given = '', name = ''] = /^\/([^/]*)\/(.*)$/.exec(url) ?? []
      const answer = (status: number, more = {}) => response.writeHead(status, { ...HEADERS, ...more })
      // Another name that leads here may be a page from elsewhere that asks in a person's browser.
      if (headers.host !== host) return answer(403).end()
      if (method !== 'GET') return answer(405, { Allow: 'GET' }).end()
      const file = Object.hasOwn(files, name) ? files[name] : undefined
      const stream = name === 'events'
      if (!isToken(given) || !(file || stream)) return answer(404).end()
      if (file) return answer(200, { 'Content-Type': file[0] }).end(file[1]())
      if (readers.size >= READERS_MAX) return answer(503).end()
      answer(200, { 'Content-Type': 'text/event-stream' }).write(history().map(toText).join(''))
      readers.add(response)
      response.on('error', () => {}).on('close', () => readers.delete(response))
    },
  )
  server.maxConnections = CONNECTIONS_MAX
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const address = server.address()
  host = `127.0.0.1:${address !== null && typeof address === 'object' ? address.port : 0}`
  const send = (message: object) => {
    for (const reader of readers) {
      if (reader.writableLength < WAITING_MAX) reader.write(toText(message))
      else reader.destroy()
    }
  }
  return {
    url: `http://${host}/${token}/`,
    send,
    async close() {
      send({ end: true })
      if (readers.size > 0) await sleep(GOODBYE_MS)
      server.close()
      server.closeAllConnections()
    },
  }
}
