// Makes docs/events.md: every event of `cp-agent --json`, its fields and when it is said, from the schema that the agent's types come from.
import * as z from 'zod'
import { TEXT } from '../agent/ui/text.ts'
import { EVENTS } from '../schemas/events.ts'

/** What of a JSON Schema the events use. */
interface Field {
  description?: string
  type?: string
  enum?: string[]
  items?: Field
  properties?: Record<string, Field>
  required?: string[]
}

const PARTS = {
  agent: 'The agent itself',
  doctor: 'Doctor',
  dhcp: 'DHCP',
  tftp: 'TFTP and HTTP',
  phone: 'A phone',
  rehearsal: 'Rehearsal',
}

function kindOf({ enum: names, type = '', items, properties }: Field): string {
  if (names) return names.map(name => `\`${name}\``).join(', ')
  if (properties) return 'object'
  return items ? `list of ${kindOf(items)}s` : type
}

function fieldLines({ properties = {}, required = [] }: Field, indent = ''): string[] {
  return Object.entries(properties).flatMap(([name, field]) => {
    const may = required.includes(name) ? '' : ', may be missing'
    const { description = '' } = field
    // A choice that explains its names needs no list of them.
    const kind = field.enum?.every(word => description.includes(`\`${word}\``)) ? 'string' : kindOf(field)
    const inner = field.items?.properties ? field.items : field
    return [`${indent}* \`${name}\` (${kind}${may}): ${description}`, ...fieldLines(inner, `${indent}  `)]
  })
}

export function eventsPage(): string {
  const entries = Object.entries(EVENTS)
  // TFTP and HTTP say the same of a file.
  const told = [...new Set(entries.map(([, event]) => event))].map(event => {
    const names = entries.flatMap(([name, other]) => (other === event ? [name] : []))
    const anchors = names.map(name => `<a id="${name.replace('.', '-')}"></a>`).join('')
    const schema: Field = JSON.parse(JSON.stringify(z.toJSONSchema(event.fields, { target: 'draft-7', io: 'input' })))
    const when = event.when.charAt(0).toUpperCase() + event.when.slice(1)
    const heading = `### ${anchors}${names.map(name => `\`${name}\``).join(', ')}`
    return { part: names[0]?.split('.')[0], text: `${heading}\n\n${when}.\n\n${fieldLines(schema).join('\n')}\n` }
  })
  const parts = Object.entries(PARTS).map(([part, title]) => {
    const texts = told.filter(each => each.part === part).map(({ text }) => text)
    return `## ${title}\n\n${texts.join('\n')}`
  })
  const notices = Object.entries(TEXT.en.notices).map(
    ([code, sentence]) => `| \`${code}\` | ${sentence.replaceAll('{}', '…').replaceAll('|', '\\|')} |`,
  )
  return `# Events

With \`--json\` the agent says everything in lines on standard output, each one JSON object, and nothing else there; questions and what the
system says stay on standard error. This page is made from the schema of these lines (\`npm run docs\`), which is
[schemas/json/events.json](../schemas/json/events.json) for other programs.

\`{"time":"2026-11-28T09:00:00.000Z","event":"phone.state","phone":"00:1d:45:2d:2b:f0","state":"seen","site":"abcdefghij"}\`

Every line has

* \`time\` (string): when it was said, UTC
* \`event\` (string): its name
* \`site\` (string): the first characters of the site's id; empty before a bundle was opened
* \`phone\` (string, may be missing): the MAC of the phone that it is about, or of whoever asked

Names and fields keep their meaning; new ones may be added, so pass over what you do not know. Sentences are in the language of
\`--lang\` and may change; codes stay. A password is in none of them. Texts that came from the wire are as they came: show them with care.

${parts.join('\n')}
## <a id="notices"></a>Codes of \`agent.notice\`

| code | sentence |
|---|---|
${notices.join('\n')}
`
}
