// The agent's own failures: a stable code, the exit code that goes with it, and what it is about.
import { CodedError } from './coded-error.ts'

import * as EXIT from './exit.ts'

/** Every code and how the program ends with it; the words stand in `ui/text.ts`. */
export const AGENT_ERRORS = {
  'usage.option': EXIT.usage,
  'usage.value': EXIT.usage,
  'usage.value-missing': EXIT.usage,
  'usage.bundle': EXIT.usage,
  'usage.operand': EXIT.usage,
  'bundle.unreadable': EXIT.usage,
  'bundle.url': EXIT.usage,
  'bundle.fetch': EXIT.environment,
  'firmware.unreadable': EXIT.usage,
  'firmware.archive': EXIT.usage,
  'secrets.unreadable': EXIT.usage,
  'secrets.line': EXIT.usage,
  'secrets.command': EXIT.missing,
  'secret.missing': EXIT.missing,
  'secret.limits': EXIT.missing,
  'firmware.missing': EXIT.missing,
  'trust.refused': EXIT.refused,
  'trust.broken': EXIT.refused,
  'trust.unreadable': EXIT.environment,
  'interface.unknown': EXIT.environment,
  'interface.no-address': EXIT.environment,
  'interface.several': EXIT.environment,
  'address.nowhere': EXIT.environment,
  'address.subnet': EXIT.environment,
  'address.answered': EXIT.environment,
  'address.failed': EXIT.environment,
  'address.network': EXIT.environment,
  'port.taken': EXIT.environment,
  'port.forbidden': EXIT.environment,
  'network.failed': EXIT.environment,
  'rehearsal.failed': EXIT.failed,
  'time.out': EXIT.failed,
  'agent.bug': EXIT.failed,
} as const satisfies Record<string, EXIT.Exit>

export type AgentErrorCode = keyof typeof AGENT_ERRORS

/** `detail` names the option, file, port or secret; it never holds a secret's value. */
export class AgentError extends CodedError<AgentErrorCode> {
  override readonly name = 'AgentError'

  get exit(): EXIT.Exit {
    return AGENT_ERRORS[this.code]
  }
}
