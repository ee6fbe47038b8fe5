// Die Anleitung auf Deutsch.
import type { BundleWords } from './words.ts'

const number = new Intl.NumberFormat('de')
const count = (value: number, one: string, many: string) => `${number.format(value)} ${value === 1 ? one : many}`

export const DE: BundleWords = {
  copy: 'Kopieren',
  copied: 'Kopiert',
  byHand: 'Markieren und kopieren Sie die Zeile von Hand.',
  title: 'Vom Paket zum Telefon',
  print: 'Diese Schritte drucken',
  broken: 'Dieses Paket ist nicht zu lesen.',
  systems: 'Befehle für',
  about: {
    site: 'Anlage',
    signedBy: 'Unterschrieben von',
    checking: 'die Unterschrift wird geprüft …',
    checked: fingerprint => `Unterschrift hier geprüft, mit dem Schlüssel ${fingerprint}`,
    unchecked: 'dieser Browser kann die Unterschrift nicht prüfen; die Befehle am Ende können es',
    made: 'Erzeugt',
    holds: 'Enthält',
    phones: value => count(value, 'Telefon', 'Telefone'),
    lines: value => count(value, 'Leitung', 'Leitungen'),
    files: (value, size) => `${count(value, 'Datei', 'Dateien')}, ${size}`,
    with: 'kein Passwort',
  },
  before: {
    title: 'Bevor Sie das Kabel stecken',
    lead: 'Am Kabel des Telefons hat der Laptop kein Internet. Holen Sie deshalb zuerst alles, und zwar in den Download-Ordner: Dort sucht der Agent die Dateien des Herstellers von selbst.',
    terminal: {
      windows:
        'Klicken Sie mit der rechten Maustaste auf den Start-Knopf, wählen Sie „Terminal (Administrator)“ oder „Windows PowerShell (Administrator)“, und gehen Sie in den Download-Ordner:',
      macos: 'Öffnen Sie das Terminal (⌘ und Leertaste, dann Terminal tippen), und gehen Sie in den Download-Ordner:',
      linux: 'Öffnen Sie ein Terminal, und gehen Sie in den Download-Ordner:',
    },
    node: 'Ist Node da? Die Antwort muss v20 oder höher sein.',
    noNode: 'Wenn nicht:',
    nodeHint: {
      windows: 'Öffnen Sie danach ein neues Terminal. Ohne winget: das Installationsprogramm (LTS) von nodejs.org.',
      macos: 'Ohne Homebrew: das Installationsprogramm (LTS) von nodejs.org.',
      linux:
        'Debian 12 und Ubuntu 24.04 haben dort ein älteres; dann „sudo snap install node --classic“ oder das Archiv von nodejs.org.',
    },
    agent: 'Der Agent, eine einzige Datei, mit seiner Prüfsumme:',
    agentLink: 'oder als Download:',
    hash: 'SHA-256:',
    check: {
      windows: 'Ist er heil angekommen? Die Antwort muss True sein.',
      macos: 'Ist er heil angekommen? Die Antwort muss „cp-agent.js: OK“ sein.',
      linux: 'Ist er heil angekommen? Die Antwort muss „cp-agent.js: OK“ sein.',
    },
    bundle: (file, secrets) =>
      secrets
        ? `Das Paket ${file} und die Passwörter, secrets.env, gehören in denselben Ordner. Hat der Browser eine Nummer hinter einen Namen gesetzt, etwa „(1)“, dann nehmen Sie die neueste Datei und entfernen die Nummer.`
        : `Das Paket ${file} gehört in denselben Ordner. Hat der Browser eine Nummer hinter den Namen gesetzt, etwa „(1)“, dann nehmen Sie die neueste Datei und entfernen die Nummer.`,
    renamed: from =>
      `Benennen Sie die Datei ${from} in bundle.zip um, damit ein Terminal ihren Namen nicht für etwas anderes hält.`,
    ownSecrets: 'Niemand sonst an diesem Laptop soll die Passwörter lesen können:',
    needs: 'Vom Hersteller',
    needsHow:
      'Auf software.cisco.com beim Namen des Telefons unter „Session Initiation Protocol (SIP) Software“; mit Anmeldung. Lassen Sie jedes Archiv so, wie es heruntergeladen wurde.',
    firmware: models => `die Firmware für ${models}`,
    onlyBelow: release => `Nur für ein Telefon, das jetzt mit weniger als ${release} läuft: ein Zwischenschritt.`,
    hasIt: 'Für ein Telefon, auf dem dieser Stand schon läuft, wird nichts gebraucht.',
    noArchive: 'Wie das Archiv heißt, ist nicht bekannt; dieser Stand muss darin sein.',
    unverified: 'Diesen Satz hat noch niemand gesehen; sein Name folgt dem Muster der anderen.',
    instead: 'Nicht zu bekommen? Stattdessen geht auch:',
    insteadHow:
      'Schreiben Sie load: und den anderen Namen beim Telefon in die Beschreibung, und erzeugen Sie das Paket neu.',
    words: name => `auf Wunsch die Wörter der Anzeige für ${name}; ohne sie bleibt die Anzeige englisch`,
    tones: country =>
      `auf Wunsch die Töne für ${country}, ein Archiv für alle Länder; ohne es bleiben sie amerikanisch`,
    localesHow:
      'Der * steht für die Version. Bei den Downloads des Call Managers, nicht des Telefons: „Unified Communications Manager Endpoints Locale Installer“.',
    try: 'Ohne Telefon ausprobieren',
    inspect: 'Was im Paket ist und was noch fehlt:',
    rehearse: 'Der ganze Weg mit einem virtuellen Telefon; nichts verlässt den Laptop:',
  },
  cable: {
    title: 'Das Kabel',
    connect:
      'Verbinden Sie Laptop und Telefon mit einem eigenen Kabel, das keinen Weg zum Router hat. Am besten mit einem kleinen Switch oder PoE-Injektor dazwischen: Er hält die Verbindung, während das Telefon neu startet. Schließen Sie den Laptop an sein Netzteil an, und lassen Sie ihn nicht in den Ruhezustand gehen.',
    wifi: 'Schalten Sie das WLAN des Laptops aus.',
    doctor:
      'Sehen Sie nach, was noch im Weg steht; zu allem steht der Befehl dabei, der es behebt. Dass die Adresse fehlt, ist richtig so.',
  },
  ownAddress: {
    title: 'Die Adresse des Laptops von Hand statt durch den Agenten',
    ports: {
      windows: 'Wie heißt der Anschluss mit dem Kabel? Sehen Sie in die Spalte Name:',
      macos: 'Wie heißt der Anschluss mit dem Kabel? Sehen Sie beim Ethernet-Adapter auf Device, etwa en5:',
      linux: 'Wie heißt der Anschluss mit dem Kabel? Nicht lo und nicht wl…, das ist das WLAN:',
    },
    port: 'Name des Anschlusses',
    portHint: 'Er kommt in die Befehle auf dieser Seite und sonst nirgendwohin.',
    hold: 'Kümmert sich der NetworkManager um das Netz, wie meistens, dann halten Sie ihn davon ab, die Adresse wieder wegzunehmen:',
    address: cidr => `Geben Sie dem Anschluss die Adresse ${cidr}:`,
    temporary: {
      windows: 'Sie gilt höchstens bis zum nächsten Start von Windows.',
      macos: 'Sie gilt höchstens bis zum nächsten Start des Macs.',
      linux: 'Sie gilt höchstens bis zum nächsten Start des Laptops.',
    },
    undo: 'Nehmen Sie sie am Ende wieder weg, bevor der Laptop ins Netz des Routers geht:',
    release: 'Und wenn Sie den NetworkManager abgehalten haben:',
  },
  serve: {
    title: 'Den Agenten starten',
    lead: 'Im selben Terminal:',
    address: cidr =>
      `Er fragt, bevor er dem Anschluss mit dem Kabel die Adresse ${cidr} gibt, und nimmt sie am Ende wieder weg. Gibt es mehrere Anschlüsse, dann fragt er, welcher es ist.`,
    rights: {
      windows: 'Fragt Windows, ob Node erreichbar sein darf, dann erlauben Sie es, auch in öffentlichen Netzwerken.',
      macos:
        'sudo fragt nach Ihrem eigenen Passwort; ohne das darf niemand an diesen Ports antworten. Fragt macOS, ob node eingehende Verbindungen annehmen darf, dann erlauben Sie es.',
      linux:
        'sudo fragt nach Ihrem eigenen Passwort; ohne das darf niemand an diesen Ports antworten. Eine Firewall (ufw, firewalld) muss UDP 67 und 69 und TCP 6970 hereinlassen.',
    },
    firewall: 'Oder erlauben Sie es vorher:',
    blocked:
      'Hat es jemand früher abgelehnt, dann hat Windows eine Regel, die Node sperrt: Löschen Sie sie in der Firewall.',
    passwords: keys => `Die Passwörter (${keys}) kommen aus secrets.env.`,
    passwordsAsked: keys =>
      `Er fragt nach den Passwörtern (${keys}), ohne sie zu zeigen; oder Sie schreiben sie in eine Datei, je Zeile NAME=Wert, und fügen --secrets und ihren Namen an.`,
    root: fingerprint =>
      `Der Agent von dieser Seite kennt diesen Generator. Fragt ein anderer, ob er ihn annehmen soll, dann muss der Fingerabdruck ${fingerprint} sein.`,
    stranger: (issuer, fingerprint) =>
      `Der Agent von dieser Seite kennt den Generator ${issuer} nicht und fragt, ob er ihn annehmen soll. Sagen Sie nur ja, wenn jener Generator diesen Fingerabdruck veröffentlicht: ${fingerprint}.`,
    ready: 'Warten Sie, bis er sich bereit meldet.',
    stop: 'Strg und C beenden ihn.',
  },
  phone: {
    title: 'Am Telefon',
    plug: 'Stecken Sie das Kabel in die Buchse für das Netzwerk (10/100 SW oder „Network“), nicht in die für einen Computer.',
    power: supplies =>
      `Versorgen Sie es aus seinem eigenen Netzteil${supplies && ` (${supplies})`} und nicht nur aus PoE: Während es Firmware schreibt, kann ein Augenblick ohne Strom es zerstören.`,
    wait: 'Es holt Einstellungen und Firmware, startet von selbst neu und ist nach 5 bis 30 Minuten fertig. Der Agent zeigt, wie weit es ist.',
    never: 'Nehmen Sie ihm nie Strom oder Kabel, bevor der Agent es fertig meldet, auch nicht bei dunkler Anzeige.',
    any: 'Das erste Telefon des Modells, das fragt, wird genommen; tippen Sie ja, wenn der Agent fragt, ob es Ihres ist.',
    resetTitle: 'Wenn es nach nichts fragt: Werkseinstellung',
    resetWhen:
      'Wenn es zwei Minuten lang nach nichts fragt, gesperrt ist, noch seinem alten Besitzer gehorcht oder hängt.',
    resetNot:
      'Nicht, wenn es Einstellungen und Firmware von selbst holt: Das ist sicherer. Das Zurücksetzen löscht alles, was das Telefon gespeichert hat; danach braucht es den Agenten, der laufen muss, und das DHCP dieses Laptops.',
    models: model => `Tasten des ${model}`,
    off: supply =>
      `Nehmen Sie ihm den Strom, auch das Kabel eines PoE-Switches. Nehmen Sie sein eigenes Netzteil${supply && ` (${supply})`}.`,
    hold: 'Halten Sie die Taste #, stecken Sie den Strom ein, und halten Sie weiter.',
    lamps: {
      lines: 'Lassen Sie # los, wenn die Lampen der Leitungstasten gelb durchlaufen. Bei manchen dauert das Minuten.',
      handset:
        'Lassen Sie # los, wenn die Lampe des Hörers oder für Nachrichten rot leuchtet; dieses Telefon hat keine Lampen an den Leitungstasten.',
      unknown:
        'Lassen Sie # los, wenn Lampen zu blinken beginnen. Welche, ist von Modell zu Modell verschieden; auch die für Headset, Stumm oder Nachrichten zählen.',
    },
    type: 'Tippen Sie innerhalb einer Minute:',
    loader: list =>
      `Die Lampen bleiben stehen, die Anzeige wird schwarz. Nach einigen Minuten fragt es den Agenten nach ${list}, zeigt „Upgrading“ und lädt alles neu: 5 bis 30 Minuten. Den Strom nicht anrühren.`,
    kept: 'Es startet mit der Firmware neu, die es hat, und vergisst seine Einstellungen.',
    erase:
      'Letztes Mittel, wenn eine halbe Stunde lang nichts geschieht: dasselbe mit anderen Tasten. Das formatiert den Speicher; das Telefon wirkt fünf Minuten und länger wie tot und muss seine Firmware beim Agenten finden.',
    unsure: 'Für dieses Modell hat niemand diese Tasten bestätigt.',
  },
  after: {
    title: 'Danach',
    move: 'Meldet der Agent das Telefon fertig, dann ziehen Sie es ab, und schließen Sie es am Router und an seinem Strom an.',
    undo: 'Beenden Sie den Agenten mit Strg und C, bevor der Laptop ins Netz des Routers geht: Mit ihm geht die Adresse. Schalten Sie dann das WLAN ein.',
    closeFirewall: 'Und wenn Sie die Firewall vorher geöffnet haben:',
    files:
      'Der Router sagt dem Telefon nichts von Dateien. Es sucht ein, zwei Minuten danach, meldet vielleicht, dass es sie nicht findet, und startet dann mit dem, was es gespeichert hat. So soll es sein.',
    lease: minutes =>
      `Seine Adresse vom Laptop läuft nach höchstens ${minutes} Minuten ab; ein Neustart am Router bringt sofort dessen eigene.`,
    keep: 'Heben Sie das Paket auf: Es läuft nicht ab. Für ein anderes Passwort starten Sie später den Agenten mit demselben Paket und das Telefon an diesem Kabel neu.',
  },
  check: {
    title: 'Selbst prüfen',
    lead: 'Jeder kann das Paket ohne dieses Projekt prüfen, mit der Schlüsselliste des Generators, den er kennt:',
    outcome: {
      windows: 'Die dritte Zeile muss „Good "cp-bundle@v1" signature“ sagen, die letzte True vor jeder Datei.',
      macos: 'Die dritte Zeile muss „Good "cp-bundle@v1" signature“ sagen, die letzte OK hinter jeder Datei.',
      linux: 'Die dritte Zeile muss „Good "cp-bundle@v1" signature“ sagen, die letzte OK hinter jeder Datei.',
    },
    needed: {
      windows: 'ssh-keygen gehört zu Windows (optionales Feature „OpenSSH-Client“).',
      macos: 'jq ist seit macOS 15 dabei, vorher: brew install jq.',
      linux: 'Falls etwas fehlt: sudo apt install unzip openssh-client jq',
    },
    meaning:
      '„Unterschrieben von“ sagt, wer ein Paket gemacht hat, nicht, dass es gut ist: Ein öffentlicher Generator unterschreibt für jeden.',
    page: 'In das Paket sehen, auf dieser Seite',
    again: 'Hier wird nichts aufgehoben: Dort bekommen Sie diese Schritte später wieder, aus dem Paket.',
  },
}
