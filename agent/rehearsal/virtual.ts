// The virtual phone, for whoever rehearses: loaded when it is wanted, since no real flash needs it.
export { PhoneError } from './error.ts'
export { bootPhone } from './phone.ts'
export { makeFirmware } from './synthetic.ts'
