// The one command that does the work, and what the system may ask when it starts.
import { secretKey } from '../../../schemas/secret-name.ts'
import { Command } from './command.tsx'
import type { StepProps } from './instructions.tsx'

export function Serve({ say, system, commands, facts, manifest, signed }: StepProps) {
  const { serve } = say
  const keys = manifest.secrets.map(({ name }) => secretKey(name)).join(', ')
  return (
    <section class="stage">
      <h3>{serve.title}</h3>
      <p>{serve.lead}</p>
      <Command text={commands.serve} say={say} />
      <p>{serve.address(facts.cidr)}</p>
      <p>{serve.rights[system]}</p>
      {commands.firewall !== undefined && (
        <>
          <p>{serve.firewall}</p>
          <Command text={commands.firewall} say={say} />
          <p class="hint">{serve.blocked}</p>
        </>
      )}
      {keys !== '' && <p>{facts.hasSecrets ? serve.passwords(keys) : serve.passwordsAsked(keys)}</p>}
      {typeof signed === 'object' && (
        <p>{signed.own ? serve.root(signed.root) : serve.stranger(manifest.issuer, signed.root)}</p>
      )}
      <p>
        <strong>{serve.ready}</strong> {serve.stop}
      </p>
    </section>
  )
}
