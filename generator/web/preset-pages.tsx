// The pages of presets: the gallery of those that are built in, and one page for each that somebody stored.
import { Hono } from 'hono'
import { Gallery } from '../page/gallery/gallery.tsx'
import { LostPreset, SharedPreset } from '../page/gallery/shared.tsx'
import { readPreset } from '../presets/store.ts'
import type { WebTypes } from './env.ts'
import { langOf } from './language.ts'

export function presetPages(): Hono<WebTypes> {
  const app = new Hono<WebTypes>()

  app.get('/presets', c => {
    const { origin } = new URL(c.req.url)
    c.header('Cache-Control', 'private, no-cache')
    return c.html(`<!doctype html>${<Gallery lang={langOf(c)} origin={origin} />}`)
  })

  app.get('/p/:id', async c => {
    const lang = langOf(c)
    const id = c.req.param('id')
    const { origin } = new URL(c.req.url)
    c.header('X-Robots-Tag', 'noindex')
    c.header('Cache-Control', 'private, no-cache')
    const found = await readPreset(c.env, id)
    if (!found) return c.html(`<!doctype html>${<LostPreset lang={lang} />}`, 404)
    return c.html(`<!doctype html>${<SharedPreset {...found} lang={lang} origin={origin} id={id} />}`)
  })

  return app
}
