// What pages of other origins may read: the API's answers to GET, the schemas, the keys and the description of the API.
//
// The routes that take something are not opened. A page elsewhere could otherwise have bundles made and presets stored in
// the name of whoever looks at it, at the cost of that visitor's share; programs outside a browser need no permission.
import type { MiddlewareHandler } from 'hono'

const READABLE = /^\/(?:api\/presets\/[^/]+|schemas\/[^/]+|\.well-known\/cp\/[^/]+|openapi\.json|healthz)$/
const DAY = '86400'
/** Beyond those that every page may read. */
const EXPOSED = 'Content-Language, ETag, Link, Retry-After'

/** Middleware: marks what may be read, and answers the question that a browser asks before it sends `If-None-Match`. */
export function cors(): MiddlewareHandler {
  return async function cors(c, next) {
    const { method, path } = c.req
    if (method === 'OPTIONS' && c.req.header('Access-Control-Request-Method') && READABLE.test(path)) {
      return c.body(null, 204, {
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Allow-Methods': 'GET, HEAD',
        'Access-Control-Allow-Headers': 'If-None-Match',
        'Access-Control-Max-Age': DAY,
      })
    }
    await next()
    if ((method !== 'GET' && method !== 'HEAD') || !READABLE.test(path)) return
    c.header('Access-Control-Allow-Origin', '*')
    c.header('Access-Control-Expose-Headers', EXPOSED)
  }
}
