// What a virtual phone gave up with.
import { PhoneError } from '../agent/rehearsal/error.ts'

/** @returns its code and its detail; `no error` when it did not give up. */
export async function refusal(promise: Promise<unknown>): Promise<[string, string]> {
  try {
    await promise
  } catch (error) {
    if (error instanceof PhoneError) return [error.code, error.detail]
    throw error
  }
  return ['no error', '']
}
