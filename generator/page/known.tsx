// What a description can name: the phones, the registrars and the presets of the catalogue, folded away above the editor.
import { FAMILIES } from '../catalog/families.ts'
import { PHONES } from '../catalog/phones.ts'
import { REGISTRARS } from '../catalog/registrars.ts'
import { BUILT_IN } from '../presets/built-in.ts'
import type { Lang } from '../problem.ts'
import { ON_THE_WEB } from '../site/limits.ts'

export function Known({ lang }: { lang: Lang }) {
  const text = WORDS[lang]
  return (
    <details class="known">
      <summary>{text.title}</summary>
      <p class="hint">{text.models(ON_THE_WEB.phones)}</p>
      <dl>
        {FAMILIES.map(family => (
          <div>
            <dt>{family.name}</dt>
            <dd>
              {PHONES.filter(phone => phone.family === family).map(({ name }) => (
                <span class="whole">{name}</span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p class="hint">{text.registrars}</p>
      <dl>
        {REGISTRARS.map(({ kind, name }) => (
          <div>
            <dt>
              <code>{kind}</code>
            </dt>
            <dd>{name}</dd>
          </div>
        ))}
      </dl>
      <p class="hint">{text.presets(BUILT_IN.map(({ preset }) => preset).join(', '))}</p>
    </details>
  )
}

const WORDS = {
  en: {
    title: 'Which phones and registrars?',
    models: (max: number) =>
      `What “model” can be. 78xx and 88xx only with enterprise firmware, not 3PCC. Up to ${max} phones in one description; the command line takes more.`,
    registrars: 'What “kind” below “registrar” can be. Without a preset, add it there, and each phone’s “load”.',
    presets: (names: string) =>
      `What “preset” can be: ${names}. They are for a Fritz!Box and say kind and load themselves.`,
  },
  de: {
    title: 'Welche Telefone und Registrare?',
    models: (max: number) =>
      `Was bei „model“ stehen kann. 78xx und 88xx nur mit Enterprise-Firmware, nicht mit 3PCC. Bis zu ${max} Telefone in einer Beschreibung; mehr nimmt die Kommandozeile.`,
    registrars:
      'Was bei „registrar“ als „kind“ stehen kann. Ohne „preset“ gehört es dorthin, und zu jedem Telefon sein „load“.',
    presets: (names: string) =>
      `Was bei „preset“ stehen kann: ${names}. Sie sind für eine Fritz!Box und sagen „kind“ und „load“ selbst.`,
  },
} as const satisfies Record<Lang, Record<string, unknown>>
