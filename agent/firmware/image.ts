// Whether a firmware file is whole: its container, the name in it, and for an image of the 79xx the archive inside.
import { FirmwareError } from './error.ts'
import { openContainer } from './new-container.ts'

/** `CNU_File_Archive_3.0`: count of entries, where the contents begin, a table of what is in it (field guide, phones 4.1). */
const CNU = { magic: 'CNU_File_Archive_', count: 0x30, content: 0x34, table: 0x248, entry: 20, size: 8 } as const
/** Images whose inside is known; others are as their container says. */
const JAVA_IMAGE = /^(?:apps|cnu|cvm|dsp|jar)\d\d/i
/** Files of the 7940 and 7960 have another form, which nobody has written down. */
const UNKNOWN_FORM = /^(?:P0|OS79)|\.zz$/i

/**
 * @param name as it is called on the shelf.
 * @throws FirmwareError with what is wrong; nothing for a file of a form that is not known.
 */
export function checkImage(name: string, bytes: Uint8Array): void {
  if (UNKNOWN_FORM.test(name)) return
  const container = openContainer(bytes)
  if (container.name.toLowerCase() !== name.toLowerCase()) throw new FirmwareError('firmware.name', container.name)
  if (JAVA_IMAGE.test(name)) checkCnu(container.payload)
}

function checkCnu(payload: Uint8Array): void {
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength)
  const begins = new TextDecoder('latin1').decode(payload.subarray(0, CNU.magic.length)) === CNU.magic
  if (!begins || payload.length < CNU.table) throw new FirmwareError('firmware.header', 'no archive inside')
  const count = view.getUint32(CNU.count)
  const tableEnd = CNU.table + count * CNU.entry
  if (tableEnd > payload.length) throw new FirmwareError('firmware.header', 'cut off inside')
  let end = view.getUint32(CNU.content)
  if (end < tableEnd) throw new FirmwareError('firmware.header', 'contents in the table')
  for (let at = CNU.table; at < tableEnd; at += CNU.entry) end += view.getUint32(at + CNU.size)
  if (end > payload.length) throw new FirmwareError('firmware.header', `cut off: ${payload.length} bytes of ${end}`)
}
