// Why a firmware file cannot be used as one: its structure, never its signature, because the vendor's key is not public.

/**
 * `firmware.not-signed`: it does not begin as a signed file does; `firmware.header`: it begins so, but contradicts
 * itself; `firmware.loads`: the list of a load's images holds none.
 */
export type FirmwareErrorCode = 'firmware.not-signed' | 'firmware.header' | 'firmware.loads'

/** `detail` says in a few words what was found. */
export class FirmwareError extends Error {
  override readonly name = 'FirmwareError'
  readonly code: FirmwareErrorCode
  readonly detail: string

  constructor(code: FirmwareErrorCode, detail = '') {
    super(detail ? `${code} (${detail})` : code)
    this.code = code
    this.detail = detail
  }
}
