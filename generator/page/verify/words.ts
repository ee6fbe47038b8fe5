// What /verify says, in German and English.
import type { Lang } from '../../problem.ts'
import type { Check } from './checks.ts'
import type { MarkedHole } from './marked.ts'
import type { Stage } from './message.ts'

export interface VerifyWords {
  title: string
  lead: string
  private: string
  needsScript: string
  choose: string
  drop: string
  working: Record<Stage, string>
  comparing: string
  good: (file: string, issuer: string) => string
  bad: (file: string) => string
  failed: string
  unreadable: { message: string; cure: string }
  unsupported: { message: string; cure: string }
  who: string
  signedBy: string
  meaning: string
  key: string
  signs: (from: string, until: string) => string
  root: string
  ownRoot: string
  otherRoot: string
  noRoot: string
  oldKeys: string
  checks: string
  check: Record<Check, string>
  state: Record<'passed' | 'failed' | 'skipped' | 'noted', string>
  holds: string
  site: string
  made: string
  size: string
  registrar: string
  hosts: string
  noHosts: string
  network: (agent: string, leases: string) => string
  networkName: string
  phones: string
  first: string
  lines: (count: number) => string
  firmware: string
  onlyBelow: (release: string) => string
  secrets: string
  noSecrets: string
  files: string
  filesHow: string
  holes: (count: number) => string
  hole: Record<MarkedHole['kind'], string>
  steps: string
  hideSteps: string
  second: string
  secondHow: string
  between: (before: string, after: string) => string
  site2: string
  same: string
  path: string
  before: string
  after: string
  none: string
  changed: Record<'same' | 'changed' | 'added' | 'removed', string>
  linesChanged: (added: number, removed: number) => string
  newHosts: string
  oldHosts: string
  otherFiles: string
  added: string
  removed: string
  leftOut: string
}

