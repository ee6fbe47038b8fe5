// The one piece of the page that runs in the browser: checks the text, makes the bundle, shows what is wrong where.
// Plain DOM, no framework; built into page.js by scripts/build.ts.
import { recognise } from '../import/recognise.ts'
import { openDoor } from './import/door.ts'
import { readFailure, readFileName, readSummary, type ShownProblem, type Summary } from './island/answer.ts'
import { createEditor, type Editor } from './island/editor.ts'
import { part } from './island/part.ts'
import { card, problemList } from './island/result.ts'
import { ISLAND_TEXT } from './island/text.ts'
import { openMediaDoor } from './media/door.ts'

const DRAFT = 'cp.draft'

function start(): void {
  const lang = document.documentElement.lang === 'de' ? 'de' : 'en'
  const say = ISLAND_TEXT[lang]
  const form = part('form', HTMLFormElement)
  const area = part('site', HTMLTextAreaElement)
  const status = part('status', HTMLElement)
  const details = part('details', HTMLElement)
  const example = area.defaultValue
  let download = ''
  let busy = false

  const draft = recall()
  if (draft !== null) area.value = draft
  const editor: Editor = createEditor(area, part('gutter', HTMLElement), () => keep(editor.text))

  function tell(kind: 'good' | 'bad' | '', text: string, ...below: Node[]): void {
    status.className = kind
    status.textContent = text
    details.replaceChildren(...below)
  }

  function problems(found: readonly ShownProblem[]): Node[] {
    editor.mark(new Map(found.toReversed().flatMap(({ line, severity }) => (line ? [[line, severity] as const] : []))))
    return found.length > 0 ? [problemList(found, say, line => editor.goTo(line))] : []
  }

  const importText = openDoor({
    lang,
    example,
    area,
    read: () => editor.text,
    write: (text, found) => {
      editor.replace(text)
      keep(text)
      const errors = found.filter(({ severity }) => severity === 'error').length
      tell(errors > 0 ? 'bad' : '', errors > 0 ? say.errors(errors) : '', ...problems(found))
    },
  })

  const post = (route: string): Promise<Response> =>
    fetch(`${route}?lang=${lang}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/yaml' },
      body: editor.text,
    })

  /** Shows a failure. @returns nothing, so that a caller can end with it. */
  async function fail(answer: Response): Promise<undefined> {
    const { title, detail, problems: found } = readFailure(await answer.json())
    const errors = found.filter(({ severity }) => severity === 'error').length
    tell('bad', errors > 0 ? say.errors(errors) : `${title}. ${detail}`, ...problems(found))
  }

  async function check(): Promise<Summary | undefined> {
    if (recognise(editor.text) !== undefined) {
      tell('', '')
      importText(editor.text) // it can hold passwords: it is never sent
      return undefined
    }
    const answer = await post('/api/sites/check')
    if (!answer.ok) return fail(answer)
    const summary = readSummary(await answer.json())
    tell('good', say.fine(summary.phones, summary.lines), ...problems(summary.warnings), card(summary, say))
    return summary
  }

  async function make(): Promise<void> {
    const summary = await check()
    if (!summary) return
    const answer = await post('/api/bundles')
    if (!answer.ok) return fail(answer)
    const file = readFileName(answer.headers.get('Content-Disposition'))
    URL.revokeObjectURL(download)
    download = URL.createObjectURL(await answer.blob())
    tell('good', say.made(file), ...problems(summary.warnings), card(summary, say, { file, url: download }))
    const link = document.createElement('a')
    link.href = download
    link.download = file
    link.click()
  }

  /** One thing at a time; a network that is gone is said, not thrown. */
  async function run(action: () => Promise<unknown>): Promise<void> {
    if (busy) return
    busy = true
    form.setAttribute('aria-busy', 'true')
    tell('', say.working)
    try {
      await action()
    } catch {
      tell('bad', say.unreachable)
    }
    form.removeAttribute('aria-busy')
    busy = false
    status.scrollIntoView({ block: 'nearest' })
  }

  form.addEventListener('submit', event => {
    event.preventDefault()
    void run(make)
  })
  part('check', HTMLButtonElement).addEventListener('click', () => void run(check))
  part('restore', HTMLButtonElement).addEventListener('click', () => {
    editor.replace(example)
    keep(null)
    tell('', '')
  })
  part('actions', HTMLElement).hidden = false
  openMediaDoor(lang)
}

/**
 * The text survives a change of language, and ends with the tab. A browser may refuse storage: then it does not. A phone's
 * own file can hold passwords and is not stored.
 */
function keep(text: string | null): void {
  try {
    if (text === null || recognise(text) !== undefined) sessionStorage.removeItem(DRAFT)
    else sessionStorage.setItem(DRAFT, text)
  } catch {}
}

function recall(): string | null {
  try {
    return sessionStorage.getItem(DRAFT)
  } catch {
    return null
  }
}

start()
