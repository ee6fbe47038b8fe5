// What cp-generator says, in German and English.
import type { Lang } from '../problem.ts'

export const HELP: Record<Lang, string> = {
  en: `cp-generator makes a signed bundle from a site file (YAML or JSON).

  cp-generator site.yaml -o bundle.zip      - reads standard input
  cp-generator import SEP….cnf.xml -o site.yaml --secrets passwords.env
                                            a site file from a phone's own file, or from
                                            a table (.csv) of phones and lines
  cp-generator import SIP….cnf SIPDefault.cnf
                                            the same of a 7940 or 7960, in two files
  cp-generator media berge.png glocke.wav --site site.yaml -o FOLDER
                                            pictures and ring tones as the phones of the
                                            site (or --model) take them, for the agent's
                                            --firmware FOLDER
  cp-generator keys show                    the keys that it signs with
  cp-generator keys init --keys DIR --issuer https://phones.example.org
                                            new keys for a deployment

  -o, --output FILE   the bundle (else SITE-ID.zip); the folder for media
      --issued TIME   2026-11-23T09:00:00Z instead of now: the same site and time
                      give the same bytes
      --secrets FILE  where an import writes the passwords (only you can read it)
      --dial-plan FILE  the dial plan that an imported file names
      --default FILE  the SIPDefault.cnf that goes with an imported SIP….cnf (7940, 7960)
      --model NAME    the phone's model, for media or when an import cannot tell
      --site FILE     the site whose phones the media are for
      --keys DIR      folder with the keys (else .cp/keys of the checkout)
      --presets URL   the generator that has the preset which the site names by its id
      --yes           take a preset that is not built in without asking
      --lang de|en    language
      --json          problems as JSON
`,
  de: `cp-generator macht aus einer Beschreibung (YAML oder JSON) ein unterschriebenes Paket.

  cp-generator site.yaml -o paket.zip       - liest von der Standardeingabe
  cp-generator import SEP….cnf.xml -o site.yaml --secrets passwoerter.env
                                            eine Beschreibung aus der Datei eines Telefons
                                            oder aus einer Tabelle (.csv) von Telefonen
  cp-generator import SIP….cnf SIPDefault.cnf
                                            dasselbe von einem 7940 oder 7960, in zwei Dateien
  cp-generator media berge.png glocke.wav --site site.yaml -o ORDNER
                                            Bilder und Klingeltöne, wie die Telefone der
                                            Beschreibung (oder --model) sie nehmen, für
                                            --firmware ORDNER des Agenten
  cp-generator keys show                    die Schlüssel, mit denen er unterschreibt
  cp-generator keys init --keys ORDNER --issuer https://telefone.example.org
                                            neue Schlüssel für einen eigenen Dienst

  -o, --output DATEI  das Paket (sonst NAME-KENNUNG.zip); der Ordner bei media
      --issued ZEIT   2026-11-23T09:00:00Z statt jetzt: gleiche Beschreibung und
                      Zeit ergeben die gleichen Bytes
      --secrets DATEI wohin ein Import die Passwörter schreibt (nur Sie können sie lesen)
      --dial-plan DATEI der Wählplan, den eine importierte Datei nennt
      --default DATEI die SIPDefault.cnf zu einer importierten SIP….cnf (7940, 7960)
      --model NAME    das Modell, für media oder wenn ein Import es nicht erkennt
      --site DATEI    die Beschreibung, für deren Telefone die Medien sind
      --keys ORDNER   Ordner mit den Schlüsseln (sonst .cp/keys des Checkouts)
      --presets URL   der Generator, der die Vorlage hat, deren Kennung in der Beschreibung steht
      --yes           eine Vorlage, die nicht eingebaut ist, ohne Nachfrage nehmen
      --lang de|en    Sprache
      --json          Probleme als JSON
`,
}

