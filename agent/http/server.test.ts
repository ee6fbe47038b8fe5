import { once } from 'node:events'
import { request as ask, get, type IncomingMessage, type RequestOptions } from 'node:http'
import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { Answer, Remote } from '../remote.ts'
import { createHttpServer, type HttpEvent, type HttpServer, type HttpServerOptions } from './server.ts'

const HOST = '127.0.0.1'
const image = Buffer.alloc(3_000_000, 'image ')
const files = new Map<string, Buffer>([
  ['SEP001D452D2BF0.cnf.xml', Buffer.from('<device/>')],
  ['dialplan.TXT', Buffer.from('dial')],
  ['German/mk-sip.jar', Buffer.from('jar')],
  ['a b.xml', Buffer.from('<a/>')],
  ['jar75sip.9-4-2.sbn', image],
  ['empty', Buffer.alloc(0)],
])

interface Running {
  server: HttpServer
  port: number
  events: HttpEvent[]
  errors: Error[]
  reads: { file: string; remote: Remote }[]
  event(name: HttpEvent['event']): Promise<HttpEvent>
}

const running: HttpServer[] = []
afterEach(async () => {
  for (const server of running.splice(0)) await server.close()
})

async function serve(options: Partial<HttpServerOptions> = {}): Promise<Running> {
  const events: HttpEvent[] = []
  const errors: Error[] = []
  const reads: Running['reads'] = []
  let wake = () => {}
  const server = createHttpServer({
    read(file, remote) {
      reads.push({ file, remote })
      return find(file)
    },
    onEvent(event) {
      events.push(event)
      wake()
    },
    onError: error => errors.push(error),
    address: HOST,
    port: 0,
    ...options,
  })
  running.push(server)
  const { port } = await server.open()
  const event = async (name: HttpEvent['event']) => {
    for (;;) {
      const found = events.find(({ event }) => event === name)
      if (found) return found
      await new Promise<void>(resolve => {
        wake = resolve
      })
    }
  }
  return { server, port, events, errors, reads, event }
}

function find(file: string): Answer {
  const bytes = files.get(file)
  if (bytes) return { found: true, name: file, bytes }
  if (file === 'private') return { found: false, why: 'refused', message: 'not for this phone' }
  return { found: false, why: 'missing', message: 'no such file' }
}

/** Unlike `fetch`, this sends the path as it stands. */
async function fetched(port: number, path: string, options: RequestOptions = {}) {
  const sent = ask({ host: HOST, port, path, ...options })
  sent.end()
  const [response]: IncomingMessage[] = await once(sent, 'response')
  if (!response) throw new Error('no response')
  const parts: Buffer[] = []
  for await (const part of response) parts.push(part)
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }
}

describe('a file', () => {
  it('arrives as it is, with its length and its type', async () => {
    const { port, event } = await serve()
    const { status, headers, body } = await fetched(port, '/SEP001D452D2BF0.cnf.xml')
    expect({ status, body: body.toString() }).toEqual({ status: 200, body: '<device/>' })
    expect(headers).toMatchObject({ 'content-type': 'text/xml', 'content-length': '9', 'cache-control': 'no-store' })
    expect(headers['accept-ranges']).toBe('bytes')
    expect(headers).not.toHaveProperty('server')
    expect(headers).not.toHaveProperty('x-powered-by')
    const facts = { file: 'SEP001D452D2BF0.cnf.xml', bytes: 9, remote: { address: HOST } }
    expect(await event('http.start')).toMatchObject(facts)
    expect(await event('http.done')).toMatchObject(facts)
  })

  it.each([
    ['/dialplan.TXT', 'text/plain'],
    ['/German/mk-sip.jar', 'application/octet-stream'],
    ['/empty', 'application/octet-stream'],
  ])('%s is of type %s', async (path, type) => {
    const { port } = await serve()
    expect(await fetched(port, path)).toMatchObject({ status: 200, headers: { 'content-type': type } })
  })

  it('may be large', async () => {
    const { port, event } = await serve()
    const { body } = await fetched(port, '/jar75sip.9-4-2.sbn')
    expect(Buffer.compare(body, image)).toBe(0)
    expect(await event('http.done')).toMatchObject({ bytes: image.length })
  })

  it('is named by the decoded path, without the first slash and the query', async () => {
    const { port, reads } = await serve()
    for (const path of ['/a%20b.xml?x=1', '//mk-sip.jar', '/../../etc/passwd', `http://${HOST}/empty`, '/%2e%2e/x']) {
      await fetched(port, path)
    }
    expect(reads.map(({ file }) => file)).toEqual(['a b.xml', '/mk-sip.jar', '../../etc/passwd', 'empty', '../x'])
  })

  it('is only described to HEAD, which starts no transfer', async () => {
    const { port, events } = await serve()
    const { status, headers, body } = await fetched(port, '/jar75sip.9-4-2.sbn', { method: 'HEAD' })
    expect(status).toBe(200)
    expect(headers).toMatchObject({ 'content-length': String(image.length) })
    expect(body).toHaveLength(0)
    expect(events).toEqual([])
  })

  it('that is not fetched to its end has failed', async () => {
    const large = Buffer.alloc(50_000_000)
    const { port, event, errors } = await serve({ read: () => ({ found: true, name: 'large', bytes: large }) })
    get({ host: HOST, port, path: '/large' }, response => response.destroy()).on('error', () => {})
    const failed = await event('http.failed')
    expect(failed).toMatchObject({ file: 'large', why: 'aborted' })
    expect(failed.event === 'http.failed' && failed.sent).toBeLessThan(large.length)
    expect(errors).toEqual([])
  })
})

