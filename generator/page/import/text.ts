// What the tab says about an import, in German and English; sentences about the file itself are in generator/import/words.ts.
import type { Lang } from '../../problem.ts'

export interface ImportText {
  unreadable: (name: string) => string
  tooLarge: (name: string) => string
  nothing: string
  refused: (name: string, line: number, why: string) => string
  made: (name: string) => string
  madeTable: (name: string, taken: number, all: number) => string
  madePlan: (name: string) => string
  pasted: string
  left: (names: string) => string
  question: string
  replace: string
  keep: string
  kept: string
  undo: string
  undone: string
  redo: string
  redone: string
  passwords: (count: number) => string
  passwordsHow: string
  save: string
  saved: string
  forget: string
  forgotten: string
  model: string
  modelHow: string
  modelAgain: string
  choice: string
  again: string
  assumed: (model: string, others: string) => string
  dialPlan: (file: string) => string
  noModel: string
  unknownPhone: string
  notes: string
  differences: string
  differencesHow: string
  added: (count: number) => string
  same: string
  where: string
  before: string
  after: string
  none: string
  rowsLeft: string
  rowsTaken: (count: number) => string
  row: string
  mac: string
  username: string
  unused: (names: string) => string
}

export const IMPORT_TEXT: Record<Lang, ImportText> = {
  en: {
    unreadable: name => `${name} cannot be read. Choose the file itself, not a folder.`,
    tooLarge: name => `${name} is larger than a configuration can be (1 MB).`,
    nothing: 'There was no file in it. Choose one, or paste its text.',
    refused: (name, line, why) => `${name}, line ${line}: ${why}`,
    made: name => `The description below is made from ${name}.`,
    madeTable: (name, taken, all) => `The description below is made from ${name}: ${taken} of ${all} rows taken.`,
    madePlan: name => `The dial plan from ${name} is in the description below; all else stays.`,
    pasted: 'the pasted text',
    left: names => `One phone at a time. Not imported: ${names}`,
    question: 'You changed the description on this page. Shall the imported one replace it?',
    replace: 'Replace mine',
    keep: 'Keep mine',
    kept: 'Your description stays as it is.',
    undo: 'Undo the import',
    undone: 'The description is again what it was before the import.',
    redo: 'Import after all',
    redone: 'The imported description is back.',
    passwords: count => (count === 1 ? 'One password belongs to it' : `${count} passwords belong to it`),
    passwordsHow:
      'The description only names them. Save them now: this tab forgets them when you leave the page. Put secrets.env beside the bundle, let nobody else read it, and give it to the agent:',
    save: 'Save passwords as secrets.env',
    saved: 'Saved: secrets.env is in your downloads.',
    forget: 'Forget passwords',
    forgotten: 'This tab has forgotten the file and its passwords.',
    model: 'Model of the phone',
    modelHow: 'It stands on the phone’s back. Then import again with it:',
    modelAgain: 'Another model? Import again with it:',
    choice: 'Choose …',
    again: 'Import with this model',
    assumed: (model, others) => `The model is taken to be ${model}; the file fits ${others} too.`,
    dialPlan: file => `The dial plan ${file} is a file of its own; choose it together with this one to take it in.`,
    noModel: 'has no model; choose one for all such rows above',
    unknownPhone: 'The file does not say which phone it is for. Choose the model.',
    notes: 'What to know',
    differences: 'What changes for the phone',
    differencesHow: 'Its settings in the file, and those that the description gives it.',
    added: count =>
      count === 1 ? 'One setting that the file did not have' : `${count} settings that the file did not have`,
    same: 'The phone would be told the same as by this file.',
    where: 'Setting',
    before: 'Before',
    after: 'After',
    none: 'not set',
    rowsLeft: 'Rows that were not taken',
    rowsTaken: count => (count === 1 ? 'One row was taken' : `${count} rows were taken`),
    row: 'Row',
    mac: 'MAC address',
    username: 'User name',
    unused: names => `Columns that a description has no place for: ${names}`,
  },
  de: {
    unreadable: name => `${name} ist nicht zu lesen. Wählen Sie die Datei selbst und keinen Ordner.`,
    tooLarge: name => `${name} ist größer, als eine Konfiguration sein kann (1 MB).`,
    nothing: 'Es war keine Datei dabei. Wählen Sie eine aus, oder fügen Sie ihren Text ein.',
    refused: (name, line, why) => `${name}, Zeile ${line}: ${why}`,
    made: name => `Die Beschreibung unten ist aus ${name} gemacht.`,
    madeTable: (name, taken, all) =>
      `Die Beschreibung unten ist aus ${name} gemacht: ${taken} von ${all} Zeilen übernommen.`,
    madePlan: name => `Der Wählplan aus ${name} steht jetzt in der Beschreibung unten; alles andere bleibt.`,
    pasted: 'dem eingefügten Text',
    left: names => `Ein Telefon auf einmal. Nicht importiert: ${names}`,
    question: 'Sie haben die Beschreibung auf dieser Seite geändert. Soll die importierte sie ersetzen?',
    replace: 'Meine ersetzen',
    keep: 'Meine behalten',
    kept: 'Ihre Beschreibung bleibt, wie sie ist.',
    undo: 'Import rückgängig machen',
    undone: 'Die Beschreibung ist wieder wie vor dem Import.',
    redo: 'Doch importieren',
    redone: 'Die importierte Beschreibung ist wieder da.',
    passwords: count => (count === 1 ? 'Dazu gehört ein Passwort' : `Dazu gehören ${count} Passwörter`),
    passwordsHow:
      'Die Beschreibung nennt nur ihre Namen. Speichern Sie sie jetzt: Dieser Tab vergisst sie, sobald Sie die Seite verlassen. Legen Sie secrets.env neben das Paket, lassen Sie sonst niemanden sie lesen, und geben Sie sie dem Agenten:',
    save: 'Passwörter als secrets.env speichern',
    saved: 'Gespeichert: secrets.env liegt in Ihren Downloads.',
    forget: 'Passwörter vergessen',
    forgotten: 'Dieser Tab hat die Datei und ihre Passwörter vergessen.',
    model: 'Modell des Telefons',
    modelHow: 'Es steht auf der Rückseite des Telefons. Importieren Sie dann noch einmal damit:',
    modelAgain: 'Ein anderes Modell? Importieren Sie noch einmal damit:',
    choice: 'Bitte wählen …',
    again: 'Mit diesem Modell importieren',
    assumed: (model, others) => `Als Modell ist ${model} angenommen; die Datei passt auch zu ${others}.`,
    dialPlan: file =>
      `Der Wählplan ${file} steht in einer eigenen Datei; wählen Sie sie zusammen mit dieser aus, dann kommt er dazu.`,
    noModel: 'hat kein Modell; wählen Sie oben eines für alle solchen Zeilen',
    unknownPhone: 'Die Datei sagt nicht, für welches Telefon sie ist. Wählen Sie das Modell.',
    notes: 'Gut zu wissen',
    differences: 'Was sich für das Telefon ändert',
    differencesHow: 'Seine Einstellungen in der Datei und die, die es mit der Beschreibung bekommt.',
    added: count =>
      count === 1 ? 'Eine Einstellung, die in der Datei fehlte' : `${count} Einstellungen, die in der Datei fehlten`,
    same: 'Das Telefon bekäme dasselbe gesagt wie mit dieser Datei.',
    where: 'Einstellung',
    before: 'Vorher',
    after: 'Nachher',
    none: 'nicht gesetzt',
    rowsLeft: 'Zeilen, die nicht übernommen sind',
    rowsTaken: count => (count === 1 ? 'Eine Zeile ist übernommen' : `${count} Zeilen sind übernommen`),
    row: 'Zeile',
    mac: 'MAC-Adresse',
    username: 'Benutzername',
    unused: names => `Spalten, für die es in einer Beschreibung keinen Platz gibt: ${names}`,
  },
}
