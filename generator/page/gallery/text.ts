// The words of the gallery, in German and English.
import type { Lang } from '../../problem.ts'

interface GalleryText {
  title: string
  description: string
  lead: string
  groups: Record<'router' | 'system' | 'provider' | 'open', string>
  open: string
  without: string
  share: { title: string; how: string; cannot: string }
}

export const GALLERY_TEXT: Record<Lang, GalleryText> = {
  en: {
    title: 'Presets',
    description: 'Ready-made settings for a Cisco phone at a Fritz!Box, Asterisk, FreePBX, FusionPBX or sipgate.',
    lead: 'A preset brings language, tones, dialling and firmware for the place where the phone will ring. Choose one and add what only you know: the address, the phones and the lines.',
    groups: {
      router: 'At the router',
      system: 'At a telephone system of your own',
      provider: 'At a provider, over the internet',
      open: 'Whatever the telephone system',
    },
    open: 'Open in the builder',
    without: 'What will not work there',
    share: {
      title: 'Share your own',
      how: 'In the builder, “Share as a preset” makes a link from your settings; whoever opens it sees what would change before anything does.',
      cannot:
        'A preset cannot hold passwords, user names, MAC addresses, addresses or host names, outside numbers, web pages or access from outside: it has no field for them.',
    },
  },
  de: {
    title: 'Vorlagen',
    description: 'Fertige Einstellungen für ein Cisco-Telefon an Fritz!Box, Asterisk, FreePBX, FusionPBX oder sipgate.',
    lead: 'Eine Vorlage bringt Sprache, Töne, Wählregeln und Firmware für den Ort mit, an dem das Telefon klingeln soll. Wählen Sie eine aus und ergänzen Sie, was nur Sie wissen: Adresse, Telefone und Leitungen.',
    groups: {
      router: 'Am Router',
      system: 'An der eigenen Telefonanlage',
      provider: 'Bei einem Anbieter, über das Internet',
      open: 'Für jede Telefonanlage',
    },
    open: 'Zum Einrichten öffnen',
    without: 'Was dort nicht geht',
    share: {
      title: 'Eigene Vorlagen teilen',
      how: 'Beim Einrichten macht „Als Vorlage teilen“ aus Ihren Einstellungen einen Link; wer ihn öffnet, sieht zuerst, was sich ändern würde.',
      cannot:
        'Passwörter, Benutzernamen, MAC-Adressen, Adressen und Namen von Servern, externe Rufnummern, Webseiten und Fernzugriff kann eine Vorlage nicht enthalten: Dafür hat sie kein Feld.',
    },
  },
}
