// Random settings of the screen, the sockets and the keys below the screen.
import * as fc from 'fast-check'
import { SOFT_KEY_SETS } from '../generator/catalog/keys/soft-keys.ts'
import { POLICY_FEATURES, SOFT_KEY_STATES } from '../schemas/device.ts'
import { optional, record } from './random-text.ts'

const time = fc
  .integer({ min: 0, max: 1439 })
  .map(minutes => [Math.floor(minutes / 60), minutes % 60].map(part => String(part).padStart(2, '0')).join(':'))
const flags = (names: readonly string[]) =>
  record(Object.fromEntries(names.map(name => [name, optional(fc.boolean())])))

const otherDisplay = record({
  days: optional(fc.subarray(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])),
  idle: optional(fc.integer({ min: 1, max: 1439 })),
  wakeOnCall: optional(fc.boolean()),
})
/** A beginning and another end, or neither. */
const hours = fc.uniqueArray(time, { minLength: 2, maxLength: 2 }).map(([from, to]) => ({ from, to }))
export const display = fc.tuple(otherDisplay, optional(hours)).map(([other, lit]) => ({ ...other, ...lit }))
export const ports = flags(['computer', 'computerInVoiceVlan', 'cdp', 'lldp'])
export const features = flags(POLICY_FEATURES)

/** In each state some of the keys that it knows, and the one that it cannot do without. */
export const softKeys = record(
  Object.fromEntries(
    SOFT_KEY_STATES.map(state => {
      const { allowed, needed } = SOFT_KEY_SETS[state]
      const some = fc.subarray([...allowed, 'Undefined']).map(keys => {
        const first = needed && !keys.includes(needed) ? [needed] : []
        return [...first, ...keys].slice(0, 16)
      })
      return [state, optional(some)]
    }),
  ),
)
