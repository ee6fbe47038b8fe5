// What stands at the bottom of a terminal and changes, with the lines that scroll by above it; elsewhere just lines.
import { cut, widthOf } from './width.ts'

export interface ScreenOptions {
  /** Whether lines may be drawn over themselves. */
  interactive: boolean
  /** Of the terminal, which may change; undefined or 0 where it does not say. */
  columns(): number | undefined
  rows?(): number | undefined
  write(text: string): void
}

export interface Screen {
  interactive: boolean
  /** Columns that a line may have. */
  width(): number
  /** Adds a line; wrapped between words at a terminal, with later parts under the first; never with a negative indent. */
  line(text: string, indent?: number, paint?: (text: string) => string): void
  /** What stands below all lines from now on. */
  live(lines: readonly string[]): void
  /** A question stands below even that, until it is answered. */
  ask(question: string): void
  /** What is typed, behind the question. */
  typed(text: string): void
  /** The question and what was typed join the lines. */
  answered(): void
  /** Leaves what stands below where it is. */
  end(): void
}

/** A command in backticks is not cut: it is to be copied. */
const WORDS = /`[^`]+`\S*|\S+/g

/** Lines of at most that many columns, cut between words where there are any. */
export function wrap(text: string, width: number, indent: number): string[] {
  const lines: string[] = []
  const [lead = ''] = text.match(/^ */) ?? []
  // A narrow terminal has no room for an indent.
  const margin = ' '.repeat(Math.min(indent, Math.floor(width / 4)))
  let line = ''
  let end = 0
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    const gap = text.slice(end, index)
    end = index + word.length
    if (line === '') line = lead + word
    else if (widthOf(line + gap + word) <= width) line += gap + word
    else {
      lines.push(line)
      line = margin + word
    }
  }
  return [...lines, line]
}

/** A fingerprint that is asked about is shown whole. */
function chunks(text: string, width: number): string[] {
  const lines = ['']
  for (const character of text) {
    const last = lines.at(-1) ?? ''
    if (widthOf(last + character) > width) lines.push(character)
    else lines[lines.length - 1] = last + character
  }
  return lines
}

export function createScreen({ interactive, columns, rows, write }: ScreenOptions): Screen {
  let below: readonly string[] = []
  let question: string | undefined
  let answer = ''
  let drawn: string[] = []
  const across = () => columns() || 80
  // A line that is as wide as the terminal would move the cursor on.
  const width = () => Math.max(1, across() - 1)
  const erase = () => {
    if (drawn.length === 0) return
    // What was drawn on a wider terminal was wrapped by it when it became narrower.
    const lines = drawn.reduce((sum, text) => sum + Math.max(1, Math.ceil(widthOf(text) / across())), 0)
    write(`\r${lines > 1 ? `\x1b[${lines - 1}A` : ''}\x1b[J`)
    drawn = []
  }
  const asked = (): string[] => {
    if (question === undefined) return []
    const lines = question.split('\n').flatMap(text => wrap(text, width(), 0))
    return [...lines.slice(0, -1), `${lines.at(-1)} ${answer}`].flatMap(text => chunks(text, width()))
  }
  const draw = () => {
    // Above the first row of the terminal nothing can be drawn over.
    const room = Math.max(1, (rows?.() || 24) - 1)
    drawn = [...below.map(text => cut(text, width())), ...asked()].slice(-room)
    if (drawn.length > 0) write(drawn.join('\n'))
  }
  const change = (how: () => void) => {
    erase()
    how()
    draw()
  }
  return {
    interactive,
    width,
    line(text, indent = 0, paint = plain => plain) {
      change(() => {
        const lines = interactive && indent >= 0 ? wrap(text, width(), indent) : [text]
        write(`${lines.map(paint).join('\n')}\n`)
      })
    },
    live(lines) {
      if (interactive) change(() => (below = lines))
    },
    ask: text => change(() => (question = text)),
    typed: text => change(() => (answer = text)),
    answered: () =>
      change(() => {
        write(`${asked().join('\n')}\n`)
        question = undefined
        answer = ''
      }),
    end() {
      if (drawn.length > 0) write('\n')
      drawn = []
      below = []
    },
  }
}
