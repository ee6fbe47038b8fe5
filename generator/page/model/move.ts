// The splices that put the entries of a list into another order. In a list with dashes an entry takes its comments along: those
// at its lines, and those right above it.
import { blockEnd, columnOf, type Holder, itemEnd, itemStart, lineEnd, lineStart, startsLine } from './spans.ts'
import type { Splice } from './splice.ts'

export function moveEntry(text: string, { items, flow }: Holder, from: number, to: number): Splice[] {
  const spots = items.map(item => {
    const [start, end] = [itemStart(item), itemEnd(item)]
    if (flow) return { start, end, head: start, dash: start }
    const behind = blockEnd(text, end, columnOf(text, start))
    return { start, end: behind, head: headOf(text, start), dash: start }
  })
  const order = spots.toSpliced(from, 1).toSpliced(to, 0, ...spots.slice(from, from + 1))
  return spots.flatMap((spot, index): Splice[] => {
    const other = order[index]
    if (!other || other === spot) return []
    if (flow) return [{ start: spot.start, end: spot.end, text: text.slice(other.start, other.end) }]
    // Behind the dash of its parent there is no room for comments above: they stay.
    const fixed = [spots[0], other].some(each => each && !startsLine(text, each.dash))
    const lines = (each: typeof spot) => text.slice(fixed ? each.dash : each.head, each.end).replace(/\n$/, '')
    const isWhole = text.charAt(spot.end - 1) === '\n'
    return [{ start: fixed ? spot.dash : spot.head, end: spot.end - (isWhole ? 1 : 0), text: lines(other) }]
  })
}

/** The beginning of the comment lines right above an entry, or of its own line. */
function headOf(text: string, start: number): number {
  if (!startsLine(text, start)) return start
  const column = columnOf(text, start)
  let head = lineStart(text, start)
  while (head > 0) {
    const above = lineStart(text, head - 1)
    const line = text.slice(above, lineEnd(text, above))
    if (line.search(/\S/) !== column || line.charAt(column) !== '#') break
    head = above
  }
  return head
}
