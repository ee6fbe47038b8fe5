import { describe, expect, test } from 'vitest'
import { readContainer } from '../firmware/container.ts'
import { readLoads } from '../firmware/loads.ts'
import { readNewContainer } from '../firmware/new-container.ts'
import { readPlatform } from './platforms.ts'
import { makeFirmware } from './synthetic.ts'

const LOAD = 'SIP75.9-4-2SR3-1S'
const IMAGES = ['jar75sip', 'cnu75', 'apps75', 'dsp75', 'cvm75sip'].map(kind => `${kind}.9-4-2ES26.sbn`)
const FILES = ['term75.default.loads', ...IMAGES].sort()
const SMALL = { jar: 3000, cnu: 3000, apps: 3000, dsp: 3000, cvm: 3000 }
const small = () => makeFirmware({ load: LOAD, files: FILES, sizes: SMALL, hardwareMask: 5 })

function bytesOf(firmware: ReturnType<typeof makeFirmware>, name: string): Uint8Array {
  const file = firmware.get(name.toLowerCase())
  if (!file) throw new Error(`${name} was not made`)
  return file.bytes()
}
const ascii = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes)

describe('synthetic firmware', () => {
  test('is the whole set, under lower-case keys and with the right spelling', () => {
    const names = [...small()].map(([key, { name }]) => [key, name])
    expect(names.every(([key, name]) => key === name?.toLowerCase())).toBe(true)
    expect(names.map(([, name]) => name).sort()).toEqual([`${LOAD}.loads`, ...FILES].sort())
  })

  test('carries in every header the name under which it is asked for, on a 4-byte boundary', () => {
    for (const { name, bytes } of small().values()) {
      const container = readContainer(bytes())
      expect(container.name).toBe(name)
      expect(container.headerLength % 4).toBe(0)
    }
  })

  test('lists its images in the order of real sets, with build and hardware mask', () => {
    const list = readContainer(bytesOf(small(), `${LOAD}.loads`)).payload
    expect(readLoads(list)).toEqual({ build: '9-4-2ES26', hardwareMask: 5, files: IMAGES })
    expect(ascii(list).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  test('names no hardware mask unless told', () => {
    const made = makeFirmware({ load: LOAD, files: IMAGES, sizes: SMALL })
    expect(readLoads(readContainer(bytesOf(made, `${LOAD}.loads`)).payload).hardwareMask).toBeUndefined()
  })

  test('has the same list for a factory reset', () => {
    const made = small()
    expect(readContainer(bytesOf(made, 'term75.default.loads')).payload).toEqual(
      readContainer(bytesOf(made, `${LOAD}.loads`)).payload,
    )
  })

  test('holds archives whose table leads to their contents', () => {
    const { payload } = readContainer(bytesOf(small(), 'cnu75.9-4-2ES26.sbn'))
    const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength)
    expect(ascii(payload.subarray(0, 0x14))).toBe('CNU_File_Archive_3.0')
    expect(ascii(payload.subarray(0x38, 0x4c))).toBe('CNU_File_Archive_3.0')
    let at = view.getUint32(0x34)
    const contents = new Map<string, Uint8Array>()
    for (let entry = 0x248; entry < 0x248 + view.getUint32(0x30) * 20; entry += 20) {
      const nameAt = view.getUint32(entry + 16)
      const name = ascii(payload.subarray(nameAt, payload.indexOf(0, nameAt)))
      contents.set(name, payload.subarray(at, at + view.getUint32(entry + 8)))
      at += view.getUint32(entry + 8)
    }
    expect(at).toBe(payload.length)
    expect([...contents.keys()]).toEqual(['SYNTHETIC.txt', 'noise.bin'])
    expect(ascii(contents.get('SYNTHETIC.txt') ?? new Uint8Array())).toContain('cnu75.9-4-2ES26.sbn')
  })

  test('says in header and payload of every file that it is synthetic', () => {
    for (const { name, bytes } of small().values()) {
      const { payload, headerLength } = readContainer(bytes())
      const header = ascii(bytes().subarray(0, headerLength))
      expect(header, name).toContain('CN=SYNTHETIC;OU=cp rehearsal;O=not Cisco')
      expect(header, name).toContain('NOT A SIGNATURE')
      expect(ascii(payload), name).toContain('SYNTHETIC: made up by cp for a rehearsal. Not Cisco software')
    }
  })

  test('is the same each time, and different from file to file', () => {
    expect(bytesOf(small(), 'jar75sip.9-4-2ES26.sbn')).toEqual(bytesOf(small(), 'jar75sip.9-4-2ES26.sbn'))
    const jar = bytesOf(small(), 'jar75sip.9-4-2ES26.sbn').subarray(-1000)
    const cvm = bytesOf(small(), 'cvm75sip.9-4-2ES26.sbn').subarray(-1000)
    expect(jar).not.toEqual(cvm)
  })

  test('is as large as told, else about as large as real images', () => {
    expect(readContainer(bytesOf(small(), 'dsp75.9-4-2ES26.sbn')).payload).toHaveLength(3000)
    const real = makeFirmware({ load: LOAD, files: FILES })
    expect(readContainer(bytesOf(real, 'apps75.9-4-2ES26.sbn')).payload).toHaveLength(3_100_000)
  })
})

describe('synthetic firmware of an 8841', () => {
  const load = 'sip88xx.14-4-1-0301-6'
  const made = () => makeFirmware({ load, files: [`${load}.loads`], sizes: { sboot: 2000, kern: 3001, rootfs: 9000 } })

  test('has the container of its family, with the name, a hash that holds and no signature', () => {
    expect(made().size).toBe(7)
    for (const { name, bytes } of made().values()) {
      const { headerLength, ...container } = readNewContainer(bytes())
      expect(container.name).toBe(name)
      expect(headerLength % 4).toBe(0)
      expect(ascii(bytes().subarray(0, headerLength)), name).toContain('SYNTHETIC, NOT A SIGNATURE')
      expect(ascii(container.payload), name).toContain('SYNTHETIC: made up by cp for a rehearsal. Not Cisco software')
    }
  })

  test('lists for each platform images of its own, as large as the list says', () => {
    const list = readNewContainer(bytesOf(made(), `${load}.loads`)).payload
    expect(ascii(list).match(/^\[.*\]$/gm)).toEqual(['[CISCO-ID]', '[PLATFORM_1]', '[PLATFORM_2]'])
    const images = readPlatform(list)
    expect([...images.keys()]).toEqual(
      ['sboot', 'kern', 'rootfs'].map(kind => `${kind}2.88xx.SYNTHETIC-14-4-1-0301-6.sbn`),
    )
    for (const [name, size] of images) expect(bytesOf(made(), name)).toHaveLength(size)
  })

  test('has as many for a 7841', () => {
    const list = readNewContainer(
      bytesOf(makeFirmware({ load: 'sip78xx.1-2-3', files: [] }), 'sip78xx.1-2-3.loads'),
    ).payload
    expect([...readPlatform(list).keys()]).toEqual(
      ['sboot', 'kern', 'rootfs'].map(kind => `${kind}2.78xx.SYNTHETIC-1-2-3.sbn`),
    )
  })

  test('puts named images to the platform that their names say', () => {
    const names = ['kern78xx', 'sboot2.78xx', 'kern2.78xx', 'sboot78xx'].map(name => `${name}.12-8-1-0001-455.sbn`)
    const other = makeFirmware({ load: 'sip78xx.12-8-1-0001-455', files: names, sizes: { kern: 9, sboot: 9 } })
    const list = readNewContainer(bytesOf(other, 'sip78xx.12-8-1-0001-455.loads')).payload
    expect([...readPlatform(list).keys()]).toEqual([names[1], names[2]])
    const first = makeFirmware({ load: 'sip78xx.12-8-1-0001-455', files: names.slice(0, 1), sizes: { kern: 9 } })
    expect([...readPlatform(readNewContainer(bytesOf(first, 'sip78xx.12-8-1-0001-455.loads')).payload).keys()]).toEqual(
      [names[0]],
    )
  })

  test('is about as large as real images are', () => {
    const list = readNewContainer(bytesOf(makeFirmware({ load, files: [] }), `${load}.loads`)).payload
    expect(ascii(list)).toMatch(/^rootfs=rootfs88xx\S+ size=38600\d\d\d$/m)
  })
})

describe('the list of a platform', () => {
  test('is read past what else a section holds', () => {
    const text =
      '[CISCO-ID]\r\nversion = 1\r\n[PLATFORM_1]\r\nfbi=f.sbn size=10\r\nebr_diskver = 1\r\nebr_kern = (-1,2,0)\r\n'
    expect([...readPlatform(new TextEncoder().encode(text))]).toEqual([['f.sbn', 10]])
    expect(readPlatform(new TextEncoder().encode('[CISCO-ID]\n')).size).toBe(0)
  })
})
