// Why the virtual phone did not get to its registrar.
import { CodedError } from '../coded-error.ts'

/** Every code stands for something that a real phone would stumble over too; `phone.stopped` for an end from outside. */
export type PhoneErrorCode =
  | 'phone.no-lease'
  | 'phone.no-answer'
  | 'phone.no-config'
  | 'phone.bad-config'
  | 'phone.load-missing'
  | 'phone.image-missing'
  | 'phone.bad-image'
  | 'phone.boot-loop'
  | 'phone.mishap'
  | 'phone.stopped'

/** `detail` names a file, a node or a reason; never a value out of the configuration that could be a password. */
export class PhoneError extends CodedError<PhoneErrorCode> {
  override readonly name = 'PhoneError'
}
