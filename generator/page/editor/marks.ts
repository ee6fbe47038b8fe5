// Problems in the text: underlined, marked at their lines, told with their cure, and gone through with F8.
import { type Diagnostic, forEachDiagnostic, setDiagnostics } from '@codemirror/lint'
import type { Text, TransactionSpec } from '@codemirror/state'
import { type Command, EditorView } from '@codemirror/view'
import type { Lang, Problem } from '../../problem.ts'
import { keyOf } from './block.ts'
import { EDITOR_TEXT } from './text.ts'

/** Problems without a line are none of the text's; the page lists them. */
export function markProblems(view: EditorView, problems: readonly Problem[]): void {
  const { doc } = view.state
  const found = problems.flatMap((problem): Diagnostic[] => {
    const { line, column = 1, severity, message, cure } = problem
    if (line === undefined || line > doc.lines) return []
    return [
      { ...rangeAt(doc, line, column), severity, message: `${message}\n${cure}`, renderMessage: () => told(problem) },
    ]
  })
  found.sort((one, other) => one.from - other.from || one.to - other.to)
  view.dispatch(setDiagnostics(view.state, found))
}

/** From a position to the end of the word or value that begins there; at least one character, if the line has one. */
export function rangeAt(doc: Text, line: number, column: number): { from: number; to: number } {
  const { from: start, text } = doc.line(Math.min(Math.max(line, 1), doc.lines))
  const at = Math.min(Math.max(column - 1, 0), Math.max(text.length - 1, 0))
  const rest = text.slice(at)
  const key = keyOf(rest)
  const word = /^(?:"[^"]*"|'[^']*'|[{[].*[}\]]|[^,}\]#]*[^,}\]#\s])/.exec(rest)?.[0] ?? rest
  const length = key ? rest.indexOf(':') : word.length
  return { from: start + at, to: start + at + Math.max(length, text.length > 0 ? 1 : 0) }
}

function told({ message, cure }: Problem): HTMLElement {
  const box = document.createElement('div')
  for (const [name, text] of [
    ['message', message],
    ['cure', cure],
  ] as const) {
    const part = document.createElement('p')
    part.className = `cp-${name}`
    part.textContent = text
    box.append(part)
  }
  return box
}

/** The next problem after the cursor, from the top again after the last; it is spoken, too. */
export const toNextProblem =
  (lang: Lang): Command =>
  view => {
    const { state } = view
    const all: { from: number; to: number }[] = []
    forEachDiagnostic(state, (_, from, to) => all.push({ from, to }))
    const here = state.selection.main.from
    const next = all.find(({ from }) => from > here) ?? all[0]
    if (next)
      view.dispatch({ selection: { anchor: next.from }, scrollIntoView: true, ...spoken(view, next.from, lang) })
    else view.dispatch({ effects: EditorView.announce.of(EDITOR_TEXT[lang].none) })
    return true
  }

/** What a screen reader shall say of the line of a position: its problems. */
export function spoken({ state }: EditorView, at: number, lang: Lang): TransactionSpec {
  const { from, to, number } = state.doc.lineAt(at)
  const text = EDITOR_TEXT[lang]
  const words: string[] = []
  forEachDiagnostic(state, (diagnostic, start) => {
    const name = diagnostic.severity === 'error' ? text.error : text.warning
    if (start >= from && start <= to) words.push(`${name}: ${diagnostic.message}`)
  })
  return words.length === 0 ? {} : { effects: EditorView.announce.of(`${text.line} ${number}. ${words.join(' ')}`) }
}
