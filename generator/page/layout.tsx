// The frame of every page: head, language switch, footer. Nothing inline, so that the strict policy holds.
import type { Child } from 'hono/jsx'
import type { Lang } from '../problem.ts'
import { Card, type CardProps } from './card/card.tsx'
import { PAGE_TEXT } from './text.ts'

const LANGUAGES = [
  ['de', 'Deutsch'],
  ['en', 'English'],
] as const

const PAGES = [
  { path: '/', name: 'builder' },
  { path: '/presets', name: 'presets' },
  { path: '/verify', name: 'verify' },
  { path: '/docs', name: 'api' },
] as const

export interface LayoutProps {
  lang: Lang
  title: string
  /** Of the page's own script: `/page.js`. */
  script?: string
  /** Id of what the link at the very top leads to. */
  skip?: string
  /** Which of the pages it is, by its path. */
  at?: (typeof PAGES)[number]['path']
  /** For a form with something beside it. */
  wide?: boolean
  /** What search engines are asked. */
  robots?: 'noindex'
  /** What other programs show of a link to it. */
  card?: CardProps
  children: Child
}

export function Layout({ lang, title, script, skip, at, wide = false, robots, card, children }: LayoutProps) {
  const text = PAGE_TEXT[lang]
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="description" content={card?.description ?? text.description} />
        {robots && <meta name="robots" content={robots} />}
        {card && <Card {...card} lang={lang} />}
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/page.css" />
        {script && <script type="module" src={script} />}
      </head>
      <body class={wide ? 'wide' : undefined}>
        {skip !== undefined && (
          <a class="skip" href={`#${skip}`}>
            {text.skip}
          </a>
        )}
        <header class="top">
          <a class="mark" href={`/?lang=${lang}`}>
            cp
          </a>
          <nav class="pages" aria-label={text.pages}>
            {PAGES.map(({ path, name }) => (
              <a href={`${path}?lang=${lang}`} aria-current={path === at ? 'page' : undefined}>
                {text.pageNames[name]}
              </a>
            ))}
          </nav>
          <nav aria-label={text.languages}>
            {LANGUAGES.map(([code, name]) => (
              <a href={`?lang=${code}`} lang={code} hreflang={code} aria-current={code === lang ? 'true' : undefined}>
                {name}
              </a>
            ))}
          </nav>
        </header>
        <main>{children}</main>
        <footer>
          <p>{text.footer}</p>
          <ul>
            <li>
              <a href="/.well-known/cp/allowed_signers">{text.keys}</a>
            </li>
            <li>
              <a href="/schemas/site.json">{text.schema}</a>
            </li>
            <li>
              <a href="/cp-agent.js">{text.agent}</a>
            </li>
          </ul>
        </footer>
      </body>
    </html>
  )
}
