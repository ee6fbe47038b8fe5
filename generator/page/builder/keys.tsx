// The third part of the form: the drawn phone, the list of its keys, and what the chosen key is.
import type { DescribedKey, DescribedLine } from '../model/description.ts'
import { type Button, buttonsOf } from './buttons.ts'
import { type Desk, problemsAt } from './desk.ts'
import { DrawnPhone } from './drawn-phone.tsx'
import { addKey, addLine, edit, keysOf, phoneOf, removeKey, removeLine, setKey } from './edits.ts'
import { Choice, Faults, Field } from './field.tsx'
import { faultsBelow, kept } from './kept.tsx'
import { secretsFault } from './passwords.ts'

interface KeysProps {
  desk: Desk
  generate: (secrets: readonly string[]) => void
}

function KeysNow({ desk, generate }: KeysProps) {
  const { say, facts, state } = desk
  const phone = phoneOf(desk)
  if (!phone) return null
  const model = facts.models.find(({ name }) => name === phone.model)
  const buttons = buttonsOf(phone, keysOf(desk, phone), model)
  const chosen = buttons.find(({ position }) => position === state.key) ?? buttons[0]
  const choose = (key: number) => desk.set({ key })
  const list = (some: readonly Button[]) =>
    some.map(button => <Row desk={desk} button={button} chosen={button.position === state.key} />)
  const modules = buttons.filter(({ onModule }) => onModule)
  const missing = phone.lines.map(({ secret }) => secret).filter(name => !state.secrets.get(name))
  return (
    <section class="step" aria-labelledby="keys-title">
      <h2 id="keys-title">{say.keys}</h2>
      <p class="hint">{say.keysHow}</p>
      <div class="keys">
        <DrawnPhone
          phone={phone}
          model={model}
          buttons={buttons}
          chosen={state.key}
          title={say.drawing(phone.model, phone.lines.length)}
          choose={choose}
        />
        <div>
          <ol class="buttons">{list(buttons.filter(({ onModule }) => !onModule))}</ol>
          {modules.length > 0 && (
            <details>
              <summary>{say.module}</summary>
              <ol class="buttons" start={modules[0]?.position ?? 1}>
                {list(modules)}
              </ol>
            </details>
          )}
          <Faults
            id="lines-faults"
            problems={[
              ...problemsAt(state, ['phones', state.phone, 'lines']),
              ...problemsAt(state, ['phones', state.phone, 'keys']),
            ]}
          />
        </div>
      </div>
      {chosen && (
        <fieldset class="panel" id="panel">
          <legend>{chosen.line ? say.line(chosen.index + 1) : say.key(chosen.position)}</legend>
          {chosen.line ? (
            <LineFields desk={desk} line={chosen.line} index={chosen.index} generate={generate} />
          ) : (
            <KeyFields desk={desk} button={chosen} />
          )}
        </fieldset>
      )}
      {missing.length > 1 && (
        <button type="button" onClick={() => generate(missing)}>
          {say.generateAll}
        </button>
      )}
    </section>
  )
}

export const Keys = kept<KeysProps>(KeysNow, state => {
  const { phones, keys, preset } = state.description
  const phone = phones[state.phone]
  return [
    JSON.stringify([phone, phone?.ownKeys ? [] : keys, preset]),
    ...[state.phone, state.key, state.secrets, state.shown],
    faultsBelow(state, ['phones', state.phone]),
  ]
})

interface RowProps {
  desk: Desk
  button: Button
  chosen: boolean
}

function RowNow({ desk, button, chosen }: RowProps) {
  const { say } = desk
  const { line, key, position } = button
  const title = desk.facts.features.find(({ name }) => name === key?.value)?.title
  const words = line
    ? line.label || line.username || say.line(button.index + 1)
    : key
      ? key.label || title || key.value
      : ''
  const kind = line ? say.line(button.index + 1) : key ? say.kinds[key.kind] : say.free
  return (
    <li>
      <button
        type="button"
        class={line || key ? 'pick' : 'pick free'}
        aria-pressed={chosen ? 'true' : 'false'}
        onClick={() => desk.set({ key: position })}
      >
        <span class="number">{position}</span>
        <strong>{words}</strong>
        <span>{kind}</span>
      </button>
    </li>
  )
}

const Row = kept<RowProps>(RowNow, (_, { button, chosen }) => [JSON.stringify(button), chosen])

interface LineFieldsProps {
  desk: Desk
  line: DescribedLine
  index: number
  generate: (secrets: readonly string[]) => void
}

function LineFields({ desk, line, index, generate }: LineFieldsProps) {
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

function KeyFields({ desk, button }: { desk: Desk; button: Button }) {
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
