// The words of README.txt in German and English.
import type { Lang } from '../problem.ts'

export interface ReadmeWords {
  title(name: string, id: string): string
  what(issued: string): string
  phones: string
  any(model: string): string
  needs: string
  firmware(load: string, archive: string): string
  onlyBelow(release: string): string
  /** Loads that would do in place of one. */
  instead(loads: string): string
  words(name: string, archive: string): string
  tones(country: string, archive: string): string
  /** Where the vendor has both. */
  localeDownload(name: string): string
  secret(key: string, name: string): string
  media(names: string): string
  registrar(name: string): string
  without: string
  steps: string
  step(bundle: string, address: string, origin: string): string[]
  reset: string
  /** Of keys that nobody has confirmed for that model. */
  unsureKeys: string
  resetSteps: string[]
  /** What a phone does after its reset. */
  after: { loader: string; kept: string }
  verify(origin: string): string[]
}

export const README_TEXT: Record<Lang, ReadmeWords> = {
  en: {
    title: (name, id) => `${name} (site id ${id})`,
    what: issued =>
      `A bundle, made ${issued}, that turns Cisco IP phones to SIP. Do not unpack it to use it:\nthe program cp-agent reads the archive as it is, checks its signature and serves it to the phones.\nNo password is in it.`,
    phones: 'Phones',
    any: model => `the first ${model} that asks`,
    needs: 'What you still need',
    firmware: (load, archive) =>
      `the firmware ${load}${archive && ` (${archive})`}, as it was downloaded, among your downloads or beside this bundle`,
    onlyBelow: release => `; only if a phone runs less than ${release} now`,
    instead: loads =>
      `not to be had? In its place would do: ${loads}. Write load: and its name at the phone in the site, and make the bundle anew.`,
    words: (name, archive) =>
      `if wanted, the words of the screen for ${name}: ${archive} of Cisco; without them the screen stays English`,
    tones: (country, archive) =>
      `if wanted, the tones for ${country}: ${archive} of Cisco, one for all countries; without it they stay American`,
    localeDownload: name =>
      `at software.cisco.com among the downloads of the call manager, not of the phone: "${name}"`,
    secret: (key, name) => `the password "${name}": you are asked for it, or it is read from ${key}`,
    media: names => `if wanted, the folder with pictures and ring tones (${names}): cp-generator media makes it`,
    registrar: name => `At the registrar: ${name}`,
    without: 'What will not work there:',
    steps: 'What to do',
    step: (bundle, address, origin) => [
      'Connect the laptop and the phone by a switch or PoE injector that has no way to your router.',
      'Switch the laptop’s Wi-Fi off.',
      `Get the agent, one file for Node 20 or newer:  ${origin}/cp-agent.js`,
      `See what is missing or in the way:  node cp-agent.js doctor ${bundle}  (on Linux and macOS with sudo before it, as below; on Windows let its firewall allow Node)`,
      `Start:  node cp-agent.js ${bundle} --set-address  (it asks before it gives the laptop the address ${address}, and takes it back at the end)`,
      'Switch the phone on and wait until cp-agent says that it is done. Never cut the power meanwhile.',
      'End cp-agent with Ctrl-C, and connect the phone to your router.',
    ],
    unsureKeys: 'Nobody has confirmed these keys for this model.',
    reset: 'If a phone does not ask: factory reset. It deletes what the phone has stored.',
    resetSteps: [
      'Hold # while you plug in the power. Release it when lights begin to flash (on most phones those of the line keys),',
      'and type the keys of your model:',
    ],
    after: { loader: 'it then loads its firmware anew, 5 to 30 minutes long', kept: 'it keeps its firmware' },
    verify: origin => [
      'Check this bundle without cp-agent: unpack it, and with the file allowed_signers of the generator in that folder:',
      `  ssh-keygen -Y verify -f allowed_signers -I ${origin} -n cp-bundle@v1 -s manifest.json.sig < manifest.json`,
    ],
  },
  de: {
    title: (name, id) => `${name} (Kennung ${id})`,
    what: issued =>
      `Ein Paket, erzeugt ${issued}, das Cisco-Telefone auf SIP umstellt. Zum Benutzen nicht auspacken:\nDas Programm cp-agent liest das Archiv, wie es ist, prüft die Unterschrift und gibt es an die Telefone aus.\nEs enthält kein Passwort.`,
    phones: 'Telefone',
    any: model => `das erste ${model}, das fragt`,
    needs: 'Was noch gebraucht wird',
    firmware: (load, archive) =>
      `die Firmware ${load}${archive && ` (${archive})`}, wie sie heruntergeladen wurde, bei Ihren Downloads oder neben diesem Paket`,
    onlyBelow: release => `; nur wenn ein Telefon jetzt mit weniger als ${release} läuft`,
    instead: loads =>
      `nicht zu bekommen? Stattdessen geht auch: ${loads}. Schreiben Sie load: und den Namen beim Telefon in die Beschreibung, und erzeugen Sie das Paket neu.`,
    words: (name, archive) =>
      `auf Wunsch die Wörter der Anzeige für ${name}: ${archive} von Cisco; ohne sie bleibt die Anzeige englisch`,
    tones: (country, archive) =>
      `auf Wunsch die Töne für ${country}: ${archive} von Cisco, eines für alle Länder; ohne es bleiben sie amerikanisch`,
    localeDownload: name =>
      `auf software.cisco.com unter den Downloads des Call Managers, nicht des Telefons: „${name}“`,
    secret: (key, name) => `das Passwort "${name}": Sie werden danach gefragt, oder es wird aus ${key} gelesen`,
    media: names => `auf Wunsch der Ordner mit Bildern und Klingeltönen (${names}): cp-generator media macht ihn`,
    registrar: name => `Am Registrar: ${name}`,
    without: 'Was dort nicht geht:',
    steps: 'Was zu tun ist',
    step: (bundle, address, origin) => [
      'Verbinden Sie Laptop und Telefon über einen Switch oder PoE-Injektor, der keinen Weg zum Router hat.',
      'Schalten Sie das WLAN des Laptops aus.',
      `Holen Sie den Agenten, eine Datei für Node 20 oder neuer:  ${origin}/cp-agent.js`,
      `Sehen Sie nach, was fehlt oder im Weg steht:  node cp-agent.js doctor ${bundle}  (unter Linux und macOS mit sudo davor, auch unten; unter Windows Node in der Firewall erlauben)`,
      `Starten Sie:  node cp-agent.js ${bundle} --set-address  (fragt, bevor es dem Laptop die Adresse ${address} gibt, und nimmt sie am Ende wieder weg)`,
      'Schalten Sie das Telefon ein und warten Sie, bis cp-agent es fertig meldet. Nehmen Sie ihm dabei nie den Strom.',
      'Beenden Sie cp-agent mit Strg-C, und schließen Sie das Telefon am Router an.',
    ],
    unsureKeys: 'Für dieses Modell hat niemand diese Tasten bestätigt.',
    reset: 'Wenn ein Telefon nicht fragt: Werkseinstellung. Sie löscht, was das Telefon gespeichert hat.',
    resetSteps: [
      'Halten Sie #, während Sie den Strom einstecken. Lassen Sie los, wenn Lampen zu blinken beginnen (meist die der',
      'Leitungstasten), und geben Sie die Tasten Ihres Modells ein:',
    ],
    after: { loader: 'lädt danach seine Firmware neu, 5 bis 30 Minuten lang', kept: 'behält seine Firmware' },
    verify: origin => [
      'Dieses Paket ohne cp-agent prüfen: auspacken, und mit der Datei allowed_signers des Generators in diesem Ordner:',
      `  ssh-keygen -Y verify -f allowed_signers -I ${origin} -n cp-bundle@v1 -s manifest.json.sig < manifest.json`,
    ],
  },
}
