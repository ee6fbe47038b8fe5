// The gallery: what comes with the generator, as cards that can be scanned with the eye, each with a way into the builder.
import type { Preset } from '../../../schemas/preset.ts'
import { registrarKind } from '../../catalog/registrars.ts'
import { BUILT_IN } from '../../presets/built-in.ts'
import type { Lang } from '../../problem.ts'
import { Layout } from '../layout.tsx'
import { certaintyOf, type Fact, presetFacts, presetTitle } from './facts.ts'
import { FACTS_TEXT } from './facts-text.ts'
import { GALLERY_TEXT } from './text.ts'

/** By which presets differ. */
const FOREMOST = ['screen', 'tones', 'clock', 'dialling', 'messages', 'keys', 'light'] as const
const GROUPS = ['router', 'system', 'provider', 'open'] as const

/** Where its phones ring, as people think of it. */
function groupOf({ registrar }: Preset): (typeof GROUPS)[number] {
  const facts = registrarKind(registrar?.kind ?? '')
  if (!facts) return 'open'
  if (facts.keepsTime) return 'router'
  return facts.setup === 'accounts' ? 'provider' : 'system'
}

/** @param origin where this page stands, for the preview of a link to it. */
export function Gallery({ lang, origin }: { lang: Lang; origin: string }) {
  const text = GALLERY_TEXT[lang]
  const { title, description, share } = text
  return (
    <Layout lang={lang} title={`${title} · cp`} at="/presets" card={{ origin, path: '/presets', title, description }}>
      <div class="intro">
        <h1>{title}</h1>
        <p class="lead">{text.lead}</p>
      </div>
      {GROUPS.map(group => (
        <section aria-labelledby={`group-${group}`}>
          <h2 class="group" id={`group-${group}`}>
            {text.groups[group]}
          </h2>
          <ul class="gallery">
            {BUILT_IN.filter(preset => groupOf(preset) === group).map(preset => (
              <Card preset={preset} lang={lang} />
            ))}
          </ul>
        </section>
      ))}
      <section class="card sharing" aria-labelledby="share">
        <h2 id="share">{share.title}</h2>
        <p>{share.how}</p>
        <p>{share.cannot}</p>
      </section>
    </Layout>
  )
}

function Card({ preset, lang }: { preset: Preset; lang: Lang }) {
  const text = GALLERY_TEXT[lang]
  const { preset: name, description, registrar } = preset
  const certainty = certaintyOf(preset)
  const without = registrarKind(registrar?.kind ?? '')?.without ?? []
  return (
    <li class="card preset">
      <h3 id={name}>{presetTitle(preset, lang)}</h3>
      <p class="name">
        <code>{name}</code>
        {certainty && (
          <span class={`certainty certainty-${certainty.toLowerCase()}`}>{FACTS_TEXT[lang].known[certainty]}</span>
        )}
      </p>
      <p>{description?.[lang]}</p>
      <Facts facts={presetFacts(preset, lang, FOREMOST)} />
      {without.length > 0 && (
        <details>
          <summary>{text.without}</summary>
          <ul>
            {without.map(words => (
              <li>{words[lang]}</li>
            ))}
          </ul>
        </details>
      )}
      <a
        class="button"
        id={`open-${name}`}
        aria-labelledby={`open-${name} ${name}`}
        href={`/?preset=${name}&lang=${lang}`}
      >
        {text.open}
      </a>
    </li>
  )
}

/** What a preset sets, in our own words. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="sets">
      {facts.map(({ term, text }) => (
        <div>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
