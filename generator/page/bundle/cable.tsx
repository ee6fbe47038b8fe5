// The laptop's side of the cable: alone with the phone, and with the address that the bundle names.
import { Command } from './command.tsx'
import { isPortName, USUAL_PORT } from './commands.ts'
import type { StepProps } from './instructions.tsx'

export function Cable(props: StepProps & { typed: string; onPort: (name: string) => void }) {
  const { say, system, commands, facts, typed, onPort } = props
  const { cable } = say
  return (
    <section class="stage">
      <h3>{cable.title}</h3>
      <p>{cable.connect}</p>
      <p>{cable.wifi}</p>
      <p>{cable.ports[system]}</p>
      <Command text={commands.ports} say={say} />
      <div class="port">
        <label for="bundle-port">{cable.port}</label>
        <input
          id="bundle-port"
          type="text"
          value={typed}
          placeholder={USUAL_PORT[system]}
          maxLength={60}
          spellcheck={false}
          autocapitalize="off"
          autocomplete="off"
          aria-describedby="bundle-port-hint"
          aria-invalid={typed !== '' && !isPortName(system, typed)}
          onInput={(event: Event) => {
            if (event.target instanceof HTMLInputElement) onPort(event.target.value.trim())
          }}
        />
        <p class="hint" id="bundle-port-hint">
          {cable.portHint}
        </p>
      </div>
      {commands.holdPort !== undefined && (
        <>
          <p>{cable.hold}</p>
          <Command text={commands.holdPort} say={say} />
        </>
      )}
      <p>{cable.address(facts.cidr)}</p>
      <Command text={commands.addAddress} say={say} />
      <p class="hint">{cable.temporary[system]}</p>
    </section>
  )
}
