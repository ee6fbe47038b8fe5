// What is wrong with a password, in words; its value goes nowhere from here.
import { faultOfSecret } from '../model/secrets.ts'
import type { Desk } from './desk.ts'
import { phoneOf } from './edits.ts'
import type { Fault } from './field.tsx'

/** Nothing for one that is empty: the agent asks for it. */
export function secretsFault(desk: Desk, secret: string): Fault[] {
  const value = desk.state.secrets.get(secret) ?? ''
  const model = desk.facts.models.find(({ name }) => name === phoneOf(desk)?.model)
  if (value === '' || !model) return []
  const { passwordFault } = desk.say
  const fault = faultOfSecret(value, model.password)
  if (fault === undefined || fault === 'empty') return []
  const { minLength, maxLength, safeLength = maxLength } = model.password
  if (fault === 'long-for-some') return [{ severity: 'warning', message: passwordFault.some(safeLength), cure: '' }]
  const message = fault === 'characters' ? passwordFault.characters : passwordFault.length(minLength, maxLength)
  return [{ severity: 'error', message, cure: '' }]
}
