// The keys below the screen in every state: what the site says, and what is usual in the others.
import { SOFT_KEY_STATES, type SoftKey, type SoftKeyState } from '../../schemas/device.ts'
import type { Site } from '../../schemas/site.ts'
import { SOFT_KEY_SETS } from '../catalog/keys/soft-keys.ts'
import type { Report } from './plan.ts'

export type PlannedSoftKeys = Readonly<Record<SoftKeyState, readonly SoftKey[]>>

/** @returns undefined when the site leaves all of them to the phone. */
export function planSoftKeys({ softKeys }: Site, report: Report): PlannedSoftKeys | undefined {
  if (Object.keys(softKeys).length === 0) return undefined
  const sets = SOFT_KEY_STATES.map(state => {
    const { allowed, needed, usual } = SOFT_KEY_SETS[state]
    const wanted = softKeys[state] ?? usual
    const known = allowed.join(', ')
    for (const [index, key] of wanted.entries()) {
      if (key === 'Undefined' || allowed.includes(key)) continue
      report({ code: 'site.soft-key', path: ['softKeys', state, index], details: { key, state, known } })
    }
    if (needed && !wanted.includes(needed)) {
      report({ code: 'site.soft-key-needed', path: ['softKeys', state], details: { key: needed, state } })
    }
    return [state, wanted] as const
  })
  return Object.fromEntries(sets) as PlannedSoftKeys
}
