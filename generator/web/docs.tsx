// The description of the API: a document for programs, a page for people.
import { Hono } from 'hono'
import openApi from '../../schemas/json/openapi.json' with { type: 'json' }
import { ApiDocs } from '../page/api-docs/page.tsx'
import { constant } from './constant.ts'
import type { WebTypes } from './env.ts'
import { langOf } from './language.ts'

export function docs(): Hono<WebTypes> {
  const app = new Hono<WebTypes>()
  app.get(
    '/openapi.json',
    constant(() => JSON.stringify(openApi), {
      'Content-Type': 'application/json',
      'Cache-Control': 'public, max-age=3600',
    }),
  )
  app.get('/docs', c => {
    const { origin } = new URL(c.req.url)
    c.header('Cache-Control', 'private, no-cache')
    return c.html(`<!doctype html>${<ApiDocs lang={langOf(c)} origin={origin} />}`)
  })
  return app
}
