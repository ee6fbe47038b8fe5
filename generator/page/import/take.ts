// Imports in the tab: a site file into the editor, everything else below. Built into import.js by scripts/build.ts.
// The file and its passwords are held here and nowhere else, until the person leaves or says so.
import './strict-policy.ts'
import { decode } from '../../import/decode.ts'
import { type Gathered, gather } from '../../import/gather.ts'
import { type ImportedFile, importFile } from '../../import/import-file.ts'
import { recognise } from '../../import/recognise.ts'
import { REFUSALS } from '../../import/text.ts'
import { MAX_IMPORT_BYTES } from '../../import/tolerant-xml.ts'
import { element } from '../island/result.ts'
import type { Desk } from './door.ts'
import { modelQuestion } from './model.ts'
import { passwordCard } from './passwords.ts'
import { differencesOf, notesOf, rowsOf } from './report.ts'
import { IMPORT_TEXT } from './text.ts'

type Made = Extract<ImportedFile, { ok: true }>

/** Only one at a time; the next one, and leaving, ends it. */
let held: { forget: () => void } | undefined
/** Counts what was begun: an older one that comes to its end later is dropped. */
let turn = 0

addEventListener('pagehide', () => held?.forget())

/** Never throws for what stands in the files. */
export async function take(files: readonly File[], desk: Desk): Promise<void> {
  const text = IMPORT_TEXT[desk.lang]
  const mine = ++turn
  held?.forget()
  desk.report.replaceChildren()
  const texts = []
  for (const file of files) {
    const name = file.name || text.pasted
    const bytes = file.size > MAX_IMPORT_BYTES ? undefined : await file.arrayBuffer().catch(() => undefined)
    if (mine !== turn) return
    if (!bytes) return desk.tell('bad', (file.size > MAX_IMPORT_BYTES ? text.tooLarge : text.unreadable)(name))
    texts.push({ name, text: decode(new Uint8Array(bytes)) })
  }
  await importGathered(gather(texts), desk)
}

async function importGathered(gathered: Gathered, desk: Desk, model?: string): Promise<void> {
  const { lang } = desk
  const text = IMPORT_TEXT[lang]
  const { file, dialPlan, left } = gathered
  if (!file) return desk.tell('bad', text.nothing)
  const mine = ++turn
  const made = await importFile(
    { ...file, ...(model && { model }), ...(dialPlan && { dialPlan: dialPlan.text }) },
    lang,
  )
  if (mine !== turn) return
  const again = (chosen: string) => void importGathered(gathered, desk, chosen)
  const notTaken = left.length > 0 ? [element('p', '', text.left(left.map(({ name }) => name).join(', ')))] : []
  const asked = made.ok ? asksForModel(made) : made.why === 'unknown-phone' ? '' : undefined
  const question = asked === undefined ? [] : [modelQuestion(text, model ?? asked, again)]
  const forgetting: (() => void)[] = [() => question[0]?.remove()]
  held = {
    forget: () => {
      for (const forget of forgetting) forget()
      held = undefined
    },
  }
  if (!made.ok) {
    const why = made.why === 'unknown-phone' ? text.unknownPhone : REFUSALS[lang][made.why]
    desk.tell('bad', text.refused(file.name, made.line, why))
    desk.report.replaceChildren(...question, ...notTaken)
    return
  }
  const card = made.secrets === '' ? undefined : passwordCard(made.secrets, text, desk.tell, () => held?.forget())
  if (card) forgetting.push(card.forget)
  const first = [...(card ? [card.node] : []), ...question]
  place(made, file.name, desk, first, [
    ...notTaken,
    ...(made.kind === 'table' ? rowsOf(made, lang) : [...notesOf(made.notes, lang), ...differencesOf(made, lang)]),
  ])
}

/** @returns the model that was assumed, `''` when rows have none, undefined when there is nothing to ask. */
function asksForModel(made: Made): string | undefined {
  if (made.kind === 'table') return made.rows.some(row => !row.taken && row.why === 'no-model') ? '' : undefined
  return made.notes.flatMap(note => (note.code === 'import.model' ? [note.model] : []))[0]
}

/** What import has put into the editor last; it needs no question when the next one replaces it. */
let placed: string | undefined

/** @param first shown above the button that takes it back, `report` below. */
function place(made: Made, name: string, desk: Desk, first: readonly Node[], report: readonly Node[]): void {
  const { read, write, tell, example, lang } = desk
  const text = IMPORT_TEXT[lang]
  const own = recognise(read()) === undefined ? read() : example // never back to a text with passwords
  const outcome =
    made.kind === 'table'
      ? text.madeTable(name, made.rows.filter(({ taken }) => taken).length, made.rows.length)
      : text.made(name)
  let other = own

  const undo = element('button', '', text.undo)
  undo.type = 'button'
  let done = true
  undo.addEventListener('click', () => {
    const now = read()
    write(other, done ? [] : made.problems)
    other = now
    done = !done
    undo.textContent = done ? text.undo : text.redo
    tell('', done ? text.redone : text.undone)
  })

  const replace = () => {
    other = own
    placed = made.yaml
    write(made.yaml, made.problems)
    tell('good', outcome)
    desk.report.replaceChildren(...first, element('div', 'actions', undo), ...report)
  }
  if (own === example || own === placed || own.trim() === '') {
    replace()
    return
  }
  const [yes, no] = [element('button', 'primary', text.replace), element('button', '', text.keep)]
  const question = element('div', 'card', element('p', '', text.question), element('div', 'actions', yes, no))
  for (const button of [yes, no]) button.type = 'button'
  yes.addEventListener('click', () => {
    replace()
    undo.focus({ preventScroll: true })
  })
  no.addEventListener('click', () => {
    held?.forget()
    desk.report.replaceChildren()
    tell('', text.kept)
  })
  tell('', text.question)
  desk.report.replaceChildren(question)
  yes.focus()
}
