// What the island says, in German and English.

export interface IslandText {
  working: string
  line: (line: number) => string
  errors: (count: number) => string
  fine: (phones: number, lines: number) => string
  warnings: string
  made: (file: string) => string
  again: string
  next: string
  copy: string
  copied: string
  agent: string
  folder: string
  rights: string
  secrets: string
  firmware: string
  firmwareHow: string
  unreachable: string
}

export const ISLAND_TEXT: Record<'de' | 'en', IslandText> = {
  en: {
    working: 'One moment …',
    line: line => `Line ${line}`,
    errors: count => (count === 1 ? 'One thing is wrong.' : `${count} things are wrong.`),
    fine: (phones, lines) =>
      `No errors: ${phones} ${phones === 1 ? 'phone' : 'phones'} with ${lines} ${lines === 1 ? 'line' : 'lines'}.`,
    warnings: 'Good to know',
    made: file => `The bundle ${file} is in your downloads.`,
    again: 'Download again',
    next: 'Next, on the laptop',
    copy: 'Copy',
    copied: 'Copied',
    agent: 'Put the agent into the same folder as the bundle, once:',
    folder: 'FOLDER',
    rights: 'It needs Node 20 or newer. On Linux and macOS put sudo before it.',
    secrets: 'The agent will ask for these passwords',
    firmware: 'Firmware that it takes',
    firmwareHow: 'Get it from Cisco, into a folder; the archive stays as it is.',
    unreachable: 'The generator could not be reached. Is the network there? Nothing is lost; try again.',
  },
  de: {
    working: 'Einen Moment …',
    line: line => `Zeile ${line}`,
    errors: count => (count === 1 ? 'Etwas stimmt nicht.' : `${count} Dinge stimmen nicht.`),
    fine: (phones, lines) =>
      `Keine Fehler: ${phones} ${phones === 1 ? 'Telefon' : 'Telefone'} mit ${lines} ${lines === 1 ? 'Leitung' : 'Leitungen'}.`,
    warnings: 'Gut zu wissen',
    made: file => `Das Paket ${file} liegt in Ihren Downloads.`,
    again: 'Noch einmal laden',
    next: 'Weiter am Laptop',
    copy: 'Kopieren',
    copied: 'Kopiert',
    agent: 'Legen Sie einmal den Agenten in den Ordner mit dem Paket:',
    folder: 'ORDNER',
    rights: 'Er braucht Node 20 oder neuer. Unter Linux und macOS mit sudo davor.',
    secrets: 'Nach diesen Passwörtern wird der Agent fragen',
    firmware: 'Firmware, die es braucht',
    firmwareHow: 'Holen Sie sie bei Cisco in einen Ordner; das Archiv bleibt, wie es ist.',
    unreachable:
      'Der Generator ist nicht zu erreichen. Steht das Netz? Es ging nichts verloren; versuchen Sie es noch einmal.',
  },
}
