import { describe, expect, it } from 'vitest'
import { negotiate } from './negotiate.ts'
import { toNetascii } from './netascii.ts'
import { decodePacket, encodeAck, encodeDataHead, encodeError, encodeOack, encodeRequest } from './packet.ts'
import { createRto } from './rto.ts'

const bytes = (...parts: (string | number)[]) =>
  Buffer.concat(parts.map(part => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.of(part))))

describe('a TFTP datagram', () => {
  it('of a request names a file, a mode and options', () => {
    const datagram = bytes(0, 1, 'SEP001D452D2BF0.cnf.xml\0OCTET\0BlkSize\0', '1428\0tsize\0', '0\0')
    expect(decodePacket(datagram)).toEqual({
      op: 'rrq',
      file: 'SEP001D452D2BF0.cnf.xml',
      mode: 'octet',
      options: [
        ['blksize', '1428'],
        ['tsize', '0'],
      ],
    })
  })

  it('is written as the RFCs draw it', () => {
    const request = encodeRequest({ op: 'wrq', file: 'a', mode: 'octet', options: [['tsize', '3']] })
    expect(Buffer.from(request)).toEqual(bytes(0, 2, 'a\0octet\0tsize\0', '3\0'))
    expect(Buffer.from(encodeDataHead(0x1_02_03))).toEqual(bytes(0, 3, 2, 3))
    expect(Buffer.from(encodeAck(65536 + 258))).toEqual(bytes(0, 4, 1, 2))
    expect(Buffer.from(encodeError(1, 'no such file'))).toEqual(bytes(0, 5, 0, 1, 'no such file\0'))
    expect(Buffer.from(encodeOack([['blksize', '1428']]))).toEqual(bytes(0, 6, 'blksize\0', '1428\0'))
  })

  it('comes back from its bytes as it was', () => {
    expect(decodePacket(encodeAck(65535))).toEqual({ op: 'ack', block: 65535 })
    expect(decodePacket(encodeError(8, 'why'))).toEqual({ op: 'error', code: 8, message: 'why' })
    expect(decodePacket(encodeOack([['tsize', '9']]))).toEqual({ op: 'oack', options: [['tsize', '9']] })
    expect(decodePacket(bytes(0, 3, 0, 7, 'abc'))).toEqual({ op: 'data', block: 7, bytes: bytes('abc') })
  })

  it('is nothing when it is cut short or of another kind, and never throws', () => {
    const whole = bytes(0, 1, 'file\0octet\0blksize\0', '512\0')
    for (let length = 0; length < 7; length++) expect(decodePacket(whole.subarray(0, length))).toBeUndefined()
    for (let length = 7; length < whole.length; length++) {
      expect(decodePacket(whole.subarray(0, length))).toMatchObject({ op: 'rrq', file: 'file', options: [] })
    }
    for (const opcode of [0, 7, 8, 255]) expect(decodePacket(bytes(0, opcode, 0, 1, 0, 0))).toBeUndefined()
    for (const opcode of [3, 4, 5]) expect(decodePacket(bytes(0, opcode, 0))).toBeUndefined()
    for (let seed = 1; seed < 2000; seed++) {
      const noise = Uint8Array.from({ length: seed % 60 }, (_, index) => (seed * 7919 * (index + 3)) >>> (seed % 5))
      noise.set([0, seed % 7].slice(0, noise.length))
      expect(() => decodePacket(noise)).not.toThrow()
    }
  })

  it('has at most sixteen options, each counted once', () => {
    const many = Array.from({ length: 40 }, (_, index) => [`o${index}`, '1'] as const)
    const packet = decodePacket(encodeRequest({ op: 'rrq', file: 'a', mode: 'octet', options: many }))
    expect(packet).toMatchObject({ op: 'rrq', options: many.slice(0, 16) })
    expect(decodePacket(bytes(0, 1, 'a\0octet\0x\0', '1\0X\0', '2\0'))).toMatchObject({ options: [['x', '1']] })
  })

  it('may hold names beyond ASCII, in UTF-8 or in Latin-1', () => {
    expect(decodePacket(Buffer.from('\0\x01Büro\0octet\0'))).toMatchObject({ file: 'Büro' })
    expect(decodePacket(bytes(0, 1, 'Büro\0octet\0'))).toMatchObject({ file: 'Büro' })
  })
})

describe('negotiation', () => {
  const terms = (name: string, value: string) => negotiate([[name, value]], 1000, { maxBlockSize: 1468 })

  it('takes a block size as asked, or the largest that fits a frame', () => {
    expect(terms('blksize', '8')).toMatchObject({ blockSize: 8, accepted: [['blksize', '8']] })
    expect(terms('blksize', '1428')).toMatchObject({ blockSize: 1428, accepted: [['blksize', '1428']] })
    expect(terms('blksize', '65464')).toMatchObject({ blockSize: 1468, accepted: [['blksize', '1468']] })
  })

  it('ignores what is no number or out of range', () => {
    const nonsense: [string, string][] = [
      ...['7', '0', 'abc', '-5', '1428.5', '', '999999', '0x200', ' 512'].map((v): [string, string] => ['blksize', v]),
      ...['0', '-1', 'x'].map((v): [string, string] => ['windowsize', v]),
      ...['0', '256', '99999'].map((v): [string, string] => ['timeout', v]),
      ['tsize', '12345678901'],
      ['multicast', ''],
      ['rollover', '0'],
    ]
    for (const [name, value] of nonsense) {
      expect(terms(name, value)).toEqual({ blockSize: 512, windowSize: 1, timeoutMs: undefined, accepted: [] })
    }
  })

  it('tells the size, keeps the time-out, and caps the window', () => {
    expect(terms('tsize', '0').accepted).toEqual([['tsize', '1000']])
    expect(terms('timeout', '3')).toMatchObject({ timeoutMs: 3000, accepted: [['timeout', '3']] })
    expect(terms('windowsize', '65535')).toMatchObject({ windowSize: 64, accepted: [['windowsize', '64']] })
  })
})

describe('netascii', () => {
  it('turns LF into CR LF and CR into CR NUL', () => {
    expect(Buffer.from(toNetascii(bytes('a\nb\rc\r\n')))).toEqual(bytes('a\r\nb\r\0c\r\0\r\n'))
  })

  it('leaves a file without line ends as it is', () => {
    const file = bytes('abc')
    expect(toNetascii(file)).toBe(file)
  })
})

describe('the wait for an ACK', () => {
  it('starts at half a second and follows the round trips down to a floor', () => {
    const rto = createRto()
    expect(rto.ms).toBe(500)
    for (let count = 0; count < 50; count++) rto.measured(100)
    expect(rto.ms).toBeGreaterThanOrEqual(100)
    expect(rto.ms).toBeLessThan(110)
    for (let count = 0; count < 50; count++) rto.measured(0.1)
    expect(rto.ms).toBe(50)
  })

  it('doubles each time it was in vain, up to five seconds or what the client said', () => {
    const waits = (rto = createRto()) =>
      Array.from({ length: 5 }, () => {
        rto.expired()
        return rto.ms
      })
    expect(waits()).toEqual([1000, 2000, 4000, 5000, 5000])
    expect(waits(createRto(1000))).toEqual([1000, 1000, 1000, 1000, 1000])
  })
})
