// Failures as problem+json (RFC 9457): a stable code, and what happened in the visitor's language. Never what was sent.
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Lang, Problem } from '../problem.ts'
import type { WebTypes } from './env.ts'
import { langOf } from './language.ts'

type Text = { title: string; detail: string }

/** Every failure of a route with its status; those of a site file have their own codes, in `errors`. */
export const WEB_ERRORS = {
  'request.encoding': {
    status: 400,
    en: { title: 'The text is not UTF-8', detail: 'Save the file as UTF-8 and send it again.' },
    de: {
      title: 'Der Text ist nicht UTF-8',
      detail: 'Speichern Sie die Datei als UTF-8 und senden Sie sie noch einmal.',
    },
  },
  'request.path': {
    status: 404,
    en: { title: 'There is nothing here', detail: 'Check the address; the page is at /.' },
    de: { title: 'Hier ist nichts', detail: 'Prüfen Sie die Adresse; die Seite liegt unter /.' },
  },
  'request.method': {
    status: 405,
    en: { title: 'This address does not take that method', detail: 'The header Allow names the ones that it takes.' },
    de: { title: 'Diese Adresse kennt die Methode nicht', detail: 'Der Kopf Allow nennt die, die sie kennt.' },
  },
  'request.uri-long': {
    status: 414,
    en: { title: 'The address is too long', detail: 'No address here has more than 2000 characters.' },
    de: { title: 'Die Adresse ist zu lang', detail: 'Keine Adresse hier hat mehr als 2000 Zeichen.' },
  },
  'request.too-large': {
    status: 413,
    en: {
      title: 'The site file is too large',
      detail: 'At most 256 kB are accepted here; cp-generator on the command line takes more.',
    },
    de: {
      title: 'Die Beschreibung ist zu groß',
      detail: 'Angenommen werden hier höchstens 256 kB; cp-generator auf der Kommandozeile nimmt mehr.',
    },
  },
  'request.type': {
    status: 415,
    en: {
      title: 'This kind of body is not accepted',
      detail:
        "Send the site file with Content-Type: application/yaml or application/json. A phone's own file or a table is imported on the page or with cp-generator import.",
    },
    de: {
      title: 'Diese Art von Inhalt wird nicht angenommen',
      detail:
        'Senden Sie die Beschreibung mit Content-Type: application/yaml oder application/json. Die Datei eines Telefons oder eine Tabelle importieren Sie auf der Seite oder mit cp-generator import.',
    },
  },
  'request.coding': {
    status: 415,
    en: { title: 'The body is compressed', detail: 'Send it as it is, without Content-Encoding.' },
    de: { title: 'Der Inhalt ist gepackt', detail: 'Senden Sie ihn, wie er ist, ohne Content-Encoding.' },
  },
  'site.invalid': {
    status: 422,
    en: { title: 'The site file has errors', detail: 'Each one in "errors" has its place and its cure.' },
    de: { title: 'Die Beschreibung hat Fehler', detail: 'Bei jedem in "errors" stehen Ort und Abhilfe.' },
  },
  'preset.invalid': {
    status: 422,
    en: {
      title: 'The preset has errors',
      detail: 'Each one in "errors" has its place and its cure. Nothing was stored.',
    },
    de: {
      title: 'Die Vorlage hat Fehler',
      detail: 'Bei jedem in "errors" stehen Ort und Abhilfe. Gespeichert wurde nichts.',
    },
  },
  'presets.too-large': {
    status: 413,
    en: { title: 'The preset is too large', detail: 'A preset has at most 16 kB.' },
    de: { title: 'Die Vorlage ist zu groß', detail: 'Eine Vorlage hat höchstens 16 kB.' },
  },
  'presets.unknown': {
    status: 404,
    en: {
      title: 'There is no such preset here',
      detail: 'Check the id; a preset is kept for 180 days. Its link with #p= works without storage.',
    },
    de: {
      title: 'Diese Vorlage gibt es hier nicht',
      detail: 'Prüfen Sie die Kennung; eine Vorlage bleibt 180 Tage. Ihr Link mit #p= gilt auch ohne Speicher.',
    },
  },
  'presets.rate': {
    status: 429,
    en: {
      title: 'Too many presets in a short time',
      detail: 'Wait a minute, or share the link with #p=, which needs no storage.',
    },
    de: {
      title: 'Zu viele Vorlagen in kurzer Zeit',
      detail: 'Warten Sie eine Minute, oder teilen Sie den Link mit #p=; der braucht keinen Speicher.',
    },
  },
  'presets.off': {
    status: 503,
    en: {
      title: 'This generator stores no presets',
      detail: 'Share the link with #p= instead: it holds the whole preset and works without storage.',
    },
    de: {
      title: 'Dieser Generator speichert keine Vorlagen',
      detail: 'Teilen Sie stattdessen den Link mit #p=: Er enthält die ganze Vorlage und kommt ohne Speicher aus.',
    },
  },
  'presets.full': {
    status: 503,
    en: {
      title: 'The store of presets takes nothing at the moment',
      detail:
        'Its share for today may be used up; try again tomorrow. Or use the link with #p=, which works without storage.',
    },
    de: {
      title: 'Der Speicher für Vorlagen nimmt gerade nichts an',
      detail:
        'Vielleicht ist sein Tagesmaß erschöpft; morgen geht es wieder. Oder nehmen Sie den Link mit #p=; der kommt ohne Speicher aus.',
    },
  },
  'server.bug': {
    status: 500,
    en: { title: 'This should not have happened', detail: 'The fault is in the generator; please report it.' },
    de: { title: 'Das hätte nicht geschehen dürfen', detail: 'Der Fehler liegt im Generator; bitte melden Sie ihn.' },
  },
  issuer: {
    status: 503,
    en: {
      title: 'This generator cannot sign at the moment',
      detail: 'Its operator has to look at its keys; `code` says what is wrong with them.',
    },
    de: {
      title: 'Dieser Generator kann gerade nicht unterschreiben',
      detail: 'Der Betreiber muss nach den Schlüsseln sehen; `code` sagt, was damit nicht stimmt.',
    },
  },
} as const satisfies Record<string, Record<Lang, Text> & { status: ContentfulStatusCode }>

export type WebErrorCode = keyof typeof WEB_ERRORS

/**
 * Answers with a problem.
 * @param more `errors`: what is wrong with the site file; `code`: a more exact code than the text's key (`issuer.key`).
 */
export function problemJson(
  c: Context<WebTypes>,
  key: WebErrorCode,
  more: { code?: string; errors?: readonly Problem[] } = {},
): Response {
  const { status, ...texts } = WEB_ERRORS[key]
  const { title, detail } = texts[langOf(c)]
  const { code = key, errors } = more
  c.set('problem', code)
  const body = { type: 'about:blank', title, status, code, detail, ...(errors && { errors }) }
  return c.body(JSON.stringify(body), status, {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
  })
}
