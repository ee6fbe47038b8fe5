// The first page: what this is, and the builder. The island brings it to life.
import type { Lang } from '../problem.ts'
import { Builder } from './builder/builder.tsx'
import { firstDesk, NO_ACTIONS } from './builder/first-view.ts'
import { ImportSection } from './import/section.tsx'
import { Layout } from './layout.tsx'
import { MediaSection } from './media/section.tsx'
import { Picture } from './picture.tsx'
import { PAGE_TEXT } from './text.ts'

/**
 * @param origin where this page stands, for the command that works without JavaScript.
 * @param preset name of a built-in one that the description begins with.
 */
export function Page({ lang, origin, preset }: { lang: Lang; origin: string; preset?: string | undefined }) {
  const text = PAGE_TEXT[lang]
  const desk = firstDesk(lang, origin, preset)
  return (
    <Layout
      lang={lang}
      title={text.title}
      script="/page.js"
      skip="builder"
      at="/"
      wide
      card={{ origin, path: '/', title: text.title, description: text.description }}
    >
      <section class="hero">
        <div>
          <h1>{text.title}</h1>
          <p class="lead">{text.lead}</p>
        </div>
        <Picture text={text} />
      </section>
      <ImportSection lang={lang} />
      <noscript>
        <div class="card">
          <p>
            <strong>{text.needsScript}</strong> {text.without}
          </p>
          <pre
            tabindex={0}
          >{`curl -OJ -H 'Content-Type: application/yaml' --data-binary @site.yaml ${origin}/api/bundles`}</pre>
        </div>
      </noscript>
      <div id="builder" data-facts={JSON.stringify(desk.facts)}>
        <Builder desk={desk} actions={NO_ACTIONS} />
      </div>
      <section id="made" hidden />
      <MediaSection lang={lang} />
    </Layout>
  )
}

/** What a browser gets for an address that is not there. */
export function Lost({ lang }: { lang: Lang }) {
  const { lost } = PAGE_TEXT[lang]
  return (
    <Layout lang={lang} title={lost.title}>
      <section class="hero">
        <div>
          <h1>{lost.title}</h1>
          <p class="lead">
            {lost.text} <a href={`/?lang=${lang}`}>{lost.back}</a>
          </p>
        </div>
      </section>
    </Layout>
  )
}
