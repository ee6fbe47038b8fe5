// The two kinds of ring tones that phones play, and the list that each kind stands in.
// Source of all of it, certain: usecallmanagernz.github.io ring-tones.html.
import type { PhoneFamily } from '../phone-model.ts'

export type RingToneKind = PhoneFamily['ringTones']['value']

export interface RingToneFormat {
  /** As 79xx phones spell it; the agent's shelf takes any case. */
  list: string
  extension: string
  /** Samples a second. */
  rate: number
  encoding: 'u-law' | 'signed 16 bit, little endian'
  /** Samples. */
  min: number
  max: number
}

export const RING_TONES: Readonly<Record<RingToneKind, RingToneFormat>> = {
  ulaw: { list: 'RINGLIST.XML', extension: 'raw', rate: 8000, encoding: 'u-law', min: 240, max: 16_080 },
  wideband: {
    list: 'Ringlist-wb.xml',
    extension: 'rwb',
    rate: 16_000,
    encoding: 'signed 16 bit, little endian',
    min: 240,
    max: 160_800,
  },
}
