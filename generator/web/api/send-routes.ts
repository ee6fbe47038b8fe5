// The routes that take something: a site or a preset. Their words; what they do is in `sites.ts` and `presets.ts`.
import type { WebErrorCode } from '../problem-json.ts'
import { PRESET_ID } from './read-routes.ts'
import type { ApiRoute } from './routes.ts'

const BODY_PROBLEMS: readonly WebErrorCode[] = [
  'request.encoding',
  'request.too-large',
  'request.type',
  'request.coding',
]

const SITE_BODY: ApiRoute['body'] = {
  types: ['application/yaml', 'application/json'],
  schema: 'Site',
  about: {
    en: 'The site file, at most 256 kB and 200 phones; it names secrets and holds no password. JSON costs less time.',
    de: 'Die Beschreibung, höchstens 256 kB und 200 Telefone; sie nennt Passwörter nur beim Namen und enthält keines. JSON geht schneller.',
  },
  example: `site: home
preset: fritzbox-de
registrar: { address: 192.168.178.1 }
network: { agent: 192.168.178.1/24, leases: 192.168.178.201-192.168.178.220 }
phones:
  - model: CP-7975G
    mac: 00:1D:45:2D:2B:F0
    lines:
      - { username: Line1, password: { secret: line1 } }
`,
}

export const SITE_ROUTES: readonly ApiRoute[] = [
  {
    method: 'post',
    path: '/api/sites/check',
    summary: { en: 'Check a site file', de: 'Eine Beschreibung prüfen' },
    about: {
      en: 'Says what would be made and what is doubtful, or every error with its line and its cure. Nothing is kept.',
      de: 'Sagt, was entstünde und was zweifelhaft ist, oder jeden Fehler mit Zeile und Abhilfe. Nichts wird behalten.',
    },
    body: SITE_BODY,
    answers: [
      {
        status: 200,
        type: 'application/json',
        schema: 'Checked',
        about: { en: 'The site is in order', de: 'Die Beschreibung ist in Ordnung' },
      },
    ],
    problems: [...BODY_PROBLEMS, 'site.invalid'],
    curl: "-H 'Content-Type: application/yaml' --data-binary @site.yaml {origin}/api/sites/check",
  },
  {
    method: 'post',
    path: '/api/bundles',
    summary: { en: 'Make a signed bundle', de: 'Ein signiertes Bundle machen' },
    about: {
      en: 'The bundle is made and signed in this request, and not kept. The time in it is the server’s.',
      de: 'Das Bundle entsteht und wird signiert, während Sie warten, und nicht behalten. Die Zeit darin ist die des Servers.',
    },
    body: SITE_BODY,
    answers: [
      {
        status: 200,
        type: 'application/zip',
        about: { en: 'The bundle (cp-bundle/1)', de: 'Das Bundle (cp-bundle/1)' },
        headers: {
          'X-Cp-Site': {
            en: 'First ten characters of the site’s id',
            de: 'Die ersten zehn Zeichen der Kennung der Beschreibung',
          },
        },
      },
    ],
    problems: [...BODY_PROBLEMS, 'site.invalid', 'issuer'],
    curl: "-OJ -H 'Content-Type: application/yaml' --data-binary @site.yaml {origin}/api/bundles",
  },
]

export const PRESET_ROUTES: readonly ApiRoute[] = [
  {
    method: 'post',
    path: '/api/presets',
    summary: { en: 'Store a preset for others', de: 'Eine Vorlage für andere ablegen' },
    about: {
      en: 'Kept for 180 days and never changed; the same preset has the same id. Where the store is off, or full, the fragment link is the way.',
      de: 'Sie bleibt 180 Tage und ändert sich nie; dieselbe Vorlage hat dieselbe Kennung. Wo der Speicher aus oder voll ist, bleibt der Link mit #p=.',
    },
    body: {
      types: ['application/yaml', 'application/json'],
      schema: 'Preset',
      about: {
        en: 'The preset, at most 16 kB; it has no field for a password, an address or an outside number.',
        de: 'Die Vorlage, höchstens 16 kB; für Passwörter, Adressen und Nummern nach draußen hat sie kein Feld.',
      },
      example: `preset: small-shop
description: { en: Two lines and the answering machine }
registrar: { kind: fritzbox }
keys:
  - { dial: "**600", label: Messages }
`,
    },
    answers: [
      {
        status: 201,
        type: 'application/json',
        schema: 'StoredPreset',
        about: { en: 'Stored', de: 'Abgelegt' },
        headers: { Location: { en: 'Where it can be read', de: 'Wo sie zu lesen ist' } },
      },
      {
        status: 200,
        type: 'application/json',
        schema: 'StoredPreset',
        about: { en: 'It was there already', de: 'Es gab sie schon' },
      },
    ],
    problems: [
      'request.encoding',
      'request.type',
      'request.coding',
      'preset.invalid',
      'presets.too-large',
      'presets.rate',
      'presets.off',
      'presets.full',
    ],
    curl: "-H 'Content-Type: application/yaml' --data-binary @preset.yaml {origin}/api/presets",
  },
  {
    method: 'get',
    path: '/api/presets/{id}',
    summary: { en: 'Read a preset', de: 'Eine Vorlage lesen' },
    about: {
      en: 'Canonical JSON (RFC 8785), whose SHA-256 is the id: check it, and you need not trust this server.',
      de: 'Kanonisches JSON (RFC 8785), dessen SHA-256 die Kennung ist: Wer sie prüft, muss diesem Server nicht trauen.',
    },
    parameters: [PRESET_ID],
    answers: [
      { status: 200, type: 'application/json', schema: 'Preset', about: { en: 'The preset', de: 'Die Vorlage' } },
    ],
    problems: ['presets.unknown', 'presets.off', 'presets.full'],
    curl: '{origin}/api/presets/abcdefghijklmnopqrstuvwxyz',
  },
]
