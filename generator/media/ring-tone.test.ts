import { describe, expect, it } from 'vitest'
import { ALL_PACKINGS, format, heard, loudness, makeWav, riff, sine, wave } from '../../test/wav.ts'
import { RING_TONES, type RingToneKind } from '../catalog/models/ring-tones.ts'
import { fromALaw, fromULaw, toULaw } from './g711.ts'
import { toRingTone } from './ring-tone.ts'

/** What one hears of a tone. */
function listen(wav: Uint8Array, kind: RingToneKind = 'ulaw'): number[] {
  const { bytes } = toRingTone(wav, kind)
  if (kind === 'ulaw') return Array.from(bytes, heard)
  const view = new DataView(bytes.buffer)
  return Array.from({ length: bytes.length / 2 }, (_, i) => view.getInt16(i * 2, true) / 32_768)
}
const middle = (samples: number[]) => samples.slice(400, -400)

describe('G.711', () => {
  it('gives every value back that it has a code for', () => {
    for (let code = 0; code < 256; code++) {
      expect(fromULaw(code)).toBeCloseTo(heard(code), 6)
      // 0x7f is a negative zero, which becomes the other one.
      expect(toULaw(fromULaw(code))).toBe(code === 0x7f ? 0xff : code)
    }
    expect([toULaw(5), toULaw(-5)]).toEqual([0x80, 0x00])
    // Values of ITU-T G.711, table 1a, as a share of 4096.
    expect([0xd5, 0x55, 0xaa, 0x2a].map(code => fromALaw(code) * 4096)).toEqual([1, -1, 4032, -4032])
  })
})

describe('a WAV of any kind', () => {
  it.each(ALL_PACKINGS.flatMap(packing => [8000, 11_025, 44_100, 48_000].map(rate => ({ packing, rate }))))(
    'keeps its 1 kHz: $packing at $rate Hz',
    ({ packing, rate }) => {
      const wav = makeWav({ rate, frames: rate, packing, sample: sine(1000, rate) })
      const samples = listen(wav)
      expect(samples).toHaveLength(8000)
      expect(loudness(middle(samples), 1000, 8000)).toBeCloseTo(0.5, 1)
      // What eight bits make of it falls on 3 kHz, since eight samples are one wave.
      for (const other of [500, 1500, 2000, 3000]) expect(loudness(middle(samples), other, 8000)).toBeLessThan(0.015)
    },
  )

  it.each([5000, 6000, 7000, 9000, 15_000, 20_000])('does not turn %d Hz into a tone that was not there', hertz => {
    const wav = makeWav({ rate: 44_100, frames: 44_100, sample: sine(hertz, 44_100, 0.9) })
    const loudest = Math.max(...middle(listen(wav)).map(Math.abs))
    expect(loudest).toBeLessThan(0.002)
  })

  it('keeps in wideband what fits into it', () => {
    const wav = makeWav({ rate: 44_100, frames: 44_100, sample: sine(7000, 44_100) })
    const samples = listen(wav, 'wideband')
    expect(samples).toHaveLength(16_000)
    expect(loudness(middle(samples), 7000, 16_000)).toBeCloseTo(0.5, 2)
    const high = makeWav({ rate: 44_100, frames: 44_100, sample: sine(9000, 44_100) })
    expect(Math.max(...middle(listen(high, 'wideband')).map(Math.abs))).toBeLessThan(0.002)
  })

  it('is mixed into one channel, whatever its form', () => {
    const rate = 8000
    const tone = sine(1000, rate)
    const opposite = makeWav({ rate, frames: rate, channels: 2, sample: (i, channel) => tone(i) * (channel ? -1 : 1) })
    expect(Math.max(...listen(opposite).map(Math.abs))).toBeLessThan(0.001)
    const left = makeWav({
      rate,
      frames: rate,
      channels: 2,
      extensible: true,
      packing: 'pcm 24',
      sample: (i, c) => (c ? 0 : tone(i)),
    })
    expect(loudness(listen(left), 1000, rate)).toBeCloseTo(0.25, 2)
  })

  it('is turned down as a whole when it is too loud, and not turned up', () => {
    const rate = 8000
    const loud = makeWav({ rate, frames: rate, packing: 'float 32', sample: sine(1000, rate, 8) })
    const samples = listen(loud)
    expect(loudness(samples, 1000, rate)).toBeCloseTo(0.97, 1)
    expect(loudness(samples, 3000, rate)).toBeLessThan(0.01)
    const quiet = makeWav({ rate, frames: rate, sample: sine(1000, rate, 0.1) })
    expect(loudness(listen(quiet), 1000, rate)).toBeCloseTo(0.1, 2)
  })

  it('that says nothing of its length, as recorders leave it, ends with the file', () => {
    for (const length of [0, 0xffff_ffff]) {
      const data = riff('data', Buffer.alloc(2000, 0x80), length)
      expect(toRingTone(wave(riff('fmt ', format(7, 1, 8000, 8)), data), 'ulaw').bytes).toHaveLength(2000)
    }
  })
})

