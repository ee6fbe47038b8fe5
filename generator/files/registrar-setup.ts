// What a person sets up at the registrar, for the lines of this very site. No password is in it: the names of secrets stand
// where the values go.
import type { Plan, PlannedLine } from '../plan/plan.ts'
import type { Lang } from '../problem.ts'

/** Lines of text; none where nothing reliable is known of that kind of registrar. */
export function registrarSetup({ registrar, phones }: Plan, lang: Lang): string[] {
  const lines = phones.flatMap(phone => phone.lines)
  switch (registrar.setup) {
    case 'fritzbox':
      return FRITZBOX[lang](lines.map(({ username }) => username).join(', '))
    case 'pjsip':
      return [...PJSIP_TRANSPORT(registrar.port), ...lines.flatMap(pjsipLine)]
    case 'chan-sip':
      return lines.flatMap(chanSipLine)
    case 'freeswitch':
      return lines.flatMap(freeSwitchLine)
    default:
      return []
  }
}

const FRITZBOX: Record<Lang, (usernames: string) => string[]> = {
  en: usernames => [
    'In the box: Telephony > Telephony Devices > Set up new device > Telephone > LAN/WLAN (IP phone).',
    `Once for each of: ${usernames}. The user name must be exactly this, without blanks; choose a password of 8 to 12`,
    'letters and digits. Then choose the number for outgoing calls and the numbers that it answers.',
    'The box wants a confirmation at another phone or at its own key. At the end save its settings (System > Backup).',
  ],
  de: usernames => [
    'In der Box: Telefonie > Telefoniegeräte > Neues Gerät einrichten > Telefon > LAN/WLAN (IP-Telefon).',
    `Einmal für jeden von: ${usernames}. Der Benutzername muss genau so heißen, ohne Leerzeichen; das Passwort aus 8 bis 12`,
    'Buchstaben und Ziffern. Danach die Nummer für ausgehende Gespräche wählen und die, auf die es reagieren soll.',
    'Die Box verlangt eine Bestätigung an einem anderen Telefon oder an ihrer Taste. Zum Schluss ihre Einstellungen sichern',
    '(System > Sicherung).',
  ],
}

/** The phone looks for its registrar over TCP: over UDP incoming calls were lost (field guide, phones 6). */
const PJSIP_TRANSPORT = (port: number) => [
  '[transport-tcp]',
  'type=transport',
  'protocol=tcp',
  `bind=0.0.0.0:${port}`,
  '',
]

function pjsipLine({ username, authName, secret }: PlannedLine): string[] {
  return [
    ...[`[${username}]`, 'type=endpoint', 'transport=transport-tcp', 'context=from-internal', 'disallow=all'],
    ...['allow=alaw,ulaw,g722', `auth=${username}`, `aors=${username}`, 'rewrite_contact=yes', 'force_rport=no'],
    ...['direct_media=no', '', `[${username}]`, 'type=auth', 'auth_type=userpass', `username=${authName}`],
    ...[`password=<${secret}>`, '', `[${username}]`, 'type=aor', 'max_contacts=1', ''],
  ]
}

function chanSipLine({ username, secret }: PlannedLine): string[] {
  return [
    ...[`[${username}]`, 'type=friend', 'host=dynamic', 'nat=no', 'context=from-internal', `defaultuser=${username}`],
    ...[`secret=<${secret}>`, 'disallow=all', 'allow=alaw', 'allow=ulaw', 'allow=g722', ''],
  ]
}

function freeSwitchLine({ username, secret, displayName }: PlannedLine): string[] {
  const text = (value: string) => value.replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`)
  return [
    `<user id="${text(username)}">`,
    `  <params><param name="password" value="(${secret})"/></params>`,
    `  <variables><variable name="effective_caller_id_name" value="${text(displayName)}"/></variables>`,
    '</user>',
    '',
  ]
}
