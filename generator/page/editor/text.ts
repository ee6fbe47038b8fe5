// The editor's own words, and CodeMirror's.
import type { Lang } from '../../problem.ts'

interface EditorText {
  /** How it is left by keyboard, and what the keys do. */
  hint: string
  error: string
  warning: string
  line: string
  none: string
  /** CodeMirror's, by its English ones. */
  phrases: Readonly<Record<string, string>>
}

export const EDITOR_TEXT: Record<Lang, EditorText> = {
  en: {
    hint: 'Ctrl+Space suggests what fits here, F8 goes to the next problem. Tab indents; to leave by keyboard press Escape, then Tab.',
    error: 'Error',
    warning: 'Warning',
    line: 'Line',
    none: 'No problems',
    phrases: { Completions: 'Suggestions', Diagnostics: 'Problems', 'No diagnostics': 'No problems' },
  },
  de: {
    hint: 'Strg+Leertaste schlägt vor, was hier passt, F8 geht zum nächsten Problem. Tab rückt ein; mit Escape und dann Tab geht es hinaus.',
    error: 'Fehler',
    warning: 'Warnung',
    line: 'Zeile',
    none: 'Keine Probleme',
    phrases: {
      ...{ Completions: 'Vorschläge', Diagnostics: 'Probleme', 'No diagnostics': 'Keine Probleme', close: 'Schließen' },
      ...{ Find: 'Suchen', Replace: 'Ersetzen', next: 'weiter', previous: 'zurück', all: 'alle' },
      ...{ 'match case': 'Groß-/Kleinschreibung', regexp: 'regulärer Ausdruck', 'by word': 'ganze Wörter' },
      ...{ replace: 'ersetzen', 'replace all': 'alle ersetzen', 'current match': 'Treffer', 'on line': 'in Zeile' },
      ...{ 'replaced match on line $': 'In Zeile $ ersetzt', 'replaced $ matches': '$ Treffer ersetzt' },
      ...{ 'Go to line': 'Zu Zeile gehen', go: 'los', 'Selection deleted': 'Auswahl gelöscht' },
      'Control character': 'Steuerzeichen',
    },
  },
}
