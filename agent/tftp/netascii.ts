// A file as the TFTP mode `netascii` wants it (RFC 1350, by way of RFC 764): the line ends of a teletype.

const LF = 10
const CR = 13

/** LF becomes CR LF, and a bare CR becomes CR NUL. Without either the same buffer is given back. */
export function toNetascii(bytes: Uint8Array): Uint8Array {
  let more = 0
  for (const byte of bytes) if (byte === LF || byte === CR) more++
  if (more === 0) return bytes
  const converted = new Uint8Array(bytes.length + more)
  let at = 0
  for (const byte of bytes) {
    if (byte === LF) converted[at++] = CR
    converted[at++] = byte
    if (byte === CR) converted[at++] = 0
  }
  return converted
}
