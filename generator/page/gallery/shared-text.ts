// The words of the page of a shared preset, in German and English.
import type { Lang } from '../../problem.ts'

interface SharedText {
  title: string
  /** For the preview of a link. `at`: what its phones register at, by our own name for it. */
  cardTitle(at: string | undefined): string
  cardDescription(keys: number, language: string | undefined): string
  lead: string
  cannot: string
  theirs: string
  theirsHow: string
  name: string
  descriptionIn: Record<Lang, string>
  author: string
  licence: string
  language: string
  labels: string
  sets: string
  change: string
  open: string
  whole: string
  kept(until: string): string
  id: string
  lost: { title: string; why: readonly string[]; gallery: string }
}

export const SHARED_TEXT: Record<Lang, SharedText> = {
  en: {
    title: 'A shared preset',
    cardTitle: at => (at === undefined ? 'Preset for Cisco phones' : `Preset for Cisco phones: ${at}`),
    cardDescription: (keys, language) =>
      [
        ...(language ? [`Screen: ${language}.`] : []),
        ...(keys > 0 ? [`${keys} ${keys === 1 ? 'key' : 'keys'}.`] : []),
        'Settings that somebody shares; you see what would change before anything does.',
      ].join(' '),
    lead: 'Somebody shares these settings. Nobody here has looked at them.',
    cannot:
      'Passwords, user names, addresses, host names, outside numbers and access from outside cannot be in a preset. Look at the codes on its keys and at its dialling rules all the same.',
    theirs: 'Written by the person who shared it',
    theirsHow: 'Words of a stranger, shown as they were written.',
    name: 'Name',
    descriptionIn: { en: 'In English', de: 'In German' },
    author: 'Calls themselves',
    licence: 'Licence',
    language: 'Language',
    labels: 'Labels of keys and other names',
    sets: 'What it sets',
    change:
      'In the builder these come under your own settings: what you wrote yourself stays. You are shown each difference and decide then.',
    open: 'Open in the builder',
    whole: 'All that it holds',
    kept: until => `It is kept here until ${until}.`,
    id: 'Its id is made from its content, so it cannot change:',
    lost: {
      title: 'This preset is not here',
      why: [
        'Shared presets are kept for some months and then removed.',
        'Perhaps a letter of the address is missing; it ends in 26 letters and digits.',
        'Or this server keeps none. Whoever shared it can send a link that holds the preset itself.',
      ],
      gallery: 'To the built-in presets',
    },
  },
  de: {
    title: 'Eine geteilte Vorlage',
    cardTitle: at => (at === undefined ? 'Vorlage für Cisco-Telefone' : `Vorlage für Cisco-Telefone: ${at}`),
    cardDescription: (keys, language) =>
      [
        ...(language ? [`Anzeige: ${language}.`] : []),
        ...(keys > 0 ? [`${keys} ${keys === 1 ? 'Taste' : 'Tasten'}.`] : []),
        'Einstellungen, die jemand teilt; Sie sehen zuerst, was sich ändern würde.',
      ].join(' '),
    lead: 'Jemand teilt diese Einstellungen. Hier hat sie niemand geprüft.',
    cannot:
      'Passwörter, Benutzernamen, Adressen, Namen von Servern, externe Rufnummern und Fernzugriff kann eine Vorlage nicht enthalten. Sehen Sie sich die Codes auf den Tasten und die Wählregeln trotzdem an.',
    theirs: 'Von der Person geschrieben, die sie teilt',
    theirsHow: 'Fremde Worte, so gezeigt, wie sie geschrieben wurden.',
    name: 'Name',
    descriptionIn: { en: 'Auf Englisch', de: 'Auf Deutsch' },
    author: 'Nennt sich',
    licence: 'Lizenz',
    language: 'Sprache',
    labels: 'Beschriftungen von Tasten und andere Namen',
    sets: 'Was sie einstellt',
    change:
      'Beim Einrichten steht sie unter Ihren eigenen Angaben: Was Sie selbst geschrieben haben, bleibt. Sie sehen jeden Unterschied und entscheiden dann.',
    open: 'Zum Einrichten öffnen',
    whole: 'Alles, was sie enthält',
    kept: until => `Sie wird hier bis zum ${until} aufbewahrt.`,
    id: 'Ihre Kennung ist aus ihrem Inhalt gebildet, sie kann sich also nicht ändern:',
    lost: {
      title: 'Diese Vorlage ist nicht hier',
      why: [
        'Geteilte Vorlagen werden einige Monate aufbewahrt und dann entfernt.',
        'Vielleicht fehlt ein Zeichen der Adresse; sie endet mit 26 Buchstaben und Ziffern.',
        'Oder dieser Server bewahrt keine auf. Wer sie geteilt hat, kann einen Link schicken, der die Vorlage selbst enthält.',
      ],
      gallery: 'Zu den mitgelieferten Vorlagen',
    },
  },
}
