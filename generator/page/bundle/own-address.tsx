// The laptop's address by hand, for whoever does not want the agent to give it, or where it cannot.
import { Command } from './command.tsx'
import { isPortName, USUAL_PORT } from './commands.ts'
import type { StepProps } from './instructions.tsx'

export function OwnAddress(props: StepProps & { typed: string; onPort: (name: string) => void }) {
  const { say, system, commands, facts, typed, onPort } = props
  const { ownAddress } = say
  return (
    <details class="own-address">
      <summary>{ownAddress.title}</summary>
      <p>{ownAddress.ports[system]}</p>
      <Command text={commands.ports} say={say} />
      <div class="port">
        <label for="bundle-port">{ownAddress.port}</label>
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
          {ownAddress.portHint}
        </p>
      </div>
      {commands.holdPort !== undefined && (
        <>
          <p>{ownAddress.hold}</p>
          <Command text={commands.holdPort} say={say} />
        </>
      )}
      <p>{ownAddress.address(facts.cidr)}</p>
      <Command text={commands.addAddress} say={say} />
      <p class="hint">{ownAddress.temporary[system]}</p>
      <p>{ownAddress.undo}</p>
      <Command text={commands.removeAddress} say={say} />
      {commands.releasePort !== undefined && (
        <>
          <p>{ownAddress.release}</p>
          <Command text={commands.releasePort} say={say} />
        </>
      )}
    </details>
  )
}
