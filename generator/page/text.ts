// The words of the page, in German and English.
import type { Lang } from '../problem.ts'

export interface PageText {
  title: string
  description: string
  lead: string
  skip: string
  languages: string
  pages: string
  pageNames: Record<'builder' | 'presets' | 'verify' | 'api', string>
  picture: string
  pictureParts: { router: string; laptop: string; phone: string; now: string; later: string }
  needsScript: string
  without: string
  footer: string
  schema: string
  keys: string
  agent: string
  lost: { title: string; text: string; back: string }
}

export const PAGE_TEXT: Record<Lang, PageText> = {
  en: {
    title: 'A second-hand Cisco phone becomes a SIP phone',
    description: 'Describe your Cisco IP phone, get a signed bundle, and let your laptop flash the phone to SIP.',
    lead: 'Describe the phone, get a signed bundle, plug in one cable. Your laptop gives the phone its firmware and its settings and says when it is done.',
    skip: 'Skip to the description',
    languages: 'Language',
    pages: 'Pages',
    pageNames: { builder: 'Builder', presets: 'Presets', verify: 'Verify', api: 'API' },
    picture: 'While it flashes, a cable joins laptop and phone. Afterwards the phone is plugged into the router.',
    pictureParts: { router: 'Router', laptop: 'Laptop', phone: 'Phone', now: 'now: one cable', later: 'afterwards' },
    needsScript: 'The buttons of this page need JavaScript.',
    without: 'Without it, save the description as site.yaml and send it from a terminal:',
    footer: 'Every bundle can be checked by hand with ssh-keygen.',
    schema: 'Schema for editors',
    keys: 'Keys',
    agent: 'Agent',
    lost: { title: 'There is nothing here', text: 'Check the address.', back: 'To the first page' },
  },
  de: {
    title: 'Aus dem gebrauchten Cisco-Telefon wird ein SIP-Telefon',
    description:
      'Beschreiben Sie Ihr Cisco-IP-Telefon, laden Sie ein unterschriebenes Paket, und Ihr Laptop stellt das Telefon auf SIP um.',
    lead: 'Telefon beschreiben, unterschriebenes Paket laden, ein Kabel stecken. Ihr Laptop gibt dem Telefon Firmware und Einstellungen und sagt, wann es fertig ist.',
    skip: 'Zur Beschreibung springen',
    languages: 'Sprache',
    pages: 'Seiten',
    pageNames: { builder: 'Einrichten', presets: 'Vorlagen', verify: 'Prüfen', api: 'API' },
    picture: 'Beim Umstellen verbindet ein Kabel Laptop und Telefon. Danach kommt das Telefon an den Router.',
    pictureParts: { router: 'Router', laptop: 'Laptop', phone: 'Telefon', now: 'jetzt: ein Kabel', later: 'danach' },
    needsScript: 'Die Knöpfe dieser Seite brauchen JavaScript.',
    without: 'Ohne geht es so: Speichern Sie die Beschreibung als site.yaml und senden Sie sie vom Terminal:',
    footer: 'Jedes Paket lässt sich mit ssh-keygen von Hand prüfen.',
    schema: 'Schema für Editoren',
    keys: 'Schlüssel',
    agent: 'Agent',
    lost: { title: 'Hier ist nichts', text: 'Prüfen Sie die Adresse.', back: 'Zur ersten Seite' },
  },
}
