// What the preview and a worker that fails say, in German and English.
import type { Lang } from '../../problem.ts'

interface HoleText {
  secret: (name: string) => string
  mac: string
  load: string
}

export const HOLE_TEXT: Record<Lang, HoleText> = {
  en: { secret: name => `password ${name}`, mac: 'MAC address of the phone', load: 'load of the current step' },
  de: { secret: name => `Passwort ${name}`, mac: 'MAC-Adresse des Telefons', load: 'Firmware des jeweiligen Schritts' },
}