export const VERIFY_WORDS: Record<Lang, VerifyWords> = {
  en: {
    title: 'Look into a bundle',
    lead: 'Who signed it, whether every byte is what was signed, what the phones are told, and what differs from another.',
    private: 'It is read in this tab; nothing of it is sent anywhere.',
    needsScript: 'This page needs JavaScript. Without it, unpack the bundle and check it by hand:',
    choose: 'Bundle (.zip)',
    drop: 'Choose it, or drop it anywhere on this page.',
    working: { reading: 'Reading …', checking: 'Checking …', looking: 'Looking for hosts …' },
    comparing: 'Comparing …',
    good: (file, issuer) => `${file}: every check passed. Signed by ${issuer}.`,
    bad: file => `${file} is refused.`,
    failed: 'Something went wrong on this page. Reload it and try again.',
    unreadable: {
      message: 'The file cannot be read.',
      cure: 'It may have been moved or changed meanwhile; choose it again.',
    },
    unsupported: {
      message: 'This browser cannot check Ed25519 signatures here.',
      cure: 'Take a current one, and a page with https; or check the bundle by hand with ssh-keygen.',
    },
    who: 'Who signed it',
    signedBy: 'Signed by',
    meaning: 'That says who made it, not that it is good: a public generator signs anybody’s site.',
    key: 'Key',
    signs: (from, until) => `signs from ${from} until ${until}`,
    root: 'Root key',
    ownRoot: 'That is the root key of this server; its agent knows it.',
    otherRoot:
      'That is not the root key of this server. Its agent asks before it serves this bundle: accept the fingerprint only if that generator publishes it.',
    noRoot: 'This server has no keys of its own to compare with.',
    oldKeys:
      'This server has a newer list of keys by now. An agent that has seen the newer one refuses this bundle (bundle.keys-old): make it anew.',
    checks: 'Checks',
    check: {
      archive: 'The archive: whole, canonical, only one way to read it',
      keys: 'The list of keys: signed by a root key',
      root: 'The root key: whose it is',
      signature: 'The signature: over these very bytes, by a key from that list',
      manifest: 'The manifest: has its form, and names the same issuer',
      files: 'The files: all there, none too many, each with its size and hash',
      dates: 'The dates: the key was valid when the bundle was made',
      holes: 'The passwords: go only to where a phone has its password',
    },
    state: { passed: 'right', failed: 'wrong', skipped: 'not looked at', noted: 'see above' },
    holds: 'What it holds',
    site: 'Site',
    made: 'Made',
    size: 'Size',
    registrar: 'Registrar',
    hosts: 'Hosts and URLs in its files',
    noHosts: 'none',
    network: (agent, leases) => (leases ? `laptop ${agent}, phones ${leases}` : `laptop ${agent}`),
    networkName: 'On the cable',
    phones: 'Phones',
    first: 'the first that asks',
    lines: count => `${count} ${count === 1 ? 'line' : 'lines'}`,
    firmware: 'Firmware wanted',
    onlyBelow: release => `only for a phone below ${release}`,
    secrets: 'Passwords that the agent asks for',
    noSecrets: 'none',
    files: 'Files',
    filesHow: 'As they are stored; what the agent puts in is marked.',
    holes: count => `${count} ${count === 1 ? 'value is' : 'values are'} put in`,
    hole: { secret: 'password', mac: 'MAC address', load: 'load' },
    steps: 'Show the steps to the phone',
    hideSteps: 'Hide the steps',
    second: 'Another bundle, to compare',
    secondHow: 'A later one of the same site, for example: what changes for each phone.',
    between: (before, after) => `From ${before} to ${after}`,
    site2: 'The site',
    same: 'No difference.',
    path: 'Where',
    before: 'Before',
    after: 'After',
    none: 'nothing',
    changed: { same: 'same', changed: 'changed', added: 'new', removed: 'gone' },
    linesChanged: (added, removed) => `${added} added, ${removed} removed`,
    newHosts: 'New hosts',
    oldHosts: 'Hosts that are gone',
    otherFiles: 'Files for all phones',
    added: 'added',
    removed: 'removed',
    leftOut: 'lines that are the same',
  },
  de: {
    title: 'In ein Paket sehen',
    lead: 'Wer es unterschrieben hat, ob jedes Byte das unterschriebene ist, was die Telefone gesagt bekommen, und was sich von einem anderen unterscheidet.',
    private: 'Gelesen wird es in diesem Tab; nichts davon wird gesendet.',
    needsScript: 'Diese Seite braucht JavaScript. Ohne packen Sie das Paket aus, und prüfen Sie es von Hand:',
    choose: 'Paket (.zip)',
    drop: 'Wählen Sie es aus, oder lassen Sie es irgendwo auf diese Seite fallen.',
    working: { reading: 'Wird gelesen …', checking: 'Wird geprüft …', looking: 'Rechner werden gesucht …' },
    comparing: 'Wird verglichen …',
    good: (file, issuer) => `${file}: alles in Ordnung. Unterschrieben von ${issuer}.`,
    bad: file => `${file} wird abgelehnt.`,
    failed: 'Auf dieser Seite ist etwas schiefgegangen. Laden Sie sie neu, und versuchen Sie es noch einmal.',
    unreadable: {
      message: 'Die Datei ist nicht zu lesen.',
      cure: 'Vielleicht wurde sie inzwischen verschoben oder geändert; wählen Sie sie noch einmal aus.',
    },
    unsupported: {
      message: 'Dieser Browser kann hier keine Ed25519-Unterschriften prüfen.',
      cure: 'Nehmen Sie einen aktuellen und eine Seite mit https; oder prüfen Sie das Paket von Hand mit ssh-keygen.',
    },
    who: 'Wer es unterschrieben hat',
    signedBy: 'Unterschrieben von',
    meaning:
      'Das sagt, wer es gemacht hat, nicht, dass es gut ist: Ein öffentlicher Generator unterschreibt für jeden.',
    key: 'Schlüssel',
    signs: (from, until) => `unterschreibt vom ${from} bis zum ${until}`,
    root: 'Stammschlüssel',
    ownRoot: 'Das ist der Stammschlüssel dieses Servers; sein Agent kennt ihn.',
    otherRoot:
      'Das ist nicht der Stammschlüssel dieses Servers. Sein Agent fragt nach, bevor er dieses Paket ausliefert: Nehmen Sie den Fingerabdruck nur an, wenn jener Generator ihn veröffentlicht.',
    noRoot: 'Dieser Server hat keine eigenen Schlüssel zum Vergleichen.',
    oldKeys:
      'Dieser Server hat inzwischen eine neuere Schlüsselliste. Ein Agent, der die neuere gesehen hat, lehnt dieses Paket ab (bundle.keys-old): Erzeugen Sie es neu.',
    checks: 'Prüfungen',
    check: {
      archive: 'Das Archiv: vollständig, kanonisch, nur auf eine Art zu lesen',
      keys: 'Die Schlüsselliste: von einem Stammschlüssel unterschrieben',
      root: 'Der Stammschlüssel: wem er gehört',
      signature: 'Die Unterschrift: über genau diese Bytes, von einem Schlüssel der Liste',
      manifest: 'Das Manifest: hat seine Form und nennt denselben Herausgeber',
      files: 'Die Dateien: alle da, keine zu viel, jede mit ihrer Größe und Prüfsumme',
      dates: 'Die Daten: Der Schlüssel galt, als das Paket erzeugt wurde',
      holes: 'Die Passwörter: kommen nur dahin, wo ein Telefon sein Passwort hat',
    },
    state: { passed: 'stimmt', failed: 'stimmt nicht', skipped: 'nicht angesehen', noted: 'siehe oben' },
    holds: 'Was darin ist',
    site: 'Anlage',
    made: 'Erzeugt',
    size: 'Größe',
    registrar: 'Registrar',
    hosts: 'Rechner und Adressen in seinen Dateien',
    noHosts: 'keine',
    network: (agent, leases) => (leases ? `Laptop ${agent}, Telefone ${leases}` : `Laptop ${agent}`),
    networkName: 'Am Kabel',
    phones: 'Telefone',
    first: 'das erste, das fragt',
    lines: count => `${count} ${count === 1 ? 'Leitung' : 'Leitungen'}`,
    firmware: 'Gewünschte Firmware',
    onlyBelow: release => `nur für ein Telefon unter ${release}`,
    secrets: 'Passwörter, nach denen der Agent fragt',
    noSecrets: 'keine',
    files: 'Dateien',
    filesHow: 'So, wie sie gespeichert sind; was der Agent einsetzt, ist markiert.',
    holes: count => `${count} ${count === 1 ? 'Wert wird' : 'Werte werden'} eingesetzt`,
    hole: { secret: 'Passwort', mac: 'MAC-Adresse', load: 'Stand' },
    steps: 'Die Schritte zum Telefon zeigen',
    hideSteps: 'Die Schritte ausblenden',
    second: 'Ein anderes Paket zum Vergleichen',
    secondHow: 'Zum Beispiel ein späteres derselben Anlage: was sich für jedes Telefon ändert.',
    between: (before, after) => `Von ${before} zu ${after}`,
    site2: 'Die Anlage',
    same: 'Kein Unterschied.',
    path: 'Wo',
    before: 'Vorher',
    after: 'Nachher',
    none: 'nichts',
    changed: { same: 'gleich', changed: 'geändert', added: 'neu', removed: 'weg' },
    linesChanged: (added, removed) => `${added} dazu, ${removed} weg`,
    newHosts: 'Neue Rechner',
    oldHosts: 'Rechner, die nicht mehr vorkommen',
    otherFiles: 'Dateien für alle Telefone',
    added: 'dazu',
    removed: 'weg',
    leftOut: 'gleiche Zeilen',
  },
}
