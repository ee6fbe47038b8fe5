// The signed container of the 79xx phones (.loads, .sbn, .sgn): its name and its payload, after a check of the structure.
import { FirmwareError } from './error.ts'

export interface Container {
  /** The name in the header, which is the one that the phone compares with what it asked for. */
  name: string
  /** What follows the header; a view, not a copy. */
  payload: Uint8Array
  /** Bytes before the payload. */
  headerLength: number
}

/*
 *  01 0002 vv vv   version            03 llll  signer      { 04 name, 05 serial, 06 issuer }
 *  02 0002 hh hh   header length      07 llll  algorithms  { 08 digest, 09 { 10 padding, 11 modulus } }
 *  0d              one pad byte       0c llll  signature    0e llll  file name, ends with NUL
 *
 * Field guide, phones 4.1: tag u8, length u16 big-endian, value.
 */
const TAG = { version: 1, headerLength: 2, pad: 13, name: 14 } as const
/** Their values are elements again, so the reader goes on inside. */
const NESTING = new Set([3, 7, 9])
/** Version and header length, five bytes each. */
const FIXED = 10
/** As files are called on a TFTP server; never a path. */
const SAFE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,126}$/

/**
 * Reads the header of a signed file.
 * @throws FirmwareError `firmware.not-signed` (another kind of file), `firmware.header` (damaged or cut off)
 */
export function readContainer(bytes: Uint8Array): Container {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const begins = (at: number, tag: number) =>
    bytes.length >= at + 5 && view.getUint8(at) === tag && view.getUint16(at + 1) === 2
  if (!begins(0, TAG.version) || !begins(5, TAG.headerLength)) throw new FirmwareError('firmware.not-signed')

  const headerLength = view.getUint16(8)
  if (headerLength < FIXED || headerLength > bytes.length)
    throw new FirmwareError('firmware.header', `says ${headerLength} bytes of ${bytes.length}`)

  let name: string | undefined
  for (let at = FIXED; at < headerLength; ) {
    const tag = view.getUint8(at)
    if (tag === TAG.pad) {
      at += 1
      continue
    }
    if (at + 3 > headerLength) throw new FirmwareError('firmware.header', `ends inside an element at ${at}`)
    const end = at + 3 + view.getUint16(at + 1)
    if (end > headerLength) throw new FirmwareError('firmware.header', `element ${tag} at ${at} is too long`)
    if (tag === TAG.name) {
      if (name !== undefined) throw new FirmwareError('firmware.header', 'two names')
      name = readName(bytes.subarray(at + 3, end))
    }
    at = NESTING.has(tag) ? at + 3 : end
  }
  if (name === undefined) throw new FirmwareError('firmware.header', 'no name')
  return { name, payload: bytes.subarray(headerLength), headerLength }
}

function readName(value: Uint8Array): string {
  const name = String.fromCharCode(...value.subarray(0, 128))
  if (!name.endsWith('\0') || !SAFE_NAME.test(name.slice(0, -1)))
    throw new FirmwareError('firmware.header', 'the name is none')
  return name.slice(0, -1)
}
