// `cp-agent inspect`: who signed a bundle, what it holds and what it still needs. Serves nothing, asks for no secret.
import { secretKey } from '../../schemas/secret-name.ts'
import { shortId } from '../../schemas/site-id.ts'
import * as EXIT from '../exit.ts'
import { gatherSecrets } from '../secrets/gather.ts'
import { doubtsAbout } from '../shelf/doubts.ts'
import type { FirmwareFile } from '../shelf/firmware.ts'
import { judgeFiles } from '../shelf/known.ts'
import { missingFirmware, wordsFor } from '../shelf/needed.ts'
import { withTwins } from '../shelf/twins.ts'
import { describeBundle } from '../ui/describe.ts'
import { harmless } from '../ui/harmless.ts'
import { fill, TEXT } from '../ui/text.ts'
import { type Context, notify, openNamedBundle, secretSources } from './context.ts'
import { stockFirmware } from './stock.ts'

/** Exits 0 for a bundle that may be trusted, even when firmware or secrets are still needed. */
export async function inspect(context: Context, write: (line: string) => void): Promise<EXIT.Exit> {
  const { args, environment, emit } = context
  const bundle = await openNamedBundle(context)
  emit(describeBundle(bundle))
  const { firmware, manifest } = await stockFirmware(context, bundle.manifest)
  const judged = new Map(judgeFiles(manifest, firmware).map(({ file, known }) => [file.path, known]))
  const stocked = [...firmware.values()]
    .flatMap(withTwins<FirmwareFile>)
    .map(({ name, path, size }) => ({ name, path, size, known: judged.get(path) }))
  const missing = missingFirmware(manifest, firmware)
  for (const { code, detail } of doubtsAbout(manifest, firmware)) notify(context, code, detail)
  const { ask: _, ...sources } = secretSources({ ...context, environment })
  const unfit = (detail: string) => notify(context, 'secret.unfit', detail)
  const found = await gatherSecrets(manifest.secrets, { ...sources, unfit })
  const secrets = manifest.secrets.map(({ name }) => ({ name, key: secretKey(name), present: found.has(name) }))
  const files = manifest.files.map(({ path, size, sha256, holes }) => ({ path, size, sha256, holes: holes.length }))
  emit({
    event: 'agent.inspected',
    files,
    firmware: stocked,
    missing,
    secrets,
  })
  if (args.json) return EXIT.done

  const {
    inspect: say,
    say: { first },
  } = TEXT[args.lang]
  const lines = [
    '',
    `${say.id}  ${shortId(manifest.site.id)}   ${say.root}  ${bundle.root} (${say.trustedBy[bundle.trustedBy]})`,
    '',
    say.files,
    ...files.map(
      ({ path, size, sha256, holes }) =>
        `  ${sha256.slice(0, 12)}…  ${String(size).padStart(7)}  ${path}${holes ? `  (${fill(holes === 1 ? say.hole : say.holes, { count: holes })})` : ''}`,
    ),
    '',
    say.firmware,
    ...stocked.map(({ name, size, path, known }) => {
      const mark = known === undefined ? '' : `  ${known ? say.known : say.unknown}`
      return `  ${String(size).padStart(9)}  ${name}  ${path}${mark}`
    }),
    ...missing.map(gap => {
      const { onlyBelow, unverified } = gap
      const who = onlyBelow === undefined ? say.missing : fill(say.missingBelow, { '': onlyBelow })
      return `  ${who} ${wordsFor(gap)}${unverified === undefined ? '' : ` ${fill(say.unseen, { '': unverified || '–' })}`}`
    }),
    '',
    say.secrets,
    ...secrets.map(({ key, present }) => `  ${key}  ${present ? say.there : say.notThere}`),
    '',
    say.phones,
    ...manifest.phones.map(({ mac, model, label = '', route, config }) => {
      const name = mac === 'any' ? first : config.replace(/^files\/|\.cnf(\.xml)?$/g, '')
      return `  ${name}  ${model}  ${label}  ${route.map(({ load }) => load).join(' → ')}`
    }),
  ]
  for (const line of lines) write(harmless(line, 1000))
  return EXIT.done
}
