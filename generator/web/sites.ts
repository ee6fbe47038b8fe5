// The two routes that take a site file: one checks it, one makes the bundle. Nothing that was sent is kept or logged.
import { Hono } from 'hono'
import { shortId } from '../../schemas/site-id.ts'
import { check, generate } from '../generate.ts'
import { summarise } from '../plan/summary.ts'
import { limited, readSiteText } from './body.ts'
import { issuerOf, type WebTypes } from './env.ts'
import { problemJson } from './problem-json.ts'

export function sites(): Hono<WebTypes> {
  const app = new Hono<WebTypes>()

  app.post('/sites/check', limited, async c => {
    const site = await readSiteText(c)
    if (site instanceof Response) return site
    const checked = await check(site)
    if (!checked.ok) return problemJson(c, 'site.invalid', { errors: checked.problems })
    const { siteId, name, plan, problems } = checked
    c.header('Cache-Control', 'no-store')
    return c.json({ ok: true, site: shortId(siteId), name, summary: summarise(plan), warnings: problems })
  })

  app.post('/bundles', limited, async c => {
    const site = await readSiteText(c)
    if (site instanceof Response) return site
    const issuer = await issuerOf(c.env)
    // The Worker's own clock: nobody can ask for a bundle of another day.
    const issued = new Date().toISOString().replace(/\.\d+Z$/, 'Z')
    const made = await generate({ ...site, warnings: false }, { issued, issuer }) // the answer has no room for them
    if (!made.ok) return problemJson(c, 'site.invalid', { errors: made.problems })
    const id = shortId(made.siteId)
    return c.body(made.bundle, 200, {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="${made.name}-${id}.zip"`,
      'Cache-Control': 'no-store',
      'X-Cp-Site': id,
    })
  })

  return app
}
