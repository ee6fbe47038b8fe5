// At a Fritz!Box in each of the countries where it is the usual box.
import type { Preset } from '../../../schemas/preset.ts'
import { GERMANY, LOADS } from './locale.ts'

/** A Cisco phone at a Fritz!Box in Germany; values from configurations that worked (field guide 5.1). */
const FRITZBOX_DE: Preset = {
  preset: 'fritzbox-de',
  description: {
    en: 'Cisco IP phone at a Fritz!Box in Germany: German screen and tones, short codes of the box',
    de: 'Cisco-Telefon an einer Fritz!Box in Deutschland: deutsche Anzeige und Töne, Kurzwahlen der Box',
  },
  registrar: { kind: 'fritzbox' }, // port and transport are the kind's own
  ...GERMANY,
  loads: LOADS,
  messagesNumber: '**600',
  look: { wallpaper: 'choice' },
}

/** The same box in another country: other tones, clock and numbers; the words of the screen are the German ones. */
function fritzboxIn(country: { code: string; en: string; de: string; network: string; timeZone: string }): Preset {
  const { code, en, de, network, timeZone } = country
  return {
    ...FRITZBOX_DE,
    preset: `fritzbox-${code}`,
    description: {
      en: `Cisco IP phone at a Fritz!Box in ${en}: German screen, tones of the country, short codes of the box`,
      de: `Cisco-Telefon an einer Fritz!Box in ${de}: deutsche Anzeige, Töne des Landes, Kurzwahlen der Box`,
    },
    locale: { ...FRITZBOX_DE.locale, network, timeZone },
    dialPlan: { country: code.toUpperCase() },
  }
}

export const FRITZBOX: readonly Preset[] = [
  FRITZBOX_DE,
  fritzboxIn({
    ...{ code: 'at', en: 'Austria', de: 'Österreich', network: 'Austria', timeZone: 'Europe/Vienna' },
  }),
  fritzboxIn({
    ...{ code: 'ch', en: 'Switzerland', de: 'der Schweiz', network: 'Switzerland', timeZone: 'Europe/Zurich' },
  }),
]
