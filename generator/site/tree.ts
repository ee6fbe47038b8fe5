// A text of YAML as a tree, in which the place of every value can be found.
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Path, Position } from '../problem.ts'

export type Tree = ReturnType<typeof parseDocument>

/** Faults are in its `errors` and `warnings`. */
export const toTree = (text: string): Tree =>
  parseDocument(text, { prettyErrors: false, stringKeys: true, logLevel: 'error' })

/** From an offset in the text to its line and column, from 1. */
export function placesIn(text: string): (offset: number) => Position {
  const lines = new LineCounter()
  lines.addNewLine(0)
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1)
  return offset => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
}

/** The offset of a value (or of its key), or of the nearest thing around it that the text has. */
export function offsetIn(tree: Tree, path: Path, what: 'key' | 'value' = 'value'): number | undefined {
  const resolve = (node: unknown): unknown => (isAlias(node) ? node.resolve(tree) : node)
  let node: unknown = tree.contents
  let offset = offsetOf(node)
  for (const step of path) {
    const parent = resolve(node)
    let key: unknown
    if (isMap(parent)) {
      const pair = parent.items.find(item => isScalar(item.key) && item.key.value === String(step))
      if (!pair) break
      key = pair.key
      node = pair.value
    } else if (isSeq(parent) && typeof step === 'number' && step < parent.items.length) {
      node = parent.items[step]
    } else break
    // An empty value has no place of its own worth pointing at.
    const empty = isScalar(node) && node.value === null
    offset = (what === 'key' || empty ? offsetOf(key) : offsetOf(node)) ?? offset
  }
  return offset
}

export function offsetOf(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return undefined
  const [start] = node.range
  return typeof start === 'number' ? start : undefined
}
