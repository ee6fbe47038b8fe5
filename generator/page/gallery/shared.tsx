// The page of a preset that somebody shared: what it sets in our words, and apart from that, marked, what they wrote. Theirs
// is text and nothing else: none of it is a link, and none is in the head, where other programs read.
import type { Preset } from '../../../schemas/preset.ts'
import type { Lang } from '../../problem.ts'
import { Layout } from '../layout.tsx'
import { presetFacts, presetTitle, registrarName, screenLanguage } from './facts.ts'
import { Facts } from './gallery.tsx'
import { SHARED_TEXT } from './shared-text.ts'

export interface SharedProps {
  lang: Lang
  /** Where the page stands. */
  origin: string
  id: string
  preset: Preset
  /** Seconds since 1970; 0 when nobody knows. */
  expires: number
}

export function SharedPreset({ lang, origin, id, preset, expires }: SharedProps) {
  const text = SHARED_TEXT[lang]
  const card = {
    origin,
    path: `/p/${id}`,
    title: text.cardTitle(registrarName(preset)),
    description: text.cardDescription(preset.keys?.length ?? 0, screenLanguage(preset, lang)),
  }
  const until = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { dateStyle: 'long', timeZone: 'UTC' })
  return (
    <Layout lang={lang} title={`${text.title} · cp`} robots="noindex" card={card}>
      <div class="intro">
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
        <p class="hint">{text.cannot}</p>
      </div>
      <Theirs preset={preset} lang={lang} />
      <section class="card" aria-labelledby="sets">
        <h2 id="sets">
          {text.sets}
          {presetTitle(preset, lang) && <span class="soft"> · {presetTitle(preset, lang)}</span>}
        </h2>
        <Facts facts={presetFacts(preset, lang)} />
        <p class="hint">{text.change}</p>
        <a class="button primary" href={`/?lang=${lang}#id=${id}`}>
          {text.open}
        </a>
      </section>
      <details class="content">
        <summary>{text.whole}</summary>
        <pre tabindex={0}>{JSON.stringify(preset, undefined, 2)}</pre>
      </details>
      <p class="hint">
        {expires > 0 && `${text.kept(until.format(expires * 1000))} `}
        {text.id} <code>{id}</code>
      </p>
    </Layout>
  )
}

function Theirs({ preset, lang }: { preset: Preset; lang: Lang }) {
  const text = SHARED_TEXT[lang]
  const { description, author, licence, language, keys = [], ringTones = [], look } = preset
  const labels = [
    ...keys.flatMap(({ label }) => label ?? []),
    ...ringTones.map(({ name }) => name),
    ...(look?.wallpapers ?? []),
  ]
  const rows: [string, string | undefined][] = [
    [text.name, preset.preset],
    [text.descriptionIn[lang], description?.[lang]],
    [text.descriptionIn[other(lang)], description?.[other(lang)]],
    [text.author, author],
    [text.licence, licence],
    [text.language, language],
    [text.labels, labels.join(' · ') || undefined],
  ]
  return (
    <section class="card theirs" aria-labelledby="theirs">
      <h2 id="theirs">{text.theirs}</h2>
      <p class="hint">{text.theirsHow}</p>
      <dl class="sets">
        {rows.map(
          ([term, words]) =>
            words !== undefined && (
              <div>
                <dt>{term}</dt>
                <dd translate="no">{words}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  )
}

const other = (lang: Lang): Lang => (lang === 'de' ? 'en' : 'de')

/** For an id that is not kept, whatever the reason. */
export function LostPreset({ lang }: { lang: Lang }) {
  const { title, why, gallery } = SHARED_TEXT[lang].lost
  return (
    <Layout lang={lang} title={`${title} · cp`} robots="noindex">
      <div class="intro">
        <h1>{title}</h1>
      </div>
      <ul class="why">
        {why.map(sentence => (
          <li>{sentence}</li>
        ))}
      </ul>
      <p>
        <a class="button" href={`/presets?lang=${lang}`}>
          {gallery}
        </a>
      </p>
    </Layout>
  )
}
