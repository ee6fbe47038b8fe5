// The keys below the screen: which stand in which state unless a site says otherwise; which may: schemas/configuration/soft-keys.ts.
import { SOFT_KEYS_OF } from '../../../schemas/configuration/soft-keys.ts'
import type { SoftKey, SoftKeyState } from '../../../schemas/device.ts'

export interface SoftKeySet {
  /** The phone's name of the state. */
  id: string
  allowed: readonly SoftKey[]
  /** Without it the phone cannot be used in this state. */
  needed?: SoftKey
  /** What stands there unless a site says otherwise: nothing that needs a call manager. */
  usual: readonly SoftKey[]
}

const set = (id: keyof typeof SOFT_KEYS_OF, usual: readonly SoftKey[]): SoftKeySet => {
  const { keys, needed } = SOFT_KEYS_OF[id]
  return { id, allowed: keys, usual, ...(needed && { needed }) }
}

export const SOFT_KEY_SETS: Readonly<Record<SoftKeyState, SoftKeySet>> = {
  'on-hook': set('On Hook', ['Redial', 'NewCall', 'DND']),
  'off-hook': set('Off Hook', ['Redial', 'EndCall']),
  'off-hook-feature': set('Off Hook With Feature', ['Redial', 'EndCall']),
  digits: set('Digits After First', ['<<', 'EndCall']),
  'ring-out': set('Ring Out', ['Undefined', 'EndCall']),
  connected: set('Connected', ['Hold', 'EndCall', 'Transfer', 'Confrn']),
  'connected-only': set('Connected No Feature', ['Undefined', 'EndCall']),
  'connected-transfer': set('Connected Transfer', ['Undefined', 'EndCall', 'Transfer']),
  'connected-conference': set('Connected Conference', ['Undefined', 'EndCall', 'Confrn']),
  'on-hold': set('On Hold', ['Resume', 'NewCall']),
  'ring-in': set('Ring In', ['Answer', 'DND']),
}
