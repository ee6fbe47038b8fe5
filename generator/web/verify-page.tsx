// GET /verify: the page on which somebody looks into a bundle. The server never sees one.
import { Hono } from 'hono'
import { NAMESPACE_KEYS } from '../../schemas/bundle/namespaces.ts'
import { verify } from '../../schemas/bundle/sshsig.ts'
import { fingerprint } from '../../schemas/bundle/sshwire.ts'
import { IssuerError } from '../bundle/seal.ts'
import { type OwnKeys, VerifyPage } from '../page/verify/page.tsx'
import { type Env, issuerOf, type WebTypes } from './env.ts'
import { langOf } from './language.ts'

export function verifyPage(): Hono<WebTypes> {
  const app = new Hono<WebTypes>()
  app.get('/', async c => {
    const own = await ownKeys(c.env)
    c.header('Cache-Control', 'no-cache')
    return c.html(`<!doctype html>${<VerifyPage lang={langOf(c)} own={own} />}`)
  })
  return app
}

/** In the page itself, so that it needs no request when a bundle is there. */
async function ownKeys(env: Env): Promise<OwnKeys | undefined> {
  try {
    const { keysJson, keysSig, keys } = await issuerOf(env)
    const root = await verify(keysJson, new TextDecoder('latin1').decode(keysSig), NAMESPACE_KEYS)
    return root && { root: await fingerprint(root), version: keys.version }
  } catch (error) {
    if (error instanceof IssuerError) return undefined
    throw error
  }
}
