// What can be wrong with a site: every code with what it means and what to do, in German and English. `docs/errors.md`
// is made from this table; the code is the contract, the words may change.

export type Lang = 'de' | 'en'
export type Path = readonly (string | number)[]
type Severity = 'error' | 'warning'
type Text = { message: string; cure: string }
type Entry = { severity: Severity; text: Record<Lang, Text> }

/** One thing that is wrong, for a person: a stable code, the place in the document and in its text, and a cure. */
export interface Problem {
  code: ProblemCode
  severity: Severity
  path: (string | number)[]
  /** From 1; of the value, or of the nearest thing around it that the text has. */
  line?: number
  column?: number
  message: string
  cure: string
  /** Where the documentation says more: `docs/errors.md#site-password-inline`. */
  docs: string
}

/** The same before it is put into words. The details never hold a value that could be a password. */
export interface Finding {
  code: ProblemCode
  path: Path
  details?: Details
  /** When the text could not even be read, so that the path says nothing. */
  at?: Position
}

/** What is filled into a text; some of it is words itself. */
export type Details = Readonly<Record<string, string | Readonly<Record<Lang, string>>>>

export interface Position {
  line: number
  column: number
}

/** Puts a finding into words. `{name}` in a text is replaced by that detail. */
export function toProblem({ code, path, details = {}, at }: Finding, lang: Lang, position?: Position): Problem {
  const { severity, text } = PROBLEMS[code]
  const fill = (words: string) =>
    words.replace(/\{(\w+)\}/g, (hole, name: string) => {
      const detail = details[name] ?? hole
      return typeof detail === 'string' ? printable(detail) : detail[lang]
    })
  return {
    code,
    severity,
    path: path.map(step => (typeof step === 'string' ? printable(step) : step)),
    ...(at ?? position),
    message: fill(text[lang].message),
    cure: fill(text[lang].cure),
    docs: `docs/errors.md#${code.replaceAll('.', '-')}`,
  }
}

/** Keys of the document may hold anything; a terminal shall not obey them. */
const printable = (text: string): string => text.replace(/[^\x20-\x7e\xa0-\ud7ff\ue000-\ufdff]/g, '?')

/** An unknown key is pointed at itself, everything else at the value. */
export const isAboutKey = ({ code }: Finding): boolean => code.startsWith('site.unknown-key')
export const isError = ({ code }: Finding): boolean => PROBLEMS[code].severity === 'error'

function entry(severity: Severity, en: [string, string], de: [string, string]): Entry {
  return { severity, text: { en: { message: en[0], cure: en[1] }, de: { message: de[0], cure: de[1] } } }
}
const error = (en: [string, string], de: [string, string]) => entry('error', en, de)
const warning = (en: [string, string], de: [string, string]) => entry('warning', en, de)

