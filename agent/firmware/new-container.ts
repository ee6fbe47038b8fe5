// The container of the 78xx and 88xx: its name and its payload, which a SHA-256 in its header protects (field guide, phones 4.2).
import { createHash } from 'node:crypto'
import { type Container, readContainer } from './container.ts'
import { FirmwareError } from './error.ts'

/*
 *  00 magic          0c payload length   34 name length
 *  04 header length  14 SHA-256 (32)     38 name, then a signature, then the payload
 *
 * All numbers u32 little-endian; the words between are zero.
 */
const MAGIC = 0xab1234cd
const AT = { headerLength: 4, payloadLength: 0x0c, sha256: 0x14, nameLength: 0x34, name: 0x38 } as const
const SAFE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,126}$/

export const isNewContainer = (bytes: Uint8Array): boolean =>
  bytes.length >= AT.name && new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true) === MAGIC

/**
 * @throws FirmwareError `firmware.not-signed` (another kind of file), `firmware.header` (cut off, contradicts itself),
 * `firmware.hash` (its content was changed)
 */
export function readNewContainer(bytes: Uint8Array): Container {
  if (!isNewContainer(bytes)) throw new FirmwareError('firmware.not-signed')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const number = (at: number) => view.getUint32(at, true)
  const headerLength = number(AT.headerLength)
  const nameEnd = AT.name + number(AT.nameLength)
  const length = headerLength + number(AT.payloadLength)
  if (nameEnd > headerLength || length !== bytes.length) {
    throw new FirmwareError('firmware.header', `says ${length} bytes of ${bytes.length}`)
  }
  const name = new TextDecoder('latin1').decode(bytes.subarray(AT.name, nameEnd)).replace(/\0+$/, '')
  if (!SAFE_NAME.test(name)) throw new FirmwareError('firmware.header', 'its name is none')
  const payload = bytes.subarray(headerLength)
  const said = Buffer.from(bytes.subarray(AT.sha256, AT.sha256 + 32)).toString('hex')
  if (createHash('sha256').update(payload).digest('hex') !== said) throw new FirmwareError('firmware.hash', name)
  return { name, payload, headerLength }
}

/** Whichever of the two it is. @throws FirmwareError */
export const openContainer = (bytes: Uint8Array): Container =>
  isNewContainer(bytes) ? readNewContainer(bytes) : readContainer(bytes)
