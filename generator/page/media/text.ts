// The words of the part for pictures and ring tones, in German and English.
import type { Lang } from '../../problem.ts'

export interface MediaText {
  title: string
  lead: string
  files: string
  model: string
  noPictures: string
  working: string
  none: string
  made: (count: number) => string
  left: (count: number) => string
  picture: (name: string, width: number, height: number) => string
  tone: (name: string, seconds: string) => string
  cut: string
  play: string
  twice: string
  download: string
  site: string
  agent: string
  option: string
  without: string
}

export const MEDIA_TEXT: Record<Lang, MediaText> = {
  en: {
    title: 'Pictures and ring tones',
    lead: 'Choose PNG pictures and WAV sounds: here they get the size and form that your phone takes. They stay in this tab; nothing is sent.',
    files: 'Pictures (PNG) and tones (WAV)',
    model: 'Model',
    noPictures: 'tones only',
    working: 'They are being made …',
    none: 'No files chosen yet.',
    made: count => (count === 1 ? 'One file is ready.' : `${count} files are ready.`),
    left: count => (count === 1 ? 'One file could not be taken.' : `${count} files could not be taken.`),
    picture: (name, width, height) => `${name}: ${width} × ${height}, as the phone shows it`,
    tone: (name, seconds) => `${name}: ${seconds} s`,
    cut: 'cut to what a phone plays',
    play: 'Play',
    twice: 'Another file already goes by this name. Rename one of the two.',
    download: 'Download all as one zip',
    site: 'Put their names into the description above:',
    agent: 'Unpack the zip, and name its folder to the agent:',
    option: '--firmware FOLDER',
    without: 'The same from a terminal:',
  },
  de: {
    title: 'Bilder und Klingeltöne',
    lead: 'Wählen Sie PNG-Bilder und WAV-Töne: Hier bekommen sie die Größe und Form, die Ihr Telefon nimmt. Sie bleiben in diesem Tab; gesendet wird nichts.',
    files: 'Bilder (PNG) und Töne (WAV)',
    model: 'Modell',
    noPictures: 'nur Töne',
    working: 'Sie werden gemacht …',
    none: 'Noch keine Dateien gewählt.',
    made: count => (count === 1 ? 'Eine Datei ist fertig.' : `${count} Dateien sind fertig.`),
    left: count => (count === 1 ? 'Eine Datei ging nicht.' : `${count} Dateien gingen nicht.`),
    picture: (name, width, height) => `${name}: ${width} × ${height}, so wie das Telefon es zeigt`,
    tone: (name, seconds) => `${name}: ${seconds} s`,
    cut: 'gekürzt auf das, was ein Telefon spielt',
    play: 'Anhören',
    twice: 'So heißt schon eine andere Datei. Benennen Sie eine der beiden um.',
    download: 'Alles als eine Zip-Datei laden',
    site: 'Nennen Sie die Namen in der Beschreibung oben:',
    agent: 'Packen Sie die Zip-Datei aus, und nennen Sie dem Agenten den Ordner:',
    option: '--firmware ORDNER',
    without: 'Dasselbe im Terminal:',
  },
}
