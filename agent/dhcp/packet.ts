// DHCP packets (RFC 2131, 2132): bytes ↔ fields. A malformed packet decodes to undefined and never throws.
import { ipv4FromNumber, ipv4ToNumber } from '../../schemas/ipv4.ts'

//  0                   1                   2                   3
//  +---------------+---------------+---------------+---------------+
//  |     op (1)    |   htype (1)   |   hlen (1)    |   hops (1)    |
//  +---------------+---------------+---------------+---------------+
//  |                            xid (4)                            |
//  +-------------------------------+-------------------------------+
//  |           secs (2)            |           flags (2)           |
//  +-------------------------------+-------------------------------+
//  |    ciaddr (4), yiaddr (4), siaddr (4), giaddr (4)             |
//  +---------------------------------------------------------------+
//  |    chaddr (16), sname (64), file (128)                        |
//  +---------------------------------------------------------------+
//  |    magic cookie (4), options (variable)                       |
//  +---------------------------------------------------------------+

export const BOOTREQUEST = 1
export const BOOTREPLY = 2

export interface DhcpPacket {
  op: typeof BOOTREQUEST | typeof BOOTREPLY
  hops: number
  xid: number
  secs: number
  /** Bit 15 is the broadcast flag. */
  flags: number
  ciaddr: string
  yiaddr: string
  siaddr: string
  giaddr: string
  /** Of an Ethernet client, `00:1d:45:2d:2b:f0`. */
  mac: string
  /** In the order in which they stand in the packet; a repeated option is joined (RFC 3396). */
  options: Map<number, Uint8Array>
}

export const NO_ADDRESS = '0.0.0.0'
const FIXED_LENGTH = 236
const COOKIE = 0x63825363
/** Some clients drop shorter ones, as BOOTP (RFC 951) had a fixed size. */
const LENGTH_MIN = 300
const OVERLOAD = 52

/** @returns the packet, or undefined for anything that is no well-formed DHCP packet of an Ethernet client. */
export function decodePacket(bytes: Uint8Array): DhcpPacket | undefined {
  if (bytes.length < FIXED_LENGTH + 4) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const op = bytes[0]
  if (op !== BOOTREQUEST && op !== BOOTREPLY) return undefined
  if (bytes[1] !== 1 || bytes[2] !== 6 || view.getUint32(FIXED_LENGTH) !== COOKIE) return undefined
  const options = new Map<number, Uint8Array>()
  if (!readOptions(bytes.subarray(FIXED_LENGTH + 4), options)) return undefined
  const overload = options.get(OVERLOAD)?.[0] ?? 0
  if (overload & 1 && !readOptions(bytes.subarray(108, FIXED_LENGTH), options)) return undefined
  if (overload & 2 && !readOptions(bytes.subarray(44, 108), options)) return undefined
  const address = (offset: number) => ipv4FromNumber(view.getUint32(offset))
  return {
    op,
    hops: bytes[3] ?? 0,
    xid: view.getUint32(4),
    secs: view.getUint16(8),
    flags: view.getUint16(10),
    ciaddr: address(12),
    yiaddr: address(16),
    siaddr: address(20),
    giaddr: address(24),
    mac: [...bytes.subarray(28, 34)].map(byte => byte.toString(16).padStart(2, '0')).join(':'),
    options,
  }
}

/** Tag, length, value; 0 is padding, 255 the end, which careless clients leave out. @returns false when a length runs over. */
function readOptions(bytes: Uint8Array, into: Map<number, Uint8Array>): boolean {
  let at = 0
  while (at < bytes.length) {
    const tag = bytes[at]
    if (tag === undefined || tag === 255) return true
    at += 1
    if (tag === 0) continue
    const length = bytes[at]
    if (length === undefined || at + 1 + length > bytes.length) return false
    const value = bytes.subarray(at + 1, at + 1 + length)
    const before = into.get(tag)
    into.set(tag, before ? Uint8Array.from([...before, ...value]) : value)
    at += 1 + length
  }
  return true
}

/** Options keep their order; a value over 255 bytes is split (RFC 3396). */
export function encodePacket(packet: DhcpPacket): Uint8Array {
  let length = FIXED_LENGTH + 5
  for (const value of packet.options.values()) length += value.length + 2 * Math.max(1, Math.ceil(value.length / 255))
  const bytes = new Uint8Array(Math.max(length, LENGTH_MIN))
  const view = new DataView(bytes.buffer)
  bytes[0] = packet.op
  bytes[1] = 1
  bytes[2] = 6
  bytes[3] = packet.hops
  view.setUint32(4, packet.xid)
  view.setUint16(8, packet.secs)
  view.setUint16(10, packet.flags)
  view.setUint32(12, ipv4ToNumber(packet.ciaddr))
  view.setUint32(16, ipv4ToNumber(packet.yiaddr))
  view.setUint32(20, ipv4ToNumber(packet.siaddr))
  view.setUint32(24, ipv4ToNumber(packet.giaddr))
  packet.mac.split(':').forEach((digits, index) => {
    bytes[28 + index] = Number.parseInt(digits, 16)
  })
  view.setUint32(FIXED_LENGTH, COOKIE)
  let at = FIXED_LENGTH + 4
  for (const [tag, value] of packet.options) {
    for (let from = 0; from === 0 || from < value.length; from += 255) {
      const part = value.subarray(from, from + 255)
      bytes[at] = tag
      bytes[at + 1] = part.length
      bytes.set(part, at + 2)
      at += 2 + part.length
    }
  }
  bytes[at] = 255
  return bytes
}
