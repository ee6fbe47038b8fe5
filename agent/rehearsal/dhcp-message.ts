// The virtual phone's own DHCP messages (RFC 2131, 2132). Written apart from the server's codec, so that a mistake in one does not hide in the other.

import * as OPTION from './dhcp-option.ts'

export const DISCOVER = 1
export const OFFER = 2
export const REQUEST = 3
export const ACK = 5
export const NAK = 6

const COOKIE = 0x63825363
const OPTIONS_AT = 240
/** BOOTP relays expect at least this much (RFC 1542 2.1). */
const LENGTH_MIN = 300

export interface Reply {
  xid: number
  /** `00:1d:45:2d:2b:f0` */
  mac: string
  type: number
  yiaddr: string
  siaddr: string
  options: ReadonlyMap<number, Uint8Array>
}

/** A request of a client that has no address yet. Options in the order given. */
export function encodeRequest(
  xid: number,
  mac: string,
  type: number,
  options: readonly (readonly [number, Uint8Array])[],
): Uint8Array {
  const head = new Uint8Array(OPTIONS_AT)
  const view = new DataView(head.buffer)
  head.set([1, 1, 6, 0]) // BOOTREQUEST, Ethernet, 6 bytes, no hops
  view.setUint32(4, xid)
  head.set(macBytes(mac), 28)
  view.setUint32(236, COOKIE)
  const tail = [OPTION.type, 1, type, ...options.flatMap(([code, value]) => [code, value.length, ...value]), 255]
  const message = new Uint8Array(Math.max(LENGTH_MIN, OPTIONS_AT + tail.length))
  message.set(head)
  message.set(tail, OPTIONS_AT)
  return message
}

/** Reads what a server sent. @returns the reply, or what is wrong with it as a text. */
export function decodeReply(bytes: Uint8Array): Reply | string {
  if (bytes.length < OPTIONS_AT) return 'too short'
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes[0] !== 2) return 'not a reply'
  if (bytes[1] !== 1 || bytes[2] !== 6) return 'not for Ethernet'
  if (view.getUint32(236) !== COOKIE) return 'no magic cookie'
  const options = decodeOptions(bytes.subarray(OPTIONS_AT))
  if (typeof options === 'string') return options
  // The overload option would move options into the file and name fields; such a phone has no need of it.
  if (options.has(OPTION.overload)) return 'options in the file field'
  const type = options.get(OPTION.type)
  if (type?.length !== 1) return 'no message type'
  return {
    xid: view.getUint32(4),
    mac: [...bytes.subarray(28, 34)].map(byte => byte.toString(16).padStart(2, '0')).join(':'),
    type: type[0] ?? 0,
    yiaddr: address(bytes.subarray(16, 20)),
    siaddr: address(bytes.subarray(20, 24)),
    options,
  }
}

/** Four bytes → dotted decimal. */
export function address(bytes: Uint8Array): string {
  return bytes.join('.')
}

function decodeOptions(bytes: Uint8Array): Map<number, Uint8Array> | string {
  const options = new Map<number, Uint8Array>()
  for (let at = 0; at < bytes.length; ) {
    const code = bytes[at] ?? 255
    if (code === 255) return options
    if (code === 0) {
      at += 1
      continue
    }
    const length = bytes[at + 1]
    if (length === undefined || at + 2 + length > bytes.length) return `option ${code} is cut off`
    const value = bytes.subarray(at + 2, at + 2 + length)
    // An option that comes twice is one long option (RFC 3396).
    options.set(code, Uint8Array.from([...(options.get(code) ?? []), ...value]))
    at += 2 + length
  }
  return 'no end of options'
}

function macBytes(mac: string): number[] {
  return mac.split(':').map(octet => Number.parseInt(octet, 16))
}
