// An answer that is the same for everybody as long as this Worker runs: its text and its ETag are made once.
import type { Context } from 'hono'
import { sha256Hex } from '../../schemas/bundle/open.ts'

/**
 * Makes a handler; the middleware `etag` compares what it says with `If-None-Match`.
 *
 * @example
 * app.get('/page.css', constant(() => STYLE, { 'Content-Type': 'text/css; charset=utf-8', 'Cache-Control': 'no-cache' }))
 * @param make is called with the first request, not at the start, where every millisecond counts for all.
 */
export function constant(
  make: () => string,
  headers: Readonly<Record<'Content-Type' | 'Cache-Control', string>>,
): (c: Context) => Promise<Response> {
  let made: { text: string; tag: Promise<string> } | undefined
  return async function constant(c) {
    if (!made) {
      const text = make()
      made = { text, tag: sha256Hex(new TextEncoder().encode(text)) }
    }
    return c.body(made.text, 200, { ...headers, ETag: `"${(await made.tag).slice(0, 32)}"` })
  }
}
