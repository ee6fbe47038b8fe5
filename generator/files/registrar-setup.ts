// What a person sets up at the registrar, for the lines of this very site. No password is in it: the names of secrets stand
// where the values go.
import { TEXT_TRANSPORT } from '../catalog/models/text-7940.ts'
import type { Plan, PlannedLine } from '../plan/plan.ts'
import type { Lang } from '../problem.ts'
import { REGISTRAR_SETUP_TEXT } from './registrar-setup-text.ts'

type Transport = Plan['registrar']['transport']
/** A line, and the way that its phone registers. */
type Route = PlannedLine & { transport: Transport }

/** How passwords stand in the text: in README.txt by their names. `open` and `close` do not disturb the format around them. */
export interface PasswordStyle {
  legend(open: string, close: string, lang: Lang): string[]
  password(secret: string, open: string, close: string): string
  /** Whether a table of what to type follows where the text alone has no passwords. */
  table: boolean
}

const BY_NAME: PasswordStyle = {
  legend: (open, close, lang) => REGISTRAR_SETUP_TEXT[lang].legend(open, close),
  password: (secret, open, close) => `${open}${secret}${close}`,
  table: false,
}

/** Lines of text. */
export function registrarSetup({ registrar, phones }: Plan, lang: Lang, style = BY_NAME): string[] {
  const lines = phones.flatMap(({ family, lines: own }): Route[] => {
    const transport = family.configuration === 'text' ? TEXT_TRANSPORT.value : registrar.transport
    return own.map(line => ({ ...line, transport }))
  })
  // One for each way: a 7940 or 7960 knows UDP only, the others are told the registrar's.
  const ways = [...new Set(lines.map(({ transport }) => transport))].map(transport => ({ ...registrar, transport }))
  const say = REGISTRAR_SETUP_TEXT[lang]
  const angled = (secret: string) => style.password(secret, '<', '>')
  const legend = (open = '<', close = '>') => style.legend(open, close, lang)
  switch (registrar.setup) {
    case 'fritzbox':
      return [
        ...say.fritzbox(lines.map(({ username }) => username).join(', ')),
        ...(style.table ? lines.map(({ username, secret }) => `- ${say.telephone(username, angled(secret))}`) : []),
      ]
    case 'pjsip':
      return [
        ...legend(),
        ...ways.flatMap(pjsipTransport),
        ...lines.flatMap(line => pjsipLine(line, angled(line.secret))),
      ]
    case 'freepbx':
      return [
        ...legend(),
        ...ways.flatMap(way => [
          ...say.freepbx(way),
          ...lines
            .filter(({ transport }) => transport === way.transport)
            .map(({ username, secret }) => `- ${say.extension(username, angled(secret))}`),
          ...say.freepbxThen(way),
        ]),
        ...say.freepbxCare,
      ]
    case 'chan-sip':
      return [...legend(), ...lines.flatMap(line => chanSipLine(line, angled(line.secret)))]
    case 'fusionpbx':
      return [
        ...legend(),
        ...say.fusionpbx,
        ...lines.map(({ username, secret }) => `- ${say.fusionExtension(username, angled(secret))}`),
        ...ways.map(way => say.server(way)),
      ]
    case 'freeswitch':
      return [
        ...legend('(', ')'),
        ...lines.flatMap(line => freeSwitchLine(line, style.password(line.secret, '(', ')'))),
      ]
    case 'accounts':
      return [
        ...legend(),
        say.untried,
        registrar.accounts?.[lang] ?? '',
        ...lines.map(({ username, authName, secret }) => `- ${say.account(username, authName, angled(secret))}`),
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
function pjsipLine({ username, authName, transport }: Route, password: string): string[] {
  return [
    ...[`[${username}]`, 'type=endpoint', `transport=transport-${transport}`, 'context=from-internal', 'disallow=all'],
    ...['allow=alaw,ulaw,g722', `auth=${username}`, `aors=${username}`, 'rewrite_contact=yes', 'force_rport=no'],
    ...['direct_media=no', '', `[${username}]`, 'type=auth', 'auth_type=userpass', `username=${authName}`],
    ...[`password=${password}`, '', `[${username}]`, 'type=aor', 'max_contacts=1', ''],
  ]
}

function chanSipLine({ username }: PlannedLine, password: string): string[] {
  return [
    ...[`[${username}]`, 'type=friend', 'host=dynamic', 'nat=no', 'context=from-internal', `defaultuser=${username}`],
    ...[`secret=${password}`, 'disallow=all', 'allow=alaw', 'allow=ulaw', 'allow=g722', ''],
  ]
}

function freeSwitchLine({ username, displayName }: PlannedLine, password: string): string[] {
  // Without the sign that makes a variable or a command of the braces behind it.
  const plain = (value: string) => value.replace(/\$+(?=\{)/g, '')
  const text = (value: string) => plain(value).replace(/[&<>"]/g, character => `&#${character.charCodeAt(0)};`)
  return [
    `<user id="${text(username)}">`,
    `  <params><param name="password" value="${password}"/></params>`,
    `  <variables><variable name="effective_caller_id_name" value="${text(displayName)}"/></variables>`,
    '</user>',
    '',
  ]
}
