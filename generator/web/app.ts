// Every route of the hosted generator, in one place; DESIGN.md, "HTTP", is the contract.
import { Hono } from 'hono'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { IssuerError } from '../bundle/seal.ts'
import { assets } from './assets.ts'
import type { WebTypes } from './env.ts'
import { health } from './health.ts'
import { keys } from './keys.ts'
import { language } from './language.ts'
import { lost, pages } from './pages.tsx'
import { problemJson } from './problem-json.ts'
import { schemas } from './schemas.ts'
import { security } from './security.ts'
import { sites } from './sites.ts'

/**
 * The application. Its bindings are those of `Env`; without key material everything but signing works.
 *
 * @example
 * const answer = await createApp().request('/healthz', {}, { CP_BUNDLE_KEY, CP_KEYS_JSON, CP_KEYS_SIG })
 */
export function createApp(): Hono<WebTypes> {
  const app = new Hono<WebTypes>()
  app.use(security())
  app.use(language())
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
  app.route('/', assets())
  app.route('/api', sites())
  app.route('/healthz', health())
  app.route('/schemas', schemas())
  app.route('/.well-known/cp', keys())

  app.notFound(c => (c.req.header('Accept')?.includes('text/html') ? lost(c) : problemJson(c, 'request.path')))
  app.onError((error, c) => {
    if (error instanceof IssuerError) return problemJson(c, 'issuer', { code: error.code })
    // Only its kind: the message of an unforeseen error could hold a piece of what somebody sent.
    console.error('server.bug', error.name)
    return problemJson(c, 'server.bug')
  })
  return app
}
