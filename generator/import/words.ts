// What an import says of a file, in German and English.
import type { Lang } from '../problem.ts'
import type { RowReport } from './fleet/fleet.ts'
import type { ImportedFile } from './import-file.ts'
import { sayMistake } from './lint/mistake.ts'
import type { ImportNote } from './note.ts'
import type { TextLiberty } from './sip-text/loose-text.ts'
import type { Liberty } from './tolerant-xml.ts'

export type Refusal = Extract<ImportedFile, { ok: false }>['why']

export const REFUSALS: Record<Lang, Record<Refusal, string>> = {
  en: {
    empty:
      'There is no XML in this file, nor a setting of a 7940 or 7960. Give the SEP<MAC>.cnf.xml or SIP<MAC>.cnf that the phone asks for.',
    mpp: 'This is a configuration for MPP firmware (3PCC), which has another scheme. This generator is for enterprise firmware only: keep that file, or write a site file for a phone that you can convert.',
    'defaults-only':
      'No line is in this file: it is what all phones share. Give the SIP<MAC>.cnf of the phone together with it (on the command line: --default for this one).',
    'not-a-configuration': 'This is not the configuration of a phone: its root is not <device>.',
    'xml-default':
      'This is XMLDefault.cnf.xml, for phones without a file of their own: it has no lines to import. Give a SEP<MAC>.cnf.xml.',
    loader: 'This is OS79XX.TXT, which names the loader of a 7940 or 7960: it has no lines to import.',
    sccp: 'This is a configuration for SCCP: it has no SIP part that could be taken over. Write a site file instead.',
    'no-lines': 'No line in this file has a user name. Fill one in, or write a site file instead.',
    'unknown-phone': 'The file does not say which phone it is for. Add --model, such as --model CP-7962G.',
    columns: 'The first row must name columns, among them mac and username (or extension).',
    'no-rules': 'This dial plan has no rule that could be taken over.',
  },
  de: {
    empty:
      'In dieser Datei steht kein XML und keine Einstellung eines 7940 oder 7960. Geben Sie die SEP<MAC>.cnf.xml oder SIP<MAC>.cnf an, nach der das Telefon fragt.',
    mpp: 'Das ist eine Konfiguration für MPP-Firmware (3PCC), die anders aufgebaut ist. Dieser Generator kennt nur Enterprise-Firmware: Behalten Sie die Datei, oder schreiben Sie eine Beschreibung für ein Telefon, das sich umstellen lässt.',
    'defaults-only':
      'In dieser Datei ist keine Leitung: Sie gilt für alle Telefone. Geben Sie die SIP<MAC>.cnf des Telefons zusammen mit ihr an (auf der Befehlszeile diese mit --default).',
    'not-a-configuration': 'Das ist nicht die Konfiguration eines Telefons: Ihre Wurzel ist nicht <device>.',
    'xml-default':
      'Das ist XMLDefault.cnf.xml, für Telefone ohne eigene Datei: Darin stehen keine Leitungen. Geben Sie eine SEP<MAC>.cnf.xml an.',
    loader: 'Das ist OS79XX.TXT, die den Lader eines 7940 oder 7960 nennt: Darin stehen keine Leitungen.',
    sccp: 'Das ist eine Konfiguration für SCCP: Sie hat keinen SIP-Teil. Schreiben Sie stattdessen eine Beschreibung.',
    'no-lines': 'Keine Leitung in dieser Datei hat einen Benutzernamen. Tragen Sie einen ein.',
    'unknown-phone': 'Die Datei sagt nicht, für welches Telefon sie ist. Ergänzen Sie --model, etwa --model CP-7962G.',
    columns: 'Die erste Zeile muss die Spalten nennen, darunter mac und username (oder extension).',
    'no-rules': 'In diesem Wählplan ist keine Regel, die sich übernehmen ließe.',
  },
}

