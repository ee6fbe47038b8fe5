// Writes WAVs for tests: every way of packing samples that the converter reads, and some that it does not.

export interface WavToMake {
  /** Samples a second. */
  rate: number
  frames: number
  channels?: number
  packing?: keyof typeof PACKINGS
  /** In the form that names the packing further back. */
  extensible?: boolean
  /** -1 to 1. */
  sample(frame: number, channel: number): number
}

/** ITU-T G.191's reference, by search: the code whose value is nearest. */
function nearest(values: readonly number[], sample: number): number {
  let best = 0
  for (const [code, value] of values.entries())
    if (Math.abs(value - sample) < Math.abs((values[best] ?? 0) - sample)) best = code
  return best
}

/** G.711 by its tables: segment by segment, from the outside in; the codes as they go over the wire. */
const U_LAW = Array.from({ length: 256 }, (_, code) => {
  const [segment, step] = [((code ^ 0xff) >> 4) & 7, (code ^ 0xff) & 15]
  const size = (33 + 2 * step) * 2 ** segment - 33
  return ((code & 0x80 ? 1 : -1) * size) / 8192
})
const A_LAW = Array.from({ length: 256 }, (_, code) => {
  const [segment, step] = [((code ^ 0x55) >> 4) & 7, (code ^ 0x55) & 15]
  const size = segment === 0 ? 2 * step + 1 : (2 * step + 33) * 2 ** (segment - 1)
  return (((code ^ 0x55) & 0x80 ? 1 : -1) * size) / 4096
})
/** What a receiver makes of a µ-law code. */
export const heard = (code: number): number => U_LAW[code] ?? 0

const PACKINGS = {
  'pcm 8': { tag: 1, bits: 8, put: (b: Buffer, at: number, s: number) => b.writeUInt8(Math.round(s * 127) + 128, at) },
  'pcm 16': { tag: 1, bits: 16, put: (b: Buffer, at: number, s: number) => b.writeInt16LE(Math.round(s * 32_767), at) },
  'pcm 24': {
    tag: 1,
    bits: 24,
    put: (b: Buffer, at: number, s: number) => b.writeIntLE(Math.round(s * 8_388_607), at, 3),
  },
  'pcm 32': {
    tag: 1,
    bits: 32,
    put: (b: Buffer, at: number, s: number) => b.writeInt32LE(Math.round(s * 2_147_483_647), at),
  },
  'float 32': { tag: 3, bits: 32, put: (b: Buffer, at: number, s: number) => b.writeFloatLE(s, at) },
  'float 64': { tag: 3, bits: 64, put: (b: Buffer, at: number, s: number) => b.writeDoubleLE(s, at) },
  'a-law': { tag: 6, bits: 8, put: (b: Buffer, at: number, s: number) => b.writeUInt8(nearest(A_LAW, s), at) },
  'u-law': { tag: 7, bits: 8, put: (b: Buffer, at: number, s: number) => b.writeUInt8(nearest(U_LAW, s), at) },
} as const
export const ALL_PACKINGS = Object.keys(PACKINGS) as (keyof typeof PACKINGS)[]

export function riff(type: string, body: Uint8Array, length = body.length): Buffer {
  const head = Buffer.alloc(8, type, 'latin1')
  head.writeUInt32LE(length, 4)
  return Buffer.concat([head, body, Buffer.alloc(body.length & 1)])
}

export const wave = (...chunks: Buffer[]): Buffer =>
  riff('RIFF', Buffer.concat([Buffer.from('WAVE', 'latin1'), ...chunks]))

/** The description of the sound, whatever it says. */
export function format(
  tag: number,
  channels: number,
  rate: number,
  bits: number,
  frame = (channels * bits) / 8,
): Buffer {
  const body = Buffer.alloc(16)
  body.writeUInt16LE(tag, 0)
  body.writeUInt16LE(channels, 2)
  body.writeUInt32LE(rate, 4)
  body.writeUInt32LE(rate * frame, 8)
  body.writeUInt16LE(frame, 12)
  body.writeUInt16LE(bits, 14)
  return body
}

export function makeWav({ rate, frames, channels = 1, packing = 'pcm 16', extensible, sample }: WavToMake): Buffer {
  const { tag, bits, put } = PACKINGS[packing]
  const size = bits / 8
  const data = Buffer.alloc(frames * channels * size)
  for (let i = 0; i < frames; i++)
    for (let channel = 0; channel < channels; channel++) put(data, (i * channels + channel) * size, sample(i, channel))
  const plain = format(tag, channels, rate, bits)
  if (!extensible) return wave(riff('fmt ', plain), riff('LIST', Buffer.from('odd')), riff('data', data))
  plain.writeUInt16LE(0xfffe, 0)
  const more = Buffer.alloc(24)
  more.writeUInt16LE(22, 0)
  more.writeUInt16LE(bits, 2)
  more.writeUInt16LE(tag, 8)
  return wave(riff('fmt ', Buffer.concat([plain, more])), riff('data', data))
}

/** A pure tone for {@link WavToMake.sample}. */
export const sine =
  (hertz: number, rate: number, loud = 0.5) =>
  (frame: number): number =>
    loud * Math.sin((2 * Math.PI * hertz * frame) / rate)

/** How loud one frequency is in a sound: 1 for a pure tone from -1 to 1 (Goertzel). */
export function loudness(samples: readonly number[], hertz: number, rate: number): number {
  let [re, im] = [0, 0]
  samples.forEach((sample, i) => {
    re += sample * Math.cos((2 * Math.PI * hertz * i) / rate)
    im += sample * Math.sin((2 * Math.PI * hertz * i) / rate)
  })
  return (2 * Math.hypot(re, im)) / samples.length
}
