// The first page: what this is, in three steps, and the text area that makes a bundle. The island brings it to life.
import type { Lang } from '../problem.ts'
import { EXAMPLE } from './example.ts'
import { ImportSection } from './import/section.tsx'
import { Known } from './known.tsx'
import { Layout } from './layout.tsx'
import { MediaSection } from './media/section.tsx'
import { Picture } from './picture.tsx'
import { PAGE_TEXT } from './text.ts'

/** @param origin where this page stands, for the command that works without JavaScript. */
export function Page({ lang, origin }: { lang: Lang; origin: string }) {
  const text = PAGE_TEXT[lang]
  return (
    <Layout lang={lang} title={text.title} script="/page.js" skip="site" at="/">
      <section class="hero">
        <div>
          <h1>{text.title}</h1>
          <p class="lead">{text.lead}</p>
        </div>
        <Picture text={text} />
      </section>
      <ol class="steps">
        {text.steps.map(step => (
          <li>
            <h2>{step.title}</h2>
            <p>{step.text}</p>
          </li>
        ))}
      </ol>
      <section class="editor" aria-labelledby="editor-title">
        <h2 id="editor-title">{text.editorTitle}</h2>
        <ImportSection lang={lang} />
        <Known lang={lang} />
        <form id="form">
          <label for="site">{text.editorLabel}</label>
          <p class="hint" id="hint">
            {text.editorHint}
          </p>
          <div class="sheet">
            <div class="gutter" id="gutter" aria-hidden="true">
              {EXAMPLE.split('\n').map((_, index) => (
                <span>{index + 1}</span>
              ))}
            </div>
            {/* The first line break after the tag is dropped by the parser: it keeps one that the text starts with. */}
            <textarea
              id="site"
              name="site"
              rows={EXAMPLE.split('\n').length}
              wrap="off"
              spellcheck={false}
              autocapitalize="off"
              autocomplete="off"
              aria-describedby="hint"
            >
              {`\n${EXAMPLE}`}
            </textarea>
          </div>
          <div class="actions" id="actions" hidden>
            <button class="primary" type="submit">
              {text.make}
            </button>
            <button id="check" type="button">
              {text.check}
            </button>
            <button class="quiet" id="restore" type="button">
              {text.restore}
            </button>
          </div>
        </form>
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
        <section id="result" aria-label={text.result}>
          <p id="status" role="status" tabindex={-1} />
          <div id="details" />
        </section>
      </section>
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
