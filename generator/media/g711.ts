// G.711: the two ways in which telephones pack a sample into 8 bits. ITU-T G.711, tables 1 and 2.

/** @returns -1 to 1. */
export function fromULaw(code: number): number {
  const bits = ~code & 0xff
  const size = (((bits & 0x0f) << 3) + 0x84) << ((bits >> 4) & 7)
  return (bits & 0x80 ? 0x84 - size : size - 0x84) / 32_768
}

/** @returns -1 to 1. */
export function fromALaw(code: number): number {
  const bits = code ^ 0x55
  const segment = (bits >> 4) & 7
  const mantissa = ((bits & 0x0f) << 4) + 8
  const size = segment === 0 ? mantissa : (mantissa + 0x100) << (segment - 1)
  return (bits & 0x80 ? size : -size) / 32_768
}

/** @param sample -1 to 1; what is louder becomes the loudest. */
export function toULaw(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0
  // Above this the table has no segment left.
  const size = Math.min(32_635, Math.round(Math.abs(sample) * 32_768)) + 0x84
  const segment = 31 - Math.clz32(size) - 7
  return ~(sign | (segment << 4) | ((size >> (segment + 3)) & 0x0f)) & 0xff
}
