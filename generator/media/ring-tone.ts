// A WAV becomes a ring tone as phones play it: one channel, no header, of the right rate and length.
import { RING_TONES, type RingToneFormat, type RingToneKind } from '../catalog/models/ring-tones.ts'
import { MediaError } from './error.ts'
import { toULaw } from './g711.ts'
import { resample, samplesFor } from './resample.ts'
import { readWav } from './wav.ts'

export interface RingTone {
  bytes: Uint8Array
  /** Whether it was longer than a phone plays. */
  cut: boolean
}

/** The loudest that is written; a louder sound is turned down as a whole, so that nothing is clipped. */
const LOUDEST = 0.97
/** Of a tone that is cut, so that it does not end with a click. */
const FADE_SECONDS = 0.03

/** @throws MediaError `media.tone-broken`, `media.tone-encoding`, `media.tone-short` */
export function toRingTone(wav: Uint8Array, kind: RingToneKind): RingTone {
  const { rate, min, max, encoding } = RING_TONES[kind]
  const sound = readWav(wav)
  const samples = resample(sound.mono(samplesFor(max, sound.rate, rate)), sound.rate, rate, max)
  if (samples.length < min) throw new MediaError('media.tone-short', `${sound.frames}, ${sound.rate} Hz`)
  const cut = Math.floor((sound.frames * rate) / sound.rate) > max
  if (cut) fadeOut(samples, Math.round(FADE_SECONDS * rate))
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
  const gain = peak > LOUDEST ? LOUDEST / peak : 1
  return { bytes: pack(samples, gain, encoding), cut }
}

function fadeOut(samples: Float32Array, count: number): void {
  const start = samples.length - count
  for (let i = 0; i < count; i++) samples[start + i] = (samples[start + i] ?? 0) * (1 - (i + 1) / count)
}

function pack(samples: Float32Array, gain: number, encoding: RingToneFormat['encoding']): Uint8Array {
  if (encoding === 'u-law') return Uint8Array.from(samples, sample => toULaw(sample * gain))
  const bytes = new Uint8Array(samples.length * 2)
  const view = new DataView(bytes.buffer)
  samples.forEach((sample, i) => {
    view.setInt16(i * 2, Math.round(sample * gain * 32_767), true)
  })
  return bytes
}
