// A PNG as rows of light: red, green and blue from 0 to 1, on white where it lets something through.
import { type DecodedPng, decode } from 'fast-png'
import { checkedPng } from './checked-png.ts'
import { MediaError } from './error.ts'
import { toLight } from './light.ts'

/** Rows are made one at a time, so that a large picture is never there twice. */
export interface Picture {
  width: number
  height: number
  /** Puts three numbers a pixel into `row`. */
  read(y: number, row: Float32Array): void
}

/** @throws MediaError `media.pixels`, `media.picture-broken` */
export async function readPicture(bytes: Uint8Array): Promise<Picture> {
  const checked = await checkedPng(bytes)
  try {
    return toPicture(decode(checked, { checkCrc: true }))
  } catch (error) {
    throw new MediaError('media.picture-broken', error instanceof Error ? error.message : '')
  }
}

function toPicture(png: DecodedPng): Picture {
  const { width, height, channels, depth, data, palette, transparency } = png
  const top = 2 ** depth - 1
  const light = Float32Array.from({ length: 256 }, (_, value) => toLight(value / 255))
  const bytesPerRow = Math.ceil((width * channels * depth) / 8)
  /** Of the samples in a row; below 8 bits several share a byte, the first in its highest bits. */
  const sample = (y: number, index: number): number => {
    if (depth >= 8) return data[y * width * channels + index] ?? 0
    const bit = index * depth
    return ((data[y * bytesPerRow + (bit >> 3)] ?? 0) >> (8 - depth - (bit & 7))) & top
  }
  /** A pixel's red, green, blue and cover, each 0 to 255, not rounded. */
  const pixel = new Float32Array(4)
  const grey = channels < 3
  const hasCover = channels === 2 || channels === 4
  const load = (y: number, x: number) => {
    const first = x * channels
    if (palette) {
      const colour = palette[sample(y, first)]
      if (!colour) throw new MediaError('media.picture-broken', 'PLTE')
      for (let i = 0; i < 4; i++) pixel[i] = colour[i] ?? 255
      return
    }
    let isHole = transparency !== undefined
    for (let i = 0; i < 3; i++) {
      const at = grey ? 0 : i
      const value = sample(y, first + at)
      isHole &&= value === transparency?.[at]
      pixel[i] = (value * 255) / top
    }
    pixel[3] = hasCover ? (sample(y, first + channels - 1) * 255) / top : isHole ? 0 : 255
  }
  return {
    width,
    height,
    read(y, row) {
      for (let x = 0; x < width; x++) {
        load(y, x)
        const cover = (pixel[3] ?? 255) / 255
        for (let i = 0; i < 3; i++) {
          // As browsers and phones do it: laid on white as stored, not as light.
          const stored = 255 - (255 - (pixel[i] ?? 0)) * cover
          row[x * 3 + i] = light[Math.round(stored)] ?? 0
        }
      }
    },
  }
}
