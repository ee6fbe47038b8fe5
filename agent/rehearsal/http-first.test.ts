// Later models ask by HTTP before TFTP, for their firmware too.
import { once } from 'node:events'
import { createServer } from 'node:net'
import { describe, expect, test } from 'vitest'
import { bytesOf, CONFIG, closers, config, FACTS, type Files, SIP, shelf, start } from '../../test/phone-world.ts'
import { refusal } from '../../test/refusal.ts'
import { createHttpServer } from '../http/server.ts'
import type { VirtualPhoneOptions } from './phone.ts'
import { wrapLater } from './signed.ts'
import { makeFirmware } from './synthetic.ts'

describe('HTTP', () => {
  const LOAD = 'sip88xx.14-4-1-0301-6'
  const AS_8841: Partial<VirtualPhoneOptions> = {
    model: 'CP-8841',
    running: LOAD,
    facts: { ...FACTS, loadFamilies: ['sip88xx'] },
  }
  const files: Files = { [CONFIG]: config(LOAD), 'dialplan.xml': '<DIALTEMPLATE></DIALTEMPLATE>' }

  async function serveHttp(shown: Files = files) {
    const ports = new Set<number>()
    const asked: string[] = []
    const strangers: string[] = []
    const http = createHttpServer({
      address: '127.0.0.1',
      port: 0,
      read(file, { port }) {
        asked.push(file)
        if (!ports.has(port)) strangers.push(file)
        const content = shown[file]
        if (content === undefined) return { found: false, why: 'missing', message: 'no such file' }
        return { found: true, name: file, bytes: bytesOf(content) }
      },
      onEvent: () => undefined,
      onError: error => {
        throw error
      },
    })
    const { port } = await http.open()
    closers.push(() => http.close())
    return { port, asked, strangers, attribute: (own: number) => void ports.add(own) }
  }
  const start8841 = (httpPort: number, more: Partial<VirtualPhoneOptions> = {}) =>
    start(files, { ...AS_8841, speed: { fileMs: 200 }, ...more }, { httpPort })

  test('comes first for an 8841, and what is not there is not asked for again by TFTP', async () => {
    const http = await serveHttp()
    const { phone, asked } = await start8841(http.port, { attribute: http.attribute })
    expect(await phone).toMatchObject({ running: LOAD, lines: ['Line1'], boots: 1 })
    expect(http.asked).toContain(CONFIG)
    expect(http.asked).toContain('ITLFile.tlv')
    expect(http.strangers).toEqual([])
    expect(asked).toEqual([])
  })

  test('where nobody listens gives way to TFTP', async () => {
    const http = createServer().listen(0, '127.0.0.1')
    await once(http, 'listening')
    const bound = http.address()
    await new Promise(resolve => http.close(resolve))
    const { phone, asked } = await start8841(typeof bound === 'object' ? (bound?.port ?? 0) : 0)
    expect(await phone).toMatchObject({ running: LOAD })
    expect(asked).toContain(CONFIG)
  })

  test.each([
    ['breaks off', 'HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nhalf'],
    ['is no HTTP', 'SIP/2.0 200 OK\r\n\r\n'],
    ['is that the server is ill', 'HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n'],
  ])('whose answer %s gives way to TFTP', async (_, answer) => {
    const http = createServer(socket => void socket.on('error', () => {}).once('data', () => socket.end(answer)))
    http.listen(0, '127.0.0.1')
    await once(http, 'listening')
    closers.push(() => http.close())
    const bound = http.address()
    const { phone, asked } = await start8841(typeof bound === 'object' ? (bound?.port ?? 0) : 0)
    expect(await phone).toMatchObject({ running: LOAD })
    expect(asked).toContain(CONFIG)
  })

  test('brings an 8841 its new load, of which it takes what its platform needs', async () => {
    const made = makeFirmware({ load: LOAD, files: [], sizes: { sboot: 900, kern: 3000, rootfs: 70_000 } })
    const set = Object.fromEntries([...made.values()].map(({ name, bytes }) => [name, bytes()]))
    const http = await serveHttp({ ...files, ...set })
    const more = { attribute: http.attribute, running: 'sip88xx.12-8-1-0201-486' }
    const { phone, asked } = await start8841(http.port, more)
    expect(await phone).toMatchObject({ running: LOAD, boots: 2 })
    const images = ['sboot', 'kern', 'rootfs'].map(kind => `${kind}2.88xx.SYNTHETIC-14-4-1-0301-6.sbn`)
    expect(http.asked.filter(name => /\.(loads|sbn)$/.test(name))).toEqual([`${LOAD}.loads`, ...images])
    expect(asked).toEqual([])

    const changed: [string, Uint8Array, string][] = [
      [
        images[1] ?? '',
        (set[images[1] ?? ''] ?? new Uint8Array()).map((byte, at) => (at === 2000 ? byte ^ 1 : byte)),
        'firmware.hash',
      ],
      [images[1] ?? '', set[images[0] ?? ''] ?? new Uint8Array(), `is ${images[0]}`],
      [images[2] ?? '', wrapLater(images[2] ?? '', new Uint8Array(10)), 'not as large as its list says'],
      [`${LOAD}.loads`, wrapLater(`${LOAD}.loads`, bytesOf('[CISCO-ID]')), 'names no image'],
    ]
    for (const [name, bytes, why] of changed) {
      const bad = await serveHttp({ ...files, ...set, [name]: bytes })
      const [code, detail] = await refusal((await start8841(bad.port, { ...more, attribute: bad.attribute })).phone)
      expect([code, detail]).toEqual(['phone.bad-image', expect.stringContaining(`${name}: `)])
      expect(detail).toContain(why)
    }
  })

  test('is not asked by a 7975G', async () => {
    const http = await serveHttp()
    const { phone, asked } = await start(shelf(), { running: SIP }, { httpPort: http.port })
    expect(await phone).toMatchObject({ running: SIP })
    expect(http.asked).toEqual([])
    expect(asked).toContain(CONFIG)
  })
})
