// Puts the imported site into the editor: with a question when it would replace a person's own text, and with a way back.
import { recognise } from '../../import/recognise.ts'
import type { Problem } from '../../problem.ts'
import { element } from '../island/element.ts'
import type { Desk } from './door.ts'
import { IMPORT_TEXT } from './text.ts'

export interface Placing {
  yaml: string
  problems: readonly Problem[]
  /** The sentence that says it is done. */
  outcome: string
  /** The person's own text is in it; there is nothing to ask. */
  keepsAll: boolean
}

/** What an import has put there last; it needs no question when the next one replaces it. */
let placed: string | undefined

/** What stands in the editor, unless that is a file to import: nothing goes back to a text with passwords. */
export const ownText = ({ read, example }: Desk): string => (recognise(read()) === undefined ? read() : example)

/**
 * @param first shown above the button that takes it back, `report` below it.
 * @param refuse called when the person keeps what was there.
 */
export function place(
  { yaml, problems, outcome, keepsAll }: Placing,
  desk: Desk,
  first: readonly Node[],
  report: readonly Node[],
  refuse: () => void,
): void {
  const text = IMPORT_TEXT[desk.lang]
  const own = ownText(desk)
  const undo = button('', text.undo)
  const replace = () => {
    if (!keepsAll) placed = yaml
    desk.write(yaml, problems)
    desk.tell('good', outcome)
    desk.report.replaceChildren(...first, element('div', 'actions', undo), ...report)
  }

  let other = own
  let done = true
  undo.addEventListener('click', () => {
    const now = desk.read()
    desk.write(other, done ? [] : problems)
    other = now
    done = !done
    undo.textContent = done ? text.undo : text.redo
    desk.tell('', done ? text.redone : text.undone)
  })
  if (keepsAll || own === desk.example || own === placed || own.trim() === '') {
    replace()
    return
  }

  const yes = button('primary', text.replace)
  const no = button('', text.keep)
  yes.addEventListener('click', () => {
    replace()
    desk.focus()
  })
  no.addEventListener('click', () => {
    refuse()
    desk.report.replaceChildren()
    desk.tell('', text.kept)
    desk.focus()
  })
  desk.tell('', text.question)
  desk.report.replaceChildren(element('div', 'actions', yes, no))
  yes.focus()
}

function button(className: string, words: string): HTMLButtonElement {
  const made = element('button', className, words)
  made.type = 'button'
  return made
}
