// Writes PNGs for tests: every colour type and depth, interlaced too, and none of it with the library that reads them.
import { crc32, deflateSync } from 'node:zlib'

export interface PngToMake {
  width: number
  height: number
  /** 0 grey, 2 colours, 3 palette, 4 grey with cover, 6 colours with cover. */
  type?: 0 | 2 | 3 | 4 | 6
  depth?: 1 | 2 | 4 | 8 | 16
  interlaced?: boolean
  /** The samples of a pixel, from 0 to the highest of the depth. */
  pixel(x: number, y: number): readonly number[]
  /** Chunks between header and pixels: `PLTE`, `tRNS` and others. */
  chunks?: readonly (readonly [string, Uint8Array])[]
}

export function chunk(type: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

export const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

/** The header alone, whatever it says. */
export function header(width: number, height: number, depth: number, type: number, interlace = 0): Buffer {
  const body = Buffer.alloc(13)
  body.writeUInt32BE(width, 0)
  body.writeUInt32BE(height, 4)
  body.set([depth, type, 0, 0, interlace], 8)
  return chunk('IHDR', body)
}

/** In which of the seven passes a pixel comes: the picture of PNG 8.1, repeated over the whole. */
const PASS_OF = ['16462646', '77777777', '56565656', '77777777', '36463646', '77777777', '56565656', '77777777']

export function makePng({ width, height, type = 2, depth = 8, interlaced, pixel, chunks = [] }: PngToMake): Buffer {
  const rows: Buffer[] = []
  for (const pass of interlaced ? '1234567' : ' ') {
    for (let y = 0; y < height; y++) {
      let bits = ''
      for (let x = 0; x < width; x++) {
        if (interlaced && PASS_OF[y % 8]?.[x % 8] !== pass) continue
        for (const sample of pixel(x, y)) bits += sample.toString(2).padStart(depth, '0')
      }
      const bytes = bits.match(/.{1,8}/g)?.map(byte => Number.parseInt(byte.padEnd(8, '0'), 2))
      if (bytes) rows.push(Buffer.from([0, ...bytes]))
    }
  }
  return Buffer.concat([
    SIGNATURE,
    header(width, height, depth, type, interlaced ? 1 : 0),
    ...chunks.map(([name, body]) => chunk(name, body)),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
