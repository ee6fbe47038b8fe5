// What a person sets up at the registrar, for the lines of this very site. No password is in it: the names of secrets stand
// where the values go.
import { TEXT_TRANSPORT } from '../catalog/models/text-7940.ts'
import type { Plan, PlannedLine } from '../plan/plan.ts'
import type { Lang } from '../problem.ts'
import { REGISTRAR_SETUP_TEXT } from './registrar-setup-text.ts'

type Transport = Plan['registrar']['transport']
/** A line, and the way that its phone registers. */
type Route = PlannedLine & { transport: Transport }

/** Lines of text. */
export function registrarSetup({ registrar, phones }: Plan, lang: Lang): string[] {
  const lines = phones.flatMap(({ family, lines: own }): Route[] => {
    const transport = family.configuration === 'text' ? TEXT_TRANSPORT.value : registrar.transport
    return own.map(line => ({ ...line, transport }))
  })
  // One for each way: a 7940 or 7960 knows UDP only, the others are told the registrar's.
  const ways = [...new Set(lines.map(({ transport }) => transport))].map(transport => ({ ...registrar, transport }))
  const say = REGISTRAR_SETUP_TEXT[lang]
  switch (registrar.setup) {
    case 'fritzbox':
      return say.fritzbox(lines.map(({ username }) => username).join(', '))
    case 'pjsip':
      return [...say.legend('<', '>'), ...ways.flatMap(pjsipTransport), ...lines.flatMap(pjsipLine)]
    case 'freepbx':
      return [
        ...say.legend('<', '>'),
        ...ways.flatMap(way => [
          ...say.freepbx(way),
          ...lines
            .filter(({ transport }) => transport === way.transport)
            .map(({ username, secret }) => `- ${say.extension(username, secret)}`),
          ...say.freepbxThen(way),
        ]),
        ...say.freepbxCare,
      ]
    case 'chan-sip':
      return [...say.legend('<', '>'), ...lines.flatMap(chanSipLine)]
    case 'freeswitch':
      return [...say.legend('(', ')'), ...lines.flatMap(freeSwitchLine)]
    case 'accounts':
      return [
        ...say.legend('<', '>'),
        say.untried,
        registrar.accounts?.[lang] ?? '',
        ...lines.map(({ username, authName, secret }) => `- ${say.account(username, authName, secret)}`),
        ...ways.map(way => say.server(way)),
      ]
  }
}

/** TCP unless the site says otherwise: over UDP incoming calls were lost (field guide, phones 6). */
const pjsipTransport = ({ transport, port }: Plan['registrar']) => [
  `[transport-${transport}]`,
  'type=transport',
  `protocol=${transport}`,
  `bind=0.0.0.0:${port}`,
  '',
]

/** The same on both: UDP is known to work so, too, where replies keep rport (field guide, phones 6). */
function pjsipLine({ username, authName, secret, transport }: Route): string[] {
  return [
    ...[`[${username}]`, 'type=endpoint', `transport=transport-${transport}`, 'context=from-internal', 'disallow=all'],
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
  // Without the sign that makes a variable or a command of the braces behind it.
  const plain = (value: string) => value.replace(/\$+(?=\{)/g, '')
  const text = (value: string) => plain(value).replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`)
  return [
    `<user id="${text(username)}">`,
    `  <params><param name="password" value="(${secret})"/></params>`,
    `  <variables><variable name="effective_caller_id_name" value="${text(displayName)}"/></variables>`,
    '</user>',
    '',
  ]
}
