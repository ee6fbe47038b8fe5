// `cp-agent --help`, in German and English.
import type { Lang } from './text.ts'

const OPTIONS_EN = `Options everywhere:
  --json                 one JSON object per event on stdout, nothing else there
  --lang de|en           language (else the system's)
  --no-color             no colours (NO_COLOR does the same)
  --trust FINGERPRINT    accept this generator (SHA256:… of its root key); repeatable
  --firmware PATH        folder or file with .loads and .sbn files; repeatable
  --secrets FILE|-       KEY=value lines with the passwords; - is standard input
  --secrets-cmd CMD      a program that prints such lines; gets the secret's name
  --state FILE           where leases and claims are remembered (never a secret)
  --yes                  answer yes where it is safe to
Options of serving:
  --interface NAME       the interface with the phone's cable; waits for its link
  --address CIDR         this computer's address, if not the bundle's
  --dhcp auto|on|off     auto looks for other DHCP servers first (default)
  --any-device           also serve what holds no password to other devices
  --phone MAC=IP         a phone whose address the agent did not give; repeatable
  --dhcp-port, --tftp-port, --http-port N   67, 69, 6970
  --once                 end when every phone is done
  --settle SECONDS       silence after which a phone counts as done (60)
  --timeout SECONDS      give up after this time
Options of rehearsal:
  --running LOAD         the load that the virtual phone runs at first
  --reset                begin after a factory reset
  --real                 make nothing up: real firmware and passwords are needed
`
const OPTIONS_DE = `Optionen überall:
  --json                 je Ereignis ein JSON-Objekt auf stdout, sonst nichts
  --lang de|en           Sprache (sonst die des Systems)
  --no-color             ohne Farben (wie NO_COLOR)
  --trust FINGERABDRUCK  diesen Generator annehmen (SHA256:… seines
                         Stammschlüssels); mehrfach möglich
  --firmware PFAD        Ordner oder Datei mit .loads und .sbn; mehrfach möglich
  --secrets DATEI|-      Zeilen SCHLÜSSEL=Wert mit den Passwörtern; - ist stdin
  --secrets-cmd BEFEHL   ein Programm, das solche Zeilen ausgibt; es bekommt den
                         Namen des Passworts
  --state DATEI          wo vergebene Adressen gemerkt werden (nie ein Passwort)
  --yes                  mit Ja antworten, wo das unbedenklich ist
Optionen beim Ausliefern:
  --interface NAME       Schnittstelle mit dem Kabel zum Telefon; wartet darauf
  --address CIDR         Adresse dieses Rechners, wenn nicht die aus dem Paket
  --dhcp auto|on|off     auto sucht zuerst nach anderen DHCP-Servern (Standard)
  --any-device           auch anderen Geräten geben, was kein Passwort enthält
  --phone MAC=IP         Telefon, dessen Adresse nicht von hier ist; mehrfach
  --dhcp-port, --tftp-port, --http-port N   67, 69, 6970
  --once                 enden, wenn jedes Telefon fertig ist
  --settle SEKUNDEN      Ruhe, nach der ein Telefon als fertig gilt (60)
  --timeout SEKUNDEN     nach dieser Zeit aufgeben
Optionen der Probe:
  --running LOAD         Firmware, mit der das virtuelle Telefon beginnt
  --reset                nach einem Werksreset beginnen
  --real                 nichts erfinden: echte Firmware und Passwörter nötig
`

export const HELP: Record<Lang, string> = {
  en: `cp-agent turns a Cisco IP phone into a SIP phone, with a bundle from the generator.

  cp-agent bundle.zip            check the bundle, serve DHCP, TFTP and HTTP
  cp-agent inspect bundle.zip    who signed it, what is in it, what is missing
  cp-agent rehearse bundle.zip   the whole flash with a virtual phone, no rights
                                 and no hardware needed

${OPTIONS_EN}
Exit codes: 0 done, 1 failed, 2 usage, 3 bundle refused, 4 environment (port,
permission, interface, address), 5 something is missing, 130 interrupted.
`,
  de: `cp-agent macht aus einem Cisco-Telefon ein SIP-Telefon, mit einem Paket vom Generator.

  cp-agent paket.zip             Paket prüfen, DHCP, TFTP und HTTP anbieten
  cp-agent inspect paket.zip     wer es unterschrieb, was drin ist, was fehlt
  cp-agent rehearse paket.zip    der ganze Ablauf mit einem virtuellen Telefon,
                                 ohne besondere Rechte und ohne Gerät

${OPTIONS_DE}
Rückgabewerte: 0 fertig, 1 gescheitert, 2 Bedienung, 3 Paket abgelehnt,
4 Umgebung (Port, Rechte, Schnittstelle, Adresse), 5 es fehlt etwas,
130 unterbrochen.
`,
}
