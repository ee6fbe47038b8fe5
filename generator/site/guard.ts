// Limits on the tokens of a text, before anything is built of them: a hostile text shall not cost more than its size.
import { type CST, LineCounter, Parser } from 'yaml'
import type { Finding, ProblemCode } from '../problem.ts'

const MAX_DEPTH = 32
/** Of aliases in a text, and of how often they are followed. */
export const MAX_ALIASES = 100

/**
 * The tree is walked with a list, because a recursion could be exhausted.
 * @param above how deep the text stands in another one
 */
export function tooMuch(text: string, max: { entries: number; aliases?: number }, above = 0): Finding | undefined {
  const { entries, aliases: maxAliases = MAX_ALIASES } = max
  const lines = new LineCounter()
  const open: [CST.Token, number][] = []
  for (const token of new Parser(lines.addNewLine).parse(text)) open.push([token, above])
  let aliases = 0
  for (let next = open.pop(); next; next = open.pop()) {
    const [token, depth] = next
    const { line, col: column } = lines.linePos('offset' in token ? token.offset : 0)
    const refuse = (code: ProblemCode, max: number): Finding => {
      return { code, path: [], details: { max: String(max) }, at: { line, column } }
    }
    if (depth > MAX_DEPTH) return refuse('site.depth', MAX_DEPTH)
    if (token.type === 'alias' && ++aliases > maxAliases) return refuse('site.aliases', maxAliases)
    if (token.type === 'document' && token.value) open.push([token.value, depth])
    if ('items' in token) {
      if (token.items.length > entries) return refuse('site.entries', entries)
      for (const { key, value } of token.items) {
        if (key) open.push([key, depth + 1])
        if (value) open.push([value, depth + 1])
      }
    }
  }
  return undefined
}
