// The first part of the form: which phones, of which model, with which MAC; and many of them at once.
import { memo } from 'hono/jsx'
import type { DescribedPhone } from '../model/description.ts'
import { findMacs } from '../model/macs.ts'
import type { Desk, State } from './desk.ts'
import { addPhones, edit, phoneOf, removePhone } from './edits.ts'
import { Choice, Field } from './field.tsx'
import { idOfPhone } from './ids.ts'
import { faultsBelow, kept } from './kept.tsx'

function PhonesNow({ desk }: { desk: Desk }) {
  const { say, state } = desk
  const { phones } = state.description
  const phone = phoneOf(desk)
  return (
    <section class="step" aria-labelledby="phones-title">
      <h2 id="phones-title">{say.phones}</h2>
      <p class="hint">{say.phonesHow}</p>
      <div class="list">
        {phones.map((each, index) => (
          <button
            type="button"
            id={idOfPhone(index)}
            class="pick"
            aria-pressed={index === state.phone ? 'true' : 'false'}
            onClick={() => desk.set({ phone: index, key: 1, file: '' })}
          >
            <strong>{each.label || each.lines[0]?.label || say.phone(index + 1)}</strong>
            <span>{each.model}</span>
          </button>
        ))}
        <button type="button" class="pick more" onClick={() => addPhones(desk, ['any'])}>
          {say.addPhone}
        </button>
      </div>
      {phone && <ThisPhone desk={desk} phone={phone} />}
      <Many desk={desk} />
    </section>
  )
}

const names = ({ description }: State) =>
  description.phones.map(({ label, model, lines }) => `${label}\n${lines[0]?.label}\n${model}`).join('\n')

export const Phones = kept(PhonesNow, state => {
  const { model, mac, label, running, more } = state.description.phones[state.phone] ?? {}
  const faults = faultsBelow(state, ['phones', state.phone])
  return [names(state), JSON.stringify([state.phone, model, mac, label, running, more]), state.said, faults]
})

function ThisPhone({ desk, phone }: { desk: Desk; phone: DescribedPhone }) {
  const { say, state } = desk
  const at = (name: string) => ['phones', state.phone, name]
  return (
    <div class="fields">
      <Choice
        desk={desk}
        place={at('model')}
        label={say.model}
        value={phone.model}
        onChange={value => edit(desk, at('model'), value, true)}
      >
        <Models desk={desk} chosen={phone.model} />
      </Choice>
      <Field
        desk={desk}
        place={at('mac')}
        label={say.mac}
        hint={say.macHow}
        value={phone.mac}
        placeholder="00:1D:45:2D:2B:F0"
        onChange={value => takeMac(desk, value)}
      />
      <Field
        desk={desk}
        place={at('label')}
        label={say.label}
        value={phone.label}
        onChange={value => edit(desk, at('label'), value)}
      />
      <Field
        desk={desk}
        place={at('running')}
        label={say.running}
        hint={say.runningHow}
        value={phone.running}
        placeholder="SCCP75.8-3-4S"
        onChange={value => edit(desk, at('running'), value)}
      />
      {phone.more.length > 0 && <p class="hint wide">{say.alsoText(phone.more)}</p>}
      {state.description.phones.length > 1 && (
        <button type="button" class="quiet" onClick={() => removePhone(desk)}>
          {say.removePhone}
        </button>
      )}
    </div>
  )
}

const Models = memo(({ desk: { facts }, chosen }: { desk: Desk; chosen: string }) => (
  <>
    {!facts.models.some(({ name }) => name === chosen) && <option value={chosen}>{chosen}</option>}
    {[...new Set(facts.models.map(({ family }) => family))].map(family => (
      <optgroup label={family}>
        {facts.models
          .filter(model => model.family === family)
          .map(({ name }) => (
            <option value={name} selected={name === chosen}>
              {name}
            </option>
          ))}
      </optgroup>
    ))}
  </>
))

/** A list that is pasted here is for as many phones. */
function takeMac(desk: Desk, value: string): void {
  const [mac = value, ...more] = findMacs(value).macs
  edit(desk, ['phones', desk.state.phone, 'mac'], mac, true)
  if (more.length > 0) addPhones(desk, more)
}

/** A scanner ends each number with Enter; a list is added with the button. What was heard is said at once. */
function ManyNow({ desk }: { desk: Desk }) {
  const { say } = desk
  const take = (area: HTMLTextAreaElement) => {
    const { macs, others } = findMacs(area.value)
    const twice = addPhones(desk, macs)
    const fresh = macs.filter(mac => !twice.includes(mac))
    const strange = others.join(', ') || (macs.length === 0 ? area.value.trim().slice(0, 40) : '')
    const said = [
      ...(fresh.length > 0 ? [say.added(fresh, desk.state.description.phones.length)] : []),
      ...twice.map(say.macTwice),
      ...(strange === '' ? [] : [say.macNone(strange)]),
    ]
    if (macs.length > 0) area.value = others.join('\n')
    desk.set({ said: said.join(' ') })
  }
  const areaIn = (event: Event) => {
    const area = document.getElementById('macs')
    event.preventDefault()
    if (area instanceof HTMLTextAreaElement) take(area)
  }
  return (
    <details class="many">
      <summary>{say.many}</summary>
      <p class="hint" id="macs-hint">
        {say.manyHow}
      </p>
      <label for="macs">{say.macs}</label>
      <textarea
        id="macs"
        rows={3}
        spellcheck={false}
        autocapitalize="off"
        autocomplete="off"
        aria-describedby="macs-hint"
        onKeydown={(event: KeyboardEvent) => {
          // One line is a scan; a pasted list has line ends of its own.
          const { target } = event
          if (event.key !== 'Enter' || !(target instanceof HTMLTextAreaElement)) return
          if (findMacs(target.value).macs.length > 0 && !event.shiftKey) areaIn(event)
        }}
      />
      <p class="actions">
        <button type="button" onClick={areaIn}>
          {say.addMacs}
        </button>
        <a href="#import">{say.toImport}</a>
      </p>
      <p class="status" role="status">
        {desk.state.said}
      </p>
    </details>
  )
}

const Many = kept(ManyNow, ({ said }) => [said])
