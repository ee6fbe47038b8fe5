// Reads a line of `--json`, and fails where it is not what the published schema says of its event, or says more than that.
import { Ajv, type ValidateFunction } from 'ajv'
import schema from '../schemas/json/events.json' with { type: 'json' }

export type EventLine = Record<string, unknown> & { event: string }

const ajv = new Ajv({ allErrors: true })
const checks = new Map<string, ValidateFunction>()
for (const { title, ...rest } of schema.anyOf) checks.set(title, ajv.compile(closed(rest)))

/** The schema is open to what may be added; a line of today has no field that it does not know. */
function closed(node: object): object {
  const entries = Object.entries(node).map(([key, below]) => [
    key,
    typeof below === 'object' && below !== null && !Array.isArray(below) ? closed(below) : below,
  ])
  return { ...Object.fromEntries(entries), ...('properties' in node && { additionalProperties: false }) }
}

/** @throws Error with what is wrong */
export function readLine(text: string): EventLine {
  const line: EventLine = JSON.parse(text)
  const check = checks.get(line.event)
  if (!check) throw new Error(`no such event in the schema: ${text}`)
  if (!check(line)) throw new Error(`${ajv.errorsText(check.errors)} in ${text}`)
  return line
}
