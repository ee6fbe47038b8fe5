// Whether a text of YAML can be read as one value, and if not, where it stops.
import { visit } from 'yaml'
import { offsetOf, type Tree } from '../../site/tree.ts'

/** The offset of the first thing for which no value can be had. */
export function faultIn(tree: Tree): number | undefined {
  let fault = [...tree.errors, ...tree.warnings][0]?.pos[0]
  if (fault !== undefined) return fault
  visit(tree, {
    Alias(_, node) {
      if (node.resolve(tree)) return undefined
      fault = offsetOf(node) ?? 0
      return visit.BREAK
    },
  })
  return fault
}
