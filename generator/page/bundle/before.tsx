// All that must be fetched while the laptop still has internet.
import { useEffect, useState } from 'hono/jsx'
import type { Manifest } from '../../../schemas/manifest.ts'
import { Command } from './command.tsx'
import { nameInCommands } from './commands.ts'
import type { StepProps } from './instructions.tsx'
import { neededFirmware, neededLocales } from './needs.ts'
import type { BundleWords } from './words.ts'

export function Before({ say, system, commands, facts, manifest }: StepProps) {
  const { before } = say
  const { file, origin, hasSecrets } = facts
  const hash = useAgentHash(origin)
  const name = nameInCommands(file)
  return (
    <section class="stage">
      <h3>{before.title}</h3>
      <p>{before.lead}</p>
      <p>{before.terminal[system]}</p>
      <Command text={commands.folder} say={say} />
      <p>{before.node}</p>
      <Command text={commands.nodeVersion} say={say} />
      <p>{before.noNode}</p>
      <Command text={commands.getNode} say={say} />
      <p class="hint">{before.nodeHint[system]}</p>
      <p>{before.agent}</p>
      <Command text={commands.fetchAgent} say={say} />
      <p class="hint">
        {before.agentLink}{' '}
        <a href={`${origin}/cp-agent.js`} download="cp-agent.js">
          cp-agent.js
        </a>
        {', '}
        <a href={`${origin}/cp-agent.js.sha256`} download="cp-agent.js.sha256">
          cp-agent.js.sha256
        </a>
        {hash !== '' && (
          <>
            {'. '}
            {before.hash} <code class="hash">{hash}</code>
          </>
        )}
      </p>
      <p>{before.check[system]}</p>
      <Command text={commands.checkAgent} say={say} />
      {name !== file && <p>{before.renamed(file)}</p>}
      <p>{before.bundle(name, hasSecrets)}</p>
      {commands.ownSecrets !== undefined && (
        <>
          <p>{before.ownSecrets}</p>
          <Command text={commands.ownSecrets} say={say} />
        </>
      )}
      <Downloads say={say} manifest={manifest} />
      <h4>{before.try}</h4>
      <p>{before.inspect}</p>
      <Command text={commands.inspect} say={say} />
      <p>{before.rehearse}</p>
      <Command text={commands.rehearse} say={say} />
    </section>
  )
}

function Downloads({ say: { before }, manifest }: { say: BundleWords; manifest: Manifest }) {
  const firmware = neededFirmware(manifest)
  const { words, tones } = neededLocales(manifest)
  const instead = firmware.some(needed => needed.instead.length > 0)
  return (
    <>
      <h4>{before.needs}</h4>
      <p>{before.needsHow}</p>
      <ul class="downloads">
        {firmware.map(({ load, archive, models, onlyBelow, unverified, instead }) => (
          <li>
            <strong class="file">{archive ?? load}</strong>
            {archive !== undefined && (
              <>
                {' '}
                (<code>{load}</code>)
              </>
            )}
            : {before.firmware(models.join(', '))}. {onlyBelow !== undefined && before.onlyBelow(onlyBelow)}{' '}
            {archive === undefined && before.noArchive} {unverified && before.unverified}
            {instead.length > 0 && (
              <span class="instead">
                {before.instead} <code>{instead.join(', ')}</code>
              </span>
            )}
          </li>
        ))}
        {words.map(({ name, archive }) => (
          <li>
            <strong class="file">{archive}</strong>: {before.words(name.replaceAll('_', ' '))}
          </li>
        ))}
        {tones.map(({ name, archive }) => (
          <li>
            <strong class="file">{archive}</strong>: {before.tones(name.replaceAll('_', ' '))}
          </li>
        ))}
      </ul>
      <p class="hint">
        {before.hasIt} {instead && before.insteadHow} {words.length + tones.length > 0 && before.localesHow}
      </p>
    </>
  )
}

/** The checksum of the agent as this server has it; empty until it is there, and where it is not to be had. */
function useAgentHash(origin: string): string {
  const [hash, set] = useState('')
  useEffect(() => {
    fetch(`${origin}/cp-agent.js.sha256`)
      .then(answer => (answer.ok ? answer.text() : ''))
      .then(text => set(/^[0-9a-f]{64}(?= )/.exec(text)?.[0] ?? ''))
      .catch(() => {}) // without a network the command still has its file
  }, [origin])
  return hash
}
