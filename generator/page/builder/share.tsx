// Makes a preset of the description: what may be shared, under a name, as a link that holds it or as a stored one.
import type { Desk } from './desk.ts'
import { kept } from './kept.tsx'

/** What somebody writes about a preset. */
export interface Card {
  name: string
  description: string
  author: string
  licence: string
}

/** What came of it. */
export interface Shared {
  link?: string
  /** Where it stands in the description, and is not in the preset. */
  out: readonly string[]
  /** Why there is none. */
  wrong: readonly string[]
  stored?: { url: string; expires: string }
  /** It was not stored. */
  notStored?: boolean
}

export interface ShareActions {
  share: (card: Card) => void
  store: () => void
  copy: (text: string, button: HTMLElement) => void
}

const FIELDS = ['name', 'description', 'author', 'licence'] as const

interface ShareProps {
  desk: Desk
  actions: ShareActions
}

function ShareNow({ desk, actions }: ShareProps) {
  const { say, state } = desk
  const { shared } = state
  const labels = {
    name: say.shareName,
    description: say.shareDescription,
    author: say.shareAuthor,
    licence: say.shareLicence,
  }
  const read = (name: (typeof FIELDS)[number]): string => {
    const field = document.getElementById(`share-${name}`)
    return field instanceof HTMLInputElement ? field.value.trim() : ''
  }
  const make = () =>
    actions.share({
      name: read('name'),
      description: read('description'),
      author: read('author'),
      licence: read('licence'),
    })
  return (
    <details class="share">
      <summary>{say.share}</summary>
      <p class="hint">{say.shareHow}</p>
      <div class="fields">
        {FIELDS.map(name => (
          <div class="field">
            <label for={`share-${name}`}>
              {labels[name]} {name !== 'name' && <span class="hint">({say.shareOptional})</span>}
            </label>
            <input
              id={`share-${name}`}
              type="text"
              maxlength={name === 'description' ? 200 : 60}
              autocomplete="off"
              spellcheck={name === 'description'}
              onKeydown={(event: KeyboardEvent) => {
                if (event.key !== 'Enter') return
                event.preventDefault() // the form around it makes bundles
                make()
              }}
            />
          </div>
        ))}
      </div>
      <p class="actions">
        <button type="button" onClick={make}>
          {say.shareMake}
        </button>
      </p>
      <div role="status">
        {shared && shared.wrong.length > 0 && <List title={say.shareWrong} items={shared.wrong} />}
        {shared?.link !== undefined && (
          <>
            <p>{say.shareLink}</p>
            <Link url={shared.link} desk={desk} copy={actions.copy} />
            {shared.out.length > 0 && <List title={say.shareOut} items={shared.out} />}
            {shared.stored && (
              <>
                <p>{say.shareStored(shared.stored.expires)}</p>
                <Link url={shared.stored.url} desk={desk} copy={actions.copy} />
              </>
            )}
            {shared.notStored && <p>{say.shareStoreOff}</p>}
            {!shared.stored && !shared.notStored && (
              <p class="actions">
                <button type="button" onClick={actions.store}>
                  {say.shareStore}
                </button>
              </p>
            )}
          </>
        )}
      </div>
    </details>
  )
}

export const Share = kept<ShareProps>(ShareNow, ({ shared }) => [shared])

const List = ({ title, items }: { title: string; items: readonly string[] }) => (
  <>
    <p>{title}</p>
    <ul>
      {items.map(item => (
        <li>{item}</li>
      ))}
    </ul>
  </>
)

interface LinkProps {
  url: string
  desk: Desk
  copy: ShareActions['copy']
}

function Link({ url, desk: { say }, copy }: LinkProps) {
  return (
    <div class="command">
      <pre tabindex={0}>
        <code>{url}</code>
      </pre>
      <button type="button" onClick={(event: Event) => event.target instanceof HTMLElement && copy(url, event.target)}>
        {say.copy}
      </button>
    </div>
  )
}