export const SAY = {
  en: {
    unreadable: (path: string) => `Cannot read ${path}. Check the name; - reads standard input.`,
    unwritable: (path: string) => `Cannot write ${path}. Is the folder there, and may you write in it?`,
    options: 'Unknown option, or a value is missing. cp-generator --help lists the options.',
    operand: 'One site file at a time. cp-generator --help shows how.',
    phoneFiles: 'One phone at a time; its dial plan goes with --dial-plan FILE, SIPDefault.cnf with --default FILE.',
    issued: '--issued takes a time such as 2026-11-23T09:00:00Z.',
    issuer: '--issuer takes the origin of the generator, such as https://phones.example.org (no path).',
    keysThere: (directory: string) =>
      `${directory} is there already; keys are never overwritten. Name another folder with --keys.`,
    keys: (directory: string, fingerprint: string) =>
      `Keys in ${directory}\nRoot key ${fingerprint} (agents pin this; keep the file "root" off every server)\nkeys.json:`,
    presetsUrl: '--presets takes the address of a generator, such as https://phones.example.org (no path).',
    presetGone: (id: string, url: string) =>
      `${url} has no preset ${id}. Check the id and the address; a stored preset is kept for 180 days.`,
    presetUnreachable: (url: string) =>
      `${url} did not give the preset. Check the address and the connection, or put the preset's link (#p=…) in the site.`,
    presetChanges: (name: string) => `The preset "${name}" is not built in. What it brings into this site:`,
    presetNothing: 'It changes nothing.',
    presetNow: 'now',
    presetAsk: 'Take it? [y/N] ',
    presetYes: /^y(es)?$/i,
    presetRefused: 'The preset was not taken, and nothing was written.',
    presetNeedsYes: 'Nobody can be asked here: read what it changes, then say --yes.',
    made: (output: string, bytes: number, id: string) => `${output}: ${Math.ceil(bytes / 1000)} kB, site id ${id}`,
    secrets: (keys: string[], more: number) =>
      `The agent will ask for: ${keys.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    next: (output: string) => `Next: cp-agent inspect ${output}, then cp-agent rehearse ${output}`,
  },
  de: {
    unreadable: (path: string) => `${path} ist nicht zu lesen. Stimmt der Name? - liest von der Standardeingabe.`,
    unwritable: (path: string) => `${path} ist nicht zu schreiben. Gibt es den Ordner, und dürfen Sie darin schreiben?`,
    options: 'Unbekannte Option, oder ein Wert fehlt. cp-generator --help zählt die Optionen auf.',
    operand: 'Eine Beschreibung auf einmal. cp-generator --help zeigt, wie.',
    phoneFiles:
      'Ein Telefon auf einmal; sein Wählplan kommt mit --dial-plan DATEI dazu, SIPDefault.cnf mit --default DATEI.',
    issued: '--issued erwartet eine Zeit wie 2026-11-23T09:00:00Z.',
    issuer: '--issuer erwartet die Herkunft des Generators, etwa https://telefone.example.org (ohne Pfad).',
    keysThere: (directory: string) =>
      `${directory} gibt es schon; Schlüssel werden nie überschrieben. Nennen Sie mit --keys einen anderen Ordner.`,
    keys: (directory: string, fingerprint: string) =>
      `Schlüssel in ${directory}\nStammschlüssel ${fingerprint} (den kennen die Agenten; die Datei "root" gehört auf keinen Server)\nkeys.json:`,
    presetsUrl: '--presets erwartet die Adresse eines Generators, etwa https://telefone.example.org (ohne Pfad).',
    presetGone: (id: string, url: string) =>
      `${url} hat keine Vorlage ${id}. Prüfen Sie Kennung und Adresse; gespeichert bleibt eine Vorlage 180 Tage.`,
    presetUnreachable: (url: string) =>
      `${url} hat die Vorlage nicht geliefert. Prüfen Sie Adresse und Verbindung, oder setzen Sie den Link der Vorlage (#p=…) in die Beschreibung.`,
    presetChanges: (name: string) => `Die Vorlage „${name}“ ist nicht eingebaut. Das bringt sie in diese Beschreibung:`,
    presetNothing: 'Sie ändert nichts.',
    presetNow: 'bisher',
    presetAsk: 'Übernehmen? [j/N] ',
    presetYes: /^(j|ja|y|yes)$/i,
    presetRefused: 'Die Vorlage wurde nicht übernommen und nichts geschrieben.',
    presetNeedsYes: 'Hier lässt sich niemand fragen: Lesen Sie, was sie ändert, und geben Sie dann --yes an.',
    made: (output: string, bytes: number, id: string) => `${output}: ${Math.ceil(bytes / 1000)} kB, Kennung ${id}`,
    secrets: (keys: string[], more: number) =>
      `Der Agent wird fragen nach: ${keys.join(', ')}${more > 0 ? ` und ${more} weiteren` : ''}`,
    next: (output: string) => `Weiter: cp-agent inspect ${output}, dann cp-agent rehearse ${output}`,
  },
} as const
