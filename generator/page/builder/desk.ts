// What the builder knows and can do: the text of the description, which is the truth, and what is only in this tab.
import type { Preset } from '../../../schemas/preset.ts'
import type { Lang, Problem } from '../../problem.ts'
import type { CoreAnswer, Difference } from '../core/answer.ts'
import { type Description, type Place, readDescription } from '../model/description.ts'
import type { Facts } from './facts.ts'
import type { Shared } from './share.tsx'
import type { Say } from './text-en.ts'

/** Beside the form. */
export type Paper = 'text' | 'files' | 'differences' | 'registrar'

/** A preset that came by a link, and is not applied yet. */
export interface Offer {
  preset: Preset
  /** How a site names it: its id, or the link that holds it. */
  named: string
  /** What it would change; undefined while that is being found out. */
  changes?: Difference[]
}

export interface Made {
  file: string
  bytes: Uint8Array
  url: string
  /** The text it was made of: another one needs another bundle. */
  text: string
}

export interface State {
  text: string
  /** Of the text, or of the last one that could be read. */
  description: Description
  /** Where the text cannot be read. */
  broken?: { line: number; column: number }
  /** Index of the phone that is shown. */
  phone: number
  /** Position of the key that is shown. */
  key: number
  secrets: ReadonlyMap<string, string>
  /** Whether the passwords were saved since the last change. */
  saved: boolean
  answer?: CoreAnswer
  /** Of the text before the last changes. */
  stale: boolean
  /** Places in which the visitor was, and whether all faults are shown. */
  touched: ReadonlySet<string>
  all: boolean
  paper: Paper
  /** Path of the file that is shown; empty for the configuration of the phone. */
  file: string
  offer: Offer | undefined
  /** Presets that were looked up, by id. */
  presets: Readonly<Record<string, Preset>>
  made?: Made
  shared?: Shared
  status: { kind: '' | 'good' | 'bad'; text: string }
  /** For those who listen. */
  said: string
  /** What gets the focus with the next picture, because what had it goes: whoever uses a keyboard is not sent to the top. */
  focus: { id: string } | undefined
  /** Whether passwords can be read on the screen. */
  shown: boolean
  busy: boolean
  /** The button that leads here does nothing yet. */
  asleep: boolean
}

export interface Desk {
  readonly lang: Lang
  readonly say: Say
  readonly facts: Facts
  readonly origin: string
  readonly state: State
  set(change: Partial<State>): void
  /** Puts another text in; the form follows. @param change what becomes true with it. */
  write(text: string, change?: Partial<State>): void
  onChange(heard: () => void): void
}

/** Nothing in it needs a document: the server draws the first view with it. */
export function createDesk(options: Pick<Desk, 'lang' | 'say' | 'facts' | 'origin'> & { text: string }): Desk {
  const { lang, say, facts, origin, text } = options
  const heard: (() => void)[] = []
  const read = readDescription(text)
  let state: State = {
    text,
    description: read.ok ? read.description : EMPTY,
    ...(!read.ok && { broken: read }),
    phone: 0,
    key: 1,
    secrets: new Map(),
    saved: true,
    stale: true,
    touched: new Set(),
    all: false,
    paper: 'text',
    file: '',
    offer: undefined,
    presets: {},
    status: { kind: '', text: '' },
    said: '',
    focus: undefined,
    shown: false,
    busy: false,
    asleep: true,
  }
  const set = (change: Partial<State>) => {
    state = { ...state, ...change }
    for (const hear of heard) hear()
  }
  return {
    lang,
    facts,
    origin,
    say,
    get state() {
      return state
    },
    set,
    write(next, change = {}) {
      if (next === state.text) return set(change)
      const { broken: _, ...rest } = state
      const found = readDescription(next)
      state = rest
      set({
        ...change,
        text: next,
        stale: true,
        ...(found.ok ? { description: found.description } : { broken: { line: found.line, column: found.column } }),
        ...(found.ok &&
          state.phone >= found.description.phones.length && {
            phone: Math.max(0, found.description.phones.length - 1),
          }),
      })
    },
    onChange: hear => heard.push(hear),
  }
}

const EMPTY: Description = {
  site: '',
  preset: '',
  registrar: { kind: '', address: '', port: '', transport: '' },
  network: { agent: '', leases: '' },
  keys: [],
  phones: [],
  more: [],
}

/** Whether nobody has changed anything yet. */
export const isFresh = ({ facts, state }: Desk): boolean => facts.presets.some(({ starter }) => starter === state.text)

export const placeKey = (place: Place): string => place.join('.')

/** Faults and warnings of one place that the visitor was at, or of all once a bundle was wanted. */
export function problemsAt({ answer, touched, all, stale }: State, place: Place): readonly Problem[] {
  const key = placeKey(place)
  if (!answer || (stale && !touched.has(key))) return []
  if (!all && !touched.has(key)) return []
  return answer.problems.filter(({ path }) => placeKey(path) === key)
}
