// What an import says of a file, in German and English.
import { REGISTRARS } from '../catalog/registrars.ts'
import type { Lang } from '../problem.ts'
import type { RowReport } from './fleet/fleet.ts'
import { sayMistake } from './lint/mistake.ts'
import type { ImportNote } from './note.ts'
import type { TextLiberty } from './sip-text/loose-text.ts'
import type { Liberty } from './tolerant-xml.ts'

/** Kinds of registrars whose answering machine usually has this number. */
const kindsWith = (number: string): string =>
  REGISTRARS.flatMap(({ kind, messagesNumber }) => (messagesNumber === number ? [kind] : [])).join(', ')

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
        ? `${note.load === '' ? 'Die Datei nennt keine Firmware' : `Die Firmware „${note.load}“ ist hier nicht bekannt`}; in der Beschreibung steht ${note.instead}.`
        : `${note.load === '' ? 'The file names no load' : `The load “${note.load}” is not known here`}; the site says ${note.instead}.`
    case 'import.signed':
      return de
        ? 'Die Datei ist unterschrieben (.sgn); die Unterschrift ist weggelassen.'
        : 'The file is signed (.sgn); its signature is left out.'
    case 'import.registrar':
      return [
        de
          ? 'Was für ein Registrar es ist, steht nicht in der Datei: `kind: generic`; docs/registrars.md zählt die Arten auf.'
          : 'The file does not say what kind of registrar it is: `kind: generic`; docs/registrars.md lists the kinds.',
        note.number !== '' &&
          (de
            ? `${note.number} haben ${kindsWith(note.number)}.`
            : `${note.number} is the number of ${kindsWith(note.number)}.`),
      ]
        .filter(Boolean)
        .join(' ')
    case 'import.registrar-kind':
      return de
        ? `Als Registrar ist ${note.kind} angenommen, wegen ${note.by}; docs/registrars.md zählt die Arten auf.`
        : `The registrar is taken to be ${note.kind}, because of ${note.by}; docs/registrars.md lists the kinds.`
    case 'import.not-compared':
      return de
        ? 'Was das Telefon anders gesagt bekäme, zeigt sich erst ohne Fehler: Berichtigen Sie die Datei, und importieren Sie sie noch einmal.'
        : 'What the phone would be told otherwise can be shown only without errors: correct the file and import it again.'
    case 'import.more':
      return de ? `Und ${note.count} weitere Hinweise dieser Arten.` : `And ${note.count} more notes of these kinds.`
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
    cells: 'has more cells than the first row has names: is a sign that separates them inside one, without quotes?',
    'no-mac': 'has no MAC address',
    'wrong-mac': 'has a MAC address that is none',
    'no-username': 'has no user name',
    'no-model': 'has no model; --model says one for all such rows',
    'unknown-model': 'has a model that is not known',
    'other-model': 'has another model than an earlier row with this MAC address',
  },
  de: {
    cells: 'hat mehr Zellen, als die erste Zeile Namen hat: Steht ein Trennzeichen in einer, ohne Anführungszeichen?',
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
