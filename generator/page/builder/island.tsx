// Brings the builder to life: the text and the form in step, the check in the worker, the bundle, the presets that come by links.
import { useLayoutEffect, useState } from 'hono/jsx'
import { render } from 'hono/jsx/dom'
import { recognise } from '../../import/recognise.ts'
import type { Problem } from '../../problem.ts'
import { createCore } from '../core/core.ts'
import { readFailure, readFileName } from '../island/answer.ts'
import { part } from '../island/part.ts'
import { openMediaDoor } from '../media/door.ts'
import { makePassword, secretsFile } from '../model/secrets.ts'
import { isFollowing } from './after-paint.ts'
import { beginning } from './beginning.ts'
import { Builder } from './builder.tsx'
import { createDesk, type Desk, type Paper } from './desk.ts'
import { keep } from './draft.ts'
import type { Facts } from './facts.ts'
import { copy, download, save } from './hand-over.ts'
import { idOf } from './ids.ts'
import { openImport } from './imported.ts'
import { openText } from './open-text.ts'
import type { Presets } from './presets.ts'
import type { Card } from './share.tsx'
import { warmUp } from './warm-up.ts'

/** So long after the last key the text is checked. */
const PAUSE_MS = 250
/** A preset that is not built in, by its id. */
const NAMED = /(?:^|\/p\/)[a-z2-7]{26}$/

const lang = document.documentElement.lang === 'de' ? 'de' : 'en'
const root = part('builder', HTMLElement)
const fresh = part('site', HTMLTextAreaElement).defaultValue
const facts: Facts = JSON.parse(root.dataset.facts ?? '')
// Only the words that are needed.
const say = lang === 'de' ? (await import('./text-de.ts')).de : (await import('./text-en.ts')).en
const desk = createDesk({ lang, say, facts, origin: location.origin, text: beginning(facts, fresh) })
const core = createCore()
let pause: ReturnType<typeof setTimeout> | undefined

let redraw = () => {}
let drawing = false
let { focus } = desk.state
// Once for all that changes together.
desk.onChange(() => {
  if (drawing) return
  drawing = true
  const draw = () => {
    drawing = false
    // Left before it goes: otherwise the browser measures the half-drawn page to find out what has the focus now.
    if (desk.state.focus !== focus && document.activeElement instanceof HTMLElement) document.activeElement.blur()
    focus = desk.state.focus
    redraw()
  }
  if (isFollowing()) setTimeout(draw)
  else queueMicrotask(draw)
})

function App({ desk }: { desk: Desk }) {
  const [, draw] = useState(0)
  redraw = () => draw(count => count + 1)
  const { focus } = desk.state
  useLayoutEffect(() => {
    if (focus) document.getElementById(focus.id)?.focus()
  }, [focus])
  return <Builder desk={desk} actions={actions} />
}

desk.set({ asleep: false })
let loaded: Presets | undefined
const presets = async (): Promise<Presets> => {
  const { presetsOf } = await import('./presets.ts')
  loaded ??= presetsOf(desk, core)
  return loaded
}
const actions = {
  make: () => void run(make),
  check: () => void run(check),
  saveSecrets() {
    save('secrets.env', new Blob([secretsFile(desk.state.secrets)], { type: 'text/plain' }))
    desk.set({ saved: true, status: { kind: 'good', text: say.secretsSaved } })
  },
  restore() {
    const { preset } = desk.state.description
    desk.write(facts.presets.find(({ name }) => name === preset)?.starter ?? fresh)
    keep(null)
    desk.set({ status: { kind: '', text: '' }, all: false, touched: new Set() })
  },
  show,
  open,
  generate(secrets: readonly string[]) {
    const all = new Map(desk.state.secrets)
    for (const name of secrets) all.set(name, makePassword(crypto.getRandomValues(new Uint8Array(64))))
    desk.set({ secrets: all, saved: false })
  },
  copy: (words: string, button: HTMLElement) => copy(words, button, say.copied),
  applyOffer: () => void presets().then(({ applyOffer }) => applyOffer()),
  refuseOffer: () => void presets().then(({ refuseOffer }) => refuseOffer()),
  share: (card: Card) =>
    void presets()
      .then(({ share }) => share(card))
      .catch(unreachable),
  store: () =>
    void presets()
      .then(({ store }) => store())
      .catch(notStored),
}
render(<App desk={desk} />, root)
const text = openText(desk, part('editor', HTMLElement), part('site', HTMLTextAreaElement))

const importText = openImport(desk, fresh)

