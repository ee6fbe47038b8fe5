// The laptop's side of the cable: alone with the phone, and nothing in the way.

import { Command } from './command.tsx'
import type { StepProps } from './instructions.tsx'
import { OwnAddress } from './own-address.tsx'

export function Cable(props: StepProps & { typed: string; onPort: (name: string) => void }) {
  const { say, commands } = props
  const { cable } = say
  return (
    <section class="stage">
      <h3>{cable.title}</h3>
      <p>{cable.connect}</p>
      <p>{cable.wifi}</p>
      <p>{cable.doctor}</p>
      <Command text={commands.doctor} say={say} />
      <OwnAddress {...props} />
    </section>
  )
}
