// The JSON Schemas, for editors that complete and check while somebody writes.
import { Hono } from 'hono'
import manifest from '../../schemas/json/manifest.json' with { type: 'json' }
import preset from '../../schemas/json/preset.json' with { type: 'json' }
import site from '../../schemas/json/site.json' with { type: 'json' }
import { constant } from './constant.ts'
import type { WebTypes } from './env.ts'

const HEADERS = { 'Content-Type': 'application/schema+json', 'Cache-Control': 'public, max-age=3600' }

export function schemas(): Hono<WebTypes> {
  const app = new Hono<WebTypes>()
  for (const [name, schema] of Object.entries({ site, preset, manifest })) {
    app.get(
      `/${name}.json`,
      constant(() => JSON.stringify(schema), HEADERS),
    )
  }
  return app
}
