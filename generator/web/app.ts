// Every route of the hosted generator, in one place; DESIGN.md, "HTTP", is the contract.
import { type Context, Hono } from 'hono'
import { accepts } from 'hono/accepts'
import { etag, RETAINED_304_HEADERS } from 'hono/etag'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { IssuerError } from '../bundle/seal.ts'
import { assets } from './assets.ts'
import { cors } from './cors.ts'
import { docs } from './docs.tsx'
import type { WebTypes } from './env.ts'
import { health } from './health.ts'
import { keys } from './keys.ts'
import { language } from './language.ts'
import { log } from './log.ts'
import { lost, pages } from './pages.tsx'
import { presetPages } from './preset-pages.tsx'
import { presets } from './presets.ts'
import { problemJson } from './problem-json.ts'
import { schemas } from './schemas.ts'
import { security } from './security.ts'
import { sites } from './sites.ts'
import { verifyPage } from './verify-page.tsx'

/** No page has a longer one; what is shared travels behind the #, which no server sees. */
const URL_MAX = 2000

/** Beside those of the RFC; what the middleware around it adds is on a 304 too. */
const KEPT_WITH_304 = [...RETAINED_304_HEADERS, 'content-language']

/**
 * The application. Its bindings are those of `Env`; without key material everything but signing works.
 *
 * @example
 * const answer = await createApp().request('/healthz', {}, { CP_BUNDLE_KEY, CP_KEYS_JSON, CP_KEYS_SIG })
 * @param write takes the line of the log that each request makes.
 */
export function createApp(write: (line: string) => void = () => {}): Hono<WebTypes> {
  const app = new Hono<WebTypes>()
  app.use(log(write))
  app.use(security())
  app.use(cors())
  app.use(language())
  app.use((c, next) => (c.req.url.length > URL_MAX ? Promise.resolve(problemJson(c, 'request.uri-long')) : next()))
  app.use(etag({ retainedHeaders: KEPT_WITH_304 }))
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        c.header('Allow', methods.join(', '))
        return problemJson(c, 'request.method')
      },
    }),
  )

  app.route('/', pages())
  app.route('/verify', verifyPage())
  app.route('/', presetPages())
  app.route('/', docs())
  app.route('/', assets())
  app.route('/api', sites())
  app.route('/api', presets())
  app.route('/healthz', health())
  app.route('/schemas', schemas())
  app.route('/.well-known/cp', keys())

  app.notFound(c => (wantsPage(c) ? lost(c) : problemJson(c, 'request.path')))
  app.onError((error, c) => {
    if (error instanceof IssuerError) return problemJson(c, 'issuer', { code: error.code })
    return problemJson(c, 'server.bug')
  })
  return app
}

/** Whether somebody reads who would rather have words than JSON; a program that takes anything gets JSON. */
function wantsPage(c: Context<WebTypes>): boolean {
  if (c.req.path.startsWith('/api/')) return false
  const supports = ['text/html', 'application/problem+json', 'application/json']
  return accepts(c, { header: 'Accept', supports, default: 'application/problem+json' }) === 'text/html'
}
