// Which bytes of a file a request asks for (RFC 9110 14.1.2): one range is given, anything else gets the whole.

/** From `first` to before `end`; `part` says it as Content-Range does, `0-499`, when it was asked for. */
export interface Range {
  first: number
  end: number
  part?: string
}

/**
 * @param header of `Range`; several ranges, other units and what is malformed are passed over, as a server may.
 * @returns undefined for a range that begins behind the end
 */
export function rangeOf(header: string | undefined, size: number): Range | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/i.exec(header ?? '') ?? []
  const last = to === '' ? size - 1 : Number(to)
  // Nothing of an empty file has a first and a last byte, though a suffix of it could be given.
  const whole = from === '' ? to === '' || (size === 0 && last > 0) : last < Number(from) && to !== ''
  if (whole) return { first: 0, end: size }
  const first = from === '' ? Math.max(0, size - last) : Number(from)
  const end = from === '' ? size : Math.min(last + 1, size)
  return first < size ? { first, end, part: `${first}-${end - 1}` } : undefined
}
