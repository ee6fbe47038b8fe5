// Which language a visitor reads: `?lang=`, then the cookie (pages only), then Accept-Language, else English.
import type { Context, MiddlewareHandler } from 'hono'
import { setCookie } from 'hono/cookie'
import { type DetectorOptions, detectFromCookie, detectFromHeader, detectFromQuery } from 'hono/language'
import type { Lang } from '../problem.ts'
import type { WebTypes } from './env.ts'

const COOKIE = 'lang'
const YEAR = 365 * 86_400

const OPTIONS: DetectorOptions = {
  supportedLanguages: ['de', 'en'],
  fallbackLanguage: 'en',
  order: ['querystring', 'cookie', 'header'],
  lookupQueryString: 'lang',
  lookupCookie: COOKIE,
  lookupFromHeaderKey: 'accept-language',
  lookupFromPathIndex: 0,
  caches: false,
  ignoreCase: true,
  debug: false,
}

/** A program says what it wants with each request; what a person once chose on a page does not answer for it. */
const isForPrograms = (c: Context): boolean => c.req.path.startsWith('/api/')

/**
 * Middleware: settles the language. Only who chooses another one than would be shown anyway gets a cookie, and only from a
 * page; it holds `de` or `en` and nothing else.
 */
export function language(): MiddlewareHandler<WebTypes> {
  return async function language(c, next) {
    const asked = detectFromQuery(c, OPTIONS)
    const anyway = (!isForPrograms(c) && detectFromCookie(c, OPTIONS)) || detectFromHeader(c, OPTIONS) || 'en'
    c.set('language', asked ?? anyway)
    await next()
    const isPage = c.res.headers.get('Content-Type')?.startsWith('text/html') ?? false
    if (!asked || asked === anyway || !isPage || !c.res.ok) return
    setCookie(c, COOKIE, asked, {
      path: '/',
      maxAge: YEAR,
      httpOnly: true,
      sameSite: 'Lax',
      secure: new URL(c.req.url).protocol === 'https:',
    })
  }
}

/** The language of this request; says in the answer what it depends on. */
export function langOf(c: Context<WebTypes>): Lang {
  const lang = c.var.language === 'de' ? 'de' : 'en'
  c.header('Content-Language', lang)
  c.header('Vary', isForPrograms(c) ? 'Accept-Language' : 'Accept-Language, Cookie')
  return lang
}
