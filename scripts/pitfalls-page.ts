// docs/pitfalls.md: what people stumbled over, and what here answers it.
import { PITFALLS } from '../generator/catalog/pitfalls.ts'

/** @param explained whether docs/errors.md has this code */
export function pitfallsPage(explained: (code: string) => boolean): string {
  const shown = (code: string) =>
    explained(code) ? `[\`${code}\`](errors.md#${code.replaceAll('.', '-')})` : `\`${code}\``
  const rows = PITFALLS.map(({ number, source, en, de, codes, written, later }) => {
    const answers = [codes.map(shown).join(', '), ...[written, later].map(words => words?.en ?? '')]
    return `| ${number} | ${en}<br>${de} | ${source} | ${answers.filter(Boolean).join('<br>')} |`
  })
  return `# Pitfalls

What people reported in public about these phones, and what here answers it; made from the catalogue (\`npm run docs\`). A code is
what the page, the API, \`cp-generator\`, its import or the agent says, with a cure ([errors.md](errors.md)). What a file of the
generator or the agent does by itself is shown by a test for each.

| no. | what goes wrong | known from | what answers it |
|---|---|---|---|
${rows.join('\n')}
`
}
