// The presets that come with the generator. TypeScript, not YAML, because Node, workerd and the browser all read it alike.
import type { Preset } from '../../schemas/preset.ts'
import { loadsFor } from '../catalog/loads.ts'
import { PHONES } from '../catalog/phones.ts'

/** A Cisco phone at a Fritz!Box in Germany; values from configurations that worked (field guide 5.1). */
const FRITZBOX_DE: Preset = {
  preset: 'fritzbox-de',
  description: {
    en: 'Cisco IP phone at a Fritz!Box in Germany: German screen and tones, short codes of the box',
    de: 'Cisco-Telefon an einer Fritz!Box in Deutschland: deutsche Anzeige und Töne, Kurzwahlen der Box',
  },
  registrar: { kind: 'fritzbox' }, // port and transport are the kind's own
  locale: {
    user: 'German_Germany',
    network: 'Germany',
    timeZone: 'Europe/Berlin',
    dateFormat: 'D.M.YY',
    clock: '24h',
  },
  loads: Object.fromEntries(PHONES.map(({ name }) => [name, loadsFor(name)[0]?.name ?? ''])),
  codec: 'g711alaw',
  messagesNumber: '**600',
  dialPlan: { country: 'DE' },
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

export const BUILT_IN: readonly Preset[] = [
  FRITZBOX_DE,
  fritzboxIn({
    ...{ code: 'at', en: 'Austria', de: 'Österreich', network: 'Austria', timeZone: 'Europe/Vienna' },
  }),
  fritzboxIn({
    ...{ code: 'ch', en: 'Switzerland', de: 'der Schweiz', network: 'Switzerland', timeZone: 'Europe/Zurich' },
  }),
]

export const builtInPreset = (name: string): Preset | undefined => BUILT_IN.find(({ preset }) => preset === name)
