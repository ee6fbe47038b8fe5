// The routes that are only read: pages, keys, schemas, files. Their words; what they do stands beside this folder.
import type { ApiRoute, Parameter, Words } from './routes.ts'

const LANG: Parameter = {
  name: 'lang',
  in: 'query',
  about: {
    en: 'Before the cookie, and that before Accept-Language',
    de: 'Gilt vor dem Cookie, und der vor Accept-Language',
  },
  pattern: '^(?:de|en)$',
  example: 'en',
}

export const PRESET_ID: Parameter = {
  name: 'id',
  in: 'path',
  about: { en: 'The id of a stored preset', de: 'Die Kennung einer abgelegten Vorlage' },
  pattern: '^[a-z2-7]{26}$',
  example: 'abcdefghijklmnopqrstuvwxyz',
}

function read(
  path: string,
  type: string,
  summary: Words,
  more: Partial<ApiRoute> & { schema?: string } = {},
): ApiRoute {
  const { schema, ...rest } = more
  return {
    method: 'get',
    path,
    summary,
    answers: [{ status: 200, type, about: summary, ...(schema !== undefined && { schema }) }],
    problems: [],
    curl: `{origin}${path}`,
    ...rest,
  }
}

const page = (path: string, summary: Words, more: Partial<ApiRoute> = {}): ApiRoute =>
  read(path, 'text/html', summary, {
    ...more,
    parameters: [...(more.parameters ?? []), LANG],
    curl: `-H 'Accept-Language: en' {origin}${path}`,
  })

export const PAGE_ROUTES: readonly ApiRoute[] = [
  page('/', { en: 'The builder', de: 'Der Baukasten' }),
  page('/presets', { en: 'The gallery of built-in presets', de: 'Die mitgelieferten Vorlagen' }),
  page(
    '/p/{id}',
    { en: 'The builder with a stored preset', de: 'Der Baukasten mit einer abgelegten Vorlage' },
    {
      parameters: [PRESET_ID],
      answers: [
        { status: 200, type: 'text/html', about: { en: 'The page, noindex', de: 'Die Seite, noindex' } },
        {
          status: 404,
          type: 'text/html',
          about: { en: 'A page that says it is not there', de: 'Eine Seite, die sagt, dass es sie nicht gibt' },
        },
      ],
    },
  ),
  page('/verify', {
    en: 'Look into a bundle, in the browser',
    de: 'In ein Bundle sehen, im Browser',
  }),
  page('/docs', { en: 'This description of the API', de: 'Diese Beschreibung der Schnittstelle' }),
  read('/page.css', 'text/css', { en: 'The style sheet of all pages', de: 'Das Aussehen aller Seiten' }),
  read('/card.png', 'image/png', { en: 'The picture beside a link', de: 'Das Bild neben einem Link' }),
  read('/icon.svg', 'image/svg+xml', { en: 'The icon of all pages', de: 'Das Symbol aller Seiten' }),
]

export const KEY_ROUTES: readonly ApiRoute[] = [
  read(
    '/.well-known/cp/keys.json',
    'application/json',
    { en: 'The keys that sign bundles', de: 'Die Schlüssel, die Bundles signieren' },
    {
      about: {
        en: 'Byte for byte what the root key signed; in every bundle as trust/keys.json.',
        de: 'Byte für Byte, was der Wurzelschlüssel signiert hat; in jedem Bundle als trust/keys.json.',
      },
      schema: 'Keys',
      problems: ['issuer'],
    },
  ),
  read(
    '/.well-known/cp/keys.json.sig',
    'text/plain',
    { en: 'Their signature by the root key', de: 'Deren Signatur durch den Wurzelschlüssel' },
    {
      about: { en: 'SSHSIG, namespace cp-keys@v1.', de: 'SSHSIG, Namensraum cp-keys@v1.' },
      problems: ['issuer'],
    },
  ),
  read(
    '/.well-known/cp/allowed_signers',
    'text/plain',
    { en: 'The same keys for ssh-keygen', de: 'Dieselben Schlüssel für ssh-keygen' },
    {
      about: {
        en: 'For ssh-keygen -Y verify, as docs/bundle.md shows.',
        de: 'Für ssh-keygen -Y verify, wie in docs/bundle.md gezeigt.',
      },
      problems: ['issuer'],
    },
  ),
  read(
    '/healthz',
    'application/json',
    { en: 'Whether it can sign', de: 'Ob signiert werden kann' },
    { schema: 'Health', problems: ['issuer'] },
  ),
]

export const SCHEMA_ROUTES: readonly ApiRoute[] = [
  read('/schemas/site.json', 'application/schema+json', {
    en: 'JSON Schema of a site file, for editors',
    de: 'JSON Schema einer Beschreibung, für Editoren',
  }),
  read('/schemas/preset.json', 'application/schema+json', {
    en: 'JSON Schema of a preset',
    de: 'JSON Schema einer Vorlage',
  }),
  read('/schemas/manifest.json', 'application/schema+json', {
    en: 'JSON Schema of the manifest in a bundle',
    de: 'JSON Schema des Manifests in einem Bundle',
  }),
  read('/openapi.json', 'application/json', {
    en: 'This API as an OpenAPI 3.1 document',
    de: 'Diese Schnittstelle als Dokument nach OpenAPI 3.1',
  }),
]

export const AGENT_ROUTES: readonly ApiRoute[] = [
  read(
    '/{name}',
    'text/javascript',
    {
      en: 'The agent built for this generator, its checksum, and the scripts of the pages',
      de: 'Der Agent, für diesen Generator gebaut, seine Prüfsumme und die Programme der Seiten',
    },
    {
      about: {
        en: 'The checksum, cp-agent.js.sha256, is text/plain.',
        de: 'Die Prüfsumme, cp-agent.js.sha256, ist text/plain.',
      },
      parameters: [
        {
          name: 'name',
          in: 'path',
          about: { en: 'cp-agent.js, or another of the files', de: 'cp-agent.js oder eine der anderen Dateien' },
          pattern: '^[A-Za-z0-9-]+\\.js(?:\\.sha256)?$',
          example: 'cp-agent.js',
        },
      ],
      curl: '-O {origin}/cp-agent.js -O {origin}/cp-agent.js.sha256',
    },
  ),
]
