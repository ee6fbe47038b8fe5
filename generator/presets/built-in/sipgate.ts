// At sipgate, over the internet. Its voice mail is at a number without a star, which a preset cannot hold.
import type { Preset } from '../../../schemas/preset.ts'
import { GERMANY, LOADS } from './locale.ts'

export const SIPGATE: Preset = {
  preset: 'sipgate',
  description: {
    en: 'Cisco IP phone directly at sipgate in Germany, behind a router: German screen, tones and dialling; hardly tried, so begin with one phone',
    de: 'Cisco-Telefon direkt an sipgate in Deutschland, hinter einem Router: deutsche Anzeige, Töne und Wählregeln; kaum erprobt, also mit einem Telefon beginnen',
  },
  registrar: { kind: 'sipgate', nat: true }, // [L] for a provider like it: dbaldree/cisco_sip_voipfone (field guide, phones 6)
  ...GERMANY,
  loads: LOADS,
  look: { wallpaper: 'choice' },
}
