// What a preset sets, in words, in German and English.
import type { Certainty } from '../../catalog/phone-model.ts'
import type { Lang } from '../../problem.ts'

export interface FactsText {
  office: string
  terms: Record<
    'registrar' | 'screen' | 'tones' | 'clock' | 'dialling' | 'messages' | 'keys' | 'light' | 'look' | 'more' | 'loads',
    string
  >
  /** What a preset leaves to the site. */
  yours: string
  nat: string
  hours: Record<'24h' | '12h', string>
  country(name: string, emergency: readonly string[]): string
  rules(count: number): string
  outside(digits: string): string
  lit(from: string, to: string, days: string): string
  dark(minutes: number): string
  everyDay: string
  wallpaper: Record<'choice' | 'fixed', string>
  keys(count: number): string
  pictures(count: number): string
  ringTones(count: number): string
  softKeys: string
  ports: string
  models(count: number): string
  known: Record<Certainty, string>
}

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

export const FACTS_TEXT: Record<Lang, FactsText> = {
  en: {
    office: 'Small office',
    terms: {
      registrar: 'Registers at',
      screen: 'Screen',
      tones: 'Tones',
      clock: 'Clock',
      dialling: 'Dialling',
      messages: 'Messages key',
      keys: 'Keys',
      light: 'Screen light',
      look: 'Look and sound',
      more: 'Besides',
      loads: 'Firmware',
    },
    yours: 'yours to choose',
    nat: 'behind a router',
    hours: { '24h': '24 hours', '12h': 'am and pm' },
    country: (name, emergency) => `${name}${emergency.length > 0 ? `; at once: ${emergency.join(', ')}` : ''}`,
    rules: count => `${counted(count, 'rule', 'rules')}, of no country`,
    outside: digits => `${digits} to get out`,
    lit: (from, to, days) => `${days}, ${from} to ${to}`,
    dark: minutes => `otherwise dark after ${counted(minutes, 'minute', 'minutes')}`,
    everyDay: 'every day',
    wallpaper: { choice: 'the picture may be chosen at the phone', fixed: 'the picture is fixed' },
    keys: count => counted(count, 'key', 'keys'),
    pictures: count => counted(count, 'picture', 'pictures'),
    ringTones: count => counted(count, 'ring tone', 'ring tones'),
    softKeys: 'keys below the screen',
    ports: 'network sockets',
    models: count => `a load for ${counted(count, 'model', 'models')}`,
    known: { C: 'Seen working by several', L: 'Seen working', U: 'Hardly tried' },
  },
  de: {
    office: 'Kleines Büro',
    terms: {
      registrar: 'Meldet sich an bei',
      screen: 'Anzeige',
      tones: 'Töne',
      clock: 'Uhr',
      dialling: 'Wählen',
      messages: 'Nachrichtentaste',
      keys: 'Tasten',
      light: 'Licht der Anzeige',
      look: 'Bild und Klang',
      more: 'Außerdem',
      loads: 'Firmware',
    },
    yours: 'wählen Sie selbst',
    nat: 'hinter einem Router',
    hours: { '24h': '24 Stunden', '12h': '12 Stunden mit am und pm' },
    country: (name, emergency) => `${name}${emergency.length > 0 ? `; sofort: ${emergency.join(', ')}` : ''}`,
    rules: count => `${counted(count, 'Regel', 'Regeln')}, für kein bestimmtes Land`,
    outside: digits => `${digits} für nach draußen`,
    lit: (from, to, days) => `${days}, ${from} bis ${to} Uhr`,
    dark: minutes => `sonst dunkel nach ${counted(minutes, 'Minute', 'Minuten')}`,
    everyDay: 'täglich',
    wallpaper: { choice: 'Bild am Telefon wählbar', fixed: 'Bild fest' },
    keys: count => counted(count, 'Taste', 'Tasten'),
    pictures: count => counted(count, 'Bild', 'Bilder'),
    ringTones: count => counted(count, 'Klingelton', 'Klingeltöne'),
    softKeys: 'Tasten unter der Anzeige',
    ports: 'Netzwerkbuchsen',
    models: count => `eine Firmware für ${counted(count, 'Modell', 'Modelle')}`,
    known: { C: 'Von mehreren erprobt', L: 'Erprobt', U: 'Kaum erprobt' },
  },
}
