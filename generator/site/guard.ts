// Limits on the tokens of a text, before anything is built of them: a hostile text shall not cost more than its size.
import { type CST, Lexer, LineCounter, Parser } from 'yaml'
import type { Finding, ProblemCode } from '../problem.ts'

const MAX_DEPTH = 32
/** Of aliases in a text, and of how often they are followed. */
export const MAX_ALIASES = 100

/**
 * Most is refused while it is read, so that a text that is nothing but brackets costs no more than those that are allowed.
 * @param above how deep the text stands in another one
 */
export function tooMuch(text: string, max: { entries: number; aliases?: number }, above = 0): Finding | undefined {
  const { entries, aliases: maxAliases = MAX_ALIASES } = max
  const lines = new LineCounter()
  const refuse = (code: ProblemCode, most: number, token: CST.Token): Finding => {
    const { line, col: column } = lines.linePos('offset' in token ? token.offset : 0)
    return { code, path: [], details: { max: String(most) }, at: { line, column } }
  }
  lines.addNewLine(0)
  const parser = new Parser(lines.addNewLine)
  // A list, because a recursion could be exhausted.
  const open: [CST.Token, number][] = []
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) open.push([token, above])
    const top = parser.stack.at(-1)
    if (!top) continue
    // The document, and what may be open in it at a time.
    if (parser.stack.length > 2 + MAX_DEPTH - above) return refuse('site.depth', MAX_DEPTH, top)
    if (isCrowded(top, entries)) return refuse('site.entries', entries, top)
  }
  for (const token of parser.end()) open.push([token, above])

  let aliases = 0
  for (let next = open.pop(); next; next = open.pop()) {
    const [token, depth] = next
    if (depth > MAX_DEPTH) return refuse('site.depth', MAX_DEPTH, token)
    if (token.type === 'alias' && ++aliases > maxAliases) return refuse('site.aliases', maxAliases, token)
    if (token.type === 'document' && token.value) open.push([token.value, depth])
    if ('items' in token) {
      if (token.items.length > entries) return refuse('site.entries', entries, token)
      for (const { key, value } of token.items) {
        if (key) open.push([key, depth + 1])
        if (value) open.push([value, depth + 1])
      }
    }
  }
  return undefined
}

/** Of entries, or of commas and the like before one, which the reader would complain of one by one. */
function isCrowded(token: CST.Token, entries: number): boolean {
  if (!('items' in token)) return false
  const { length } = token.items
  return (
    length > entries || (token.type === 'flow-collection' && (token.items[length - 1]?.start.length ?? 0) > entries)
  )
}