const TABLE = {
  // The text
  'site.too-large': error(
    ['The text is larger than {max} kB.', 'A site file needs a few kilobytes; check that this is the right file.'],
    ['Der Text ist größer als {max} kB.', 'Eine Beschreibung braucht wenige Kilobyte; ist es die richtige Datei?'],
  ),
  'site.encoding': error(
    [
      'The file is not in UTF-8, so its umlauts are lost.',
      'Save it again as UTF-8 (in the editor: Save as ▸ Encoding).',
    ],
    [
      'Die Datei ist nicht in UTF-8 gespeichert; ihre Umlaute gehen verloren.',
      'Speichern Sie sie als UTF-8 (im Editor: Speichern unter ▸ Codierung).',
    ],
  ),
  'site.empty': error(
    ['There is nothing in the file.', 'Begin with examples/fritzbox-7975g.yaml and change it.'],
    ['In der Datei steht nichts.', 'Beginnen Sie mit examples/fritzbox-7975g.yaml und ändern Sie es.'],
  ),
  'site.syntax': error(
    [
      'This cannot be read as {format} ({why}).',
      'Look at this line and the one before: indentation, quotes, colons and brackets. `**600` needs quotes.',
    ],
    [
      'Das ist nicht als {format} zu lesen ({why}).',
      'Sehen Sie diese Zeile und die davor an: Einrückung, Anführungszeichen, Doppelpunkte, Klammern. `**600` braucht Anführungszeichen.',
    ],
  ),
  'site.duplicate-key': error(
    ['This key stands twice in the same block.', 'Keep one of the two.'],
    ['Dieser Schlüssel steht zweimal im selben Block.', 'Lassen Sie nur einen der beiden stehen.'],
  ),
  'site.depth': error(
    ['The document is nested more than {max} levels deep.', 'Follow one of the files in examples/.'],
    ['Das Dokument ist mehr als {max} Ebenen tief geschachtelt.', 'Halten Sie sich an eine der Dateien in examples/.'],
  ),
  'site.aliases': error(
    ['The document uses too many aliases (`*name`).', 'Write the repeated parts out.'],
    ['Das Dokument benutzt zu viele Verweise (`*name`).', 'Schreiben Sie die wiederholten Teile aus.'],
  ),
  'site.entries': error(
    ['A list or map has more than {max} entries.', 'A site has up to 200 phones; make several sites.'],
    ['Eine Liste hat mehr als {max} Einträge.', 'Eine Beschreibung fasst bis zu 200 Telefone; machen Sie mehrere.'],
  ),
  'site.root': error(
    [
      'The document is not a map of keys and values.',
      'Begin with `site: home`; examples/fritzbox-7975g.yaml shows a whole one.',
    ],
    [
      'Das Dokument ist keine Liste aus Schlüsseln und Werten.',
      'Beginnen Sie mit `site: home`; examples/fritzbox-7975g.yaml zeigt ein vollständiges.',
    ],
  ),
  // Its shape
  'site.unknown-key': error(
    ['The key `{key}` is not known here.', 'Known here: {known}.'],
    ['Der Schlüssel `{key}` ist hier nicht bekannt.', 'Hier bekannt: {known}.'],
  ),
  'site.unknown-key-like': error(
    ['The key `{key}` is not known here.', 'Did you mean `{like}`?'],
    ['Der Schlüssel `{key}` ist hier nicht bekannt.', 'Meinten Sie `{like}`?'],
  ),
  'site.missing': error(
    ['`{key}` is missing.', 'Add `{key}`; examples/fritzbox-7975g.yaml shows where it stands.'],
    ['`{key}` fehlt.', 'Ergänzen Sie `{key}`; examples/fritzbox-7975g.yaml zeigt, wo es steht.'],
  ),
  'site.type-text': error(
    ['`{key}` must be a text.', 'A text of digits needs quotes: "620", "112", "**600".'],
    ['`{key}` muss ein Text sein.', 'Ein Text aus Ziffern braucht Anführungszeichen: "620", "112", "**600".'],
  ),
  'site.type-list': error(
    ['`{key}` must be a list.', 'Write one entry a line, indented and beginning with `- `.'],
    ['`{key}` muss eine Liste sein.', 'Schreiben Sie je Zeile einen Eintrag, eingerückt und mit `- ` davor.'],
  ),
  'site.type-map': error(
    ['`{key}` must be a map of keys and values.', 'Write `key: value` lines below it, indented; or `{ key: value }`.'],
    [
      '`{key}` muss aus Schlüsseln und Werten bestehen.',
      'Schreiben Sie eingerückte Zeilen `Schlüssel: Wert` darunter, oder `{ Schlüssel: Wert }`.',
    ],
  ),
  'site.type-number': error(
    ['`{key}` must be a whole number.', 'Write it without quotes: 5060'],
    ['`{key}` muss eine ganze Zahl sein.', 'Schreiben Sie sie ohne Anführungszeichen: 5060'],
  ),
  'site.choice': error(
    ['`{key}` has a value that is not known.', 'Use one of: {known}.'],
    ['`{key}` hat einen unbekannten Wert.', 'Möglich sind: {known}.'],
  ),
  'site.range': error(
    ['`{key}` is out of range.', 'Allowed: {range}.'],
    ['`{key}` liegt außerhalb des Erlaubten.', 'Erlaubt: {range}.'],
  ),
  'site.list': error(
    ['`{key}` has too many entries.', 'At most {max} are possible.'],
    ['`{key}` hat zu viele Einträge.', 'Höchstens {max} sind möglich.'],
  ),
  'site.text': error(
    [
      '`{key}` has a text that the phone cannot take: it is empty, too long, or has control characters or blanks at its ends.',
      'Use 1 to {max} characters on one line.',
    ],
    [
      '`{key}` hat einen Text, den das Telefon nicht aufnimmt: leer, zu lang, mit Steuerzeichen oder Leerzeichen am Rand.',
      'Nehmen Sie 1 bis {max} Zeichen in einer Zeile.',
    ],
  ),
  'site.name': error(
    ['The name of the site cannot be part of a file name.', 'Use up to 40 of a-z, 0-9 and -, such as `home`.'],
    [
      'Der Name der Beschreibung taugt nicht für einen Dateinamen.',
      'Nehmen Sie bis zu 40 Zeichen aus a-z, 0-9 und -, zum Beispiel `home`.',
    ],
  ),
  // Secrets
  'site.password-inline': error(
    [
      'A password stands in the site file.',
      'Write `password: { secret: line1 }` instead. The agent asks for it, or reads it from CP_SECRET_LINE1 or a file (--secrets). Since it was written down here, choose a new one.',
    ],
    [
      'In der Beschreibung steht ein Passwort.',
      'Schreiben Sie stattdessen `password: { secret: line1 }`. Der Agent fragt danach oder liest es aus CP_SECRET_LINE1 oder einer Datei (--secrets). Da es hier schon stand, vergeben Sie am besten ein neues.',
    ],
  ),
  'site.secret-name': error(
    [
      'This is no name for a secret. If it is the password itself, it does not belong here.',
      'Use a name of a-z, 0-9 and . _ / - such as `line1`: `password: { secret: line1 }`.',
    ],
    [
      'Das ist kein Name für ein Passwort. Ist es das Passwort selbst, so gehört es nicht hierher.',
      'Nehmen Sie einen Namen aus a-z, 0-9 und . _ / - wie `line1`: `password: { secret: line1 }`.',
    ],
  ),
  'site.secret-clash': error(
    ['The secrets `{one}` and `{other}` would both be read from {key}.', 'Rename one of them.'],
    ['Die Passwörter `{one}` und `{other}` würden beide aus {key} gelesen.', 'Benennen Sie eines um.'],
  ),
  // Presets and catalogue
  'site.preset-unknown': error(
    ['The preset is not known here.', 'Built in: {known}.'],
    ['Diese Voreinstellung ist hier nicht bekannt.', 'Eingebaut: {known}.'],
  ),
  'site.model-unknown': error(
    ['The model is not known.', 'Known: {known}. The sticker on the back of the phone says it.'],
    ['Dieses Modell ist nicht bekannt.', 'Bekannt: {known}. Es steht auf dem Aufkleber an der Rückseite.'],
  ),
  'site.load-unknown': error(
    ['This load is not known for the {model}.', 'Known: {known}.'],
    ['Dieser Firmware-Stand ist für das {model} nicht bekannt.', 'Bekannt: {known}.'],
  ),
  'site.load-uncertain': warning(
    [
      'No public source has shown this load for the {model}; its name and its archive follow those of other models.',
      'Compare with the archive that you have; if its .loads file has another name, please report it.',
    ],
    [
      'Keine öffentliche Quelle hat diesen Stand für das {model} gezeigt; sein Name und sein Archiv folgen denen anderer Modelle.',
      'Vergleichen Sie mit Ihrem Archiv; heißt seine .loads-Datei anders, dann melden Sie es bitte.',
    ],
  ),
  'site.load-missing': error(
    ['Nothing says which load the {model} shall run.', 'Add `load:` to the phone. Known: {known}.'],
    [
      'Nirgends steht, welche Firmware das {model} bekommen soll.',
      'Ergänzen Sie `load:` beim Telefon. Bekannt: {known}.',
    ],
  ),
  'site.registrar-unknown': error(
    ['This kind of registrar is not known.', 'Known: {known}.'],
    ['Diese Art von Registrar ist nicht bekannt.', 'Bekannt: {known}.'],
  ),
  'site.registrar-address': error(
    [
      'The address of the registrar is neither an IPv4 address nor a host name.',
      'Write it without http:// and port, such as 192.168.178.1.',
    ],
    [
      'Die Adresse des Registrars ist weder eine IPv4-Adresse noch ein Rechnername.',
      'Schreiben Sie sie ohne http:// und Port, zum Beispiel 192.168.178.1.',
    ],
  ),
  'site.registrar-uncertain': warning(
    [
      'What is known of {registrar} as a registrar for these phones is contradictory or little.',
      'It may work: try it with one phone. If it does not, try `transport: tcp` or `udp` below `registrar`.',
    ],
    [
      'Über {registrar} als Registrar für diese Telefone ist wenig oder Widersprüchliches bekannt.',
      'Es kann gehen: Probieren Sie es mit einem Telefon. Wenn nicht, versuchen Sie `transport: tcp` oder `udp` bei `registrar`.',
    ],
  ),
  'site.transport': warning(
    [
      'At {registrar} incoming calls were lost on UDP, because the phone registers from another port than it listens at.',
      'Leave `transport` out, or write `transport: tcp` and give the registrar a TCP transport.',
    ],
    [
      'Bei {registrar} gingen über UDP ankommende Gespräche verloren, weil das Telefon sich von einem anderen Port anmeldet, als es hört.',
      'Lassen Sie `transport` weg, oder schreiben Sie `transport: tcp` und geben Sie dem Registrar einen TCP-Transport.',
    ],
  ),
  'site.registrar-network': warning(
    [
      'The registrar is not in the network of the laptop’s address.',
      'If this is the router at home, `registrar`, `agent` and `leases` belong to one network; a registrar elsewhere is fine.',
    ],
    [
      'Der Registrar liegt nicht im Netz der Laptop-Adresse.',
      'Ist es der Router zu Hause, dann gehören `registrar`, `agent` und `leases` in ein Netz; ein Registrar anderswo ist in Ordnung.',
    ],
  ),
  'site.registrar-name': warning(
    [
      'The router is named by a host name, which the phone must look up at every start; it also gets no time server.',
      'Write the router’s IPv4 address, such as 192.168.178.1.',
    ],
    [
      'Der Router steht mit seinem Namen da, den das Telefon bei jedem Start nachschlagen muss; einen Zeitserver bekommt es auch nicht.',
      'Schreiben Sie die IPv4-Adresse des Routers, etwa 192.168.178.1.',
    ],
  ),
  'site.locale-unknown': error(
    ['This language or country is not known.', 'Known: {known}.'],
    ['Diese Sprache oder dieses Land ist nicht bekannt.', 'Bekannt: {known}.'],
  ),
  'site.time-zone': error(
    ['This time zone is not known.', 'Known: {known}.'],
    ['Diese Zeitzone ist nicht bekannt.', 'Bekannt: {known}.'],
  ),
  // Network
  'site.address': error(
    ['`{key}` is not an IPv4 address.', 'Write four numbers with dots and without leading zeros: 192.168.178.1'],
    ['`{key}` ist keine IPv4-Adresse.', 'Schreiben Sie vier Zahlen mit Punkten, ohne führende Nullen: 192.168.178.1'],
  ),
  'site.agent': error(
    [
      'The laptop’s address is not an address with its prefix length, or not one that a device may have.',
      'Write it such as 192.168.178.1/24; the first and the last address of a network do not count.',
    ],
    [
      'Die Adresse des Laptops ist keine Adresse mit Präfixlänge oder keine, die ein Gerät haben darf.',
      'Schreiben Sie sie wie 192.168.178.1/24; die erste und die letzte Adresse eines Netzes zählen nicht.',
    ],
  ),
  'site.leases': error(
    [
      'The range of leases is not two addresses of the laptop’s network, the lower one first.',
      'Write it such as 192.168.178.201-192.168.178.220, inside the network of `agent`.',
    ],
    [
      'Der Bereich der Leihadressen besteht nicht aus zwei Adressen im Netz des Laptops, die niedrigere zuerst.',
      'Schreiben Sie ihn wie 192.168.178.201-192.168.178.220, innerhalb des Netzes von `agent`.',
    ],
  ),
  'site.leases-agent': error(
    ['The laptop’s own address lies in the range of leases.', 'Move the range, or the address of the laptop.'],
    [
      'Die Adresse des Laptops liegt im Bereich der Leihadressen.',
      'Verschieben Sie den Bereich oder die Adresse des Laptops.',
    ],
  ),
  'site.leases-few': error(
    ['The range has {have} free addresses for {need} phones.', 'Make the range longer.'],
    ['Der Bereich hat {have} freie Adressen für {need} Telefone.', 'Machen Sie den Bereich länger.'],
  ),
  'site.leases-missing': warning(
    [
      'There is no range of leases: the agent cannot give this phone an address.',
      'Add `leases:` below `network`, or `address:` to the phone; or the phone has an address already.',
    ],
    [
      'Es gibt keine Leihadressen: Der Agent kann diesem Telefon keine Adresse geben.',
      'Ergänzen Sie `leases:` unter `network` oder `address:` beim Telefon; oder das Telefon hat schon eine.',
    ],
  ),
  'site.phone-address': error(
    [
      'The phone’s address is not one of the laptop’s network, or it is the laptop’s own.',
      'Choose a free address in the network of `agent`.',
    ],
    [
      'Die Adresse des Telefons liegt nicht im Netz des Laptops, oder es ist dessen eigene.',
      'Wählen Sie eine freie Adresse im Netz von `agent`.',
    ],
  ),
  'site.phone-address-twice': error(
    ['Two phones have the same address.', 'Give each phone its own, or none.'],
    ['Zwei Telefone haben dieselbe Adresse.', 'Geben Sie jedem eine eigene oder keine.'],
  ),
  // Phones
  'site.phones-empty': error(
    ['There is no phone in the list.', 'Add one: `- model: CP-7975G` with `mac` and `lines`.'],
    ['In der Liste steht kein Telefon.', 'Ergänzen Sie eines: `- model: CP-7975G` mit `mac` und `lines`.'],
  ),
  'site.mac': error(
    [
      'This is not a MAC address.',
      'Write the twelve digits from the sticker on the back, 00:1D:45:2D:2B:F0, or `any` for the first matching phone.',
    ],
    [
      'Das ist keine MAC-Adresse.',
      'Schreiben Sie die zwölf Stellen vom Aufkleber an der Rückseite, 00:1D:45:2D:2B:F0, oder `any` für das erste passende Telefon.',
    ],
  ),
  'site.mac-twice': error(
    ['Two phones have the same MAC address.', 'Compare both with their stickers.'],
    ['Zwei Telefone haben dieselbe MAC-Adresse.', 'Vergleichen Sie beide mit den Aufklebern.'],
  ),
  'site.phone-label': error(
    ['The phone’s label does not fit on its screen.', 'Use up to 12 characters without blanks, such as `Office`.'],
    [
      'Die Beschriftung des Telefons passt nicht auf seine Anzeige.',
      'Nehmen Sie bis zu 12 Zeichen ohne Leerzeichen, zum Beispiel `Buero`.',
    ],
  ),
  'site.running-unknown': warning(
    [
      'This is not the name of a load, so it is ignored.',
      'Settings ▸ Model information ▸ Load file on the phone shows it, such as SCCP75.8-3-4S.',
    ],
    [
      'Das ist kein Name eines Firmware-Stands und wird übergangen.',
      'Am Telefon steht er unter Einstellungen ▸ Modellinformationen ▸ Lade-Datei, zum Beispiel SCCP75.8-3-4S.',
    ],
  ),
  'site.running-old': warning(
    [
      'A phone that runs a load below 8.3(3) cannot take this load directly: it would restart over and over.',
      'It must run 8.5(2) first. This generator does not know that load yet: take the phone there by other means, then use this bundle.',
    ],
    [
      'Ein Telefon mit einem Stand unter 8.3(3) nimmt diese Firmware nicht direkt: Es startete immer wieder neu.',
      'Es muss zuerst mit 8.5(2) laufen. Diesen Stand kennt der Generator noch nicht: Bringen Sie das Telefon anders dorthin, danach nehmen Sie dieses Paket.',
    ],
  ),
  // Lines and keys
  'site.lines-empty': error(
    [
      'The phone has no line; it would refuse its configuration.',
      'Add one: `- { username: Line1, password: { secret: line1 } }`.',
    ],
    [
      'Das Telefon hat keine Leitung; es würde seine Konfiguration ablehnen.',
      'Ergänzen Sie eine: `- { username: Line1, password: { secret: line1 } }`.',
    ],
  ),
  'site.lines-max': error(
    ['The {model} has {max} line keys; here are {have} lines.', 'Remove the lines that are too many.'],
    ['Das {model} hat {max} Leitungstasten; hier sind {have} Leitungen.', 'Entfernen Sie die überzähligen.'],
  ),
  'site.keys-max': error(
    [
      'The {model} has {max} line keys; {lines} lines and {keys} keys do not fit.',
      'Remove keys, or lines, until they do.',
    ],
    [
      'Das {model} hat {max} Leitungstasten; {lines} Leitungen und {keys} Zieltasten passen nicht darauf.',
      'Entfernen Sie Zieltasten oder Leitungen, bis es passt.',
    ],
  ),
  'site.key-position': error(
    [
      'This position is taken by a line or another key, or the {model} does not have it.',
      'Choose one from {first} to {last}, each once.',
    ],
    [
      'Diese Stelle ist durch eine Leitung oder andere Taste belegt, oder das {model} hat sie nicht.',
      'Wählen Sie eine von {first} bis {last}, jede nur einmal.',
    ],
  ),
  'site.username': error(
    [
      'The user name is empty or has blanks or other characters that no registrar takes.',
      'Use up to 30 letters, digits and . _ + - such as `Line1`, exactly as at the registrar.',
    ],
    [
      'Der Benutzername ist leer oder hat Leerzeichen oder andere Zeichen, die kein Registrar nimmt.',
      'Nehmen Sie bis zu 30 Buchstaben, Ziffern und . _ + - wie `Line1`, genau wie am Registrar.',
    ],
  ),
  'site.auth-name': warning(
    [
      'A {registrar} refuses a line whose `authName` is not its `username`.',
      'Leave `authName` out, unless you know that yours is different.',
    ],
    [
      'Eine {registrar} weist eine Leitung ab, deren `authName` nicht ihr `username` ist.',
      'Lassen Sie `authName` weg, sofern Sie nicht wissen, dass Ihre es anders hält.',
    ],
  ),
  'site.dial': error(
    ['`{key}` cannot be dialled.', 'Use up to 32 digits with * # and a leading +, in quotes: "**600".'],
    [
      '`{key}` ist nicht zu wählen.',
      'Nehmen Sie bis zu 32 Ziffern mit * # und führendem +, in Anführungszeichen: "**600".',
    ],
  ),
  'site.dial-rule': error(
    [
      'This pattern has characters that the phone does not document.',
      'Use 0-9 # . (one digit) * (any digits) and \\* (the star itself): "\\\\*\\\\*..." in double quotes, \'\\*\\*...\' in single ones.',
    ],
    [
      'Dieses Muster hat Zeichen, die beim Telefon nicht beschrieben sind.',
      "Nehmen Sie 0-9 # . (eine Ziffer) * (beliebige) und \\* (der Stern selbst), am besten in einfachen Anführungszeichen: '\\*\\*...'",
    ],
  ),
} satisfies Record<string, Entry>

export type ProblemCode = keyof typeof TABLE
export const PROBLEMS: Readonly<Record<ProblemCode, Entry>> = TABLE

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(TABLE, code)
