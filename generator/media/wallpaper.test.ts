import { deflateSync } from 'node:zlib'
import { decode } from 'fast-png'
import { describe, expect, it } from 'vitest'
import { chunk, header, makePng, type PngToMake, SIGNATURE } from '../../test/png.ts'
import { type Screen, screenFor } from '../catalog/models/screens.ts'
import { toLight } from './light.ts'
import { toWallpapers } from './wallpaper.ts'

const screen = (folder: string, model = 'CP-7975G'): Screen => {
  const found = screenFor(folder, model)
  if (!found) throw new Error(folder)
  return found
}
const COLOUR = screen('320x216x16')

async function wallpaper(png: Uint8Array, to = COLOUR) {
  const [made] = await toWallpapers(png, [to])
  if (!made) throw new Error('nothing made')
  return { full: decode(made.full, { checkCrc: true }), thumbnail: decode(made.thumbnail, { checkCrc: true }) }
}
type Read = ReturnType<typeof decode>
const at = ({ width, channels, data }: Read, x: number, y: number) => [
  ...data.slice((y * width + x) * channels, (y * width + x) * channels + channels),
]
/** Every sample of a picture with fewer than 8 bits. */
const shades = ({ width, height, depth, data }: Read) =>
  Array.from({ length: width * height }, (_, i) => {
    const bit = (i % width) * depth
    const byte = data[Math.floor(i / width) * Math.ceil((width * depth) / 8) + (bit >> 3)] ?? 0
    return (byte >> (8 - depth - (bit & 7))) & (2 ** depth - 1)
  })

/** Left half the first, right half the second. */
const halves =
  (width: number, left: readonly number[], right: readonly number[]): PngToMake['pixel'] =>
  x =>
    x < width / 2 ? left : right

const PALETTE = Buffer.from([0, 0, 0, 255, 0, 0, 0, 0, 255])
const [BLACK, WHITE, RED, BLUE] = [
  [0, 0, 0],
  [255, 255, 255],
  [255, 0, 0],
  [0, 0, 255],
]

describe('a PNG of any kind', () => {
  const grey = (type: 0 | 4, depth: 1 | 2 | 4 | 8 | 16) => {
    const top = 2 ** depth - 1
    return {
      type,
      depth,
      left: type === 4 ? [0, top] : [0],
      right: type === 4 ? [top, top] : [top],
      want: [BLACK, WHITE],
    }
  }
  const colours = (type: 2 | 6, depth: 8 | 16) => {
    const top = 2 ** depth - 1
    const more = type === 6 ? [top] : []
    return { type, depth, left: [top, 0, 0, ...more], right: [0, 0, top, ...more], want: [RED, BLUE] }
  }
  const KINDS = [
    ...([1, 2, 4, 8, 16] as const).map(depth => grey(0, depth)),
    ...([8, 16] as const).flatMap(depth => [grey(4, depth), colours(2, depth), colours(6, depth)]),
    ...([2, 4, 8] as const).map(depth => ({ type: 3 as const, depth, left: [1], right: [2], want: [RED, BLUE] })),
    { type: 3 as const, depth: 1 as const, left: [0], right: [1], want: [BLACK, RED] },
  ]

  it.each(
    KINDS.flatMap(kind => [false, ...(kind.depth >= 8 ? [true] : [])].map(interlaced => ({ ...kind, interlaced }))),
  )(
    'shows its colours: type $type, $depth bit, interlaced $interlaced',
    async ({ type, depth, left, right, want, interlaced }) => {
      const chunks: PngToMake['chunks'] = type === 3 ? [['PLTE', PALETTE]] : []
      const made = { width: 101, height: 77, type, depth, interlaced, chunks }
      const { full, thumbnail } = await wallpaper(makePng({ ...made, pixel: halves(101, left, right) }))
      expect([full.width, full.height, full.depth, full.channels]).toEqual([320, 216, 8, 3])
      expect([thumbnail.width, thumbnail.height]).toEqual([80, 53])
      for (const picture of [full, thumbnail]) {
        const { width, height } = picture
        for (const y of [0, height - 1]) expect([at(picture, 0, y), at(picture, width - 1, y)]).toEqual(want)
      }
    },
  )

  it('is white where it lets everything through, and lighter where it lets something through', async () => {
    const clear = await wallpaper(makePng({ width: 9, height: 9, type: 6, pixel: () => [10, 20, 30, 0] }))
    expect(at(clear.full, 50, 50)).toEqual(WHITE)
    const half = await wallpaper(makePng({ width: 9, height: 9, type: 4, pixel: () => [0, 128] }))
    expect(at(half.full, 50, 50)).toEqual([127, 127, 127])
    const keyed = { width: 9, height: 9, chunks: [['tRNS', Buffer.from([0, 255, 0, 0, 0, 0])] as const] }
    expect(at((await wallpaper(makePng({ ...keyed, pixel: () => RED }))).full, 5, 5)).toEqual(WHITE)
    expect(at((await wallpaper(makePng({ ...keyed, pixel: () => BLUE }))).full, 5, 5)).toEqual(BLUE)
    const palette: PngToMake['chunks'] = [
      ['PLTE', PALETTE],
      ['tRNS', Buffer.from([255, 0])],
    ]
    const mapped = await wallpaper(
      makePng({ width: 90, height: 60, type: 3, chunks: palette, pixel: halves(90, [1], [2]) }),
    )
    expect([at(mapped.full, 0, 0), at(mapped.full, 319, 0)]).toEqual([WHITE, BLUE])
  })
})

