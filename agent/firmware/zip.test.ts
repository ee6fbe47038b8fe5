// A zip is what its directory says, and a file in it what its checksum says.
import { deflateRawSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { crc32 } from '../../schemas/bundle/zip.ts'
import { zipOf } from '../../test/mangled-writers.ts'
import { FirmwareError } from './error.ts'
import { readZip, unzip } from './zip.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const FILES = { 'a.loads': bytes('list'), 'größe/b.sbn': bytes('image'.repeat(100)), empty: bytes('') }
const read = (zip: Uint8Array) =>
  Object.fromEntries([...readZip(zip)].map(file => [file.path, new TextDecoder().decode(unzip(file))]))
const code = (run: () => unknown) => {
  try {
    return run()
  } catch (error) {
    return error instanceof FirmwareError ? error.message : String(error)
  }
}
/** The directory stands behind the files: its fields are counted from there. */
function changed(zip: Uint8Array, field: number, value: number): Uint8Array {
  const copy = Buffer.from(zip)
  copy.writeUInt32LE(value, copy.readUInt32LE(copy.length - 6) + field)
  return copy
}

describe('a zip', () => {
  const expected = { 'a.loads': 'list', 'größe/b.sbn': 'image'.repeat(100), empty: '' }
  it('gives its files, packed or not, and with a comment behind it', () => {
    expect(read(zipSync(FILES))).toEqual(expected)
    expect(read(zipSync(FILES, { level: 0 }))).toEqual(expected)
    expect(read(zipSync(FILES, { comment: 'PK\x05\x06'.repeat(3) + 'x'.repeat(60_000) }))).toEqual(expected)
    expect(read(zipSync({}))).toEqual({})
  })

  it('is read where it lies in a larger buffer', () => {
    const zip = zipSync(FILES)
    const around = Buffer.alloc(zip.length + 20)
    around.set(zip, 7)
    expect(read(around.subarray(7, 7 + zip.length))).toEqual(expected)
  })

  it('whose file was changed, or unpacks to more or less than it says, gives none', () => {
    const packed = deflateRawSync(bytes('list'))
    const crc = crc32(bytes('list'))
    expect(read(zipOf({ name: 'a', packed, size: 4, crc }))).toEqual({ a: 'list' })
    for (const [size, sum] of [
      [3, crc],
      [5, crc],
      [0, crc],
      [4, crc + 1],
    ] as const)
      expect(code(() => read(zipOf({ name: 'a', packed, size, crc: sum })))).toBe('firmware.archive (a)')
    const stored = zipSync({ a: bytes('list') }, { level: 0 })
    stored[stored.indexOf(0x6c)] = 0x6d // l
    expect(code(() => read(stored))).toBe('firmware.archive (a)')
  })

  it.each([
    ['without an end', new Uint8Array(100), 'no directory'],
    ['too short for one', bytes('PK\x03\x04'), 'no directory'],
    ['whose directory is elsewhere', changed(zipSync(FILES), 0, 0), 'no entry'],
    ['that says its file is elsewhere', changed(zipSync(FILES), 42, 9), 'no entry'],
    ['that says its file is beyond the end', changed(zipSync(FILES), 42, 0xffff_fff0), 'RangeError'],
    ['that says its file is longer', changed(zipSync(FILES), 20, 99_999), 'cut off'],
  ])('%s is an error', (_, zip, message) => {
    expect(code(() => read(zip))).toContain(message)
  })
})