let last = desk.state.text
desk.onChange(() => {
  if (desk.state.text === last) return
  last = desk.state.text
  setTimeout(() => keep(desk.state.text))
  requestAnimationFrame(() => setTimeout(text.follow)) // the form first, which somebody looks at
  clearTimeout(pause)
  pause = setTimeout(() => void look(), PAUSE_MS)
})

/** Checks the text as it is now. @returns undefined when it changed meanwhile, or nothing could be loaded. */
async function look() {
  const { text: asked, presets: known } = desk.state
  if (recognise(asked) !== undefined) return undefined
  try {
    const answer = await core.check({ text: asked, lang, presets: known })
    if (asked !== desk.state.text) return undefined
    desk.set({ answer, stale: false })
    text.mark(answer.problems)
    return answer
  } catch {
    desk.set({ status: { kind: 'bad', text: say.noCore } })
    return undefined
  }
}

async function check() {
  if (recognise(desk.state.text) !== undefined) {
    tell('bad', say.isFile)
    importText(desk.state.text) // it can hold passwords: it is never sent
    return undefined
  }
  if (NAMED.test(desk.state.description.preset)) await (await presets()).lookUp()
  const answer = await look()
  if (!answer) return undefined
  const errors = answer.problems.filter(({ severity }) => severity === 'error').length
  const phones = desk.state.description.phones
  const lines = phones.reduce((sum, phone) => sum + phone.lines.length, 0)
  desk.set({ all: true })
  tell(answer.ok ? 'good' : 'bad', answer.ok ? say.ready(phones.length, lines) : say.errors(errors))
  return answer.ok ? answer : undefined
}

async function make() {
  const { text: asked } = desk.state
  const checked = await check()
  if (!checked) return
  const { json } = checked // none where aliases would make it too long
  const answer = await fetch(`/api/bundles?lang=${lang}`, {
    method: 'POST',
    headers: { 'Content-Type': json === undefined ? 'application/yaml' : 'application/json' },
    body: json ?? asked,
  })
  if (!answer.ok) {
    const { title, detail } = readFailure(await answer.json())
    return tell('bad', `${title}. ${detail}`)
  }
  const file = readFileName(answer.headers.get('Content-Disposition'))
  const bytes = new Uint8Array(await answer.arrayBuffer())
  if (desk.state.made) URL.revokeObjectURL(desk.state.made.url)
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/zip' }))
  desk.set({ made: { file, bytes, url, text: asked } })
  tell('good', say.made(file))
  download(file, url)
  const { BundleView } = await import('../bundle/view.tsx')
  const place = part('made', HTMLElement)
  render(
    <BundleView
      lang={lang}
      bundle={bytes}
      file={file}
      origin={location.origin}
      hasSecrets={[...desk.state.secrets.values()].some(value => value !== '')}
    />,
    place,
  )
  place.hidden = false
}

const unreachable = () => tell('bad', say.unreachable)
const notStored = () => {
  const { shared } = desk.state
  if (shared) desk.set({ shared: { ...shared, notStored: true } })
}
const tell = (kind: '' | 'good' | 'bad', words: string) => desk.set({ status: { kind, text: words } })

/** One thing at a time; a network that is gone is said, not thrown. */
async function run(action: () => Promise<unknown>): Promise<void> {
  if (desk.state.busy) return
  desk.set({ busy: true })
  tell('', say.waiting)
  try {
    await action()
  } catch {
    tell('bad', say.unreachable)
  }
  desk.set({ busy: false })
}

/** The field, when the form has one; else the line in the text. */
function show({ path, line, column }: Problem): void {
  const [first, index, list, at] = path
  if (first === 'phones' && typeof index === 'number') {
    const isLine = list === 'lines' && typeof at === 'number'
    desk.set({ phone: index, ...(isLine && { key: at + 1 }) })
  }
  setTimeout(() => {
    const field = document.getElementById(idOf(path))
    if (field) return field.focus()
    open('text')
    if (line !== undefined) void text.goTo(line, column)
  })
}

function open(paper: Paper): void {
  desk.set({ paper })
  if (paper !== 'text' && !desk.state.answer) void look()
}

addEventListener('beforeunload', event => {
  if (!desk.state.saved) event.preventDefault()
})

openMediaDoor(lang)
const fromAddress = () => {
  if (/^#(?:p|id)=/.test(location.hash))
    void presets()
      .then(({ fromAddress }) => fromAddress())
      .catch(unreachable)
}
addEventListener('hashchange', fromAddress)
fromAddress()
// Once nothing else is to be done: what checks, so that it is there when the network is gone.
setTimeout(() => {
  void look()
  warmUp(fresh, 4)
}, 300)