describe('another size', () => {
  it.each([
    [1, 1],
    [1, 4000],
    [4000, 1],
    [320, 216],
    [1920, 1080],
  ])('of %d×%d fills the screen', async (width, height) => {
    const { full } = await wallpaper(makePng({ width, height, pixel: () => [12, 200, 90] }))
    for (const [x, y] of [
      [0, 0],
      [319, 215],
      [160, 108],
    ] as const)
      expect(at(full, x, y)).toEqual([12, 200, 90])
  })

  it('leaves a picture of the right size as it is', async () => {
    const pixel = (x: number, y: number) => [x & 255, y, (x * y) & 255]
    const { full } = await wallpaper(makePng({ width: 320, height: 216, pixel }))
    for (const [x, y] of [
      [0, 0],
      [7, 9],
      [319, 215],
      [100, 200],
    ] as const)
      expect(at(full, x, y)).toEqual(pixel(x, y))
  })

  it('shows the middle of a picture that is too wide', async () => {
    const wide = makePng({ width: 1200, height: 216, pixel: x => (x >= 440 && x < 760 ? BLUE : RED) })
    const { full } = await wallpaper(wide)
    expect([at(full, 1, 10), at(full, 318, 10)]).toEqual([BLUE, BLUE])
  })

  it.each([
    ['a chequered pattern', (x: number, y: number) => (x + y) % 2],
    ['stripes', (x: number) => x % 2],
  ])('makes %s that is too fine an even grey, as bright as it was', async (_, on) => {
    const fine = makePng({ width: 2600, height: 1755, type: 0, pixel: (x, y) => [on(x, y) * 255] })
    const { full } = await wallpaper(fine)
    const inner = Array.from({ length: 200 }, (_, i) => at(full, 20 + i, 20 + (i % 150))[0] ?? 0)
    // Half of the light is 188 as it is stored; a mean of stored values would be 128, too dark.
    expect(Math.min(...inner)).toBeGreaterThan(180)
    expect(Math.max(...inner)).toBeLessThan(196)
  })
})

describe('a screen without colours', () => {
  const photo = makePng({ width: 640, height: 400, pixel: x => [0, Math.floor(x / 2.51), 0] })

  it.each([
    ['320x196x4', 4, 320, 196, 80, 53],
    ['95x34x1', 1, 95, 34, 23, 8],
  ])('of %s gets %d bits of grey', async (folder, depth, width, height, small, low) => {
    const made = await wallpaper(photo, screen(folder))
    for (const picture of [made.full, made.thumbnail]) expect(picture).toMatchObject({ depth, channels: 1 })
    expect([made.full.width, made.full.height]).toEqual([width, height])
    expect([made.thumbnail.width, made.thumbnail.height]).toEqual([small, low])
    expect(new Set(shades(made.full)).size).toBeGreaterThan(depth === 1 ? 1 : 8)
  })

  it.each([
    ['320x196x4', 15],
    ['95x34x1', 1],
  ])('of %s shows a grey as a mixture that is as bright', async (folder, top) => {
    for (const grey of [0, 60, 137, 188, 255]) {
      const { full } = await wallpaper(makePng({ width: 50, height: 40, type: 0, pixel: () => [grey] }), screen(folder))
      const all = shades(full).map(shade => toLight(shade / top))
      const mean = all.reduce((sum, light) => sum + light, 0) / all.length
      expect(Math.abs(mean - toLight(grey / 255))).toBeLessThan(0.02)
    }
  })
})