describe('a request', () => {
  it('for what is not there or not allowed is told so, without a body', async () => {
    const { port, events } = await serve()
    const missing = await fetched(port, '/ITLFile.tlv')
    expect(missing).toMatchObject({ status: 404, body: Buffer.alloc(0) })
    const refused = await fetched(port, '/private')
    expect(refused).toMatchObject({ status: 403, body: Buffer.alloc(0) })
    expect(events).toMatchObject([
      { event: 'http.missing', file: 'ITLFile.tlv' },
      { event: 'http.refused', file: 'private', why: 'not for this phone' },
    ])
  })

  it('that cannot be answered reads nothing', async () => {
    const { port, reads, events } = await serve()
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const { status, headers } = await fetched(port, '/empty', { method })
      expect({ status, allow: headers.allow }).toEqual({ status: 405, allow: 'GET, HEAD' })
    }
    expect((await fetched(port, '/%zz')).status).toBe(400)
    expect((await fetched(port, '/%ff')).status).toBe(400)
    expect((await fetched(port, `/${'x'.repeat(1024)}`)).status).toBe(414)
    expect((await fetched(port, `/${'x'.repeat(1023)}`)).status).toBe(404)
    expect(reads).toHaveLength(1)
    expect(events.filter(({ event }) => event === 'http.refused')).toHaveLength(7)
  })

  it('that is no HTTP, or the second of a connection, is not served', async () => {
    const { port, reads, errors } = await serve()
    const said = async (text: string) => {
      const socket = connect(port, HOST)
      const parts: Buffer[] = []
      socket.on('data', part => parts.push(part))
      socket.write(text)
      await once(socket, 'close')
      return Buffer.concat(parts).toString()
    }
    expect(await said('\0\x01plain\0octet\0\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /)
    const both = 'GET /empty HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(2)
    expect((await said(both)).match(/ 200 OK/g)).toHaveLength(1)
    expect(reads).toHaveLength(1)
    expect(errors).toEqual([])
  })

  it('of one who may not ask is cut off before a word', async () => {
    const { port, reads, event } = await serve({ mayAsk: ({ address }) => address !== HOST })
    const socket = connect(port, HOST)
    let said = ''
    socket.on('data', part => {
      said += part
    })
    socket.on('error', () => {})
    socket.write('GET /empty HTTP/1.1\r\nHost: x\r\n\r\n')
    await once(socket, 'close')
    expect(said).toBe('')
    expect(reads).toEqual([])
    expect(await event('http.refused')).toMatchObject({ file: '', why: 'from another network' })
  })

  it('over a socket for both families comes from an IPv4 address', async () => {
    const { port, reads } = await serve({ address: '::' })
    await fetched(port, '/empty')
    expect(reads[0]?.remote.address).toBe(HOST)
  })
})

describe('the server', () => {
  it('survives what its caller throws', async () => {
    const { port, errors } = await serve({
      read(file) {
        if (file === 'bad') throw new Error('read failed')
        return find(file)
      },
      onEvent() {
        throw new Error('event failed')
      },
    })
    expect((await fetched(port, '/bad')).status).toBe(500)
    expect((await fetched(port, '/empty')).status).toBe(200)
    expect(errors.map(({ message }) => message).slice(0, 2)).toEqual(['read failed', 'event failed'])
  })

  it('closed in the middle of a transfer says no more', async () => {
    const large = Buffer.alloc(50_000_000)
    const { port, server, events } = await serve({ read: () => ({ found: true, name: 'large', bytes: large }) })
    const sent = get({ host: HOST, port, path: '/large' })
    sent.on('error', () => {})
    const [response]: IncomingMessage[] = await once(sent, 'response')
    const cut = new Promise<void>(resolve => response?.on('close', resolve).on('error', () => {}))
    await server.close()
    const told = events.length
    response?.resume()
    await cut
    expect(events).toHaveLength(told)
    expect(events.some(({ event }) => event === 'http.failed' || event === 'http.done')).toBe(false)
  })

  it('says which port it could not have', async () => {
    const { port } = await serve()
    const rival = createHttpServer({ read: find, onEvent() {}, onError() {}, address: HOST, port })
    await expect(rival.open()).rejects.toMatchObject({ code: 'EADDRINUSE', port, address: HOST })
    await rival.close()
  })
})
