// Says to a person what the board and the diagnosis found: sentences in their language, and what to press when it is time for it.
import type { ManifestPhone } from '../../schemas/manifest.ts'
import type { DiagnosisCode, Finding } from '../board/rules.ts'
import { loadOf } from '../board/sighting.ts'
import type { Guide } from '../events.ts'
import type { Phone } from '../phones/roster.ts'
import { type GuideOptions, guideSteps } from '../ui/guide.ts'
import { fill, TEXT } from '../ui/text.ts'
import type { Context } from './context.ts'

export interface Tell {
  finding(phone: Phone, code: DiagnosisCode, finding: Finding, guide: Guide | undefined): void
  /** Whether this was said of a phone. */
  said(mac: string, code: string): boolean
  /** A person with forty phones reads it once: a reset for each model, the others at all. */
  guide(guide: Guide, entry: ManifestPhone, phone?: string): void
}

export function createTell({ args, emit }: Context, surroundings: Omit<GuideOptions, 'lang'>): Tell {
  const told = new Set<string>()
  const tell: Tell = {
    said: (mac, code) => told.has(`${mac} ${code}`),
    finding({ mac, entry }, code, { about, evidence }, guide) {
      const { text, cure } = TEXT[args.lang].diagnoses[code]
      told.add(`${mac} ${code}`)
      const { archive } = entry.route.find(({ load }) => load === loadOf(about)) ?? {}
      const values = {
        '': about,
        model: entry.model,
        archive: archive === undefined ? '' : ` (${archive})`,
      }
      emit({ event: 'phone.diagnosis', phone: mac, code, text: fill(text, values), cure: fill(cure, values), evidence })
      if (guide) tell.guide(guide, entry, mac)
    },
    guide(guide, entry, phone) {
      // Only a reset differs from model to model.
      const model = guide === 'reset' ? entry.model : ''
      if (told.has(`${guide} ${model}`)) return
      told.add(`${guide} ${model}`)
      const steps = guideSteps(guide, entry, { lang: args.lang, ...surroundings })
      emit({ event: 'phone.guide', guide, steps, ...(model && { model }), ...(phone && { phone }) })
    },
  }
  return tell
}
