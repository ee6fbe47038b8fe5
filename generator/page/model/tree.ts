// The tree of a text. One change wants that of the same text several times: to find the place, to check what came of it, and
// for the form that follows.
import { parseDocument } from 'yaml'
import type { Tree } from '../../site/tree.ts'

/** With what the text has between its values, so that a change can leave it alone. */
export const parseTree = (text: string): Tree =>
  parseDocument(text, { prettyErrors: false, stringKeys: true, logLevel: 'error', keepSourceTokens: true })

/** What was before the change, and what is after it. */
const KEPT = 2
const kept = new Map<string, Tree>()

/** For all who only look at it. */
export function treeOf(text: string): Tree {
  const tree = kept.get(text) ?? parseTree(text)
  kept.delete(text) // so that it is the newest
  kept.set(text, tree)
  for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest)
  return tree
}
