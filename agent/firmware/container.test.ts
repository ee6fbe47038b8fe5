import { describe, expect, test } from 'vitest'
import { readContainer } from './container.ts'
import { FirmwareError } from './error.ts'

const ascii = (text: string) => [...text].map(character => character.charCodeAt(0))
const element = (tag: number, value: number[]) => [tag, value.length >> 8, value.length & 255, ...value]
const NAME = element(14, ascii('SIP75.9-4-2SR3-1S.loads\0'))
const SIGNER = element(3, [
  ...element(4, ascii('CN=signer\0')),
  ...element(5, [0x12, 0x34]),
  ...element(6, ascii('CN=issuer\0')),
])
const ALGORITHMS = element(7, [...element(8, [1]), ...element(9, [...element(10, [0]), ...element(11, [2])])])
const SIGNATURE = element(12, Array<number>(256).fill(14)) // a byte that would be a tag if read as one
const PAYLOAD = ascii('payload')

/** A file by hand: elements behind the two fixed ones, then the payload. */
function file(elements: number[], length = 10 + elements.length): Uint8Array {
  return Uint8Array.from([1, 0, 2, 1, 1, 2, 0, 2, length >> 8, length & 255, ...elements, ...PAYLOAD])
}
const good = file([...SIGNER, ...ALGORITHMS, ...SIGNATURE, ...NAME, 13, 13])

function code(bytes: Uint8Array): string {
  try {
    readContainer(bytes)
  } catch (error) {
    if (error instanceof FirmwareError) return error.code
    throw error
  }
  return 'no error'
}

describe('the signed container', () => {
  test('gives the name, the payload and where it begins', () => {
    const { name, payload, headerLength } = readContainer(good)
    expect(name).toBe('SIP75.9-4-2SR3-1S.loads')
    expect(Array.from(payload)).toEqual(PAYLOAD)
    expect(headerLength).toBe(good.length - PAYLOAD.length)
  })

  test('reads a view into a larger buffer', () => {
    const around = new Uint8Array(good.length + 20)
    around.set(good, 7)
    expect(readContainer(around.subarray(7, 7 + good.length)).name).toBe('SIP75.9-4-2SR3-1S.loads')
  })

  test('passes over elements that it does not know, and needs no padding', () => {
    expect(readContainer(file([...element(200, [14, 0, 1]), ...NAME])).name).toBe('SIP75.9-4-2SR3-1S.loads')
  })

  test('may have an empty payload', () => {
    expect(readContainer(good.subarray(0, good.length - PAYLOAD.length)).payload).toHaveLength(0)
  })

  test.each([
    ['nothing', []],
    ['a text', ascii('jar75sip.9-4-2ES26.sbn\r\n')],
    ['an unsigned archive', ascii('CNU_File_Archive_3.0')],
    ['only the beginning', [1, 0, 2, 1, 1, 2, 0]],
    ['another second element', [1, 0, 2, 1, 1, 3, 0, 2, 0, 10]],
    ['a version of another length', [1, 0, 3, 1, 1, 2, 0, 2, 0, 10]],
  ])('does not take %s for signed', (_, bytes) => {
    expect(code(Uint8Array.from(bytes))).toBe('firmware.not-signed')
  })

  test('refuses a file that is shorter than its header', () => {
    const header = good.length - PAYLOAD.length
    for (let length = 10; length < header; length++)
      expect(code(good.subarray(0, length)), `${length} bytes`).toBe('firmware.header')
  })

  test.each([
    ['a header length inside the fixed part', file(NAME, 9)],
    ['an element longer than the header', file([...NAME, 12, 1, 0, 1])],
    ['half an element', file([...NAME, 12, 0])],
    ['a nested element longer than the header', file([...NAME, 3, 0, 4, 4, 0, 9, 65])],
    ['no name', file([...SIGNER, ...SIGNATURE])],
    ['two names', file([...NAME, ...NAME])],
    ['a name without its NUL', file(element(14, ascii('a.sbn')))],
    ['an empty name', file(element(14, [0]))],
    ['a path as name', file(element(14, ascii('../a.sbn\0')))],
    ['a NUL in the name', file(element(14, ascii('a\0b.sbn\0')))],
    ['a name without end', file(element(14, ascii(`${'a'.repeat(400)}\0`)))],
  ])('refuses %s', (_, bytes) => {
    expect(code(bytes)).toBe('firmware.header')
  })

  test('meets any change of one byte with an answer or a code', () => {
    for (let at = 0; at < good.length; at++) {
      const bad = good.slice()
      bad[at] = (bad[at] ?? 0) ^ 0xff
      expect(['no error', 'firmware.header', 'firmware.not-signed'], `byte ${at}`).toContain(code(bad))
    }
  })
})
