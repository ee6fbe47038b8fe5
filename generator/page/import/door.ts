// Where files come in: chosen, dropped or pasted. What imports them is a script of its own, loaded when the first one comes.
import { recognise } from '../../import/recognise.ts'
import type { ShownProblem } from '../island/answer.ts'
import { part } from '../island/part.ts'
import { ISLAND_TEXT } from '../island/text.ts'

/** What the rest of the page lends to an import. */
export interface Desk {
  lang: 'de' | 'en'
  example: string
  /** Where the text is edited. */
  area: HTMLElement
  /** The editor's text. */
  read: () => string
  /** Replaces it, and shows what is wrong with it. */
  write: (text: string, problems: readonly ShownProblem[]) => void
  /**
   * Lends the passwords of an import to the form, or takes them back.
   * @param lines `KEY=value`, of the secrets that `yaml` names; empty: they are forgotten.
   */
  remember: (lines: string, yaml: string) => void
  /** Says what happens, to everybody. */
  tell: (kind: 'good' | 'bad' | '', text: string) => void
  /** Brings the keyboard to what was said last, when the button that was pressed is gone. */
  focus: () => void
  report: HTMLElement
}

type Importer = typeof import('./take.ts')

/** @returns what imports a text that already stands somewhere. */
export function openDoor(
  given: Pick<Desk, 'lang' | 'example' | 'area' | 'read' | 'write' | 'remember'>,
): (text: string) => void {
  const say = ISLAND_TEXT[given.lang]
  const box = part('import', HTMLDetailsElement)
  const status = part('import-status', HTMLElement)
  const chosen = part('import-files', HTMLInputElement)
  const pasted = part('import-text', HTMLTextAreaElement)
  let importer: Promise<Importer> | undefined
  const desk: Desk = {
    ...given,
    report: part('import-report', HTMLElement),
    tell: (kind, words) => {
      status.className = `status ${kind}`
      status.textContent = words
    },
    focus: () => status.focus(),
  }

  /** @returns whether the files were read, so that nobody needs them here any more. */
  async function take(files: readonly File[]): Promise<boolean> {
    box.open = true
    desk.tell('', say.working)
    try {
      importer ??= import('./take.ts')
      const { take } = await importer
      await take(files, desk)
      return true
    } catch {
      importer = undefined
      desk.tell('bad', say.unreachable)
      return false
    } finally {
      status.scrollIntoView({ block: 'nearest' })
    }
  }
  const takeText = (words: string) => take(words.trim() === '' ? [] : [new File([words], '')])

  chosen.addEventListener('change', () => {
    const files = [...(chosen.files ?? [])]
    chosen.value = '' // the same file again is a change too, and the page holds on to none
    if (files.length > 0) void take(files)
  })
  part('import-take', HTMLButtonElement).addEventListener('click', async () => {
    if (await takeText(pasted.value)) pasted.value = ''
  })
  // Before the editor hears of it: a file with passwords does not even get there.
  const intercept = (event: ClipboardEvent) => {
    const words = event.clipboardData?.getData('text/plain') ?? ''
    if (recognise(words) === undefined) return
    event.preventDefault()
    event.stopPropagation()
    void takeText(words)
  }
  given.area.addEventListener('paste', intercept, { capture: true })
  for (const place of [box, given.area]) takeDrops(place, over => box.classList.toggle('over', over), take)
  box.hidden = false
  return words => void takeText(words)
}

/** Files that are dropped; text that is dropped stays the browser's to handle. */
function takeDrops(
  place: HTMLElement,
  hover: (over: boolean) => void,
  take: (files: readonly File[]) => Promise<unknown>,
): void {
  const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
  place.addEventListener('dragover', event => {
    if (!carriesFiles(event)) return
    event.preventDefault()
    hover(true)
  })
  place.addEventListener('dragleave', () => hover(false))
  place.addEventListener('drop', event => {
    if (!carriesFiles(event)) return
    event.preventDefault()
    hover(false)
    void take([...(event.dataTransfer?.files ?? [])])
  })
}
