// One field of the form: its label, its hint, and what is wrong with it, tied together for those who listen.
import type { Child } from 'hono/jsx'
import type { Problem } from '../../problem.ts'
import type { Place } from '../model/description.ts'
import { afterPaint } from './after-paint.ts'
import { type Desk, problemsAt } from './desk.ts'
import { idOf } from './ids.ts'

export const valueIn = (event: Event): string =>
  event.target instanceof HTMLInputElement ||
  event.target instanceof HTMLSelectElement ||
  event.target instanceof HTMLTextAreaElement
    ? event.target.value
    : ''

export type Fault = Pick<Problem, 'severity' | 'message' | 'cure'>

export function Faults({ id, problems }: { id: string; problems: readonly Fault[] }) {
  return (
    <div class="faults" id={id}>
      {problems.map(({ severity, message, cure }) => (
        <p class={severity}>
          <strong>{message}</strong> {cure}
        </p>
      ))}
    </div>
  )
}

/** What is said of a field below it. */
function Below({ id, problems, hint }: { id: string; problems: readonly Fault[]; hint: string | undefined }) {
  return (
    <>
      <Faults id={`${id}-faults`} problems={problems} />
      {hint !== undefined && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </>
  )
}
const describedBy = (id: string, hint: string | undefined) =>
  hint === undefined ? `${id}-faults` : `${id}-hint ${id}-faults`

export interface FieldProps {
  desk: Desk
  place: Place
  label: string
  value: string
  hint?: string
  onChange: (value: string) => void
  /** Of what it is about in the eyes of the browser and its keyboards. */
  mode?: 'text' | 'numeric'
  placeholder?: string
  /** Suggestions, as a list of that id. */
  list?: string
  type?: 'text' | 'password'
  /** A password, also while it can be read. */
  secret?: boolean
  beside?: Child
  problems?: readonly Fault[]
}

const holding = (value: string) => (input: HTMLElement | null) => {
  if (input instanceof HTMLInputElement && input.value !== value) input.value = value
}

export function Field(props: FieldProps) {
  const {
    desk,
    place,
    label,
    value,
    hint,
    onChange,
    mode,
    placeholder,
    list,
    type = 'text',
    secret = false,
    beside,
  } = props
  const problems = props.problems ?? problemsAt(desk.state, place)
  const id = idOf(place)
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="entry">
        <input
          id={id}
          type={type}
          // Not as an attribute: a page that is saved to disk would hold it.
          {...(secret ? { ref: holding(value) } : { value })}
          placeholder={placeholder}
          inputmode={mode}
          list={list}
          autocomplete={secret ? 'new-password' : 'off'}
          autocapitalize="off"
          spellcheck={false}
          aria-describedby={describedBy(id, hint)}
          aria-invalid={problems.some(({ severity }) => severity === 'error') ? 'true' : undefined}
          onInput={(event: Event) => {
            const typed = valueIn(event)
            afterPaint(id, () => onChange(typed))
          }}
        />
        {beside}
      </div>
      <Below id={id} problems={problems} hint={hint} />
    </div>
  )
}

export interface ChoiceProps {
  desk: Desk
  place: Place
  label: string
  value: string
  hint?: string
  onChange: (value: string) => void
  children: Child
}

export function Choice({ desk, place, label, value, hint, onChange, children }: ChoiceProps) {
  const problems = problemsAt(desk.state, place)
  const id = idOf(place)
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-describedby={describedBy(id, hint)}
        aria-invalid={problems.some(({ severity }) => severity === 'error') ? 'true' : undefined}
        onInput={(event: Event) => onChange(valueIn(event))}
      >
        {children}
      </select>
      <Below id={id} problems={problems} hint={hint} />
    </div>
  )
}