const LIBERTIES: Record<Lang, Record<Liberty | TextLiberty, string>> = {
  en: {
    'byte-order-mark': 'a byte order mark, for which a phone drops the file',
    'smart-quotes': 'typographic quotes instead of " around a value',
    'bare-ampersand': 'an & that must be written &amp;',
    'never-closed': 'an element that is never closed',
    'closed-twice': 'an end tag without a beginning',
    'stray-text': 'text where none belongs',
    'open-quote': 'a quote that is never closed',
    repeated: 'a key for the second time; the last one counts',
  },
  de: {
    'byte-order-mark': 'eine Byte-Reihenfolge-Marke, wegen der ein Telefon die Datei verwirft',
    'smart-quotes': 'typografische Anführungszeichen statt " um einen Wert',
    'bare-ampersand': 'ein &, das &amp; heißen muss',
    'never-closed': 'ein Element, das nie geschlossen wird',
    'closed-twice': 'ein Ende ohne Anfang',
    'stray-text': 'Text, wo keiner hingehört',
    'open-quote': 'ein Anführungszeichen, das nie geschlossen wird',
    repeated: 'ein Schlüssel zum zweiten Mal; der letzte zählt',
  },
}

const PARTS: Record<Lang, Record<Extract<ImportNote, { code: 'import.rule-part' }>['part'], string>> = {
  en: {
    rewrite: 'what is dialled instead has signs that the phone does not document; the rule stands without that',
    tone: 'the phone documents no such tone; the rule stands without it',
    user: 'another kind of address than a number is not used',
    route: 'another way than the registrar is not used',
    line: 'no phone has a line of this number; the rule is for all lines',
    call: 'which phone or key calls by itself there is not known; the rule is left out',
    wait: 'the wait is taken as whole seconds from 0 to 60',
  },
  de: {
    rewrite:
      'was stattdessen gewählt wird, hat Zeichen, die beim Telefon nicht beschrieben sind; die Regel gilt ohne das',
    tone: 'einen solchen Ton gibt es beim Telefon nicht; die Regel gilt ohne ihn',
    user: 'eine andere Art von Adresse als eine Nummer wird nicht benutzt',
    route: 'ein anderer Weg als der Registrar wird nicht benutzt',
    line: 'eine Leitung mit dieser Nummer hat kein Telefon; die Regel gilt für alle Leitungen',
    call: 'welches Telefon oder welche Taste dort von selbst wählt, ist nicht bekannt; die Regel fehlt',
    wait: 'die Wartezeit ist in ganzen Sekunden von 0 bis 60 übernommen',
  },
}

