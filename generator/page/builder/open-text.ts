// The text beside the form: a text area at first, and the editor once it is loaded. The area stays, hidden, and has the text.
import type { Problem } from '../../problem.ts'
import type { Desk } from './desk.ts'

type CodeEditor = ReturnType<typeof import('../editor/editor.ts').createCodeEditor>

export interface OpenText {
  /** To be called when the description got another text. */
  follow(): void
  mark(problems: readonly Problem[]): void
  goTo(line: number, column?: number): Promise<void>
}

export function openText(desk: Desk, place: HTMLElement, area: HTMLTextAreaElement): OpenText {
  let editor: CodeEditor | undefined
  let loading: Promise<void> | undefined
  let marked: readonly Problem[] = []

  const changed = (text: string) => {
    area.value = text
    desk.write(text)
  }
  async function load(): Promise<void> {
    const { createCodeEditor } = await import('../editor/editor.ts')
    const hadFocus = document.activeElement === area
    const { lang, say } = desk
    editor = createCodeEditor({ parent: place, text: desk.state.text, lang, label: say.textLabel, onChange: changed })
    area.hidden = true
    editor.mark(marked)
    if (hadFocus) editor.focus()
  }
  /** Without the network the area stays, and does as well. */
  const come = () => {
    loading ??= load().catch(() => {
      loading = undefined
    })
    return loading
  }
  area.addEventListener('input', () => desk.write(area.value))
  area.addEventListener('focus', () => void come())
  area.addEventListener('pointerenter', () => void come())

  return {
    follow() {
      const { text } = desk.state
      if (area.value !== text) area.value = text
      if (editor && editor.text !== text) editor.replace(text)
    },
    mark(problems) {
      marked = problems
      editor?.mark(problems)
    },
    async goTo(line, column) {
      await come()
      if (editor) return editor.goTo(line, column)
      const lines = area.value.split('\n')
      const start = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0)
      area.focus()
      area.setSelectionRange(start, start + (lines[line - 1] ?? '').length)
    },
  }
}
