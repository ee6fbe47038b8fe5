// For a small office, at whatever telephone system it has: the site says which.
import type { Preset } from '../../../schemas/preset.ts'
import { GERMANY, LOADS, SOMEWHERE } from './locale.ts'

/** The screen is lit while somebody is there, and the picture behind it is the office's own. */
const OFFICE = {
  loads: LOADS,
  look: { wallpaper: 'fixed' },
  display: { from: '07:30', to: '18:30', days: ['mon', 'tue', 'wed', 'thu', 'fri'], idle: 10, wakeOnCall: true },
  ports: { computer: true, cdp: true, lldp: true }, // one cable to a desk: the computer is plugged into the phone
} satisfies Partial<Preset>

export const SMALL_OFFICE: readonly Preset[] = [
  {
    preset: 'small-office',
    description: {
      en: 'Small office: key for do not disturb, screen lit on working days from 7:30 to 18:30; English screen; telephone system and country are yours to choose',
      de: 'Kleines Büro: Taste „nicht stören“, Anzeige an Werktagen von 7:30 bis 18:30 beleuchtet; englische Anzeige; Telefonanlage und Land wählen Sie selbst',
    },
    ...SOMEWHERE(''),
    ...OFFICE,
    keys: [{ feature: 'do-not-disturb', label: 'Do not disturb' }],
  },
  {
    preset: 'small-office-de',
    description: {
      en: 'Small office in Germany: key for do not disturb, screen lit on working days from 7:30 to 18:30; German screen, tones and dialling; the telephone system is yours to choose',
      de: 'Kleines Büro in Deutschland: Taste „nicht stören“, Anzeige an Werktagen von 7:30 bis 18:30 beleuchtet; deutsche Anzeige, Töne und Wählregeln; die Telefonanlage wählen Sie selbst',
    },
    ...GERMANY,
    ...OFFICE,
    keys: [{ feature: 'do-not-disturb', label: 'Nicht stören' }],
  },
]
