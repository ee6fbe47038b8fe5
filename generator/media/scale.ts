// Brings a picture to another size: it fills the frame and is cut at its longer sides, and what is too fine for the new
// size becomes its mean instead of a pattern. No library: those that scale in a browser need a canvas or wasm.
import type { Picture } from './picture.ts'

/** What goes into one new pixel: the first old one, and a weight for it and each that follows. The weights add up to 1. */
interface Share {
  first: number
  weights: Float32Array
}

/** @returns the scaled picture, in memory: it is a screen's size. */
export function cover(picture: Picture, width: number, height: number): Picture {
  const zoom = Math.max(width / picture.width, height / picture.height)
  const columns = shares(picture.width, width, zoom)
  const rows = shares(picture.height, height, zoom)
  const pixels = new Float32Array(width * height * 3)
  const old = new Float32Array(picture.width * 3)
  const narrow = new Float32Array(width * 3)
  let next = 0
  for (let y = 0; y < picture.height; y++) {
    while (next < height && endOf(rows[next]) < y) next++
    const used = rows.slice(next).findIndex(({ first }) => first > y)
    const last = used < 0 ? height : next + used
    if (last === next) continue
    picture.read(y, old)
    for (const [x, share] of columns.entries()) gather(old, share, narrow, x)
    for (let to = next; to < last; to++) {
      const share = rows[to]
      const weight = share?.weights[y - share.first] ?? 0
      if (weight === 0) continue
      for (let i = 0; i < narrow.length; i++) {
        const at = to * narrow.length + i
        pixels[at] = (pixels[at] ?? 0) + weight * (narrow[i] ?? 0)
      }
    }
  }
  return { width, height, read: (y, row) => row.set(pixels.subarray(y * width * 3, (y + 1) * width * 3)) }
}

const endOf = (share: Share | undefined): number => (share ? share.first + share.weights.length - 1 : -1)

function gather(old: Float32Array, { first, weights }: Share, into: Float32Array, x: number): void {
  for (let i = 0; i < 3; i++) {
    let sum = 0
    for (let k = 0; k < weights.length; k++) sum += (weights[k] ?? 0) * (old[(first + k) * 3 + i] ?? 0)
    into[x * 3 + i] = sum
  }
}

/**
 * One direction. A tent as wide as two new pixels (or two old ones, when the picture grows) around each new pixel's
 * middle: smooth when it grows, free of false patterns when it shrinks.
 */
function shares(from: number, to: number, zoom: number): Share[] {
  const start = (from - to / zoom) / 2
  const reach = Math.max(1, 1 / zoom)
  return Array.from({ length: to }, (_, index) => {
    const middle = start + (index + 0.5) / zoom - 0.5
    const first = Math.max(0, Math.ceil(middle - reach))
    const last = Math.min(from - 1, Math.floor(middle + reach))
    const weights = Float32Array.from({ length: last - first + 1 }, (_, k) =>
      Math.max(0, 1 - Math.abs(first + k - middle) / reach),
    )
    const sum = weights.reduce((total, weight) => total + weight, 0)
    return sum > 0
      ? { first, weights: weights.map(weight => weight / sum) }
      : { first: Math.min(from - 1, Math.max(0, Math.round(middle))), weights: Float32Array.of(1) }
  })
}
