// The built files, by name: what is not named here is not handed out.
import { Hono } from 'hono'
import type { WebTypes } from './env.ts'
import { problemJson } from './problem-json.ts'

const NAMES = 'page|core|editor|verify|verifier|import|media|cp-agent'
/** esbuild's; what is in such a file never changes under its name. */
const CHUNK = 'chunk-[A-Z0-9]{8}'
const IMMUTABLE = 'public, max-age=31536000, immutable'

export function assets(): Hono<WebTypes> {
  const app = new Hono<WebTypes>()
  app.get(`/:name{(?:${NAMES}|${CHUNK})\\.js|cp-agent\\.js\\.sha256}`, async c => {
    const name = c.req.path.slice(1) // the parameter is what the pattern's first fitting part is, not all of it
    const found = await c.env.ASSETS?.fetch(c.req.raw)
    if (!found || found.status === 404) return problemJson(c, 'request.path')
    const answer = new Response(found.body, found) // a fetched answer's headers cannot be changed
    // A folder on disk, which is where workerd by itself has them from, has neither.
    answer.headers.set('Content-Type', `text/${name.endsWith('.js') ? 'javascript' : 'plain'}; charset=utf-8`)
    answer.headers.set('Cache-Control', name.startsWith('chunk-') ? IMMUTABLE : 'public, max-age=0, must-revalidate')
    return answer
  })
  // The picture beside a link, wherever somebody posts one.
  app.get('/card.png', async c => {
    const found = await c.env.ASSETS?.fetch(c.req.raw)
    if (!found || found.status === 404) return problemJson(c, 'request.path')
    const headers = { 'Content-Type': 'image/png', 'Cache-Control': 'public, max-age=86400' }
    return new Response(found.body, { headers })
  })
  return app
}
