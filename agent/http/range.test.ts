// A part of a file over HTTP, asked for as a person with curl would: what comes over the socket, byte by byte.
import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createHttpServer, type HttpEvent } from './server.ts'

const HOST = '127.0.0.1'
const FILE = Buffer.from('0123456789')
const LARGE = Buffer.alloc(60_000_000, 'image ')

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const server of opened.splice(0)) await server.close()
})

async function serve(bytes: Uint8Array = FILE) {
  const events: HttpEvent[] = []
  const server = createHttpServer({
    read: name => ({ found: true, name, bytes }),
    onEvent: event => events.push(event),
    onError: error => {
      throw error
    },
    address: HOST,
    port: 0,
  })
  opened.push(server)
  const { port } = await server.open()
  return { port, events }
}

/** What the server sends until it closes, as it stands on the wire. */
async function said(port: number, lines: string[], method = 'GET'): Promise<{ head: string; body: Buffer }> {
  const socket = connect(port, HOST)
  const parts: Buffer[] = []
  socket.on('data', part => parts.push(part))
  socket.write([`${method} /a.sbn HTTP/1.1`, 'Host: x', 'Connection: close', ...lines, '', ''].join('\r\n'))
  await once(socket, 'close')
  const all = Buffer.concat(parts)
  const end = all.indexOf('\r\n\r\n')
  return { head: all.subarray(0, end).toString(), body: all.subarray(end + 4) }
}

describe('a part of a file', () => {
  it.each([
    ['bytes=0-0', '0-0', '0'],
    ['bytes=2-5', '2-5', '2345'],
    ['bytes=7-', '7-9', '789'],
    ['bytes=0-', '0-9', '0123456789'],
    ['bytes=8-99999999999999999999', '8-9', '89'],
    ['bytes=-3', '7-9', '789'],
    ['bytes=-99', '0-9', '0123456789'],
    ['Bytes=9-9', '9-9', '9'],
  ])('%s is given as bytes %s', async (range, part, expected) => {
    const { port, events } = await serve()
    const { head, body } = await said(port, [`Range: ${range}`])
    expect(head).toMatch(/^HTTP\/1\.1 206 /)
    expect(head).toContain(`\r\nContent-Range: bytes ${part}/10\r\n`)
    expect(head).toContain(`\r\nContent-Length: ${expected.length}\r\n`)
    expect(head).toContain('\r\nAccept-Ranges: bytes\r\n')
    expect(body.toString()).toBe(expected)
    expect(events).toMatchObject([
      { event: 'http.start', file: 'a.sbn', bytes: 10, part },
      { event: 'http.done', file: 'a.sbn', bytes: 10, part },
    ])
  })

  it.each(['bytes=10-', 'bytes=10-20', 'bytes=99999999999999999999-', 'bytes=-0'])(
    '%s begins behind the end, and nothing is given',
    async range => {
      const { port, events } = await serve()
      const { head, body } = await said(port, [`Range: ${range}`])
      expect(head).toMatch(/^HTTP\/1\.1 416 /)
      expect(head).toContain('\r\nContent-Range: bytes */10\r\n')
      expect(body).toHaveLength(0)
      expect(events).toMatchObject([{ event: 'http.refused', why: 'no such part' }])
    },
  )

  it.each([
    ['several', 'bytes=0-1,4-5'],
    ['one that ends before it begins', 'bytes=5-2'],
    ['none', 'bytes=-'],
    ['signs', 'bytes=+1-2'],
    ['hexadecimals', 'bytes=0x1-2'],
    ['another unit', 'lines=0-1'],
    ['no unit', '0-1'],
    ['nothing', ''],
  ])('that is %s is passed over, and the whole is given', async (_, range) => {
    const { port, events } = await serve()
    const { head, body } = await said(port, [`Range: ${range}`])
    expect(head).toMatch(/^HTTP\/1\.1 200 /)
    expect(head).not.toContain('Content-Range')
    expect(body.toString()).toBe('0123456789')
    expect(events.some(event => 'part' in event && event.part)).toBe(false)
  })

  it('of an empty file is no part, or all of it', async () => {
    const { port } = await serve(Buffer.alloc(0))
    const { head } = await said(port, ['Range: bytes=0-'])
    expect(head).toContain('416')
    expect(head).toContain('bytes */0')
    expect((await said(port, ['Range: bytes=-5'])).head).toMatch(/^HTTP\/1\.1 200 /)
  })

  it('is not given to HEAD, or on a condition that cannot hold, as RFC 9110 has it', async () => {
    const { port, events } = await serve()
    const { head, body } = await said(port, ['Range: bytes=0-3'], 'HEAD')
    expect(head).toMatch(/^HTTP\/1\.1 200 /)
    expect(head).toContain('\r\nContent-Length: 10\r\n')
    expect(head).toContain('\r\nAccept-Ranges: bytes\r\n')
    expect(body).toHaveLength(0)
    expect(events).toEqual([])
    const conditional = await said(port, ['Range: bytes=0-3', 'If-Range: "another"'])
    expect(conditional.head).toMatch(/^HTTP\/1\.1 200 /)
  })

  it('may be large, is told in bytes of the whole file, and arrives as it stands there', async () => {
    const { port, events } = await serve(LARGE)
    const { body } = await said(port, ['Range: bytes=10000001-59999998'])
    expect(Buffer.compare(body, LARGE.subarray(10_000_001, 59_999_999))).toBe(0)
    expect(events.at(-1)).toMatchObject({ event: 'http.done', bytes: LARGE.length, part: '10000001-59999998' })
    for (const event of events.filter(({ event }) => event === 'http.progress')) {
      expect(event).toMatchObject({ bytes: LARGE.length, part: '10000001-59999998' })
      expect('sent' in event && event.sent).toBeGreaterThan(10_000_001)
    }
  })

  it('that is not fetched to its end has failed, and says how far into the file it went', async () => {
    const { port, events } = await serve(LARGE)
    const socket = connect(port, HOST)
    socket.on('error', () => {})
    socket.write('GET /a.sbn HTTP/1.1\r\nHost: x\r\nRange: bytes=5000000-\r\n\r\n')
    await once(socket, 'data')
    socket.destroy()
    await expect.poll(() => events.at(-1)?.event).toBe('http.failed')
    const failed = events.at(-1)
    expect(failed).toMatchObject({ part: '5000000-59999999', why: 'aborted' })
    expect(failed && 'sent' in failed && failed.sent).toBeGreaterThanOrEqual(5_000_000)
    expect(failed && 'sent' in failed && failed.sent).toBeLessThan(LARGE.length)
  })
})
