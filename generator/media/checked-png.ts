// Looks through a PNG before the library unpacks it: sizes first, so that no picture costs more memory than it may.
// PNG specification (W3C, third edition): chunks 5.3, header 11.2.1, interlacing 8.1.
import { MediaError } from './error.ts'

const PIXELS_MAX = 25_000_000
/** Unpacked, before the library makes pixels of it. */
const RAW_MAX = 100_000_000
/** Samples a pixel and the depths that go with it, by colour type. */
const COLOURS: Readonly<Record<number, { samples: number; depths: readonly number[] }>> = {
  0: { samples: 1, depths: [1, 2, 4, 8, 16] },
  2: { samples: 3, depths: [8, 16] },
  3: { samples: 1, depths: [1, 2, 4, 8] },
  4: { samples: 2, depths: [8, 16] },
  6: { samples: 4, depths: [8, 16] },
}
/** What pixels are made of. Everything else stays out: a colour profile, too, can be a bomb. */
const KEPT = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'])
/** First column and row, and the steps, of the seven passes. */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

const broken = (detail: string) => new MediaError('media.picture-broken', detail)

/**
 * @returns the same picture with nothing in it but what pixels are made of, known to unpack to exactly what its header says.
 * @throws MediaError `media.pixels`, `media.picture-broken`
 */
export async function checkedPng(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const kept: Uint8Array[] = [bytes.subarray(0, 8)]
  const packed: Uint8Array[] = []
  let expected = 0
  let ended = false
  for (let at = 8; !ended; ) {
    if (at + 12 > bytes.length) throw broken('cut short')
    const length = view.getUint32(at)
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    const end = at + 12 + length
    if (end > bytes.length) throw broken(`${/^\w{4}$/.test(type) ? type : 'chunk'} cut short`)
    if ((at === 8) !== (type === 'IHDR')) throw broken('IHDR')
    if (type === 'IHDR') expected = rawSize(view, length)
    if (type === 'IDAT') packed.push(bytes.subarray(at + 8, end - 4))
    if (KEPT.has(type)) kept.push(bytes.subarray(at, end))
    ended = type === 'IEND'
    at = end
  }
  if ((await unpackedSize(packed, expected)) !== expected) throw broken('IDAT')
  return new Uint8Array(await new Blob(kept.map(part => part.slice())).arrayBuffer())
}

/** What the header promises: bytes of all rows with their filter bytes. */
function rawSize(view: DataView, length: number): number {
  if (length !== 13) throw broken('IHDR')
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  const [depth, type, packing, filter, interlace] = [24, 25, 26, 27, 28].map(at => view.getUint8(at))
  const colour = COLOURS[type ?? -1]
  if (width === 0 || height === 0) throw broken(`${width}×${height}`)
  if (!colour || depth === undefined || !colour.depths.includes(depth))
    throw broken(`colour type ${type}, ${depth} bit`)
  if (packing !== 0 || filter !== 0 || interlace === undefined || interlace > 1) throw broken('IHDR')
  // fast-png 8.0 reads these wrongly.
  if (interlace === 1 && depth < 8) throw broken(`interlaced, ${depth} bit`)
  if (width * height > PIXELS_MAX) throw new MediaError('media.pixels', `${width}×${height}`)
  const rows = (columns: number, count: number) =>
    columns === 0 ? 0 : count * (1 + Math.ceil((columns * colour.samples * depth) / 8))
  const size =
    interlace === 0
      ? rows(width, height)
      : ADAM7.map(([x, y, dx, dy]) => rows(Math.ceil((width - x) / dx), Math.ceil((height - y) / dy))).reduce(
          (sum, pass) => sum + pass,
        )
  if (size > RAW_MAX) throw new MediaError('media.pixels', `${width}×${height}, ${Math.ceil(size / 1e6)} MB`)
  return size
}

/** Counts what comes out, and keeps none of it; stops as soon as it is more than expected. */
async function unpackedSize(packed: readonly Uint8Array[], expected: number): Promise<number> {
  const stream = new Blob(packed.map(part => part.slice())).stream().pipeThrough(new DecompressionStream('deflate'))
  const reader = stream.getReader()
  let size = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return size
      size += value.length
      if (size > expected) return size
    }
  } catch {
    throw broken('IDAT')
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}
