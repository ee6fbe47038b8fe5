// When the phone is done: it goes to the router, and the laptop becomes what it was.
import { Command } from './command.tsx'
import type { StepProps } from './instructions.tsx'

export function After({ say, commands, manifest }: StepProps) {
  const { after } = say
  return (
    <section class="stage">
      <h3>{after.title}</h3>
      <p>{after.move}</p>
      <p>{after.undo}</p>
      {commands.closeFirewall !== undefined && (
        <>
          <p>{after.closeFirewall}</p>
          <Command text={commands.closeFirewall} say={say} />
        </>
      )}
      <p>{after.files}</p>
      <p>{after.lease(Math.round(manifest.network.leaseSeconds / 60))}</p>
      <p>{after.keep}</p>
    </section>
  )
}