/** One sentence for a note; a mistake has a second one, with what to do. */
export function sayNote(note: ImportNote, lang: Lang): string {
  const de = lang === 'de'
  switch (note.code) {
    case 'import.liberty':
      return `${de ? 'Zeile' : 'line'} ${note.line}: ${LIBERTIES[lang][note.what]}`
    case 'import.mac':
      return de
        ? 'Der Dateiname nennt keine MAC-Adresse (wie SEP001D452D2BF0.cnf.xml); in der Beschreibung steht `any`.'
        : 'The file name has no MAC address (as in SEP001D452D2BF0.cnf.xml); the site says `any`.'
    case 'import.model':
      return de
        ? `Als Modell ist ${note.model} angenommen; die Datei passt auch zu ${note.others}. Sonst --model angeben.`
        : `The model is taken to be ${note.model}; the file fits ${note.others} too. Else add --model.`
    case 'import.load':
      return de
        ? `Die Firmware „${note.load}“ ist hier nicht bekannt; in der Beschreibung steht ${note.instead}.`
        : `The load “${note.load}” is not known here; the site says ${note.instead}.`
    case 'import.registrar':
      return de
        ? 'Was für ein Registrar es ist, steht nicht in der Datei: `kind: generic`; docs/registrars.md zählt die Arten auf.'
        : 'The file does not say what kind of registrar it is: `kind: generic`; docs/registrars.md lists the kinds.'
    case 'import.network':
      return de
        ? `Die Adresse des Laptops steht in keiner solchen Datei; angenommen ist ${note.agent}.`
        : `No such file has the laptop's address; it is taken to be ${note.agent}.`
    case 'import.time-zone':
      return de ? `Die Zeitzone „${note.was}“ ist nicht bekannt.` : `The time zone “${note.was}” is not known.`
    case 'import.locale':
      return de
        ? `Die Sprache oder das Land „${note.was}“ ist nicht bekannt.`
        : `The language or country “${note.was}” is not known.`
    case 'import.transport':
      return de
        ? `transportLayerProtocol ${note.was} ist nicht dokumentiert; ${note.was === '4' ? 'es wird als TCP behandelt' : 'es wird UDP genommen'}.`
        : `transportLayerProtocol ${note.was} is documented nowhere; it is taken for ${note.was === '4' ? 'TCP' : 'UDP'}.`
    case 'import.key':
      return de
        ? `Zeile ${note.line}: Taste ${note.button} hat eine Funktion (${note.feature || 'keine'}), die eine Beschreibung noch nicht ausdrückt.`
        : `line ${note.line}: key ${note.button} has a function (${note.feature || 'none'}) that a site cannot express yet.`
    case 'import.moved':
      return de
        ? `Zeile ${note.line}: Taste ${note.button} stand zwischen den Leitungen und rückt hinter sie.`
        : `line ${note.line}: key ${note.button} stood among the lines and moves behind them.`
    case 'import.module':
      return de
        ? `Zeile ${note.line}: Das Beistellmodul „${note.was}“ ist nicht bekannt und fehlt in der Beschreibung.`
        : `line ${note.line}: the module “${note.was}” is not known and is left out.`
    case 'import.file':
      return de
        ? `${note.file} ist eine eigene Datei, die hier nicht gelesen wird; \`softKeys\` und \`features\` der Beschreibung treten an ihre Stelle.`
        : `${note.file} is a file of its own, which is not read here; \`softKeys\` and \`features\` of a site take its place.`
    case 'import.setting':
      return de
        ? `Zeile ${note.line}: Die Einstellung ${note.key} kennt eine Beschreibung nicht; sie ist weggelassen.`
        : `line ${note.line}: a site cannot say ${note.key}; it is left out.`
    case 'import.defaults':
      return de
        ? 'Was alle Telefone gemeinsam haben, steht in SIPDefault.cnf: Geben Sie sie zusammen mit dieser an (auf der Befehlszeile: --default).'
        : 'What all phones share is in SIPDefault.cnf: give it together with this one (on the command line: --default).'
    case 'import.rule-pattern':
      return de
        ? `Wählplan, Zeile ${note.line}: Das Muster „${note.match}“ ist nicht dokumentiert und fehlt in der Beschreibung.`
        : `dial plan, line ${note.line}: the pattern “${note.match}” is documented nowhere and is left out.`
    case 'import.rule-part':
      return `${de ? 'Wählplan, Zeile' : 'dial plan, line'} ${note.line}: ${PARTS[lang][note.part]}`
    case 'import.dial-plan':
      return de
        ? `Der Wählplan ${note.file} steht in einer eigenen Datei; --dial-plan DATEI nimmt ihn dazu.`
        : `The dial plan ${note.file} is a file of its own; --dial-plan FILE takes it in.`
    default:
      return sayMistake(note, lang)
  }
}

const ROWS: Record<Lang, Record<Extract<RowReport, { taken: false }>['why'], string>> = {
  en: {
    'no-mac': 'has no MAC address',
    'wrong-mac': 'has a MAC address that is none',
    'no-username': 'has no user name',
    'no-model': 'has no model; --model says one for all such rows',
    'unknown-model': 'has a model that is not known',
    'other-model': 'has another model than an earlier row with this MAC address',
  },
  de: {
    'no-mac': 'hat keine MAC-Adresse',
    'wrong-mac': 'hat eine MAC-Adresse, die keine ist',
    'no-username': 'hat keinen Benutzernamen',
    'no-model': 'hat kein Modell; --model nennt eines für alle solchen Zeilen',
    'unknown-model': 'hat ein unbekanntes Modell',
    'other-model': 'hat ein anderes Modell als eine frühere Zeile mit dieser MAC-Adresse',
  },
}

/** One sentence for a row that was not taken. */
export function sayRow(row: Extract<RowReport, { taken: false }>, lang: Lang): string {
  return `${lang === 'de' ? 'Zeile' : 'row'} ${row.line} ${ROWS[lang][row.why]}${row.was && `: ${row.was}`}`
}
