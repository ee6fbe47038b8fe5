// Reads what the Worker answers. By hand instead of with a schema library: the island stays a few kilobytes.

export interface ShownProblem {
  severity: 'error' | 'warning'
  code: string
  message: string
  cure: string
  line?: number
  column?: number
}

/** A failure: errors of the site with their places, or one sentence for everything else. */
export interface Failure {
  title: string
  detail: string
  problems: ShownProblem[]
}

export function readFailure(value: unknown): Failure {
  return {
    title: text(field(value, 'title')),
    detail: text(field(value, 'detail')),
    problems: list(field(value, 'errors')).map(problem),
  }
}

/** @returns the name in `Content-Disposition`, as the Worker writes it. */
export function readFileName(header: string | null): string {
  return /filename="([\w.-]+)"/.exec(header ?? '')?.[1] ?? 'bundle.zip'
}

function problem(value: unknown): ShownProblem {
  const [line, column] = [field(value, 'line'), field(value, 'column')]
  return {
    severity: field(value, 'severity') === 'warning' ? 'warning' : 'error',
    code: text(field(value, 'code')),
    message: text(field(value, 'message')),
    cure: text(field(value, 'cure')),
    ...(typeof line === 'number' && { line }),
    ...(typeof column === 'number' && { column }),
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
