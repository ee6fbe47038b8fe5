// TFTP datagrams to values and back: RFC 1350 with the option extension of RFC 2347. Decoding never throws.

const OPCODE = { rrq: 1, wrq: 2, data: 3, ack: 4, error: 5, oack: 6 } as const

/** Name and value as they stand on the wire; names in lower case, because they are case-insensitive (RFC 2347). */
export type Option = readonly [name: string, value: string]

export interface Request {
  op: 'rrq' | 'wrq'
  file: string
  /** In lower case; empty when the datagram ends before it. */
  mode: string
  options: readonly Option[]
}

export type Packet =
  | Request
  | { op: 'data'; block: number; bytes: Uint8Array }
  | { op: 'ack'; block: number }
  | { op: 'error'; code: number; message: string }
  | { op: 'oack'; options: readonly Option[] }

/** More options than any client knows; what follows is not read (RFC 2347 caps only the datagram, at 512 bytes). */
const MAX_OPTIONS = 16
const HEADER = 4

/**
 * A datagram → what it says, or undefined when it is none of TFTP's. `data.bytes` is a view of the datagram.
 * Text that is not terminated is left out: an option loses its value and is dropped, a mode is empty.
 */
export function decodePacket(datagram: Uint8Array): Packet | undefined {
  const code = shortAt(datagram, 0)
  if (code === undefined) return undefined
  if (code === OPCODE.rrq) return decodeRequest('rrq', datagram)
  if (code === OPCODE.wrq) return decodeRequest('wrq', datagram)
  if (code === OPCODE.oack) return { op: 'oack', options: toOptions(readTexts(datagram, 2, 2 * MAX_OPTIONS)) }
  const second = shortAt(datagram, 2)
  if (second === undefined) return undefined
  if (code === OPCODE.data) return { op: 'data', block: second, bytes: datagram.subarray(HEADER) }
  if (code === OPCODE.ack) return { op: 'ack', block: second }
  if (code === OPCODE.error) return { op: 'error', code: second, message: readTexts(datagram, HEADER, 1)[0] ?? '' }
  return undefined
}

/**
 * ```
 *   2 bytes     string    1 byte     string   1 byte   string   1 byte   string   1 byte
 *  --------------------------------------------------------------------------------------
 * | Opcode |  Filename  |   0  |    Mode    |   0  |  option  |   0  |   value  |   0  | …
 *  --------------------------------------------------------------------------------------
 * ```
 */
function decodeRequest(op: Request['op'], datagram: Uint8Array): Request | undefined {
  const [file, mode = '', ...rest] = readTexts(datagram, 2, 2 + 2 * MAX_OPTIONS)
  return file === undefined ? undefined : { op, file, mode: mode.toLowerCase(), options: toOptions(rest) }
}

/** The same layout; the client's half of {@link decodePacket}. */
export function encodeRequest({ op, file, mode, options }: Request): Uint8Array {
  return concat([short(OPCODE[op]), text(file), text(mode), ...options.flatMap(option => option.map(text))])
}

/**
 * The head of a DATA datagram; the block follows it. The number is counted on past 65535 and sent modulo 65536.
 * ```
 *   2 bytes     2 bytes      n bytes
 *  ----------------------------------
 * | Opcode |   Block #  |   Data     |
 *  ----------------------------------
 * ```
 */
export function encodeDataHead(block: number): Uint8Array {
  return Uint8Array.of(0, OPCODE.data, (block >>> 8) & 255, block & 255)
}

/**
 * ```
 *   2 bytes     2 bytes
 *  ---------------------
 * | Opcode |   Block #  |
 *  ---------------------
 * ```
 */
export function encodeAck(block: number): Uint8Array {
  return concat([short(OPCODE.ack), short(block)])
}

/**
 * ```
 *   2 bytes     2 bytes      string    1 byte
 *  -----------------------------------------
 * | Opcode |  ErrorCode |   ErrMsg   |   0  |
 *  -----------------------------------------
 * ```
 */
export function encodeError(code: number, message: string): Uint8Array {
  return concat([short(OPCODE.error), short(code), text(message)])
}

/**
 * ```
 *   2 bytes    string   1 byte   string   1 byte
 *  ---------------------------------------------
 * | Opcode |  option  |   0  |   value  |   0  | …
 *  ---------------------------------------------
 * ```
 */
export function encodeOack(options: readonly Option[]): Uint8Array {
  return concat([short(OPCODE.oack), ...options.flatMap(option => option.map(text))])
}

/** Names and values by turns → pairs. A repeated name counts once, the first time. */
function toOptions(texts: readonly string[]): Option[] {
  const options = new Map<string, string>()
  for (let index = 0; index + 1 < texts.length; index += 2) {
    const name = texts[index]?.toLowerCase()
    const value = texts[index + 1]
    if (name && value !== undefined && !options.has(name)) options.set(name, value)
  }
  return [...options]
}

/** At most `limit` NUL-terminated texts from `offset` on. */
function readTexts(datagram: Uint8Array, offset: number, limit: number): string[] {
  const texts: string[] = []
  for (let from = offset; texts.length < limit; ) {
    const end = datagram.indexOf(0, from)
    if (end < 0) break
    texts.push(decodeText(datagram.subarray(from, end)))
    from = end + 1
  }
  return texts
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** RFC 1350 says ASCII; what comes beyond that is UTF-8 from today's clients and Latin-1 from old ones. */
function decodeText(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    return Buffer.from(bytes).toString('latin1')
  }
}

/** A NUL within would end the text early for the reader, so it is left out. */
function text(value: string): Uint8Array {
  return Buffer.from(`${value.replaceAll('\0', '')}\0`)
}

function short(value: number): Uint8Array {
  return Uint8Array.of((value >>> 8) & 255, value & 255)
}

function shortAt(bytes: Uint8Array, offset: number): number | undefined {
  const high = bytes[offset]
  const low = bytes[offset + 1]
  return high === undefined || low === undefined ? undefined : high * 256 + low
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(parts)
}
