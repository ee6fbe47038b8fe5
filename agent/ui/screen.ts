// What stands at the bottom of a terminal and changes, with the lines that scroll by above it; elsewhere just lines.

export interface ScreenOptions {
  /** Whether lines may be drawn over themselves. */
  interactive: boolean
  /** Of the terminal, which may change. */
  columns(): number
  write(text: string): void
}

export interface Screen {
  /** Adds a line; wrapped between words at a terminal, with later parts under the first; never with a negative indent. */
  line(text: string, indent?: number, paint?: (text: string) => string): void
  /** What stands below all lines from now on. */
  live(lines: readonly string[]): void
}

/** Lines of at most that many characters, cut between words where there are any. */
export function wrap(text: string, width: number, indent: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/(?<=\S) /)) {
    const joined = line === '' ? word : `${line} ${word}`
    if (joined.length <= width || line.trim() === '') line = joined
    else {
      lines.push(line)
      line = `${' '.repeat(indent)}${word}`
    }
  }
  return [...lines, line]
}

export function createScreen({ interactive, columns, write }: ScreenOptions): Screen {
  let below: readonly string[] = []
  // A line that is as wide as the terminal would move the cursor on.
  const width = () => Math.max(20, columns() - 1)
  const erase = () => {
    if (below.length > 0) write(`\r${below.length > 1 ? `\x1b[${below.length - 1}A` : ''}\x1b[J`)
  }
  const draw = () => {
    if (below.length > 0) write(below.map(line => line.slice(0, width())).join('\n'))
  }
  return {
    line(text, indent = 0, paint = plain => plain) {
      erase()
      const lines = interactive && indent >= 0 ? wrap(text, width(), indent) : [text]
      write(`${lines.map(paint).join('\n')}\n`)
      draw()
    },
    live(lines) {
      if (!interactive) return
      erase()
      below = lines
      draw()
    },
  }
}
