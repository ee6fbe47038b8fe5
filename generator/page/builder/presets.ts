// Presets on the page: what came by a link is offered, what a description names is looked up, and one's own is shared. Loaded
// when somebody wants one of these.
import { Preset } from '../../../schemas/preset.ts'
import { presetId } from '../../presets/id.ts'
import { fromLink, toLink } from '../../presets/link.ts'
import { starter } from '../../presets/starter.ts'
import type { createCore } from '../core/core.ts'
import { setAt } from '../model/description.ts'
import { type Desk, isFresh } from './desk.ts'
import type { Card } from './share.tsx'

const ID = /^[a-z2-7]{26}$/
const SHORT_LINK = /\/p\/([a-z2-7]{26})$/

export interface Presets {
  /** Offers what the address names: `#p=…` or `#id=…`. */
  fromAddress(): Promise<void>
  /** Fetches the preset that the description names by its id, if it is not there. */
  lookUp(): Promise<void>
  applyOffer(): void
  refuseOffer(): void
  share(card: Card): Promise<void>
  store(): Promise<void>
}

export function presetsOf(desk: Desk, core: ReturnType<typeof createCore>): Presets {
  const { say, lang } = desk
  let toStore = ''

  async function fetchPreset(id: string): Promise<Preset | undefined> {
    const answer = await fetch(`/api/presets/${id}`)
    if (!answer.ok) return undefined
    const { data } = Preset.safeParse(await answer.json())
    // The server could give another one: the id is the hash of what it stands for.
    if (!data || (await presetId(data)) !== id) return undefined
    desk.set({ presets: { ...desk.state.presets, [id]: data } })
    return data
  }

  async function offer(preset: Preset, named: string): Promise<void> {
    desk.set({ offer: { preset, named } })
    setTimeout(() => document.getElementById('offer-title')?.focus())
    const { text, presets } = desk.state
    const changes = await core.presetChange({ text, lang, presets, to: preset })
    if (desk.state.offer?.named === named) desk.set({ offer: { preset, named, changes } })
  }

  const close = () => {
    history.replaceState(null, '', location.pathname + location.search)
    desk.set({ offer: undefined })
  }

  async function fromAddress(): Promise<void> {
    const { hash } = location
    const [, id] = /^#id=([a-z2-7]{26})$/.exec(hash) ?? []
    if (id === undefined && !hash.startsWith('#p=')) return
    try {
      const preset = id === undefined ? await fromLink(hash) : await fetchPreset(id)
      if (preset) return await offer(preset, id ?? hash)
      desk.set({ status: { kind: 'bad', text: id === undefined ? say.offerBroken : say.offerGone } })
    } catch {
      desk.set({ status: { kind: 'bad', text: say.unreachable } })
    }
  }

  async function share(card: Card): Promise<void> {
    const { makePreset } = await import('../../presets/make.ts')
    const made = await makePreset(desk.state.text, card, lang, desk.state.presets)
    if (!made.ok) return desk.set({ shared: { out: [], wrong: made.wrong } })
    toStore = JSON.stringify(made.preset)
    desk.set({ shared: { link: `${desk.origin}/${await toLink(made.preset)}`, out: made.out, wrong: [] } })
  }

  async function store(): Promise<void> {
    const { shared } = desk.state
    const answer = await fetch(`/api/presets?lang=${lang}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: toStore,
    })
    if (!shared) return
    if (!answer.ok) return desk.set({ shared: { ...shared, notStored: true } })
    const { url, expires } = await answer.json()
    const date = new Intl.DateTimeFormat(lang, { dateStyle: 'long' }).format(new Date(expires))
    desk.set({ shared: { ...shared, stored: { url, expires: date } } })
  }

  return {
    fromAddress,
    async lookUp() {
      const { preset } = desk.state.description
      const id = ID.test(preset) ? preset : SHORT_LINK.exec(preset)?.[1]
      if (id !== undefined && !desk.state.presets[id]) await fetchPreset(id)
    },
    applyOffer() {
      const { offer: taken, text } = desk.state
      if (!taken) return
      const { named, preset } = taken
      const from = isFresh(desk) ? starter(preset.preset, lang, preset.registrar?.kind) : text
      desk.write(setAt(from, ['preset'], named))
      desk.set({ status: { kind: 'good', text: say.offerTaken } })
      close()
    },
    refuseOffer: close,
    share,
    store,
  }
}
