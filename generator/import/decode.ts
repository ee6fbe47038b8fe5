// From the bytes of a file that somebody kept for years to its text.

/** What people keep is UTF-8, or Latin-1 from an old editor, or UTF-16 from Windows; a signature before it is left out. */
export function decode(file: Uint8Array): string {
  const bytes = withoutSignature(file)
  if (isPair(bytes, 0xff, 0xfe) || isPair(bytes, 0x3c, 0)) return new TextDecoder('utf-16le').decode(bytes)
  if (isPair(bytes, 0xfe, 0xff) || isPair(bytes, 0, 0x3c)) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

const isPair = (bytes: Uint8Array, first: number, second: number) => bytes[0] === first && bytes[1] === second

/** Of a `.sgn` file: its header is a list of tags, lengths and values, the second of which is its length (field guide, phones 4.1). */
function withoutSignature(bytes: Uint8Array): Uint8Array {
  const isSigned =
    [1, 0, 2].every((byte, at) => bytes[at] === byte) && [2, 0, 2].every((byte, at) => bytes[5 + at] === byte)
  const length = ((bytes[8] ?? 0) << 8) + (bytes[9] ?? 0)
  return isSigned && length < bytes.length ? bytes.subarray(length) : bytes
}
