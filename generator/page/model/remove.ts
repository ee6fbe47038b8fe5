// The splices that take an entry out of a text, with its own comment, and nothing of what stands around it.
import { blockEnd, columnOf, type Holder, itemEnd, itemStart, lineEnd, lineStart, startsLine } from './spans.ts'
import type { Splice } from './splice.ts'

/** One of several entries; the last one of a map or list is taken by {@link emptied}. */
export function removeEntry(text: string, { items, flow, token }: Holder, index: number): Splice[] {
  const item = items[index]
  if (!item) return []
  const [start, end] = [itemStart(item), itemEnd(item)]
  const next = items[index + 1]
  if (flow) {
    const before = items[index - 1]
    const to = next ? itemStart(next) : token.type === 'flow-collection' ? (token.end[0]?.offset ?? end) : end
    return removeFromFlow(text, before ? itemEnd(before) : undefined, start, end, to)
  }
  const behind = blockEnd(text, end, columnOf(text, start))
  if (startsLine(text, start)) return [{ start: lineStart(text, start), end: behind, text: '' }]
  // Behind a dash: what comes next moves up there, be it a comment.
  const rest = next ? itemStart(next) : behind
  const comment = text.slice(behind, rest).search(/#/)
  return [{ start, end: comment < 0 ? rest : behind + comment, text: '' }]
}

function removeFromFlow(text: string, before: number | undefined, start: number, end: number, to: number): Splice[] {
  const behind = gap(text, end, to)
  const ranges = [{ start, end }]
  if (behind.comma !== undefined) ranges.push({ start: behind.comma, end: behind.comma + 1 })
  else if (before !== undefined) {
    const { comma } = gap(text, before, start)
    if (comma !== undefined) ranges.push({ start: comma, end: comma + 1 })
  }
  // Its own comment is on its last line, before or behind the comma.
  const line = lineEnd(text, end)
  for (const comment of behind.comments) if (comment.start < line) ranges.push(comment)
  ranges.sort((a, b) => a.start - b.start)
  const merged: { start: number; end: number }[] = []
  for (const range of ranges) {
    const last = merged.at(-1)
    if (last && /^[ \t]*$/.test(text.slice(last.end, range.start))) last.end = range.end
    else merged.push({ ...range })
  }
  return merged.map(range => {
    const rest = /^[ \t]*/.exec(text.slice(range.end))?.[0].length ?? 0
    const isLastOnLine = text.charAt(range.end + rest) === '\n'
    if (startsLine(text, range.start) && isLastOnLine)
      return { start: lineStart(text, range.start), end: lineEnd(text, range.end), text: '' }
    if (isLastOnLine) return { start: range.start - trailing(text, range.start), end: range.end + rest, text: '' }
    return { start: range.start, end: range.end + (range.end > end ? rest : 0), text: '' }
  })
}

const trailing = (text: string, at: number) => /[ \t]*$/.exec(text.slice(lineStart(text, at), at))?.[0].length ?? 0

/** Between two entries there are only blanks, comments and a comma. */
function gap(text: string, from: number, to: number): { comma?: number; comments: { start: number; end: number }[] } {
  const comments: { start: number; end: number }[] = []
  let comma: number | undefined
  for (let at = from; at < to; at++) {
    if (text.charAt(at) === ',') comma ??= at
    if (text.charAt(at) !== '#') continue
    const end = text.indexOf('\n', at)
    comments.push({ start: at, end: end < 0 ? text.length : end })
    at = end < 0 ? to : end
  }
  return { ...(comma !== undefined && { comma }), comments }
}

/** The only entry of a list or map in brackets. */
export function emptied(text: string, { token, items }: Holder): Splice[] {
  if (token.type !== 'flow-collection' || !items[0]) return []
  const [open, close] = [token.offset + 1, token.end[0]?.offset ?? token.offset + 1]
  const splices = removeFromFlow(text, undefined, itemStart(items[0]), itemEnd(items[0]), close)
  const left = splices.reduceRight(
    (rest, { start, end }) => rest.slice(0, start - open) + rest.slice(end - open),
    text.slice(open, close),
  )
  return left.trim() === '' ? [{ start: open, end: close, text: '' }] : splices
}
