// What the agent says to a person, in German and English: failures with their cures, and notices.
import type { AgentErrorCode } from '../error.ts'

export type Lang = 'de' | 'en'
type Text = { message: string; cure: string }

/** `{}` is replaced by the detail of the error. */
export const ERROR_TEXT: Record<AgentErrorCode, Record<Lang, Text>> = {
  'usage.option': {
    en: { message: 'Unknown option: {}', cure: 'cp-agent --help lists the options.' },
    de: { message: 'Unbekannte Option: {}', cure: 'cp-agent --help zählt die Optionen auf.' },
  },
  'usage.value': {
    en: { message: 'This value does not fit its option: {}', cure: 'cp-agent --help shows what each option takes.' },
    de: {
      message: 'Dieser Wert passt nicht zu seiner Option: {}',
      cure: 'cp-agent --help zeigt, was jede Option erwartet.',
    },
  },
  'usage.value-missing': {
    en: { message: 'The option {} needs a value.', cure: 'cp-agent --help shows what each option takes.' },
    de: { message: 'Die Option {} braucht einen Wert.', cure: 'cp-agent --help zeigt, was jede Option erwartet.' },
  },
  'usage.bundle': {
    en: { message: 'Which bundle?', cure: 'Name the file that the generator made: cp-agent bundle.zip' },
    de: { message: 'Welches Paket?', cure: 'Nennen Sie die Datei, die der Generator erzeugt hat: cp-agent bundle.zip' },
  },
  'usage.operand': {
    en: {
      message: 'One bundle at a time; this is too much: {}',
      cure: 'Put several phones into one site file instead.',
    },
    de: {
      message: 'Nur ein Paket auf einmal; das ist zu viel: {}',
      cure: 'Mehrere Telefone gehören in eine Beschreibungsdatei.',
    },
  },
  'bundle.unreadable': {
    en: { message: 'Cannot read the bundle {}.', cure: 'Check the name and the folder; the bundle is a .zip file.' },
    de: {
      message: 'Das Paket {} ist nicht zu lesen.',
      cure: 'Prüfen Sie Name und Ordner; das Paket ist eine .zip-Datei.',
    },
  },
  'firmware.unreadable': {
    en: {
      message: 'Cannot use {} as firmware.',
      cure: 'Name a folder with the unpacked firmware files (.loads, .sbn), or one such file.',
    },
    de: {
      message: '{} ist nicht als Firmware zu gebrauchen.',
      cure: 'Nennen Sie einen Ordner mit den ausgepackten Firmware-Dateien (.loads, .sbn) oder eine solche Datei.',
    },
  },
  'secrets.unreadable': {
    en: {
      message: 'Cannot read the secrets file {}.',
      cure: 'Check its name; it holds lines such as CP_SECRET_LINE1=…',
    },
    de: {
      message: 'Die Passwortdatei {} ist nicht zu lesen.',
      cure: 'Prüfen Sie den Namen; sie enthält Zeilen wie CP_SECRET_LINE1=…',
    },
  },
  'secrets.line': {
    en: { message: 'Line {} of the secrets is not KEY=value.', cure: 'Write one secret a line: CP_SECRET_LINE1=…' },
    de: {
      message: 'Zeile {} der Passwörter hat nicht die Form SCHLÜSSEL=Wert.',
      cure: 'Ein Passwort je Zeile: CP_SECRET_LINE1=…',
    },
  },
  'secrets.command': {
    en: {
      message: 'The command for secrets failed: {}',
      cure: 'Run it by hand with the name of a secret; it must print a line such as CP_SECRET_LINE1=…',
    },
    de: {
      message: 'Der Befehl für die Passwörter ist gescheitert: {}',
      cure: 'Rufen Sie ihn von Hand mit dem Namen eines Passworts auf; er muss eine Zeile wie CP_SECRET_LINE1=… ausgeben.',
    },
  },
  'secret.missing': {
    en: {
      message: 'Passwords are missing: {}',
      cure: 'Put them into a file, one line each (KEY=value), and add --secrets FILE; or set them in the environment.',
    },
    de: {
      message: 'Es fehlen Passwörter: {}',
      cure: 'Schreiben Sie sie in eine Datei, je Zeile SCHLÜSSEL=Wert, und geben Sie --secrets DATEI an; oder setzen Sie sie in der Umgebung.',
    },
  },
  'secret.limits': {
    en: {
      message: 'The phone cannot take this password ({}).',
      cure: 'Choose one of 8 to 12 letters and digits at the registrar, without umlauts, and give the new one here.',
    },
    de: {
      message: 'Dieses Passwort kann das Telefon nicht aufnehmen ({}).',
      cure: 'Vergeben Sie am Registrar eines aus 8 bis 12 Buchstaben und Ziffern, ohne Umlaute, und geben Sie hier das neue an.',
    },
  },
  'firmware.missing': {
    en: {
      message: 'Firmware files are missing: {}',
      cure: 'Unpack the archive into a folder and add --firmware FOLDER.',
    },
    de: {
      message: 'Es fehlen Firmware-Dateien: {}',
      cure: 'Packen Sie das Archiv in einen Ordner aus und geben Sie --firmware ORDNER an.',
    },
  },
  'trust.refused': {
    en: {
      message: 'The generator with the fingerprint {} was not accepted.',
      cure: 'Nothing was started and nothing changed.',
    },
    de: {
      message: 'Der Generator mit dem Fingerabdruck {} wurde nicht angenommen.',
      cure: 'Es wurde nichts gestartet und nichts verändert.',
    },
  },
  'trust.broken': {
    en: {
      message: 'The list of accepted generators is damaged: {}',
      cure: 'Delete this file; you will be asked again for every generator that you use.',
    },
    de: {
      message: 'Die Liste der angenommenen Generatoren ist beschädigt: {}',
      cure: 'Löschen Sie diese Datei; Sie werden dann bei jedem Generator noch einmal gefragt.',
    },
  },
  'interface.unknown': {
    en: {
      message: 'There is no network interface of this name. Named; known: {}',
      cure: 'Name one of the known ones with --interface.',
    },
    de: {
      message: 'Eine Netzwerkschnittstelle dieses Namens gibt es nicht. Genannt; bekannt: {}',
      cure: 'Nennen Sie mit --interface eine der bekannten.',
    },
  },
  'interface.no-address': {
    en: {
      message: 'The link is up, but the interface does not have the address that the bundle wants: {}',
      cure: 'Give the interface this address{}, then start again.',
    },
    de: {
      message: 'Die Verbindung steht, aber die Schnittstelle hat die Adresse nicht, die das Paket verlangt: {}',
      cure: 'Geben Sie der Schnittstelle diese Adresse{} und starten Sie noch einmal.',
    },
  },
  'address.nowhere': {
    en: {
      message: 'No network interface has the address that the bundle wants (address; interfaces): {}',
      cure: 'Give it to the interface with the phone’s cable{}, or wait for the cable with --interface NAME.',
    },
    de: {
      message: 'Keine Netzwerkschnittstelle hat die Adresse, die das Paket verlangt (Adresse; Schnittstellen): {}',
      cure: 'Geben Sie sie der Schnittstelle mit dem Kabel zum Telefon{}, oder warten Sie mit --interface NAME auf das Kabel.',
    },
  },
  'address.network': {
    en: {
      message: 'The address {} is not in the network for which the bundle was made.',
      cure: 'Use an address of that network, or change `network` in the site file and make the bundle again.',
    },
    de: {
      message: 'Die Adresse {} liegt nicht in dem Netz, für das das Paket gemacht ist.',
      cure: 'Nehmen Sie eine Adresse aus diesem Netz, oder ändern Sie `network` in der Beschreibung und erzeugen Sie das Paket neu.',
    },
  },
  'port.taken': {
    en: {
      message: 'Another program already uses port {}.',
      cure: 'End it (often another DHCP or TFTP server, Internet sharing, or dnsmasq), then start again.',
    },
    de: {
      message: 'Ein anderes Programm benutzt schon den Port {}.',
      cure: 'Beenden Sie es (oft ein anderer DHCP- oder TFTP-Server, die Internetfreigabe oder dnsmasq) und starten Sie noch einmal.',
    },
  },
  'port.forbidden': {
    en: {
      message: 'The system does not allow this program to open port {}.',
      cure: 'Start it with administrator rights: on Linux and macOS put sudo before the command.',
    },
    de: {
      message: 'Das System erlaubt diesem Programm nicht, den Port {} zu öffnen.',
      cure: 'Starten Sie es mit Administratorrechten: unter Linux und macOS mit sudo vor dem Befehl.',
    },
  },
  'state.unwritable': {
    en: { message: 'Cannot write {}.', cure: 'Check the rights of the folder, or name another file with --state.' },
    de: {
      message: '{} ist nicht zu schreiben.',
      cure: 'Prüfen Sie die Rechte des Ordners, oder nennen Sie mit --state eine andere Datei.',
    },
  },
  'network.failed': {
    en: {
      message: 'The network could not be used: {}',
      cure: 'Check the cable and the address of the interface, then start again.',
    },
    de: {
      message: 'Das Netz war nicht zu benutzen: {}',
      cure: 'Prüfen Sie das Kabel und die Adresse der Schnittstelle und starten Sie noch einmal.',
    },
  },
  'rehearsal.failed': {
    en: {
      message: 'The virtual phone did not get through: {}',
      cure: 'The lines above show the last thing that it asked for.',
    },
    de: {
      message: 'Das virtuelle Telefon ist nicht durchgekommen: {}',
      cure: 'Die Zeilen darüber zeigen, wonach es zuletzt gefragt hat.',
    },
  },
  'time.out': {
    en: {
      message: 'Not every phone was done in {} seconds.',
      cure: 'Give it more time with --timeout, or look at the last lines above.',
    },
    de: {
      message: 'Nicht jedes Telefon wurde in {} Sekunden fertig.',
      cure: 'Geben Sie mit --timeout mehr Zeit, oder sehen Sie sich die letzten Zeilen darüber an.',
    },
  },
  'agent.bug': {
    en: {
      message: 'This should not have happened: {}',
      cure: 'Please report it with the lines above; they hold no password.',
    },
    de: {
      message: 'Das hätte nicht geschehen dürfen: {}',
      cure: 'Bitte melden Sie es mit den Zeilen darüber; sie enthalten kein Passwort.',
    },
  },
}
