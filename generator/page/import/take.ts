// Imports in the tab: a site file into the editor, everything else below. Built into import.js by scripts/build.ts.
// The file and its passwords are held here and nowhere else, until the person leaves or says so.
import { decode } from '../../import/decode.ts'
import { type Gathered, gather } from '../../import/gather.ts'
import { type ImportedFile, importFile } from '../../import/import-file.ts'
import { REFUSALS } from '../../import/refusals.ts'
import { MAX_IMPORT_BYTES } from '../../import/tolerant-xml.ts'
import { element } from '../island/element.ts'
import type { Desk } from './door.ts'
import { modelQuestion } from './model.ts'
import { passwordCard } from './passwords.ts'
import { ownText, place } from './place.ts'
import { differencesOf, notesOf, rowsOf } from './report.ts'
import { IMPORT_TEXT, type ImportText } from './text.ts'

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
  const { file, dialPlan, defaults, left } = gathered
  if (!file) return desk.tell('bad', text.nothing)
  const mine = ++turn
  const site = ownText(desk)
  const beside = { ...(dialPlan && { dialPlan: dialPlan.text }), ...(defaults && { defaults: defaults.text }) }
  const brought = { ...file, site, ...(model && { model }), ...beside }
  const made = await importFile(brought, lang)
  if (mine !== turn) return
  held?.forget()

  // What a living button's handler can reach stays in memory: so it reaches the file only through this.
  let kept: Gathered | undefined = gathered
  const again = async (chosen: string) => {
    if (kept) await importGathered(kept, desk, chosen)
    desk.focus()
  }
  const asked = model ?? modelToAsk(made)
  const question = asked === undefined ? undefined : modelQuestion(text, asked, again)
  const card = made.ok && made.secrets !== '' ? passwordCard(made.secrets, text, desk, () => held?.forget()) : undefined
  if (made.ok) desk.remember(made.secrets, made.yaml)
  held = {
    forget: () => {
      desk.remember('', '')
      kept = undefined
      question?.remove()
      card?.forget()
      held = undefined
    },
  }
  const notTaken = left.length > 0 ? [element('p', '', text.left(left.map(({ name }) => name).join(', ')))] : []
  const first = [card?.node, question].filter(node => node !== undefined)
  if (!made.ok) {
    const why = made.why === 'unknown-phone' ? text.unknownPhone : REFUSALS[lang][made.why]
    desk.tell('bad', text.refused(file.name, made.line, why))
    desk.report.replaceChildren(...first, ...notTaken, ...notesOf(made.notes, lang))
    return
  }
  const result = {
    yaml: made.yaml,
    problems: made.problems,
    outcome: outcomeOf(made, file.name, text),
    keepsAll: made.kind === 'dial-plan' && made.into,
  }
  place(
    result,
    desk,
    first,
    [
      ...notTaken,
      ...(made.kind === 'table' ? rowsOf(made, lang) : notesOf(made.notes, lang)),
      ...(made.kind === 'configuration' ? differencesOf(made, lang) : []),
    ],
    () => held?.forget(),
  )
}

/** @returns the model that was assumed, `''` when the file or rows have none, undefined when there is nothing to ask. */
function modelToAsk(made: ImportedFile): string | undefined {
  if (!made.ok) return made.why === 'unknown-phone' ? '' : undefined
  if (made.kind === 'table') return made.rows.some(row => !row.taken && row.why === 'no-model') ? '' : undefined
  return made.notes.flatMap<string>(note => (note.code === 'import.model' ? [note.model] : []))[0]
}

function outcomeOf(made: Extract<ImportedFile, { ok: true }>, name: string, text: ImportText): string {
  if (made.kind === 'table')
    return text.madeTable(name, made.rows.filter(({ taken }) => taken).length, made.rows.length)
  return made.kind === 'dial-plan' && made.into ? text.madePlan(name) : text.made(name)
}
