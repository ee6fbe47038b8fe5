// A problem of a site as compilers write it, so that editors jump there.
import type { Problem } from '../problem.ts'

export function problemLine(
  { severity, code, path, line = 1, column = 1, message, cure }: Problem,
  file: string,
): string {
  const where = path.length > 0 ? ` (${path.join('.')})` : ''
  return `${file}:${line}:${column}: ${severity} ${code}${where}: ${message}\n    ${cure}\n`
}
