// What to click and enter at registrars that are set up in a browser, in German and English.
import type { Plan } from '../plan/plan.ts'
import type { Lang } from '../problem.ts'

type PlannedRegistrar = Plan['registrar']

interface Words {
  /** How a password is named where its value goes. */
  legend(open: string, close: string): string[]
  fritzbox(usernames: string): string[]
  /** What is typed into the box for one line. */
  telephone(username: string, password: string): string
  /**
   * Clicks: buba0/Cisco-7900-and-8800-series-freepbx-setup, step 6, and wiki.freepbx.org; why TCP and these two switches:
   * field guide, phones 6.
   */
  freepbx(registrar: PlannedRegistrar): string[]
  extension(username: string, password: string): string
  freepbxThen(registrar: PlannedRegistrar): string[]
  freepbxCare: string[]
  /** Clicks: fusionpbx/fusionpbx app/extensions (menu Accounts): the password is made on saving and can be changed then. */
  fusionpbx: string[]
  fusionExtension(username: string, password: string): string
  untried: string
  account(username: string, authName: string, password: string): string
  server(registrar: PlannedRegistrar): string
}

const transportOf = ({ transport }: PlannedRegistrar) => transport.toUpperCase()
const codecsOf = ({ codecs }: PlannedRegistrar) => codecs.join(', ')

export const REGISTRAR_SETUP_TEXT: Record<Lang, Words> = {
  en: {
    legend: (open, close) => [`${open}NAME${close} stands for the password of that name.`, ''],
    fritzbox: usernames => [
      'In the box: Telephony > Telephony Devices > Set up new device > Telephone > LAN/WLAN (IP phone).',
      `Once for each of: ${usernames}. The user name must be exactly this, without blanks; choose a password of 8 to 12`,
      'letters and digits. Then choose the number for outgoing calls and the numbers that it answers.',
      'The box wants a confirmation at another phone or at its own key. At the end save its settings (System > Backup).',
    ],
    telephone: (username, password) => `user name ${username}, password ${password}`,
    freepbx: registrar => [
      'Settings > Asterisk SIP Settings > SIP Settings [chan_pjsip]: switch on the transport',
      `0.0.0.0-${registrar.transport}, and see that its port is ${registrar.port}. Submit, Apply Config, and restart Asterisk.`,
      'Applications > Extensions > Add Extension > Add New SIP [chan_pjsip] Extension, once for each of:',
    ],
    extension: (username, password) =>
      `User Extension ${username}, Secret ${password}: 8 to 12 letters and digits, not what it proposes`,
    freepbxThen: registrar => [
      `In its tab Advanced: Transport 0.0.0.0-${registrar.transport}, Rewrite Contact Yes, Force rport No, Direct Media No,`,
      'Max Contacts 1. Submit, and Apply Config.',
    ],
    freepbxCare: [
      'Failed tries block the phone for a while (fail2ban): Admin > System Admin > Intrusion Detection shows it, and has a',
      'whitelist. Guides contradict each other about FreePBX; with chan_sip instead, say kind: asterisk-chan-sip.',
    ],
    fusionpbx: [
      'Accounts > Extensions > Add, once for each line below, in the domain whose name is the address of the registrar. Save,',
      'then open the extension again: only now it shows its Password, which is too long for a phone. Put in the one below.',
    ],
    fusionExtension: (username, password) => `Extension ${username}, Password ${password}: 8 to 12 letters and digits`,
    untried: 'Not verified. What follows is what the phone sends.',
    account: (username, authName, password) =>
      `user name ${username}, name for authentication ${authName}, password ${password}: better not more than 12 characters`,
    server: registrar =>
      `The phone registers at ${registrar.address}, port ${registrar.port}, over ${transportOf(registrar)}; codecs, its best first: ${codecsOf(registrar)}.`,
  },
  de: {
    legend: (open, close) => [`${open}NAME${close} steht für das Passwort dieses Namens.`, ''],
    fritzbox: usernames => [
      'In der Box: Telefonie > Telefoniegeräte > Neues Gerät einrichten > Telefon > LAN/WLAN (IP-Telefon).',
      `Einmal für jeden von: ${usernames}. Der Benutzername muss genau so heißen, ohne Leerzeichen; das Passwort aus 8 bis 12`,
      'Buchstaben und Ziffern. Danach die Nummer für ausgehende Gespräche wählen und die, auf die es reagieren soll.',
      'Die Box verlangt eine Bestätigung an einem anderen Telefon oder an ihrer Taste. Zum Schluss ihre Einstellungen sichern',
      '(System > Sicherung).',
    ],
    telephone: (username, password) => `Benutzername ${username}, Kennwort ${password}`,
    freepbx: registrar => [
      'Settings > Asterisk SIP Settings > SIP Settings [chan_pjsip]: den Transport',
      `0.0.0.0-${registrar.transport} einschalten und nachsehen, ob sein Port ${registrar.port} ist. Submit, Apply Config, Asterisk neu starten.`,
      'Applications > Extensions > Add Extension > Add New SIP [chan_pjsip] Extension, einmal für jeden von:',
    ],
    extension: (username, password) =>
      `User Extension ${username}, Secret ${password}: 8 bis 12 Buchstaben und Ziffern, nicht das, was vorgeschlagen wird`,
    freepbxThen: registrar => [
      `Dort unter Advanced: Transport 0.0.0.0-${registrar.transport}, Rewrite Contact Yes, Force rport No, Direct Media No,`,
      'Max Contacts 1. Submit und Apply Config.',
    ],
    freepbxCare: [
      'Fehlversuche sperren das Telefon eine Zeit lang aus (fail2ban): Admin > System Admin > Intrusion Detection zeigt es und',
      'hat eine Whitelist. Anleitungen zu FreePBX widersprechen sich; mit chan_sip stattdessen kind: asterisk-chan-sip.',
    ],
    fusionpbx: [
      'Accounts > Extensions > Add, einmal für jede Leitung unten, in der Domäne, deren Name die Adresse des Registrars ist.',
      'Speichern und die Nebenstelle wieder öffnen: Erst jetzt zeigt sie ihr Password, das für ein Telefon zu lang ist. Dort',
      'das von unten eintragen.',
    ],
    fusionExtension: (username, password) =>
      `Extension ${username}, Password ${password}: 8 bis 12 Buchstaben und Ziffern`,
    untried: 'Nicht erprobt. Was folgt, ist das, was das Telefon sendet.',
    account: (username, authName, password) =>
      `Benutzername ${username}, Anmeldename ${authName}, Passwort ${password}: besser nicht mehr als 12 Zeichen`,
    server: registrar =>
      `Das Telefon meldet sich bei ${registrar.address} an, Port ${registrar.port}, über ${transportOf(registrar)}; Codecs, der beste zuerst: ${codecsOf(registrar)}.`,
  },
}
