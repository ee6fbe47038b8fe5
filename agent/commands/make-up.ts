// What a rehearsal has on its shelf: the person's own firmware and passwords, and synthetic ones for what is missing.
import type { Manifest } from '../../schemas/manifest.ts'
import { AgentError } from '../error.ts'
import type { Mishap } from '../rehearsal/mishap-name.ts'
import { gatherSecrets, requireSecrets } from '../secrets/gather.ts'
import { Secret } from '../secrets/secret.ts'
import { readLists } from '../shelf/lists.ts'
import { missingFirmware, wordsFor } from '../shelf/needed.ts'
import { type Firmware, mayHaveTwins, type Stocked } from '../shelf/twins.ts'
import { type Context, notify, secretSources } from './context.ts'
import { stockFirmware } from './stock.ts'

/**
 * What the person has, and something made up for the rest.
 * @throws AgentError `firmware.missing`, `secret.missing` with `--real`
 */
export async function makeUp(context: Context, planned: Manifest) {
  const { args } = context
  const { manifest, ...stock } = await stockFirmware(context, planned)
  const firmware = new Map<string, Stocked>(stock.firmware)
  const { makeFirmware } = await import('../rehearsal/virtual.ts')
  for (const gap of missingFirmware(manifest, firmware)) {
    const { load } = gap
    if (args.real && gap.onlyBelow !== undefined) continue
    if (args.real) throw new AgentError('firmware.missing', wordsFor(gap))
    const hop = manifest.phones.flatMap(({ route }) => route).find(({ load: name }) => name === load)
    const made = makeFirmware({ load, files: hop?.files.map(({ name }) => name) ?? [] })
    // A real list and made-up images, or the other way round, would prove nothing: all of the load is made up.
    for (const [name, file] of made) {
      const there = mayHaveTwins(name) ? firmware.get(name) : undefined
      firmware.set(name, there ? { ...file, twins: [there, ...(there.twins ?? [])] } : file)
    }
    notify(context, 'rehearsal.firmware', load)
  }
  for (const name of spoiled(args.fail, manifest, firmware)) firmware.delete(name.toLowerCase())
  const sources = secretSources(context)
  const secrets = await gatherSecrets(manifest.secrets, args.real ? sources : { ...sources, ask: undefined })
  if (args.real) requireSecrets(manifest.secrets, secrets)
  const missing = manifest.secrets.filter(({ name }) => !secrets.has(name))
  for (const { name, limits } of missing) {
    secrets.set(name, new Secret('synthetic'.padEnd(limits.minLength, '-').slice(0, limits.maxLength)))
  }
  if (missing.length > 0) notify(context, 'rehearsal.secrets', missing.map(({ name }) => name).join(', '))
  return { firmware, secrets, manifest }
}

/** What a mishap takes off the shelf: of the wanted loads their list, or the third of their images. */
function spoiled(mishap: Mishap | undefined, { phones }: Manifest, firmware: Firmware): string[] {
  const { imagesOf } = readLists(firmware)
  return phones.flatMap(({ route }) => {
    const load = route.at(-1)?.load ?? ''
    if (mishap?.name === 'load-missing') return [`${load}.loads`]
    return mishap?.name === 'image-missing' ? imagesOf(load).slice(2, 3) : []
  })
}
