// The difference of two texts by lines: the shortest one (E. Myers, An O(ND) Difference Algorithm, 1986), as long as they are
// somewhat alike.

export interface DiffLine {
  kind: 'same' | 'removed' | 'added'
  text: string
  /** Line numbers from 1, where the line is in that text. */
  before?: number
  after?: number
}

/** More changed lines than this are not followed one by one: what is left is shown as replaced. */
const MAX_CHANGES = 1500

export function diffLines(before: readonly string[], after: readonly string[]): DiffLine[] {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start++
  let end = 0
  const rest = Math.min(before.length, after.length) - start
  while (end < rest && before[before.length - 1 - end] === after[after.length - 1 - end]) end++

  const lines: DiffLine[] = []
  let [x, y] = [0, 0]
  const same = () => lines.push({ kind: 'same', text: before[x] ?? '', before: ++x, after: ++y })
  const remove = () => lines.push({ kind: 'removed', text: before[x] ?? '', before: ++x })
  const add = () => lines.push({ kind: 'added', text: after[y] ?? '', after: ++y })
  while (x < start) same()
  for (const [toX, toY] of path(before.slice(start, before.length - end), after.slice(start, after.length - end))) {
    while (x < start + toX && y < start + toY && before[x] === after[y]) same()
    while (x < start + toX) remove()
    while (y < start + toY) add()
  }
  while (x < before.length) same()
  return lines
}

/** @returns the corners of the way from the start of both texts to their ends: after each change and after each equal run. */
function path(a: readonly string[], b: readonly string[]): [number, number][] {
  const furthest: Int32Array[] = []
  const at = (d: number, k: number) => furthest[d]?.[k + d] ?? -1
  const limit = Math.min(a.length + b.length, MAX_CHANGES)
  for (let d = 0; d <= limit; d++) {
    const row = new Int32Array(2 * d + 1)
    furthest.push(row)
    for (let k = -d; k <= d; k += 2) {
      let x = d === 0 ? 0 : goesDown(d, k, at) ? at(d - 1, k + 1) : at(d - 1, k - 1) + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++
      row[k + d] = x
      if (x >= a.length && x - k >= b.length) return back(d, k, at)
    }
  }
  return [[a.length, b.length]]
}

type Furthest = (d: number, k: number) => number

/** Whether the furthest way with d changes on diagonal k ends with an added line. */
const goesDown = (d: number, k: number, at: Furthest): boolean =>
  k === -d || (k !== d && at(d - 1, k - 1) < at(d - 1, k + 1))

function back(d: number, k: number, at: Furthest): [number, number][] {
  const corners: [number, number][] = [[at(d, k), at(d, k) - k]]
  while (d > 0) {
    const down = goesDown(d, k, at)
    const from = down ? k + 1 : k - 1
    const x = at(d - 1, from)
    corners.push(down ? [x, x - from + 1] : [x + 1, x - from], [x, x - from])
    d--
    k = from
  }
  return corners.reverse()
}

/** Changes with some lines around them; between two of them lines are left out. */
export function hunks(lines: readonly DiffLine[], context = 3): DiffLine[][] {
  const found: DiffLine[][] = []
  let end = -1
  for (const [index, { kind }] of lines.entries()) {
    if (kind === 'same') continue
    const start = Math.max(0, index - context)
    if (start > end || found.length === 0) found.push(lines.slice(start, index + 1))
    else found.at(-1)?.push(...lines.slice(end, index + 1))
    end = index + 1
    // The lines behind it, unless the next change takes them.
    const next = lines.findIndex((line, at) => at > index && line.kind !== 'same')
    const until = Math.min(next === -1 ? lines.length : next, index + 1 + context)
    found.at(-1)?.push(...lines.slice(end, until))
    end = until
  }
  return found
}
