// Which language a visitor reads: `?lang=` before Accept-Language, else English. Nothing is remembered: no cookie.
import type { Context, MiddlewareHandler } from 'hono'
import { languageDetector } from 'hono/language'
import type { Lang } from '../problem.ts'
import type { WebTypes } from './env.ts'

export function language(): MiddlewareHandler<WebTypes> {
  return languageDetector({
    supportedLanguages: ['de', 'en'],
    fallbackLanguage: 'en',
    order: ['querystring', 'header'],
    caches: false,
  })
}

/** The language of this request; says in the answer that it depends on the header. */
export function langOf(c: Context<WebTypes>): Lang {
  const lang = c.var.language === 'de' ? 'de' : 'en'
  c.header('Content-Language', lang)
  c.header('Vary', 'Accept-Language')
  return lang
}
