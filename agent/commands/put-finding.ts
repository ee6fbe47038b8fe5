// Puts what the doctor found into words of the person's language.
import { FINDINGS, type Finding } from '../doctor/finding.ts'
import type { Nic } from '../doctor/system.ts'
import type { AgentEvent } from '../events.ts'
import { fill, type Lang, TEXT } from '../ui/text.ts'

export const seen = ({ name, label, kind, up, speed, addresses }: Nic): Finding => ({
  code: 'interface.seen',
  about: {
    name: label === name ? name : `${name} (${label})`,
    kind,
    link: up ? 'up' : 'down',
    more: [...(up && speed ? [`${speed} Mbit/s`] : []), ...addresses].map(part => `, ${part}`).join(''),
  },
})

/** Some of what a finding is about is a word that has to be translated: a kind of interface, a state of a link. */
export function putFinding(finding: Finding, lang: Lang): AgentEvent & { event: 'doctor.finding' } {
  const { code, about = {}, commands = [] } = finding
  const { words, findings } = TEXT[lang].doctor
  const { text, why = '', cure = '' } = findings[code]
  const table: Readonly<Record<string, string>> = words
  const values = Object.fromEntries(Object.entries(about).map(([key, value]) => [key, table[value] ?? value]))
  const [whole, ...rest] = [text, why, cure].map(sentence => fill(sentence, values))
  return {
    ...{ event: 'doctor.finding', code, severity: FINDINGS[code], commands },
    ...{ text: whole ?? '', why: rest[0] ?? '', cure: rest[1] ?? '' },
  }
}
