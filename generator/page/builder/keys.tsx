// The third part of the form: the drawn phone, the list of its keys, and the fields of the chosen one.
import { type Button, buttonsOf } from './buttons.ts'
import { type Desk, problemsAt } from './desk.ts'
import { DrawnPhone } from './drawn-phone.tsx'
import { keysOf, phoneOf } from './edits.ts'
import { Faults } from './field.tsx'
import { idOfKey } from './ids.ts'
import { faultsBelow, kept } from './kept.tsx'
import { KeyFields, LineFields } from './key-fields.tsx'

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
      {chosen && <Panel desk={desk} button={chosen} generate={generate} />}
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

interface PanelProps extends KeysProps {
  button: Button
}

function PanelNow({ desk, button, generate }: PanelProps) {
  const { say } = desk
  const { line, index, position } = button
  return (
    <fieldset class="panel" id="panel">
      <legend>{line ? say.line(index + 1) : say.key(position)}</legend>
      {line ? (
        <LineFields desk={desk} line={line} index={index} generate={generate} />
      ) : (
        <KeyFields desk={desk} button={button} />
      )}
    </fieldset>
  )
}

const Panel = kept<PanelProps>(PanelNow, (state, { desk, button }) => [
  JSON.stringify([button, state.phone, phoneOf(desk)?.model, phoneOf(desk)?.lines.length]),
  ...[state.secrets, state.shown],
  faultsBelow(state, ['phones', state.phone]),
])

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
        id={idOfKey(position)}
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
