// What presets of one language have in common, whatever the phone registers at.
import type { Preset } from '../../../schemas/preset.ts'
import { registrarCodes } from '../../catalog/dialling/registrar-codes.ts'
import { loadsFor } from '../../catalog/loads.ts'
import { PHONES } from '../../catalog/phones.ts'

/** The load to take first, for every model. */
export const LOADS: Preset['loads'] = Object.fromEntries(
  PHONES.map(({ name }) => [name, loadsFor(name)[0]?.name ?? '']),
)

/** Of everybody whose phone shows German in Germany. */
export const GERMANY = {
  locale: {
    user: 'German_Germany',
    network: 'Germany',
    timeZone: 'Europe/Berlin',
    dateFormat: 'D.M.YY',
    clock: '24h',
  },
  codec: 'g711alaw',
  dialPlan: { country: 'DE' },
} as const satisfies Partial<Preset>

/**
 * English words, and nothing of a country: tones, clock and the numbers of emergency calls are the person's to choose.
 * Until then a number waits; only the codes of the registrar are known.
 */
export const SOMEWHERE = (kind: string) =>
  ({
    locale: { user: 'English_United_States' },
    dialPlan: [...registrarCodes(kind), { match: '*', wait: 4 }],
  }) as const satisfies Partial<Preset>
