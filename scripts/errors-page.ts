// Makes docs/errors.md: every code of the programs, with what to do, in both languages.
import { FINDINGS, type FindingCode } from '../agent/doctor/finding.ts'
import { AGENT_ERRORS, type AgentErrorCode } from '../agent/error.ts'
import { TEXT } from '../agent/ui/text.ts'
import { MISTAKES } from '../generator/import/lint/mistake.ts'
import { MEDIA_ERRORS } from '../generator/media/error.ts'
import { PROBLEMS } from '../generator/problem.ts'
import { BUNDLE_ERRORS } from '../schemas/bundle/errors.ts'

type Text = { message: string; cure: string }

/** Angle brackets would be taken for HTML; `{}` is where the agent names the thing, `{again}` where it names a command. */
const plain = (text: string) => text.replaceAll('<', '&lt;').replace(/\{(again)?\}/g, '…')
/** These sentences end where a detail may follow. */
const withStop = ({ message, cure }: Text): Text => ({ message: `${message}.`, cure })
const entry = (code: string, about: string, text: Record<'de' | 'en', Text>): string =>
  `### <a id="${code.replaceAll('.', '-')}"></a>\`${code}\`

${about}

* ${plain(text.en.message)} → ${plain(text.en.cure)}
* Deutsch: ${plain(text.de.message)} → ${plain(text.de.cure)}
`

export function errorsPage(): string {
  const generator = Object.entries(PROBLEMS).map(([code, { severity, source, ...text }]) =>
    entry(code, source === undefined ? severity : `${severity}; known from ${source}`, text),
  )
  const mistakes = Object.entries(MISTAKES).map(([code, { source, ...text }]) =>
    entry(code, `known from ${source}`, text),
  )
  const media = Object.entries(MEDIA_ERRORS).map(([code, text]) =>
    entry(code, 'the file is left out', { en: withStop(text.en), de: withStop(text.de) }),
  )
  const bundle = Object.entries(BUNDLE_ERRORS).map(([code, text]) => entry(code, 'exit code 3', text))
  const agent = (Object.keys(AGENT_ERRORS) as AgentErrorCode[]).map(code =>
    entry(code, `exit code ${AGENT_ERRORS[code]}`, { de: TEXT.de.errors[code], en: TEXT.en.errors[code] }),
  )
  const diagnoses = Object.entries(TEXT.en.diagnoses).map(([code, { text, cure }]) =>
    entry(code, '`phone.diagnosis`', {
      en: { message: text, cure },
      de: diagnosisIn(code, TEXT.de.diagnoses),
    }),
  )
  const findings = (Object.keys(FINDINGS) as FindingCode[]).map(findingEntry)
  return `# Errors

Every error has a code that stays, a sentence that may change, and a cure. This page is made from the programs' own
tables (\`npm run docs\`).

## The generator, about a site file

Warnings do not stop it; one error does, and all are shown at once.

${generator.join('\n')}
## The generator, about a file that is imported

What \`cp-generator import\` says of the mistakes that people are known to make ([pitfalls.md](pitfalls.md)). None of them stops
it. Braces stand for what it names.

${mistakes.join('\n')}
## The generator, about pictures and tones

The other files are made all the same.

${media.join('\n')}
## The agent, about a bundle

The whole bundle is refused and nothing of it is used.

${bundle.join('\n')}
## The agent, about everything else

${agent.join('\n')}
## The doctor, about the computer, the wire and the bundle

What \`cp-agent doctor\` says (\`doctor.finding\`; [agent.md](agent.md#doctor)): what it is, why it matters, and what to do, followed by the
exact commands for the system. An error makes it end with 4, or with 5 when it is of firmware or passwords; nothing else does.
Braces stand for what it names.

${findings.join('\n')}
## A phone, by what it asks

What the agent says when the pattern of a phone's questions shows what is wrong ([agent.md](agent.md#what-may-be-wrong)); nothing is
stopped by it. Braces stand for what it names. More help for these: [help.md](help.md).

${diagnoses.join('\n')}`
}

function findingEntry(code: FindingCode): string {
  const sentences = (lang: 'de' | 'en') => {
    const { text, why = '', cure = '' } = TEXT[lang].doctor.findings[code]
    const rest = [why, cure.replace(/:$/, '.')].filter(Boolean).join(' ')
    return plain(`${text}${rest && ` → ${rest}`}`)
  }
  return `### <a id="doctor-${code.replaceAll('.', '-')}"></a>\`${code}\` of the doctor

${FINDINGS[code]}

* ${sentences('en')}
* Deutsch: ${sentences('de')}
`
}

function diagnosisIn(code: string, table: Readonly<Record<string, { text: string; cure: string }>>): Text {
  const { text: message = '', cure = '' } = table[code] ?? {}
  return { message, cure }
}

/** Whether the page of errors has it. */
export const isExplained = (code: string): boolean => EXPLAINED.some(table => Object.hasOwn(table, code))
const EXPLAINED = [PROBLEMS, MISTAKES, BUNDLE_ERRORS, AGENT_ERRORS, TEXT.en.diagnoses]
