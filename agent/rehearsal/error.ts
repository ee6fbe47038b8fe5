// Why the virtual phone did not get to its registrar.

/** Every code stands for something that a real phone would stumble over too; `phone.stopped` for an end from outside. */
export type PhoneErrorCode =
  | 'phone.no-lease'
  | 'phone.no-config'
  | 'phone.bad-config'
  | 'phone.load-missing'
  | 'phone.image-missing'
  | 'phone.bad-image'
  | 'phone.boot-loop'
  | 'phone.stopped'

/** `detail` names a file, a node or a reason; never a value out of the configuration that could be a password. */
export class PhoneError extends Error {
  override readonly name = 'PhoneError'
  readonly code: PhoneErrorCode
  readonly detail: string

  constructor(code: PhoneErrorCode, detail = '') {
    super(detail ? `${code} (${detail})` : code)
    this.code = code
    this.detail = detail
  }
}
