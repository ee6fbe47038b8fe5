// What the agent says: one object an event, the same for the terminal, for `--json` and for the board (schemas/events.ts has each).
import type { AgentEvent } from '../schemas/events.ts'

export type { AgentEvent, Guide, PhoneState } from '../schemas/events.ts'
export type Emit = (event: AgentEvent) => void

/** One line of `--json`. */
export function toJsonLine(event: AgentEvent, site: string, time: Date): string {
  const { event: name, phone, ...rest } = event
  return JSON.stringify({ time: time.toISOString(), event: name, ...(phone && { phone }), ...rest, site })
}
