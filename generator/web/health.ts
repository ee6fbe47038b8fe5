// Whether this deployment can do what it is there for: 200 when it can sign.
import { Hono } from 'hono'
import { VERSION } from '../version.ts'
import { issuerOf, type WebTypes } from './env.ts'

export function health(): Hono<WebTypes> {
  const app = new Hono<WebTypes>()
  app.get('/', async c => {
    await issuerOf(c.env)
    c.header('Cache-Control', 'no-store')
    return c.json({ ok: true, version: VERSION })
  })
  return app
}
