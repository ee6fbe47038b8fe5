// The editor of the YAML: CodeMirror in a shadow root, where its style sheets are made by script and not written into the
// page, as the page's policy demands. Loaded when somebody wants to see the text.
import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { yamlLanguage } from '@codemirror/lang-yaml'
import { bracketMatching, indentUnit } from '@codemirror/language'
import { lintGutter, lintKeymap } from '@codemirror/lint'
import { search, searchKeymap } from '@codemirror/search'
import { Annotation, Compartment, EditorState, type Extension } from '@codemirror/state'
import {
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  hoverTooltip,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import type { Lang, Problem } from '../../problem.ts'
import { markProblems, rangeAt, spoken, toNextProblem } from './marks.ts'
import { EDITOR_TEXT } from './text.ts'
import { theme } from './theme.ts'

export interface CodeEditor {
  readonly text: string
  /** Puts in another text, which can be undone; `onChange` is not told. */
  replace(text: string): void
  mark(problems: readonly Problem[]): void
  /** Focuses, selects what stands there, and speaks its problem. Both from 1. */
  goTo(line: number, column?: number): void
  focus(): void
  destroy(): void
}

export interface CodeEditorOptions {
  parent: HTMLElement
  text: string
  lang: Lang
  /** What it is, for a screen reader. */
  label: string
  /** After every change by the visitor. */
  onChange(text: string): void
}

/** Below this width, in pixels, long lines are broken. */
const NARROW = 480
const HINT = 'hint'
const fromOutside = Annotation.define<boolean>()

export function createCodeEditor({ parent, text, lang, label, onChange }: CodeEditorOptions): CodeEditor {
  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'open' })
  const attributes = new Compartment()
  const wrapping = new Compartment()
  const described = { 'aria-label': label, 'aria-describedby': HINT, 'aria-multiline': 'true', spellcheck: 'false' }

  parent.append(host)
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        writing(lang),
        theme(),
        attributes.of(EditorView.contentAttributes.of(described)),
        wrapping.of([]),
        EditorView.updateListener.of(update => {
          const ours = update.transactions.some(transaction => transaction.annotation(fromOutside))
          if (update.docChanged && !ours) onChange(update.state.doc.toString())
        }),
      ],
    }),
  })
  root.append(hint(lang))

  let narrow = false
  const watch = new ResizeObserver(() => {
    if (narrow === host.clientWidth < NARROW) return
    narrow = !narrow
    view.dispatch({ effects: wrapping.reconfigure(narrow ? EditorView.lineWrapping : []) })
  })
  watch.observe(host)

  return {
    get text() {
      return view.state.doc.toString()
    },
    replace(next) {
      const changes = difference(view.state.doc.toString(), next)
      if (changes) view.dispatch({ changes, annotations: fromOutside.of(true), userEvent: 'input.form' })
    },
    mark(problems) {
      markProblems(view, problems)
      const wrong = problems.some(({ severity }) => severity === 'error')
      const now = { ...described, ...(wrong && { 'aria-invalid': 'true' }) }
      view.dispatch({ effects: attributes.reconfigure(EditorView.contentAttributes.of(now)) })
    },
    goTo(line, column = 1) {
      const { from, to } = rangeAt(view.state.doc, line, column)
      const effects = [EditorView.scrollIntoView(from, { y: 'center' }), spoken(view, from, lang).effects ?? []].flat()
      view.focus()
      view.dispatch({ selection: { anchor: from, head: to }, effects })
    },
    focus() {
      view.focus()
    },
    destroy() {
      watch.disconnect()
      view.destroy()
      host.remove()
    },
  }
}

/**
 * What knows the schema and the catalogue is loaded when it is asked first. Tab indents, so Escape and then Tab leaves: CodeMirror's own way, which the hint names.
 */
const writing = (lang: Lang): Extension => [
  lineNumbers(),
  lintGutter(),
  history(),
  yamlLanguage,
  indentUnit.of('  '),
  EditorState.tabSize.of(2),
  EditorState.phrases.of(EDITOR_TEXT[lang].phrases),
  bracketMatching(),
  closeBrackets(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  search({ top: true }),
  autocompletion({
    override: [async context => (await import('./complete.ts')).completeSite(lang)(context)],
    icons: false,
    maxRenderedOptions: 200,
  }),
  hoverTooltip(async (view, pos) => (await import('./help.ts')).keyHelp(view, pos, lang)),
  keymap.of([
    { key: 'F8', run: toNextProblem(lang) },
    { key: 'Tab', run: acceptCompletion },
    ...closeBracketsKeymap,
    ...completionKeymap,
    ...searchKeymap,
    ...historyKeymap,
    ...lintKeymap,
    ...defaultKeymap,
    indentWithTab,
  ]),
]

function hint(lang: Lang): HTMLElement {
  const text = document.createElement('p')
  text.id = HINT
  text.textContent = EDITOR_TEXT[lang].hint
  text.style.cssText = 'margin: .35rem 0 0; color: var(--soft); font-size: .875rem'
  return text
}

/** The one piece that differs: so that cursor, marks and history outside it stay. */
function difference(now: string, next: string): { from: number; to: number; insert: string } | undefined {
  if (now === next) return undefined
  let from = 0
  while (from < now.length && now.charAt(from) === next.charAt(from)) from++
  let end = 0
  const most = Math.min(now.length, next.length) - from
  while (end < most && now.charAt(now.length - 1 - end) === next.charAt(next.length - 1 - end)) end++
  return { from, to: now.length - end, insert: next.slice(from, next.length - end) }
}
