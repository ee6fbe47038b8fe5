// What the chosen key is: the fields of a line with its password, or those of any other key.
import type { DescribedKey, DescribedLine } from '../model/description.ts'
import type { Button } from './buttons.ts'
import { type Desk, problemsAt } from './desk.ts'
import { addKey, addLine, edit, phoneOf, removeKey, removeLine, setKey } from './edits.ts'
import { Choice, Faults, Field } from './field.tsx'
import { secretsFault } from './passwords.ts'

interface LineFieldsProps {
  desk: Desk
  line: DescribedLine
  index: number
  generate: (secrets: readonly string[]) => void
}

export function LineFields({ desk, line, index, generate }: LineFieldsProps) {
  const { say, state } = desk
  const at = (name: string) => ['phones', state.phone, 'lines', index, name]
  const lines = phoneOf(desk)?.lines.length ?? 0
  return (
    <div class="fields">
      <Field
        desk={desk}
        place={at('username')}
        label={say.username}
        hint={say.usernameHow}
        value={line.username}
        onChange={value => edit(desk, at('username'), value, true)}
      />
      <Password desk={desk} line={line} place={at('password')} generate={generate} />
      <Field
        desk={desk}
        place={at('label')}
        label={say.lineLabel}
        value={line.label}
        onChange={value => edit(desk, at('label'), value)}
      />
      <Field
        desk={desk}
        place={at('displayName')}
        label={say.displayName}
        value={line.displayName}
        onChange={value => edit(desk, at('displayName'), value)}
      />
      <p class="actions wide">
        <button type="button" onClick={() => addLine(desk)}>
          {say.addLine}
        </button>
        {lines > 1 && (
          <button type="button" class="quiet" onClick={() => removeLine(desk, index)}>
            {say.removeLine}
          </button>
        )}
      </p>
    </div>
  )
}

interface PasswordProps {
  desk: Desk
  line: DescribedLine
  place: (string | number)[]
  generate: (secrets: readonly string[]) => void
}

/** The value goes into the tab's map and into no text; the name of the secret is the text's. */
function Password({ desk, line: { secret }, place, generate }: PasswordProps) {
  const { say, state } = desk
  const value = state.secrets.get(secret) ?? ''
  const shown = state.shown
  return (
    <Field
      desk={desk}
      place={place}
      label={say.password}
      hint={say.passwordHow}
      secret
      type={shown ? 'text' : 'password'}
      value={value}
      problems={[
        ...secretsFault(desk, secret),
        ...problemsAt(state, place),
        ...problemsAt(state, [...place, 'secret']),
      ]}
      onChange={typed => desk.set({ secrets: new Map(state.secrets).set(secret, typed), saved: false })}
      beside={
        <>
          <button type="button" aria-pressed={shown ? 'true' : 'false'} onClick={() => desk.set({ shown: !shown })}>
            {shown ? say.hide : say.show}
          </button>
          <button type="button" onClick={() => generate([secret])}>
            {say.generate}
          </button>
        </>
      }
    />
  )
}

/** What a key begins with. */
const START: Record<DescribedKey['kind'], string> = {
  dial: '**600',
  blf: '**611',
  park: '701',
  feature: 'redial',
  service: 'http://',
  intercom: '',
}

const KINDS: readonly DescribedKey['kind'][] = ['dial', 'blf', 'park', 'feature', 'service', 'intercom']

export function KeyFields({ desk, button }: { desk: Desk; button: Button }) {
  const { say, state, facts } = desk
  const { key, index, position } = button
  const lines = phoneOf(desk)?.lines.length ?? 0
  const at = ['phones', state.phone, 'keys', index]
  const change = (more: Partial<DescribedKey>) => key && setKey(desk, index, { ...key, ...more })
  const choose = (kind: DescribedKey['kind']) => {
    if (key) setKey(desk, index, { ...key, kind, value: START[kind], pickup: false })
    else addKey(desk, kind, position, START[kind])
  }
  const kinds = KINDS.filter(kind => kind !== 'intercom' || key?.kind === 'intercom')
  return (
    <div class="fields">
      <fieldset class="plain wide">
        <legend>{say.does}</legend>
        <div class="list">
          {!key && position === lines + 1 && (
            <button type="button" class="pick more" onClick={() => addLine(desk)}>
              {say.addLine}
            </button>
          )}
          {kinds.map(kind => (
            <button
              type="button"
              class="pick"
              aria-pressed={key?.kind === kind ? 'true' : 'false'}
              onClick={() => choose(kind)}
            >
              {say.kinds[kind]}
            </button>
          ))}
        </div>
      </fieldset>
      {key?.kind === 'intercom' && <p class="hint wide">{say.inText}</p>}
      {key && key.kind === 'feature' && (
        <Choice
          desk={desk}
          place={[...at, 'feature']}
          label={say.feature}
          value={key.value}
          onChange={value => change({ value })}
        >
          {facts.features.map(({ name, title }) => (
            <option value={name} selected={name === key.value}>
              {title}
            </option>
          ))}
        </Choice>
      )}
      {key && key.kind !== 'feature' && key.kind !== 'intercom' && (
        <Field
          desk={desk}
          place={[...at, key.kind]}
          label={key.kind === 'service' ? say.url : say.number}
          value={key.value}
          onChange={value => change({ value })}
        />
      )}
      {key && key.kind !== 'intercom' && (
        <Field
          desk={desk}
          place={[...at, 'label']}
          label={say.lineLabel}
          value={key.label}
          onChange={label => change({ label })}
        />
      )}
      {key?.kind === 'blf' && (
        <label class="check wide">
          <input type="checkbox" checked={key.pickup} onInput={() => change({ pickup: !key.pickup })} /> {say.pickup}
        </label>
      )}
      {key && (
        <div class="wide">
          <Faults id="key-faults" problems={problemsAt(state, at)} />
          <button type="button" class="quiet" onClick={() => removeKey(desk, index)}>
            {say.removeKey}
          </button>
        </div>
      )}
    </div>
  )
}
