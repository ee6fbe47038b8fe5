// What a browser shows: the first page, its style sheet and its icon.
import { type Context, Hono } from 'hono'
import { ICON } from '../page/icon.ts'
import { Lost, Page } from '../page/page.tsx'
import { STYLE } from '../page/style.ts'
import { constant } from './constant.ts'
import type { WebTypes } from './env.ts'
import { langOf } from './language.ts'

export function pages(): Hono<WebTypes> {
  const app = new Hono<WebTypes>()
  app.get('/', c => {
    const { origin } = new URL(c.req.url)
    c.header('Cache-Control', 'private, no-cache')
    return c.html(`<!doctype html>${<Page lang={langOf(c)} origin={origin} preset={c.req.query('preset')} />}`)
  })
  app.get(
    '/page.css',
    constant(() => STYLE, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'no-cache' }),
  )
  app.get(
    '/icon.svg',
    constant(() => ICON, { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=86400' }),
  )
  return app
}

/** The 404 of somebody who reads, not of a program. */
export function lost(c: Context<WebTypes>): Response | Promise<Response> {
  return c.html(`<!doctype html>${<Lost lang={langOf(c)} />}`, 404)
}
