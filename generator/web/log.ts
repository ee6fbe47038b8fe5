// One line of JSON for each request: which route, how it ended, how long it took. It holds nothing that a visitor sent.
import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { WebTypes } from './env.ts'

/** What a line says; the platform adds the time. */
export interface LogLine {
  method: string
  /** The route's pattern, `/p/:id`, never the path; `none` when no route was meant. */
  route: string
  status: number
  /** By the Worker's clock, which on Cloudflare stands still while the Worker computes: the time that was waited. */
  ms: number
  /** Of the body, where its length is known. */
  bytes?: number
  /** Of the problem that was answered. */
  code?: string
  /** Of an unforeseen error, its kind and where in the code it was thrown; its message could hold what somebody sent. */
  error?: { name: string; at: string[] }
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const FRAMES = 5

/** Middleware; the outermost, so that it sees the answer as it leaves. */
export function log(write: (line: string) => void): MiddlewareHandler<WebTypes> {
  return async function log(c, next) {
    const start = Date.now()
    await next()
    const { status, headers } = c.res
    const length = headers.get('Content-Length')
    const line: LogLine = {
      method: METHODS.includes(c.req.method) ? c.req.method : 'other',
      route: routeOf(c),
      status,
      ms: Date.now() - start,
      ...(length !== null && { bytes: Number(length) }),
      ...(c.var.problem !== undefined && { code: c.var.problem }),
      ...(c.error && status >= 500 && { error: traceOf(c.error) }),
    }
    write(JSON.stringify(line))
  }
}

/** The last pattern that is no middleware's, without what says of which signs a part may consist. */
function routeOf(c: Context): string {
  const route = matchedRoutes(c).findLast(({ method }) => method !== 'ALL')
  return route?.path.replace(/\{.*\}/, '') ?? 'none'
}

/** A message may have lines that look like frames, so what stands before the first frame is taken off as a whole or not at all. */
function traceOf({ name, message, stack = '' }: Error): { name: string; at: string[] } {
  const head = message === '' ? name : `${name}: ${message}`
  const frames = stack.startsWith(head)
    ? stack
        .slice(head.length)
        .split('\n')
        .slice(1, FRAMES + 1)
    : []
  return { name, at: frames.map(frame => frame.trim().replace(/^at /, '')) }
}
