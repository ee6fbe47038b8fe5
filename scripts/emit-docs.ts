// Writes docs/errors.md, docs/phones.md and docs/registrars.md from the programs' own tables, so that they say what the programs do. `npm run docs`
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { AGENT_ERRORS, type AgentErrorCode } from '../agent/error.ts'
import { TEXT } from '../agent/ui/text.ts'
import { LOADS, loadsFor } from '../generator/catalog/loads.ts'
import { type Fact, PHONES } from '../generator/catalog/phones.ts'
import { REGISTRARS } from '../generator/catalog/registrars.ts'
import { BUILT_IN } from '../generator/presets/built-in.ts'
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
  const generator = Object.entries(PROBLEMS).map(([code, { severity, ...text }]) => entry(code, severity, text))
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

const CERTAINTY = { C: '', L: ' (likely)', U: ' (uncertain)' } as const

/** One row a phone, and every fact's source below. */
export function phonesPage(): string {
  const shown = ({ value, certainty }: Fact<unknown>) => `${value}${CERTAINTY[certainty]}`
  const rows = PHONES.map(phone => {
    const loads = loadsFor(phone.name).map(({ name, certainty }) => `\`${name}\`${CERTAINTY[certainty]}`)
    const { id } = phone.deviceType.value
    const cells = [
      `**${phone.name}**`,
      shown(phone.lineKeys),
      loads.join(', '),
      `\`${phone.resetKeys.value}\`, then \`${phone.resetLoad.value}\``,
      shown({ ...phone.localeJar, value: `\`${phone.localeJar.value}\`` }),
      phone.wallpaper ? shown(phone.wallpaper) : '–',
      `${id}`,
      phone.note ? `${phone.note.value.en}${CERTAINTY[phone.note.certainty]}` : '',
    ]
    return `| ${cells.join(' | ')} |`
  })
  const archives = LOADS.map(
    ({ name, archive, models, certainty }) =>
      `| \`${name}\`${CERTAINTY[certainty]} | \`${archive}\` | ${models.join(', ')} |`,
  )
  const sources = new Set([
    ...PHONES.flatMap(phone => Object.values(phone).flatMap(fact => (typeof fact === 'string' ? [] : [fact.source]))),
    ...LOADS.map(load => load.source),
  ])
  return `# Phones

What the generator knows of each model; made from its catalogue (\`npm run docs\`). The first load of a phone is the one that
it gets when nobody says another.

| phone | line keys | loads | factory reset | words of the screen | wallpaper folder | XMLDefault id | note |
|---|---|---|---|---|---|---|---|
${rows.join('\n')}

## Archives of the vendor

| load | archive | for |
|---|---|---|
${archives.join('\n')}

## Sources

${[...sources]
  .sort()
  .map(source => `* ${source}`)
  .join('\n')}
`
}

/** What works at which registrar, and what does not. */
export function registrarsPage(): string {
  const rows = REGISTRARS.map(({ kind, name, transport, port, certainty, without, source }) => {
    const known = { C: 'seen working by several', L: 'seen working', U: 'little or contradictory' }[certainty]
    return `| \`${kind}\` | ${name} | ${transport}, ${port} | ${known}: ${source} | ${without.map(({ en }) => en).join('; ')} |`
  })
  return `# Registrars

The kinds that \`registrar.kind\` knows (a preset usually says it); made from the catalogue (\`npm run docs\`). Port and transport
are what a site gets that says nothing else. The README of a bundle shows what to set up on the other side.

| kind | for | transport, port | what is known | what will not work |
|---|---|---|---|---|
${rows.join('\n')}

## Presets

${BUILT_IN.map(({ preset, description }) => `* \`${preset}\`: ${description?.en}`).join('\n')}
`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, text] of Object.entries({
    errors: errorsPage(),
    phones: phonesPage(),
    registrars: registrarsPage(),
  })) {
    writeFileSync(fileURLToPath(new URL(`../docs/${name}.md`, import.meta.url)), text)
  }
}
