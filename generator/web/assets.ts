// The built files, by name: what is not named here is not handed out.
import { Hono } from 'hono'
import type { WebTypes } from './env.ts'
import { problemJson } from './problem-json.ts'

const NAMES = ['page.js', 'import.js', 'media.js', 'cp-agent.js', 'cp-agent.js.sha256'] as const

export function assets(): Hono<WebTypes> {
  const app = new Hono<WebTypes>()
  for (const name of NAMES) {
    app.get(`/${name}`, async c => {
      const found = await c.env.ASSETS?.fetch(c.req.raw)
      if (!found || found.status === 404) return problemJson(c, 'request.path')
      return new Response(found.body, found) // a fetched answer's headers cannot be changed
    })
  }
  return app
}
