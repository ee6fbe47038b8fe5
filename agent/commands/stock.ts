// What the shelf holds besides the bundle: what --firmware names, else what lies beside the bundle or among the downloads.
import { homedir } from 'node:os'
import type { Manifest } from '../../schemas/manifest.ts'
import { type FirmwareFile, findFirmware } from '../shelf/firmware.ts'
import { neededOf, usualFolders } from '../shelf/search.ts'
import { withStandIns } from '../shelf/stand-in.ts'
import { withTwins } from '../shelf/twins.ts'
import { callerOf } from '../state/files.ts'
import { type Context, notify } from './context.ts'

/** @returns also the manifest as it is for this run: another load may stand in for a step that is not here. */
export async function stockFirmware(
  context: Context,
  planned: Manifest,
): Promise<{ firmware: Map<string, FirmwareFile>; manifest: Manifest }> {
  const { args, environment } = context
  const named = args.firmware.length > 0
  const folders = named
    ? args.firmware
    : usualFolders(args.bundle, environment, callerOf(environment)?.home ?? homedir())
  const pass = (path: string) => notify(context, 'firmware.unopened', path)
  const all = await findFirmware(folders, planned, named ? undefined : pass)
  const { phones, said } = withStandIns(planned.phones, all)
  const firmware = named ? all : neededOf(all, phones, pass)
  const origins = new Set([...firmware.values()].flatMap(withTwins<FirmwareFile>).map(({ origin }) => origin))
  if (!named && origins.size > 0) notify(context, 'firmware.found', [...origins].join(', '))
  for (const [detail, code] of said) notify(context, code, detail)
  return { firmware, manifest: { ...planned, phones } }
}
