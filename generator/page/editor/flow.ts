// Reads what stands between brackets, `{ username: x, password: { secret: y } }`, as far as it is written.

/** A map or a list in brackets that is still open where the reader stands. */
export interface Bracket {
  kind: 'map' | 'list'
  /** The keys that were met, with their value where that is a plain one. */
  entries: Map<string, string>
  /** Of the entry the reader is in; undefined before its colon. */
  key: string | undefined
  /** Of the item the reader is in. */
  index: number
  /** What was written of the current word, and where it began. */
  word: string
  from: number
}

export interface FlowReader {
  open: Bracket[]
  /** The quotation mark that is open. */
  quote: string
}

export const newFlow = (): FlowReader => ({ open: [], quote: '' })

/**
 * Reads on, one line or a part of it. The brackets that are still open stay in `reader.open`.
 * @param at offset of `text` in the document
 * @returns how many characters were read: fewer than there are when the last bracket was closed or a comment began
 */
export function readFlow(reader: FlowReader, text: string, at: number): number {
  const { open } = reader
  for (let i = 0; i < text.length; i++) {
    const top = open.at(-1)
    const sign = text.charAt(i)
    if (reader.quote !== '') {
      if (sign === reader.quote) reader.quote = ''
      else if (top) top.word += sign
      continue
    }
    if (sign === '#' && (i === 0 || /\s/.test(text.charAt(i - 1)))) return i
    if (sign === '{' || sign === '[') open.push(bracket(sign === '{' ? 'map' : 'list', at + i + 1))
    else if (!top) return i
    else if (sign === '}' || sign === ']') {
      endEntry(top, at + i + 1)
      open.pop()
      if (open.length === 0) return i + 1
    } else if (sign === ',') {
      endEntry(top, at + i + 1)
      top.index++
    } else if (
      sign === ':' &&
      top.kind === 'map' &&
      top.key === undefined &&
      /^[\s,{}[\]]?$/.test(text.charAt(i + 1))
    ) {
      top.key = top.word.trim()
      startWord(top, at + i + 1)
    } else if ((sign === '"' || sign === "'") && top.word.trim() === '') {
      reader.quote = sign
      startWord(top, at + i + 1)
    } else if (/\s/.test(sign) && top.word === '') top.from = at + i + 1
    else top.word += sign
  }
  return text.length
}

const bracket = (kind: Bracket['kind'], from: number): Bracket => ({
  ...{ kind, entries: new Map<string, string>(), key: undefined, index: 0 },
  ...{ word: '', from },
})

function startWord(top: Bracket, from: number): void {
  top.word = ''
  top.from = from
}

function endEntry(top: Bracket, next: number): void {
  const word = top.word.trim()
  if (top.key !== undefined) top.entries.set(top.key, word)
  else if (word !== '') top.entries.set(word, '')
  top.key = undefined
  startWord(top, next)
}

/** The entries that follow in the bracket the cursor is in: until it is closed, or the text ends. @param text after the cursor */
export function entriesAfter(text: string): Map<string, string> {
  const map = bracket('map', 0)
  // The rest of the entry that the cursor is in is not one that follows.
  readFlow({ open: [map], quote: '' }, text.replace(/^[^,}\]]*/, ''), 0)
  endEntry(map, 0)
  return map.entries
}