describe('a picture that is none, or not whole', () => {
  const GOOD = makePng({ width: 40, height: 30, type: 6, pixel: (x, y) => [x, y, 9, 200] })
  const end = chunk('IEND', Buffer.alloc(0))
  const zeros = (size: number) => deflateSync(Buffer.alloc(size))
  const bomb = (size: number) => Buffer.concat([SIGNATURE, header(10, 10, 8, 2), chunk('IDAT', zeros(size)), end])
  const headed = (...fields: Parameters<typeof header>) =>
    Buffer.concat([SIGNATURE, header(...fields), chunk('IDAT', zeros(100)), end])

  it.each([
    ['more pixels than anybody needs', headed(5001, 5000, 8, 0), 'media.pixels', '5001×5000'],
    ['the most pixels that a header can say', headed(0xffff_ffff, 0xffff_ffff, 1, 0), 'media.pixels', ''],
    ['too much for its pixels', headed(5000, 4000, 16, 6), 'media.pixels', 'MB'],
    ['more inside than its header says', bomb(50_000_000), 'media.picture-broken', 'IDAT'],
    ['a row too many', bomb(341), 'media.picture-broken', 'IDAT'],
    ['a row too few', bomb(279), 'media.picture-broken', 'IDAT'],
    ['no width', headed(0, 10, 8, 2), 'media.picture-broken', '0×10'],
    ['a colour type that does not exist', headed(10, 10, 8, 5), 'media.picture-broken', 'colour type 5'],
    ['a depth that its colour type has not', headed(10, 10, 4, 2), 'media.picture-broken', '4 bit'],
    ['rows woven of few bits', headed(10, 10, 4, 0, 1), 'media.picture-broken', 'interlaced'],
    ['no pixels', Buffer.concat([SIGNATURE, header(10, 10, 8, 2), end]), 'media.picture-broken', 'IDAT'],
    [
      'pixels that are not packed',
      Buffer.concat([SIGNATURE, header(1, 1, 8, 0), chunk('IDAT', Buffer.from('no')), end]),
      'media.picture-broken',
      'IDAT',
    ],
    ['no header', Buffer.concat([SIGNATURE, chunk('IDAT', zeros(10)), end]), 'media.picture-broken', 'IHDR'],
    ['two headers', Buffer.concat([GOOD.subarray(0, -12), header(9, 9, 8, 2), end]), 'media.picture-broken', 'IHDR'],
    [
      'a colour that its palette has not',
      makePng({ width: 4, height: 4, type: 3, pixel: () => [9], chunks: [['PLTE', PALETTE]] }),
      'media.picture-broken',
      'PLTE',
    ],
  ])('with %s is refused', async (_, png, code, detail) => {
    await expect(toWallpapers(png, [COLOUR])).rejects.toMatchObject({ code, detail: expect.stringContaining(detail) })
  })

  it('is refused wherever it was cut, and whatever was changed in it', async () => {
    for (let length = 8; length < GOOD.length; length += 3) {
      await expect(toWallpapers(GOOD.subarray(0, length), [COLOUR])).rejects.toMatchObject({ name: 'MediaError' })
    }
    for (let i = 8; i < GOOD.length; i++) {
      const changed = Buffer.from(GOOD)
      changed[i] = (changed[i] ?? 0) ^ 0x15
      const error = await toWallpapers(changed, [COLOUR]).then(
        () => undefined,
        (thrown: unknown) => thrown,
      )
      // A chunk that nobody needs may change its name; all else is noticed.
      if (error !== undefined) expect(error).toMatchObject({ name: 'MediaError' })
    }
  })

  it('opens no colour profile, which could be a bomb of its own', async () => {
    const profile = Buffer.concat([Buffer.from('x\0\0', 'latin1'), zeros(80_000_000)])
    const { full } = await wallpaper(makePng({ width: 4, height: 4, pixel: () => RED, chunks: [['iCCP', profile]] }))
    expect(at(full, 0, 0)).toEqual(RED)
    expect(full.iccEmbeddedProfile).toBeUndefined()
  })
})

it('8941 and 8945 have a smaller screen than their folder says', () => {
  expect(screenFor('800x480x24', 'CP-8945')).toMatchObject({ width: 640, height: 480, thumbnail: { width: 123 } })
  expect(screenFor('800x480x24', 'CP-8841')).toMatchObject({ width: 800, thumbnail: { width: 139, height: 109 } })
})
