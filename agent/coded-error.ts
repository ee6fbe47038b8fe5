// What the agent's errors have in common: a stable code, and what it is about.

/** `detail` names an option, a file, a port or a reason; it never holds a value that could be a password. */
export class CodedError<Code extends string> extends Error {
  readonly code: Code
  readonly detail: string

  constructor(code: Code, detail = '') {
    super(detail ? `${code} (${detail})` : code)
    this.code = code
    this.detail = detail
  }
}
