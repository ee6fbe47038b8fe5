// At a telephone system that somebody runs: once in English and without a country, once for Germany.
import type { Preset } from '../../../schemas/preset.ts'
import { registrarKind } from '../../catalog/registrars.ts'
import { GERMANY, LOADS, SOMEWHERE } from './locale.ts'

interface System {
  /** Of the preset; with `-de` behind it for Germany. */
  preset: string
  kind: string
  name: string
  /** What to know of it, in one clause. */
  note: { en: string; de: string }
}

/** Transport and port are the kind's own, and so is the number for messages. */
const SYSTEMS: readonly System[] = [
  {
    preset: 'asterisk',
    kind: 'asterisk-pjsip',
    name: 'Asterisk',
    note: {
      en: '*97 must be voice mail in its dial plan',
      de: '*97 muss in seinem Wählplan der Anrufbeantworter sein',
    },
  },
  {
    preset: 'freepbx',
    kind: 'freepbx',
    name: 'FreePBX',
    note: {
      en: 'reports contradict each other, so try one phone first',
      de: 'Berichte widersprechen sich, also erst ein Telefon erproben',
    },
  },
  {
    preset: 'fusionpbx',
    kind: 'fusionpbx',
    name: 'FusionPBX',
    note: {
      en: 'its lamps for other lines work',
      de: 'Lampen für andere Leitungen leuchten',
    },
  },
]

function here({ preset, kind, name, note }: System): Preset {
  return {
    preset,
    description: {
      en: `Cisco IP phone at ${name}: English screen; tones, clock and dialling of your country are yours to choose; ${note.en}`,
      de: `Cisco-Telefon an ${name}: englische Anzeige; Töne, Uhr und Wählregeln des Landes wählen Sie selbst; ${note.de}`,
    },
    registrar: { kind },
    ...SOMEWHERE(kind),
    ...shared(kind),
  }
}

function inGermany({ preset, kind, name, note }: System): Preset {
  return {
    preset: `${preset}-de`,
    description: {
      en: `Cisco IP phone at ${name} in Germany: German screen, tones and dialling; ${note.en}`,
      de: `Cisco-Telefon an ${name} in Deutschland: deutsche Anzeige, Töne und Wählregeln; ${note.de}`,
    },
    registrar: { kind },
    ...GERMANY,
    ...shared(kind),
  }
}

const shared = (kind: string): Partial<Preset> => {
  const { messagesNumber } = registrarKind(kind) ?? {}
  return { loads: LOADS, ...(messagesNumber !== undefined && { messagesNumber }), look: { wallpaper: 'choice' } }
}

export const TELEPHONE_SYSTEMS: readonly Preset[] = SYSTEMS.flatMap(system => [here(system), inGermany(system)])
