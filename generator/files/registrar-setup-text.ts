// What to click and enter at registrars that are set up in a browser, in German and English.
import type { Plan } from '../plan/plan.ts'
import type { Lang } from '../problem.ts'

type PlannedRegistrar = Plan['registrar']

interface Words {
  /** How a password is named where its value goes. */
  legend(open: string, close: string): string[]
  fritzbox(usernames: string): string[]
  /**
   * Clicks: buba0/Cisco-7900-and-8800-series-freepbx-setup, step 6, and wiki.freepbx.org; why TCP and these two switches:
   * field guide, phones 6.
   */
  freepbx(registrar: PlannedRegistrar): string[]
  extension(username: string, secret: string): string
  freepbxThen(registrar: PlannedRegistrar): string[]
  freepbxCare: string[]
  untried: string
  account(username: string, authName: string, secret: string): string
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
    freepbx: registrar => [
      'Settings > Asterisk SIP Settings > SIP Settings [chan_pjsip]: switch on the transport',
      `0.0.0.0-${registrar.transport}, and see that its port is ${registrar.port}. Submit, Apply Config, and restart Asterisk.`,
      'Applications > Extensions > Add Extension > Add New SIP [chan_pjsip] Extension, once for each of:',
    ],
    extension: (username, secret) =>
      `User Extension ${username}, Secret <${secret}>: 8 to 12 letters and digits, not what it proposes`,
    freepbxThen: registrar => [
      `In its tab Advanced: Transport 0.0.0.0-${registrar.transport}, Rewrite Contact Yes, Force rport No, Direct Media No,`,
      'Max Contacts 1. Submit, and Apply Config.',
    ],
    freepbxCare: [
      'Failed tries block the phone for a while (fail2ban): Admin > System Admin > Intrusion Detection shows it, and has a',
      'whitelist. Guides contradict each other about FreePBX; with chan_sip instead, say kind: asterisk-chan-sip.',
    ],
    untried: 'Not verified. What follows is what the phone sends.',
    account: (username, authName, secret) =>
      `user name ${username}, name for authentication ${authName}, password <${secret}>: better not more than 12 characters`,
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
    freepbx: registrar => [
      'Settings > Asterisk SIP Settings > SIP Settings [chan_pjsip]: den Transport',
      `0.0.0.0-${registrar.transport} einschalten und nachsehen, ob sein Port ${registrar.port} ist. Submit, Apply Config, Asterisk neu starten.`,
      'Applications > Extensions > Add Extension > Add New SIP [chan_pjsip] Extension, einmal für jeden von:',
    ],
    extension: (username, secret) =>
      `User Extension ${username}, Secret <${secret}>: 8 bis 12 Buchstaben und Ziffern, nicht das, was vorgeschlagen wird`,
    freepbxThen: registrar => [
      `Dort unter Advanced: Transport 0.0.0.0-${registrar.transport}, Rewrite Contact Yes, Force rport No, Direct Media No,`,
      'Max Contacts 1. Submit und Apply Config.',
    ],
    freepbxCare: [
      'Fehlversuche sperren das Telefon eine Zeit lang aus (fail2ban): Admin > System Admin > Intrusion Detection zeigt es und',
      'hat eine Whitelist. Anleitungen zu FreePBX widersprechen sich; mit chan_sip stattdessen kind: asterisk-chan-sip.',
    ],
    untried: 'Nicht erprobt. Was folgt, ist das, was das Telefon sendet.',
    account: (username, authName, secret) =>
      `Benutzername ${username}, Anmeldename ${authName}, Passwort <${secret}>: besser nicht mehr als 12 Zeichen`,
    server: registrar =>
      `Das Telefon meldet sich bei ${registrar.address} an, Port ${registrar.port}, über ${transportOf(registrar)}; Codecs, der beste zuerst: ${codecsOf(registrar)}.`,
  },
}
