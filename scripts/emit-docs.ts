// Writes docs/errors.md from the tables of errors, so that it says what the programs say. `npm run docs`
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { AGENT_ERRORS, type AgentErrorCode } from '../agent/error.ts'
import { TEXT } from '../agent/ui/text.ts'
import { PROBLEMS } from '../generator/problem.ts'
import { BUNDLE_ERRORS } from '../schemas/bundle/errors.ts'

type Text = { message: string; cure: string }

/** Angle brackets would be taken for HTML; `{}` is where the agent names the thing. */
const plain = (text: string) => text.replaceAll('<', '&lt;').replaceAll('{}', '…')
const entry = (code: string, about: string, text: Record<'de' | 'en', Text>): string =>
  `### <a id="${code.replaceAll('.', '-')}"></a>\`${code}\`

${about}

* ${plain(text.en.message)} → ${plain(text.en.cure)}
* Deutsch: ${plain(text.de.message)} → ${plain(text.de.cure)}
`

export function errorsPage(): string {
  const generator = Object.entries(PROBLEMS).map(([code, { severity, text }]) => entry(code, severity, text))
  const bundle = Object.entries(BUNDLE_ERRORS).map(([code, text]) => entry(code, 'exit code 3', text))
  const agent = (Object.keys(AGENT_ERRORS) as AgentErrorCode[]).map(code =>
    entry(code, `exit code ${AGENT_ERRORS[code]}`, { de: TEXT.de.errors[code], en: TEXT.en.errors[code] }),
  )
  return `# Errors

Every error has a code that stays, a sentence that may change, and a cure. This page is made from the programs' own
tables (\`npm run docs\`).

## The generator, about a site file

Warnings do not stop it; one error does, and all are shown at once.

${generator.join('\n')}
## The agent, about a bundle

The whole bundle is refused and nothing of it is used.

${bundle.join('\n')}
## The agent, about everything else

${agent.join('\n')}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(fileURLToPath(new URL('../docs/errors.md', import.meta.url)), errorsPage())
}
