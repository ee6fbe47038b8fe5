// Brings a sound to another rate. What the new rate cannot carry is taken out first, or it would come back as a false tone.
// A windowed sinc (J. O. Smith, Digital Audio Resampling); no library: those for browsers need Web Audio or wasm.

/** Zero crossings of the sinc on each side: the more, the steeper the edge. */
const CROSSINGS = 48
const STEPS = 256
/** Of half the lower rate; the rest is the slope of the filter. */
const PASS = 0.92
/** Of the window; leaves about 80 dB of what must go. */
const BETA = 8

/** One side of the sinc under its window, so finely that the next entry is as good as the true value. */
const KERNEL = Float64Array.from({ length: CROSSINGS * STEPS + 1 }, (_, index) => {
  const x = index / STEPS
  const sinc = x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)
  return sinc * (bessel(BETA * Math.sqrt(1 - (x / CROSSINGS) ** 2)) / bessel(BETA))
})

/** Modified Bessel function of the first kind, order 0. */
function bessel(x: number): number {
  let [sum, term] = [1, 1]
  for (let k = 1; term > sum * 1e-12; k++) {
    term *= (x / (2 * k)) ** 2
    sum += term
  }
  return sum
}

/** How many old samples it takes for so many new ones. */
export const samplesFor = (count: number, from: number, to: number): number =>
  Math.ceil((count * from) / to) + reachOf(from, to)

/** Old samples on each side that have a part in a new one. */
const reachOf = (from: number, to: number): number => Math.ceil(CROSSINGS / scaleOf(from, to))
const scaleOf = (from: number, to: number): number => Math.min(1, to / from) * PASS

/** @param count at most so many new samples. */
export function resample(old: Float32Array, from: number, to: number, count: number): Float32Array {
  if (from === to) return old.slice(0, count)
  const scale = scaleOf(from, to)
  const reach = reachOf(from, to)
  const length = Math.min(count, Math.floor((old.length * to) / from))
  return Float32Array.from({ length }, (_, index) => {
    const middle = (index * from) / to
    const last = Math.min(old.length - 1, Math.floor(middle + reach))
    let sum = 0
    for (let k = Math.max(0, Math.ceil(middle - reach)); k <= last; k++) {
      const x = Math.abs(k - middle) * scale * STEPS
      const at = Math.floor(x)
      const here = KERNEL[at] ?? 0
      sum += (old[k] ?? 0) * (here + ((KERNEL[at + 1] ?? 0) - here) * (x - at))
    }
    return sum * scale
  })
}
