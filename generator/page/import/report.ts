// What an import reports below its outcome: notes, what changes for the phone, and every row of a table.
import type { Fleet } from '../../import/fleet/fleet.ts'
import type { Imported } from '../../import/import.ts'
import type { ImportNote } from '../../import/note.ts'
import { sayNote, sayRow } from '../../import/words.ts'
import type { Lang } from '../../problem.ts'
import { element } from '../island/element.ts'
import { IMPORT_TEXT } from './text.ts'

const list = (title: string, items: readonly string[]): Node[] =>
  items.length === 0
    ? []
    : [
        element(
          'div',
          'card',
          element('h3', '', title),
          element('ul', '', ...items.map(item => element('li', '', item))),
        ),
      ]

export const notesOf = (notes: readonly ImportNote[], lang: Lang): Node[] =>
  list(
    IMPORT_TEXT[lang].notes,
    notes.map(note => sayHere(note, lang)),
  )

/** Where the command line names an option, the page has something to choose. */
function sayHere(note: ImportNote, lang: Lang): string {
  const text = IMPORT_TEXT[lang]
  if (note.code === 'import.model') return text.assumed(note.model, note.others)
  if (note.code === 'import.dial-plan') return text.dialPlan(note.file)
  return sayNote(note, lang)
}

/**
 * What the file had is shown; what only the description adds, which is long for a sparse file, is folded. Nothing while the
 * site has errors: then nobody knows what the phone would be told.
 */
export function differencesOf({ differences, problems }: Imported, lang: Lang): Node[] {
  const text = IMPORT_TEXT[lang]
  if (problems.some(({ severity }) => severity === 'error')) return []
  if (differences.length === 0) return [element('p', '', text.same)]
  const value = (words: string | undefined) => words ?? element('i', '', text.none)
  const compare = (some: Imported['differences']) =>
    table(
      'compare',
      [text.where, text.before, text.after],
      some.map(({ path, before, after }) => [path, value(before), value(after)]),
    )
  const had = differences.filter(({ before }) => before !== undefined)
  const added = differences.filter(({ before }) => before === undefined)
  const fold = element('details', '', element('summary', '', text.added(added.length)), compare(added))
  return [
    element(
      'div',
      'card',
      element('h3', '', text.differences),
      element('p', 'hint', text.differencesHow),
      ...(had.length > 0 ? [compare(had)] : []),
      ...(added.length > 0 ? [fold] : []),
    ),
  ]
}

export function rowsOf({ rows, unused }: Fleet, lang: Lang): Node[] {
  const text = IMPORT_TEXT[lang]
  const left = rows.flatMap(row => (row.taken ? [] : [row]))
  const taken = rows.flatMap(row => (row.taken ? [row] : []))
  const all = element(
    'details',
    'card',
    element('summary', '', text.rowsTaken(taken.length)),
    table(
      'rows',
      [text.row, text.mac, text.username],
      taken.map(({ line, mac, username }) => [String(line), mac, username]),
    ),
  )
  return [
    ...list(
      text.rowsLeft,
      left.map(row => (row.why === 'no-model' ? `${text.row} ${row.line} ${text.noModel}` : sayRow(row, lang))),
    ),
    ...(unused.length > 0 ? [element('p', '', text.unused(unused.join(', ')))] : []),
    ...(taken.length > 0 ? [all] : []),
  ]
}

/** The roles are said, because a narrow window lays the cells out anew, and then some browsers forget what they are. */
function table(name: string, heads: readonly string[], rows: readonly (readonly (string | Node)[])[]): Node {
  const cell = (kind: 'th' | 'td', role: string, content: string | Node) => {
    const made = element(kind, '', content)
    made.setAttribute('role', role)
    return made
  }
  const line = (cells: Node[]) => {
    const made = element('tr', '', ...cells)
    made.setAttribute('role', 'row')
    return made
  }
  const head = element('thead', '', line(heads.map(words => cell('th', 'columnheader', words))))
  const body = element(
    'tbody',
    '',
    ...rows.map(cells =>
      line(cells.map((content, at) => cell(at === 0 ? 'th' : 'td', at === 0 ? 'rowheader' : 'cell', content))),
    ),
  )
  const made = element('table', name, head, body)
  made.setAttribute('role', 'table')
  for (const group of [head, body]) group.setAttribute('role', 'rowgroup')
  return made
}
