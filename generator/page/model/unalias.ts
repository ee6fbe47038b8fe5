// Writes out aliases whose anchor an edit would touch, so that it changes one place and not others, too.
import { isAlias, isNode, type Node, visit } from 'yaml'
import type { Tree } from '../../site/tree.ts'
import type { Place } from './description.ts'
import { type Splice, spliced } from './splice.ts'
import { type Style, writeInline } from './written.ts'

/** @returns the text with the same values and fewer aliases. */
export function unaliased(text: string, tree: Tree, place: Place, style: Style): string {
  const touched = new Set<Node>()
  const splices: Splice[] = []
  const writeOut = (alias: unknown) => {
    if (!isAlias(alias) || !alias.range) return
    const value: unknown = alias.toJS(tree)
    splices.push({ start: alias.range[0], end: alias.range[1], text: writeInline(value, style) })
  }
  let node: unknown = tree.contents
  for (const step of place) {
    if (isNode(node)) touched.add(node)
    node = child(node, step)
    if (isAlias(node)) {
      writeOut(node) // the way goes through it: it becomes the place's own
      return spliced(text, splices)
    }
  }
  if (isNode(node)) {
    visit(node, (_, each) => {
      if (isNode(each)) touched.add(each)
    })
  }
  visit(tree, {
    Alias(_, alias) {
      const target = alias.resolve(tree)
      if (target && touched.has(target)) writeOut(alias)
    },
  })
  return spliced(text, splices)
}

function child(node: unknown, step: string | number): unknown {
  if (typeof node !== 'object' || node === null || !('get' in node) || typeof node.get !== 'function') return undefined
  return node.get(step, true)
}
