// How a finding of the doctor looks at a terminal: a mark, what it is, why it matters, and the commands that mend it.
import type { AgentEvent } from '../events.ts'

/** A mark and a colour. */
const MARKS = { good: ['✓', 32], note: ['·', 0], warning: ['!', 33], error: ['✗', 31] } as const

type FindingEvent = AgentEvent & { event: 'doctor.finding' }

/** Lines with the indent of what they wrap to; a command stays in one piece, since it is to be copied. */
export function findingLines({ severity, text, why, cure, commands }: FindingEvent): [string, number, number][] {
  const [mark, colour] = MARKS[severity]
  return [
    [`${mark} ${text}`, 2, colour],
    ...[why, cure].flatMap((words): [string, number, number][] => (words ? [[`    ${words}`, 4, 0]] : [])),
    ...commands.map((command): [string, number, number] => [`      ${command}`, -1, 0]),
  ]
}
