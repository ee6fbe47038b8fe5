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
  steps: readonly { title: string; text: string }[]
  picture: string
  pictureParts: { router: string; laptop: string; phone: string; now: string; later: string }
  editorTitle: string
  editorLabel: string
  editorHint: string
  check: string
  make: string
  restore: string
  result: string
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
    steps: [
      {
        title: 'Describe',
        text: 'Change the example below: the phone’s model and MAC address, your router, your lines.',
      },
      { title: 'Get the bundle', text: 'It holds all settings, signed, and no password: those stay on your laptop.' },
      {
        title: 'Flash',
        text: 'One command on the laptop, one cable to the phone. After that it belongs at the router.',
      },
    ],
    picture: 'While it flashes, a cable joins laptop and phone. Afterwards the phone is plugged into the router.',
    pictureParts: { router: 'Router', laptop: 'Laptop', phone: 'Phone', now: 'now: one cable', later: 'afterwards' },
    editorTitle: 'Your phone',
    editorLabel: 'Description (YAML)',
    editorHint:
      'Write no password here: name a secret, and the agent on your laptop asks for it. Nothing you send is kept.',
    check: 'Check',
    make: 'Make bundle',
    restore: 'Start again from the example',
    result: 'Result',
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
    steps: [
      {
        title: 'Beschreiben',
        text: 'Ändern Sie das Beispiel unten: Modell und MAC-Adresse des Telefons, Ihren Router, Ihre Leitungen.',
      },
      {
        title: 'Paket laden',
        text: 'Es enthält alle Einstellungen, unterschrieben, und kein Passwort: Die bleiben auf Ihrem Laptop.',
      },
      {
        title: 'Umstellen',
        text: 'Ein Befehl am Laptop, ein Kabel zum Telefon. Danach gehört es an den Router.',
      },
    ],
    picture: 'Beim Umstellen verbindet ein Kabel Laptop und Telefon. Danach kommt das Telefon an den Router.',
    pictureParts: { router: 'Router', laptop: 'Laptop', phone: 'Telefon', now: 'jetzt: ein Kabel', later: 'danach' },
    editorTitle: 'Ihr Telefon',
    editorLabel: 'Beschreibung (YAML)',
    editorHint:
      'Schreiben Sie hier kein Passwort hinein: Nennen Sie nur dessen Namen, der Agent auf Ihrem Laptop fragt danach. Nichts, was Sie senden, wird aufgehoben.',
    check: 'Prüfen',
    make: 'Paket erzeugen',
    restore: 'Wieder mit dem Beispiel anfangen',
    result: 'Ergebnis',
    needsScript: 'Die Knöpfe dieser Seite brauchen JavaScript.',
    without: 'Ohne geht es so: Speichern Sie die Beschreibung als site.yaml und senden Sie sie vom Terminal:',
    footer: 'Jedes Paket lässt sich mit ssh-keygen von Hand prüfen.',
    schema: 'Schema für Editoren',
    keys: 'Schlüssel',
    agent: 'Agent',
    lost: { title: 'Hier ist nichts', text: 'Prüfen Sie die Adresse.', back: 'Zur ersten Seite' },
  },
}
