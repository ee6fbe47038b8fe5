// A picture becomes the background picture and the preview that a model wants, both as PNG.
import { encode } from 'fast-png'
import type { Screen } from '../catalog/models/screens.ts'
import { toLight, toStored } from './light.ts'
import { type Picture, readPicture } from './picture.ts'
import { cover } from './scale.ts'

export interface Wallpaper {
  /** Of its screen. */
  folder: string
  full: Uint8Array
  thumbnail: Uint8Array
}

/** How much of red, green and blue the eye takes for brightness (Rec. 709). */
const BRIGHTNESS = [0.2126, 0.7152, 0.0722] as const

/**
 * @param png of any size.
 * @param screens what to make of it; the picture is read once.
 * @throws MediaError `media.pixels`, `media.picture-broken`
 */
export async function toWallpapers(png: Uint8Array, screens: readonly Screen[]): Promise<Wallpaper[]> {
  const picture = await readPicture(png)
  return screens.map(({ folder, width, height, depth, thumbnail }) => {
    const full = cover(picture, width, height)
    // Of the full picture, so that the preview shows what the screen will.
    const small = cover(full, thumbnail.width, thumbnail.height)
    return { folder, full: toPng(full, depth), thumbnail: toPng(small, depth) }
  })
}

/** @param depth 1 and 4: so many bits of grey; else colours, of which the phone takes what it can show. */
function toPng(picture: Picture, depth: number): Uint8Array {
  const { width, height } = picture
  const row = new Float32Array(width * 3)
  if (depth === 1 || depth === 4) {
    return encode({ width, height, depth, channels: 1, data: toGrey(picture, depth) }, { zlib: { level: 9 } })
  }
  const data = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y++) {
    picture.read(y, row)
    row.forEach((light, i) => {
      data[y * row.length + i] = Math.round(toStored(light) * 255)
    })
  }
  return encode({ width, height, depth: 8, channels: 3, data }, { zlib: { level: 9 } })
}

/** Few shades look like more when each pixel hands its error on to its neighbours (Floyd and Steinberg, 1976). */
function toGrey(picture: Picture, depth: 1 | 4): Uint8Array {
  const { width, height } = picture
  const top = 2 ** depth - 1
  const perRow = Math.ceil((width * depth) / 8)
  const data = new Uint8Array(perRow * height)
  const row = new Float32Array(width * 3)
  let errors = new Float32Array(width + 2)
  for (let y = 0; y < height; y++) {
    picture.read(y, row)
    const below = new Float32Array(width + 2)
    for (let x = 0; x < width; x++) {
      const light = BRIGHTNESS.reduce((sum, share, i) => sum + share * (row[x * 3 + i] ?? 0), errors[x + 1] ?? 0)
      const shade = Math.round(toStored(light) * top)
      const error = light - toLight(shade / top)
      const hand = (to: Float32Array, at: number, sixteenths: number) => {
        to[at] = (to[at] ?? 0) + (error * sixteenths) / 16
      }
      hand(errors, x + 2, 7)
      hand(below, x, 3)
      hand(below, x + 1, 5)
      hand(below, x + 2, 1)
      const at = y * perRow + ((x * depth) >> 3)
      data[at] = (data[at] ?? 0) | (shade << (8 - depth - ((x * depth) & 7)))
    }
    errors = below
  }
  return data
}
