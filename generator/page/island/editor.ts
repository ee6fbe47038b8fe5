// The text area with its line numbers: keeps them in step, marks lines, and goes to one.

/** Lines by number, from 1; an error outweighs a warning on the same line. */
export type Marks = ReadonlyMap<number, 'error' | 'warning'>

export interface Editor {
  readonly text: string
  replace(text: string): void
  mark(marks: Marks): void
  /** Selects a line and brings it into view. */
  goTo(line: number): void
}

/** @param changed called after every change by the visitor. */
export function createEditor(area: HTMLTextAreaElement, gutter: HTMLElement, changed: () => void): Editor {
  let marks: Marks = new Map()

  function draw(): void {
    const count = area.value.split('\n').length
    const numbers = Array.from({ length: count }, (_, index) => {
      const number = document.createElement('span')
      number.textContent = String(index + 1)
      number.className = marks.get(index + 1) ?? ''
      return number
    })
    gutter.replaceChildren(...numbers)
    follow()
  }

  function follow(): void {
    gutter.scrollTop = area.scrollTop
  }

  area.addEventListener('scroll', follow)
  area.addEventListener('input', () => {
    marks = new Map() // the numbers of the last answer may be wrong from here on
    area.removeAttribute('aria-invalid')
    draw()
    changed()
  })
  draw()

  return {
    get text() {
      return area.value
    },
    replace(text) {
      area.value = text
      marks = new Map()
      area.removeAttribute('aria-invalid')
      draw()
    },
    mark(next) {
      marks = next
      if ([...next.values()].includes('error')) area.setAttribute('aria-invalid', 'true')
      else area.removeAttribute('aria-invalid')
      draw()
    },
    goTo(line) {
      const lines = area.value.split('\n')
      const start = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0)
      area.focus()
      area.setSelectionRange(start, start + (lines[line - 1] ?? '').length)
      const height = area.scrollHeight / Math.max(lines.length, 1)
      area.scrollTop = Math.max(0, (line - 4) * height)
      area.scrollLeft = 0
      gutter.children[line - 1]?.scrollIntoView({ block: 'nearest' })
      follow()
    },
  }
}
