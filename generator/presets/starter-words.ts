// The comments in a fresh site, in German and English: what each example stands for.
import type { Lang } from '../problem.ts'

interface StarterWords {
  fritzbox: string
  takesAddress: string
  outsidePool: string
  /** The address of a telephone system; `name` as its makers write it. */
  address(name: string): string
  domain: string
  system: string
  sipgate: string
  /** Why the laptop has an address of its own there: lines of a comment. */
  sipgateLaptop: readonly string[]
  sipId: string
  laptop: string
  leases: string
  time: string
  locale: string
  dialPlan: string
  outsideLine: string
  mac: string
  line: string
}

export const STARTER_WORDS: Record<Lang, StarterWords> = {
  en: {
    fritzbox: 'the Fritz!Box',
    takesAddress: "the laptop takes the Fritz!Box's address while it flashes",
    outsidePool: "outside the Fritz!Box's own pool; at most 30 minutes each",
    address: name => `an example: the address of your ${name}`,
    domain: 'an example: the name of your domain in FusionPBX, often its address',
    system: 'an example: what your telephone system is, and its address',
    sipgate: 'the server that the access data of your account name',
    sipgateLaptop: [
      'sipgate is on the internet, so the laptop cannot stand in for it: on the cable the phone gets its',
      'settings, and it registers when it is plugged into your router.',
    ],
    sipId: 'your SIP-ID; keep the quotes',
    laptop: 'the laptop while it flashes: a free address of your network',
    leases: 'for the phones, at most 30 minutes each; nobody else may have them',
    time: 'who tells the phones the time: here the router',
    locale: 'yours, such as Europe/London and United_Kingdom',
    dialPlan: 'how people dial in your country, so that numbers go out sooner',
    outsideLine: 'if a 0 goes before outside numbers',
    mac: 'or what the sticker says: 00:1D:45:2D:2B:F0',
    line: 'Line 1',
  },
  de: {
    fritzbox: 'die Fritz!Box',
    takesAddress: 'der Laptop nimmt beim Umstellen die Adresse der Fritz!Box an',
    outsidePool: 'nicht aus dem Bereich, den die Fritz!Box vergibt; für je höchstens 30 Minuten',
    address: name => `ein Beispiel: die Adresse von ${name}`,
    domain: 'ein Beispiel: der Name Ihrer Domäne in FusionPBX, oft dessen Adresse',
    system: 'ein Beispiel: welche Telefonanlage Sie haben, und ihre Adresse',
    sipgate: 'der Server, den die Zugangsdaten Ihres Kontos nennen',
    sipgateLaptop: [
      'sipgate ist im Internet, der Laptop kann es also nicht vertreten: Am Kabel bekommt das Telefon seine',
      'Einstellungen, und es meldet sich an, wenn es am Router steckt.',
    ],
    sipId: 'Ihre SIP-ID; die Anführungszeichen bleiben stehen',
    laptop: 'der Laptop beim Umstellen: eine freie Adresse Ihres Netzes',
    leases: 'für die Telefone, für je höchstens 30 Minuten; niemand sonst darf sie haben',
    time: 'wer den Telefonen die Zeit sagt: hier der Router',
    locale: 'Ihre, etwa Europe/Berlin und Germany',
    dialPlan: 'wie man in Ihrem Land wählt, damit Nummern schneller hinausgehen',
    outsideLine: 'falls nach draußen eine 0 vorweg gewählt wird',
    mac: 'oder was auf dem Aufkleber steht: 00:1D:45:2D:2B:F0',
    line: 'Leitung 1',
  },
}
