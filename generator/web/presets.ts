// The routes of shared presets: one stores a preset, one gives it back. Off unless the operator turned the store on.
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { checkPreset } from '../presets/check.ts'
import { PRESET_BYTES, toLink } from '../presets/link.ts'
import { PRESET_LIFETIME, readPreset, storeOf, writePreset } from '../presets/store.ts'
import { type Finding, type Problem, toProblem } from '../problem.ts'
import { canonicalJson } from '../site/id.ts'
import type { Limits } from '../site/limits.ts'
import { readSite } from '../site/read.ts'
import { readSiteText } from './body.ts'
import type { WebTypes } from './env.ts'
import { problemJson } from './problem-json.ts'

/** Seconds; the period of the binding in wrangler.toml. */
const LIMIT_PERIOD = '60'
/** Of the text that is sent. */
const LIMITS: Limits = { bytes: PRESET_BYTES, phones: 0, entries: 1000, problems: 100 }

const withStore = createMiddleware<WebTypes>((c, next) =>
  storeOf(c.env) ? next() : Promise.resolve(problemJson(c, 'presets.off')),
)

/** Attempts, not successes: to check a document costs time, too. */
const rated = createMiddleware<WebTypes>(async (c, next) => {
  const key = visitorOf(c.req.header('CF-Connecting-IP'))
  if ((await c.env.PRESET_LIMIT?.limit({ key }))?.success) return next()
  c.header('Retry-After', LIMIT_PERIOD)
  return problemJson(c, 'presets.rate')
})

const limited = bodyLimit({ maxSize: PRESET_BYTES, onError: c => problemJson(c, 'presets.too-large') })

export function presets(): Hono<WebTypes> {
  const app = new Hono<WebTypes>()

  app.post('/presets', withStore, rated, limited, async c => {
    const body = await readSiteText(c)
    if (body instanceof Response) return body
    const document = readSite(body.text, body.format ?? 'yaml', LIMITS)
    const refuse = (findings: readonly Finding[]) => {
      const errors: Problem[] = findings
        .slice(0, LIMITS.problems)
        .map(finding => toProblem(finding, body.lang, document.positionOf(finding.path)))
      return problemJson(c, 'preset.invalid', { errors })
    }
    if (!document.ok) return refuse(document.findings)
    const checked = checkPreset(document.value)
    if (!checked.ok) return refuse(checked.findings)
    const { preset } = checked
    // Aliases of YAML can make more of a text than it has letters.
    if (new TextEncoder().encode(canonicalJson(preset)).length > PRESET_BYTES)
      return problemJson(c, 'presets.too-large')
    const stored = await attempt(() => writePreset(c.env, preset, now()))
    if (!stored) return problemJson(c, 'presets.full')
    const { id, created, expires } = stored
    const { origin } = new URL(c.req.url)
    c.header('Cache-Control', 'no-store')
    if (created) c.header('Location', `/api/presets/${id}`)
    return c.json(
      {
        id,
        url: `${origin}/p/${id}`,
        link: `${origin}/${await toLink(preset)}`,
        ...(expires > 0 && { expires: new Date(expires * 1000).toISOString().replace(/\.\d+Z$/, 'Z') }),
      },
      created ? 201 : 200,
    )
  })

  app.get('/presets/:id', withStore, async c => {
    const found = await attempt(async () => ({ preset: await readPreset(c.env, c.req.param('id')) }))
    if (!found) return problemJson(c, 'presets.full')
    if (!found.preset) return problemJson(c, 'presets.unknown')
    const { json, expires } = found.preset
    const left = Math.min(Math.max(expires - now(), 0), PRESET_LIFETIME)
    return c.body(json, 200, {
      'Content-Type': 'application/json',
      'Cache-Control': left > 0 ? `public, max-age=${left}, immutable` : 'no-cache',
    })
  })

  return app
}

const now = (): number => Math.floor(Date.now() / 1000)

/** @returns undefined when the platform refuses: its errors for a quota that is used up have no code to tell them by. */
async function attempt<Result>(act: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await act()
  } catch {
    return undefined
  }
}

/** What is counted as one: an address of IPv4, or the network of one of IPv6, of which everybody has 2^64. */
export function visitorOf(address = ''): string {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('::')
  const groups = head === '' ? [] : head.split(':')
  const after = tail ? tail.split(':') : []
  while (groups.length + after.length < 8) groups.push('0')
  return [...groups, ...after].slice(0, 4).join(':')
}
