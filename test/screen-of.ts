// A terminal for tests: what a person would see of what was written, on how many columns and rows there are, also after a change of size.
import { widthOf } from '../agent/ui/width.ts'

interface Row {
  text: string
  width: number
  /** It was too long for the terminal, and goes on in the next row. */
  wraps: boolean
}

export function createTestScreen(size: { columns: number; rows: number }) {
  let rows: Row[] = [{ text: '', width: 0, wraps: false }]
  let at = 0
  let column = 0
  const rowAt = (index: number): Row => {
    const row = rows[index] ?? { text: '', width: 0, wraps: false }
    rows[index] = row
    return row
  }
  const print = (character: string) => {
    const width = widthOf(character)
    if (column + width > size.columns) {
      rowAt(at).wraps = true
      at++
      column = 0
    }
    const row = rowAt(at)
    if (column !== row.width) throw new Error(`written over or behind ${JSON.stringify(row.text)}`)
    row.text += character
    row.width += width
    column += width
  }
  /** Lines as they were written, however many rows they take. */
  const whole = (): string[] => {
    const lines: string[] = []
    let open = false
    for (const { text, wraps } of rows) {
      if (open) lines.push((lines.pop() ?? '') + text)
      else lines.push(text)
      open = wraps
    }
    return lines
  }
  return {
    size,
    write(text: string): void {
      for (const [part, count = '', command] of text.matchAll(/\x1b\[([\d;]*)([A-Za-z])|[\s\S]/gu)) {
        if (command === 'A') {
          at -= Number(count || 1)
          if (at < rows.length - size.rows || at < 0) throw new Error('above the first row')
        } else if (command === 'J') {
          if (column > 0) throw new Error('erases a part of a line')
          rows = [...rows.slice(0, at), { text: '', width: 0, wraps: false }]
        } else if (command === 'm') continue
        else if (command) throw new Error(`no such command: ${command}`)
        else if (part === '\r') column = 0
        else if (part === '\n') {
          at++
          column = 0
          rowAt(at)
        } else print(part)
      }
    },
    /** As terminals do that keep long lines whole. */
    resize(columns: number): void {
      size.columns = columns
      const lines = whole()
      rows = [{ text: '', width: 0, wraps: false }]
      at = 0
      column = 0
      for (const character of lines.join('\n')) {
        if (character === '\n') {
          at++
          column = 0
          rowAt(at)
        } else print(character)
      }
    },
    /** Everything, also what scrolled away. */
    lines: () => rows.map(({ text }) => text),
    /** Those that were too long for the terminal, whole. */
    wrapped: () => whole().filter(text => widthOf(text) > size.columns),
  }
}
