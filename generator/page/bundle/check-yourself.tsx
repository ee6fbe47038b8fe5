// How anybody checks the bundle without this project, and where to look into it with it.
import { Command } from './command.tsx'
import type { StepProps } from './instructions.tsx'

export function CheckYourself({ lang, say, system, commands, facts }: StepProps) {
  const { check } = say
  return (
    <section class="stage">
      <h3>{check.title}</h3>
      <p>{check.lead}</p>
      <Command text={commands.verify.join('\n')} say={say} />
      <p>
        {check.outcome[system]} {check.meaning}
      </p>
      <p class="hint">{check.needed[system]}</p>
      <p>
        <a href={`${facts.origin}/verify?lang=${lang}`}>{check.page}</a>. {check.again}
      </p>
    </section>
  )
}
