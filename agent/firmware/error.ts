// Why a firmware file cannot be used as one: its structure, never its signature, because the vendor's key is not public.
import { CodedError } from '../coded-error.ts'

/**
 * `firmware.not-signed`: it does not begin as a signed file does; `firmware.header`: it begins so, but contradicts
 * itself; `firmware.name`: it is another file than it is called; `firmware.hash`: its content was changed; `firmware.loads`: the list of a load's images holds none; `firmware.archive`: an archive is damaged or too large.
 */
export type FirmwareErrorCode =
  | 'firmware.not-signed'
  | 'firmware.header'
  | 'firmware.name'
  | 'firmware.hash'
  | 'firmware.loads'
  | 'firmware.archive'

/** `detail` says in a few words what was found. */
export class FirmwareError extends CodedError<FirmwareErrorCode> {
  override readonly name = 'FirmwareError'
}
