// Changes of a text that leave everything between them as it is.

export interface Splice {
  start: number
  end: number
  text: string
}

/** None overlaps another. */
export function spliced(text: string, splices: readonly Splice[]): string {
  let result = ''
  let at = 0
  for (const { start, end, text: put } of [...splices].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(at, start) + put
    at = Math.max(at, end)
  }
  return result + text.slice(at)
}

/**
 * An edit that knows nothing of byte order marks and of the line ends of Windows: they stay where they are, and new lines get
 * those of the first line.
 */
export function withOwnLineEnds(text: string, edit: (plain: string) => string): string {
  const mark = text.startsWith('\ufeff') ? '\ufeff' : ''
  const source = text.slice(mark.length)
  if (!source.includes('\r\n')) return mark + edit(source)
  const before = source.split('\n')
  const after = edit(source.replaceAll('\r\n', '\n')).split('\n')
  const bare = (line: string | undefined) => line?.replace(/\r$/, '')
  const most = Math.min(before.length, after.length)
  let same = 0
  while (same < most && bare(before[same]) === after[same]) same++
  let tail = 0
  while (tail < most - same && bare(before.at(-1 - tail)) === after.at(-1 - tail)) tail++
  const end = before[0]?.endsWith('\r') ? '\r' : ''
  const changed = after.slice(same, after.length - tail).map((line, i) => {
    const isLast = same + i === after.length - 1
    return isLast ? line : line + end
  })
  return mark + [...before.slice(0, same), ...changed, ...before.slice(before.length - tail)].join('\n')
}
