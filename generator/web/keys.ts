// What a person needs to check a bundle by hand: the list of keys, its signature, and the same for `ssh-keygen`.
import { Hono } from 'hono'
import { toAllowedSigners } from '../../schemas/keys.ts'
import { issuerOf, type WebTypes } from './env.ts'

export function keys(): Hono<WebTypes> {
  const app = new Hono<WebTypes>()
  app.use(async (c, next) => {
    await next()
    // A withdrawn key must not live on in a cache.
    c.header('Cache-Control', 'no-cache')
  })
  // The very bytes that were signed, not the parsed list written again.
  app.get('/keys.json', async c => {
    const { keysJson } = await issuerOf(c.env)
    return c.body(new Uint8Array(keysJson), 200, { 'Content-Type': 'application/json' })
  })
  app.get('/keys.json.sig', async c => {
    const { keysSig } = await issuerOf(c.env)
    return c.body(new Uint8Array(keysSig), 200, { 'Content-Type': 'text/plain; charset=utf-8' })
  })
  app.get('/allowed_signers', async c => c.text(toAllowedSigners((await issuerOf(c.env)).keys)))
  return app
}
