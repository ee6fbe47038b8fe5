// The board's server before whoever comes: the right reader, a stranger, a page from elsewhere, and one who never reads.
import { once } from 'node:events'
import { type IncomingHttpHeaders, request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type BoardServer, openServer, READERS_MAX } from './server.ts'

let server: BoardServer
let port: number
let path: string
const sockets: Socket[] = []
beforeEach(async () => {
  server = await openServer({
    files: { '': ['text/html', () => '<p>board'], 'report.json': ['application/json', () => '{}'] },
    history: () => [{ site: 'home' }],
  })
  const url = new URL(server.url)
  port = Number(url.port)
  path = url.pathname
})
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await server.close()
})

interface Answer {
  status: number | undefined
  headers: IncomingHttpHeaders
  text: string
}
async function ask(at: string, options: { method?: string; host?: string } = {}): Promise<Answer> {
  const headers = { Host: options.host ?? `127.0.0.1:${port}` }
  const asked = request({
    host: '127.0.0.1',
    port,
    path: at,
    method: options.method ?? 'GET',
    headers,
    agent: false,
  }).end()
  const [response] = await once(asked, 'response')
  let text = ''
  for await (const part of response) text += part
  return { status: response.statusCode, headers: response.headers, text }
}

/** A reader of the stream, who got his first message. */
async function read(): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {})
  sockets.push(socket)
  socket.write(`GET ${path}events HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`)
  await once(socket, 'data')
  return socket
}

it('gives what it has under its token, a new one each time, of 128 bits', async () => {
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[0-9a-f]{32}\/$/)
  expect(await ask(path)).toMatchObject({ status: 200, text: '<p>board' })
  expect(await ask(`${path}report.json`)).toMatchObject({ status: 200, text: '{}' })
  const other = await openServer({ files: {}, history: () => [] })
  expect(new URL(other.url).pathname).not.toBe(path)
  await other.close()
})

describe('without a word', () => {
  const wrong = '0'.repeat(32)
  it.each(['/', '/favicon.ico', `/${wrong}/`, `/${wrong}/events`, '//', '/%', `/${'ä'.repeat(16)}/`])(
    'answers 404 to %s',
    async at => {
      expect(await ask(encodeURI(at))).toMatchObject({ status: 404, text: '' })
    },
  )
  it.each(['toString', '__proto__', '../', 'page.css/', '?x'])('answers 404 to %s behind the token', async name => {
    expect(await ask(path + name)).toMatchObject({ status: 404, text: '' })
  })
  it('answers 404 to the token in other letters or without its slash', async () => {
    expect((await ask(path.toUpperCase())).status).toBe(404)
    expect((await ask(path.slice(0, -1))).status).toBe(404)
  })
  it.each(['localhost', '127.0.0.1', 'example.org', '127.0.0.1.example.org'])(
    'answers 403 to a name that leads here: %s',
    async name => {
      expect(await ask(path, { host: name })).toMatchObject({ status: 403, text: '' })
      expect(await ask(path, { host: `${name}:${port + 1}` })).toMatchObject({ status: 403, text: '' })
    },
  )
  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])('answers 405 to %s', async method => {
    const { status, headers, text } = await ask(path, { method })
    expect({ status, text, allow: headers.allow }).toEqual({ status: 405, text: '', allow: 'GET' })
  })
})

it('sends its headers with every answer, also with a refusal', async () => {
  for (const at of [path, `${path}report.json`, '/', '/nothing']) {
    const { headers } = await ask(at)
    expect(headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    })
    expect(headers).not.toHaveProperty('set-cookie')
    expect(headers).not.toHaveProperty('access-control-allow-origin')
  }
})

it('tells a reader what was before and what comes, and says goodbye', async () => {
  const socket = connect(port, '127.0.0.1')
  sockets.push(socket)
  let text = ''
  socket.setEncoding('utf8').on('data', more => {
    text += more
  })
  socket.write(`GET ${path}events HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`)
  await expect.poll(() => text).toContain('data: {"site":"home"}\n\n')
  server.send({ line: 'a\nb' })
  await expect.poll(() => text).toContain('data: {"line":"a\\nb"}\n\n')
  const closed = once(socket, 'close')
  await server.close()
  await closed
  expect(text).toContain('data: {"end":true}')
})

it('lets go of a reader who does not read, and neither waits for him nor keeps what he missed', async () => {
  const reader = await read()
  reader.pause()
  const line = 'x'.repeat(64 * 1024)
  const before = process.memoryUsage().rss
  for (let i = 0; i < 1000 && !reader.destroyed; i++) {
    server.send({ line })
    if (i % 50 === 0) await new Promise(resolve => setImmediate(resolve))
  }
  expect(process.memoryUsage().rss - before).toBeLessThan(40 * 1024 * 1024)
  const closed = once(reader, 'close')
  reader.resume()
  await closed
})

it('has room for so many readers, and for another when one has gone', async () => {
  const readers = await Promise.all(Array.from({ length: READERS_MAX }, read))
  expect(await ask(`${path}events`)).toMatchObject({ status: 503, text: '' })
  readers[0]?.destroy()
  await expect
    .poll(async () => {
      const socket = connect(port, '127.0.0.1')
      sockets.push(socket)
      socket.write(`GET ${path}events HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`)
      return String((await once(socket, 'data'))[0]).slice(9, 12)
    })
    .toBe('200')
})