describe('the limits of a phone', () => {
  const silence = (frames: number, rate: number) => makeWav({ rate, frames, sample: () => 0.5 })

  it.each([
    ['ulaw', 8000, 16_080, 16_080],
    ['wideband', 16_000, 160_800, 321_600],
  ] as const)('%s: 240 samples to %d Hz times about two or ten seconds, exactly', (kind, rate, max, bytes) => {
    expect(RING_TONES[kind]).toMatchObject({ rate, min: 240, max })
    expect(() => toRingTone(silence(239, rate), kind)).toThrow(expect.objectContaining({ code: 'media.tone-short' }))
    expect(toRingTone(silence(240, rate), kind)).toMatchObject({ cut: false })
    const whole = toRingTone(silence(max, rate), kind)
    expect(whole.cut).toBe(false)
    expect(whole.bytes).toHaveLength(bytes)
    const longer = toRingTone(silence(max + 1, rate), kind)
    expect(longer.cut).toBe(true)
    expect(longer.bytes).toHaveLength(bytes)
  })

  it('end a tone that is cut without a click, and leave one that fits alone', () => {
    const long = listen(silence(44_100 * 5, 44_100))
    expect(long).toHaveLength(16_080)
    expect(long.at(-1)).toBeCloseTo(0, 3)
    expect(long.at(-120)).toBeGreaterThan(0.1)
    expect(long.at(-300)).toBeCloseTo(0.5, 1)
    expect(listen(silence(16_080, 8000)).at(-1)).toBeCloseTo(0.5, 1)
  })
})

describe('a tone that is none, or not whole', () => {
  const fmt = (...fields: Parameters<typeof format>) => riff('fmt ', format(...fields))
  const data = riff('data', Buffer.alloc(4000))

  it.each([
    ['no samples at all', wave(fmt(1, 1, 8000, 16), riff('data', Buffer.alloc(0))), 'media.tone-short'],
    ['no sound', wave(fmt(1, 1, 8000, 16)), 'media.tone-broken'],
    ['no description', wave(data), 'media.tone-broken'],
    ['half a description', wave(riff('fmt ', Buffer.alloc(10)), data), 'media.tone-broken'],
    ['no channel', wave(fmt(1, 0, 8000, 16), data), 'media.tone-broken'],
    ['more channels than ears', wave(fmt(1, 9, 8000, 16), data), 'media.tone-broken'],
    ['no rate', wave(fmt(1, 1, 0, 16), data), 'media.tone-broken'],
    ['a rate that no sound has', wave(fmt(1, 1, 1_000_000_000, 16), data), 'media.tone-broken'],
    ['a block that is not its samples', wave(fmt(1, 2, 8000, 16, 3), data), 'media.tone-broken'],
    [
      'more sound than the file',
      wave(fmt(1, 1, 8000, 16), riff('data', Buffer.alloc(10), 3_000_000_000)),
      'media.tone-broken',
    ],
    [
      'a chunk beyond the end',
      wave(fmt(1, 1, 8000, 16), riff('LIST', Buffer.alloc(4), 4_000_000_000)),
      'media.tone-broken',
    ],
    ['MP3 inside', wave(fmt(0x55, 2, 44_100, 0, 0), data), 'media.tone-encoding'],
    ['ADPCM inside', wave(fmt(2, 1, 8000, 4, 256), data), 'media.tone-encoding'],
    ['12 bits', wave(fmt(1, 1, 8000, 12), data), 'media.tone-encoding'],
  ])('with %s is refused', (_, wav, code) => {
    expect(() => toRingTone(wav, 'ulaw')).toThrow(expect.objectContaining({ name: 'MediaError', code }))
  })

  it('is refused wherever it was cut, or is a shorter tone', () => {
    const whole = makeWav({ rate: 8000, frames: 500, sample: sine(440, 8000) })
    for (let length = 12; length < whole.length; length += 7) {
      expect(() => toRingTone(whole.subarray(0, length), 'ulaw')).toThrow(
        expect.objectContaining({ name: 'MediaError' }),
      )
    }
  })

  it('takes what is no number for silence', () => {
    const wav = makeWav({ rate: 8000, frames: 500, packing: 'float 32', sample: i => (i % 2 ? Number.NaN : Infinity) })
    expect(listen(wav).every(sample => Math.abs(sample) < 0.001)).toBe(true)
  })
})
