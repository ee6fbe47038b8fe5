// Reads a WAV: the header in full, of the sound only as much as is asked for. Microsoft's Multimedia Programming
// Interface 1.0, RIFF and WAVE. No library: the known one (wavefile) takes the whole file apart and is no longer kept up.
import { MediaError } from './error.ts'
import { fromALaw, fromULaw } from './g711.ts'

export interface Sound {
  /** Frames a second. */
  rate: number
  /** How many there are. */
  frames: number
  /** The first so many, all channels mixed into one, -1 to 1 (more where the file has more). */
  mono(count: number): Float32Array
}

const PCM = 1
const FLOAT = 3
const A_LAW = 6
const U_LAW = 7
/** The real format stands further back, in the first two bytes of a GUID. */
const EXTENSIBLE = 0xfffe
const CHANNELS_MAX = 8
const RATE_MIN = 2000
const RATE_MAX = 768_000

const broken = (detail: string) => new MediaError('media.tone-broken', detail)

/** One sample of each way of packing that is read, by format and bits. WAV counts from the lowest byte. */
const READERS: Readonly<Record<string, (view: DataView, at: number) => number>> = {
  [`${PCM}/8`]: (view, at) => (view.getUint8(at) - 128) / 128,
  [`${PCM}/16`]: (view, at) => view.getInt16(at, true) / 2 ** 15,
  [`${PCM}/24`]: (view, at) => (view.getInt8(at + 2) * 65_536 + view.getUint16(at, true)) / 2 ** 23,
  [`${PCM}/32`]: (view, at) => view.getInt32(at, true) / 2 ** 31,
  [`${FLOAT}/32`]: (view, at) => finite(view.getFloat32(at, true)),
  [`${FLOAT}/64`]: (view, at) => finite(view.getFloat64(at, true)),
  [`${A_LAW}/8`]: (view, at) => fromALaw(view.getUint8(at)),
  [`${U_LAW}/8`]: (view, at) => fromULaw(view.getUint8(at)),
}
const finite = (sample: number): number => (Number.isFinite(sample) ? sample : 0)

/** @throws MediaError `media.tone-broken`, `media.tone-encoding` */
export function readWav(bytes: Uint8Array): Sound {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let format: Format | undefined
  for (let at = 12; at + 8 <= bytes.length; ) {
    const type = String.fromCharCode(...bytes.subarray(at, at + 4))
    const length = view.getUint32(at + 4, true)
    const start = at + 8
    if (type === 'data') {
      if (!format) throw broken('fmt')
      // Who writes while it records leaves 0 or the highest number; then the sound ends with the file.
      const open = length === 0 || length === 0xffff_ffff
      if (!open && start + length > bytes.length) throw broken('data cut short')
      return soundOf(view, start, open ? bytes.length - start : length, format)
    }
    if (start + length > bytes.length) throw broken(`${/^[\w ]{4}$/.test(type) ? type : 'chunk'} cut short`)
    if (type === 'fmt ') format = readFormat(view, start, length)
    at = start + length + (length & 1)
  }
  throw broken(format ? 'no data' : 'fmt')
}

interface Format {
  read(view: DataView, at: number): number
  channels: number
  rate: number
  /** Bytes of one sample of every channel. */
  frame: number
}

function readFormat(view: DataView, at: number, length: number): Format {
  if (length < 16) throw broken('fmt')
  const u16 = (offset: number) => view.getUint16(at + offset, true)
  const [tag, channels, rate, frame, bits] = [u16(0), u16(2), view.getUint32(at + 4, true), u16(12), u16(14)]
  const format = tag === EXTENSIBLE && length >= 40 ? u16(24) : tag
  const read = READERS[`${format}/${bits}`]
  if (!read) throw new MediaError('media.tone-encoding', `0x${format.toString(16)}, ${bits} bit`)
  if (channels === 0 || channels > CHANNELS_MAX) throw broken(`${channels} channels`)
  if (rate < RATE_MIN || rate > RATE_MAX) throw broken(`${rate} Hz`)
  if (frame !== (channels * bits) / 8) throw broken('block size')
  return { read, channels, rate, frame }
}

function soundOf(view: DataView, start: number, length: number, { read, channels, rate, frame }: Format): Sound {
  const frames = Math.floor(length / frame)
  return {
    rate,
    frames,
    mono: count =>
      Float32Array.from({ length: Math.min(count, frames) }, (_, index) => {
        let sum = 0
        for (let i = 0; i < channels; i++) sum += read(view, start + index * frame + (i * frame) / channels)
        return sum / channels
      }),
  }
}
