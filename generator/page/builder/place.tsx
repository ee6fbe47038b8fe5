// The second part of the form: where the phones register, by a preset or by hand, and the network while they are flashed.
import { setAt } from '../model/description.ts'
import { suggestNetwork } from '../model/network.ts'
import { type Desk, isFresh } from './desk.ts'
import { edit } from './edits.ts'
import { Choice, Field } from './field.tsx'
import { faultsBelow, kept } from './kept.tsx'

export const kindOf = ({ state, facts }: Desk): string => {
  const { preset, registrar } = state.description
  return registrar.kind || (facts.presets.find(({ name }) => name === preset)?.kind ?? '')
}

function WhereNow({ desk }: { desk: Desk }) {
  const { say, facts, state, lang } = desk
  const { preset, registrar, network, more } = state.description
  const kind = kindOf(desk)
  const known = preset === '' || facts.presets.some(({ name }) => name === preset)
  return (
    <section class="step" aria-labelledby="where-title">
      <h2 id="where-title">{say.place}</h2>
      <div class="fields">
        <Choice
          desk={desk}
          place={['preset']}
          label={say.preset}
          hint={say.presetHow}
          value={preset}
          onChange={value => choosePreset(desk, value)}
        >
          {facts.presets.map(({ name, title }) => (
            <option value={name} selected={name === preset}>
              {title}
            </option>
          ))}
          {!known && (
            <option value={preset} selected>
              {say.shared(state.presets[preset]?.preset ?? preset.slice(0, 12))}
            </option>
          )}
          <option value="" selected={preset === ''}>
            {say.noPreset}
          </option>
        </Choice>
        {(preset === '' || registrar.kind !== '') && (
          <Choice
            desk={desk}
            place={['registrar', 'kind']}
            label={say.kind}
            value={registrar.kind}
            onChange={value => edit(desk, ['registrar', 'kind'], value)}
          >
            <option value="">–</option>
            {facts.registrars.map(each => (
              <option value={each.kind} selected={each.kind === registrar.kind}>
                {each.name}
              </option>
            ))}
          </Choice>
        )}
        <Field
          desk={desk}
          place={['registrar', 'address']}
          label={say.registrar}
          hint={kind === 'fritzbox' ? say.registrarHow.fritzbox : say.registrarHow.other}
          value={registrar.address}
          placeholder="192.168.178.1"
          onChange={value => chooseRegistrar(desk, value, kind)}
        />
        <Field
          desk={desk}
          place={['network', 'agent']}
          label={say.laptop}
          hint={say.laptopHow}
          value={network.agent}
          placeholder="192.168.178.1/24"
          onChange={value => edit(desk, ['network', 'agent'], value, true)}
        />
        <Field
          desk={desk}
          place={['network', 'leases']}
          label={say.leases}
          hint={say.leasesHow}
          value={network.leases}
          placeholder="192.168.178.201-192.168.178.220"
          onChange={value => edit(desk, ['network', 'leases'], value)}
        />
        {more.length > 0 && <p class="hint wide">{say.alsoText(more)}</p>}
        <p class="wide">
          <a href={`/presets?lang=${lang}`}>{say.gallery}</a>
        </p>
      </div>
    </section>
  )
}

export const Where = kept(WhereNow, state => {
  const { preset, registrar, network, more } = state.description
  const faults = faultsBelow(state, ['preset'], ['registrar'], ['network'])
  return [JSON.stringify([preset, registrar, network, more]), state.presets, faults]
})

/** A description that nobody has touched yet becomes that of the preset; in any other only the name changes. */
function choosePreset(desk: Desk, name: string): void {
  const { presets } = desk.facts
  const next = presets.find(preset => preset.name === name)
  if (next && isFresh(desk)) desk.write(next.starter)
  else edit(desk, ['preset'], name)
}

/** The network follows as long as it is the one that was suggested. */
function chooseRegistrar(desk: Desk, address: string, kind: string): void {
  const { registrar, network } = desk.state.description
  const before = suggestNetwork(registrar.address, kind)
  const after = suggestNetwork(address, kind)
  edit(desk, ['registrar', 'address'], address, true)
  if (!after || (before && (before.agent !== network.agent || before.leases !== network.leases))) return
  if (!before && network.agent !== '') return
  const text = setAt(desk.state.text, ['network', 'agent'], after.agent)
  desk.write(setAt(text, ['network', 'leases'], after.leases))
}
