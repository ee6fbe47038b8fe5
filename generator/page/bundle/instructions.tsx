// The steps from the bundle to a phone that works, in the order in which somebody needs them who has one laptop and one cable.
import { useState } from 'hono/jsx'
import type { Manifest } from '../../../schemas/manifest.ts'
import type { Lang } from '../../problem.ts'
import { About, type Signed } from './about.tsx'
import { After } from './after.tsx'
import { Before } from './before.tsx'
import { Cable } from './cable.tsx'
import { CheckYourself } from './check-yourself.tsx'
import { type CommandFacts, type Commands, commandsFor, USUAL_PORT } from './commands.ts'
import { AtThePhone } from './phone.tsx'
import { Serve } from './serve.tsx'
import { SYSTEM_NAMES, SYSTEMS, type System, thisSystem } from './system.ts'
import { BUNDLE_WORDS, type BundleWords } from './words.ts'

export interface InstructionsProps {
  lang: Lang
  manifest: Manifest
  /** Of the whole bundle, in bytes. */
  size: number
  file: string
  origin: string
  hasSecrets: boolean
  signed: Signed
}

/** What every step is made of. */
export interface StepProps {
  lang: Lang
  say: BundleWords
  system: System
  commands: Commands
  facts: CommandFacts
  manifest: Manifest
  signed: Signed
}

export function Instructions(props: InstructionsProps) {
  const { lang, manifest, size, file, origin, hasSecrets, signed } = props
  const say = BUNDLE_WORDS[lang]
  const [system, choose] = useState<System>(thisSystem)
  const [typed, type] = useState('')
  const port = typed || USUAL_PORT[system]
  const { issuer, network } = manifest
  const facts = { file, origin, issuer, cidr: network.agent, port, hasSecrets }
  const step = { lang, say, system, commands: commandsFor(system, facts), facts, manifest, signed }
  return (
    <section class="bundle" aria-labelledby="bundle-title">
      <h2 id="bundle-title">{say.title}</h2>
      <About lang={lang} manifest={manifest} size={size} signed={signed} />
      <div class="bar">
        <fieldset class="systems">
          <legend>{say.systems}</legend>
          {SYSTEMS.map(name => (
            <label>
              <input
                type="radio"
                name="system"
                value={name}
                checked={name === system}
                onChange={() => {
                  choose(name)
                  type('')
                }}
              />
              <span>{SYSTEM_NAMES[name]}</span>
            </label>
          ))}
        </fieldset>
        <button type="button" onClick={() => print()}>
          {say.print}
        </button>
      </div>
      <p class="printed">
        {say.systems} {SYSTEM_NAMES[system]}
      </p>
      <div class="stages">
        <Before {...step} />
        <Cable {...step} typed={typed} onPort={type} />
        <Serve {...step} />
        <AtThePhone {...step} />
        <After {...step} />
        <CheckYourself {...step} />
      </div>
    </section>
  )
}
