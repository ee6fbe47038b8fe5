// Brings the builder to life: the text and the form in step, the check in the worker, the bundle, the presets that come by links.
import { useLayoutEffect, useState } from 'hono/jsx'
import { render } from 'hono/jsx/dom'
import { secretKey } from '../../../schemas/secret-name.ts'
import { recognise } from '../../import/recognise.ts'
import type { Problem } from '../../problem.ts'
import { createCore } from '../core/core.ts'
import { openDoor } from '../import/door.ts'
import { readFailure, readFileName } from '../island/answer.ts'
import { part } from '../island/part.ts'
import { openMediaDoor } from '../media/door.ts'
import { addAt, readDescription, setAt } from '../model/description.ts'
import { makePassword, secretsFile } from '../model/secrets.ts'
import { isFollowing } from './after-paint.ts'
import { Builder } from './builder.tsx'
import { createDesk, type Desk, type Paper } from './desk.ts'
import { keep, recall } from './draft.ts'
import type { Facts } from './facts.ts'
import { idOf } from './ids.ts'
import { openText } from './open-text.ts'
import type { Presets } from './presets.ts'
import type { Card } from './share.tsx'

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
const desk = createDesk({ lang, say, facts, origin: location.origin, text: beginning() })
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
  copy,
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

/** Names of the secrets that an import brought. */
let brought: string[] = []
const importText = openDoor({
  lang,
  remember(lines, yaml) {
    const secrets = new Map(desk.state.secrets)
    for (const name of brought) secrets.delete(name)
    const values = new Map(
      lines.split('\n').map(line => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    )
    const read = readDescription(yaml)
    const names = read.ok ? read.description.phones.flatMap(phone => phone.lines.map(({ secret }) => secret)) : []
    brought = names.filter(name => values.has(secretKey(name)))
    for (const name of brought) secrets.set(name, values.get(secretKey(name)) ?? '')
    desk.set({ secrets })
  },
  example: fresh,
  area: part('paper-text', HTMLElement),
  read: () => desk.state.text,
  write: (next, found) => {
    desk.write(next)
    const errors = found.filter(({ severity }) => severity === 'error').length
    desk.set({ all: errors > 0, status: { kind: errors > 0 ? 'bad' : '', text: errors > 0 ? say.errors(errors) : '' } })
  },
})

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

function save(file: string, content: Blob): void {
  const url = URL.createObjectURL(content)
  download(file, url)
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

function download(file: string, url: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = file
  link.click()
}

async function copy(words: string, button: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(words)
    button.textContent = say.copied
  } catch {
    const line = button.parentElement?.querySelector('pre')
    if (line) getSelection()?.selectAllChildren(line) // without the permission: ready for Ctrl-C
  }
}

/** What the visitor wrote before; a preset that the address names is put into it. */
function beginning(): string {
  const address = new URL(location.href)
  const preset = address.searchParams.get('preset')
  const draft = recall()
  if (preset !== null) {
    address.searchParams.delete('preset') // once, not at every reload
    history.replaceState(null, '', address)
  }
  if (draft === null || facts.presets.some(({ starter }) => starter === draft))
    return preset === null ? (draft ?? fresh) : fresh
  return preset === null ? draft : setAt(draft, ['preset'], preset)
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
// Once nothing else is to be done: what checks, so that it is there when the network is gone; and what edits is run a few times,
// for nothing, so that the first letter somebody types need not wait until the browser has compiled it.
setTimeout(() => {
  void look()
  warmUp(4)
}, 300)

function warmUp(times: number): void {
  const more = addAt(fresh, ['phones', 0, 'lines'], { username: `x${times}` })
  readDescription(setAt(more, ['phones', 0, 'label'], `x ${times}`))
  if (times > 1) setTimeout(() => warmUp(times - 1), 50)
}
