// docs/dialling.md: how people dial in each country, as a plan takes it.
import { DIALLING } from '../generator/catalog/dialling/dialling.ts'
import { REGISTRAR_CODES } from '../generator/catalog/dialling/registrar-codes.ts'
import { CERTAINTY } from './certainty.ts'

const inCode = (words: readonly string[]) => words.map(word => `\`${word}\``).join(' ') || '–'

export function diallingPage(): string {
  const rows = DIALLING.map(({ country, name, emergency, short, numbers, shorter = [], open, certainty, ...rest }) => {
    const cells = [
      `\`${country}\``,
      `${name.en}${CERTAINTY[certainty]}`,
      inCode(emergency),
      inCode(short),
      inCode(numbers),
      inCode([...shorter, ...[...open, rest.international].map(start => `${start}*`)]),
      rest.trunk || '–',
    ]
    return `| ${cells.join(' | ')} |`
  })
  const codes = REGISTRAR_CODES.map(({ kind, rules, certainty, source }) => {
    const waits = rules.map(({ match, wait }) => `\`${match}\` ${wait} s`)
    return `| \`${kind}\` | ${waits.join(', ')} | ${source}${CERTAINTY[certainty]} |`
  })
  return `# Dialling

What \`dialPlan: { country: DE }\` knows of each country; made from the catalogue (\`npm run docs\`). A dot is one digit, \`*\` any
number of them. Emergency calls are dialled at once in every plan. Complete numbers are, too; where the table says likely, the
phone waits 2 s for another digit. What stays open waits 4 s, and so does everything that is not here: the soft key Dial is
faster. An incomplete number waits the phone's own time, 10 to 15 s.

| code | country | emergency | short | complete | stays open | trunk prefix |
|---|---|---|---|---|---|---|
${rows.join('\n')}

## Codes of registrars

They come into a plan by \`registrar.kind\`. An owner may have changed them.

| kind | rules | source |
|---|---|---|
${codes.join('\n')}

## Sources

${DIALLING.map(({ name, source }) => `* ${name.en}: ${source}`).join('\n')}
`
}
