// How far a text indents its maps and lists, and whether it is JSON, so that what is added looks like it.
import { type CST, visit } from 'yaml'
import type { Tree } from '../../site/tree.ts'
import type { Style } from './written.ts'

/** The first ones count; two blanks where there is none. */
export function styleOf(text: string, tree: Tree): Style {
  let step: number | undefined
  let dash: number | undefined
  visit(tree, {
    Pair(_, { srcToken }) {
      const value = isItem(srcToken) ? srcToken.value : undefined
      const key = isItem(srcToken) ? srcToken.key : undefined
      if (!value || !key || !('indent' in key)) return
      if (value.type === 'block-map') step ??= value.indent - key.indent
      if (value.type === 'block-seq') dash ??= value.indent - key.indent
    },
  })
  return { json: isJson(text), step: positive(step) ?? 2, dash: dash ?? 2 }
}

const positive = (count: number | undefined) => (count !== undefined && count > 0 ? count : undefined)
const isItem = (token: CST.CollectionItem | undefined): token is CST.CollectionItem => token !== undefined

function isJson(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
