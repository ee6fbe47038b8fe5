// Values of DHCP options: read strictly, written from plain ones.
import { ipv4FromNumber, ipv4ToNumber } from '../../schemas/ipv4.ts'
import * as OPTION from './option.ts'
import type { DhcpPacket } from './packet.ts'

/** The vendor class of our own probe for other servers, by which our server knows it and keeps silent. */
export const PROBE_CLASS = 'cp-agent probe'

/** @returns the type of message (option 53), or 0 for BOOTP and for one of a wrong length. */
export function messageType({ options }: DhcpPacket): number {
  const value = options.get(OPTION.messageType)
  return value?.length === 1 ? (value[0] ?? 0) : 0
}

/** @returns the first address of an option, or undefined when it is absent or of a wrong length. */
export function readAddress({ options }: DhcpPacket, tag: number): string | undefined {
  const value = options.get(tag)
  if (!value || value.length < 4 || value.length % 4 !== 0) return undefined
  return ipv4FromNumber(new DataView(value.buffer, value.byteOffset, 4).getUint32(0))
}

/** Option 60 as text, without the NUL that most phones add (field guide 3.1). */
export function readVendorClass({ options }: DhcpPacket): string {
  const value = options.get(OPTION.vendorClass)
  return value ? Buffer.from(value).toString('latin1').replace(/\0+$/, '') : ''
}

export const toByte = (value: number): Uint8Array => Uint8Array.of(value)
export const toText = (text: string): Uint8Array => new TextEncoder().encode(text)

export function toSeconds(value: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}

export function toAddresses(addresses: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(4 * addresses.length)
  const view = new DataView(bytes.buffer)
  addresses.forEach((address, index) => {
    view.setUint32(4 * index, ipv4ToNumber(address))
  })
  return bytes
}
