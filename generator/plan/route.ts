// The way of a phone's firmware: which load it shall run, and every hop to it.

import { LOAD_NAME } from '../../schemas/load-name.ts'
import type { Hop, Manifest } from '../../schemas/manifest.ts'
import type { Preset } from '../../schemas/preset.ts'
import { isNewer, isOlder, type Release, releaseOf } from '../../schemas/release.ts'
import { hopsNeeded } from '../../schemas/route.ts'
import type { Site, SitePhone } from '../../schemas/site.ts'
import { isMpp } from '../catalog/families.ts'
import { type Load, loadsFor } from '../catalog/loads.ts'
import { LOADER_SINCE } from '../catalog/models/text-7940.ts'
import type { PhoneModel } from '../catalog/phone-model.ts'
import { firstLoadFor, loadOf, OLDEST_FOR_DIRECT } from '../catalog/which-load.ts'
import type { Path } from '../problem.ts'
import type { PhoneRequest } from './phone.ts'
import type { Report } from './plan.ts'

/**
 * The load that the phone shall run: its own `load`, else the one for its model. Nothing is taken back to an older release
 * by a preset: then the phone keeps what it runs.
 * @param running the name of a load, if that is known
 */
export function planLoad(
  { site, preset, phone, path, report }: Pick<PhoneRequest, 'site' | 'preset' | 'phone' | 'path' | 'report'>,
  model: PhoneModel,
  running: string | undefined,
): Load | undefined {
  const known = loadsFor(model.name)
    .map(({ name }) => name)
    .join(', ')
  const details = { model: model.name, known }
  const written = phone.load ?? (Object.hasOwn(site.loads, model.name) ? site.loads[model.name] : undefined)
  if (written === undefined) {
    report({ code: 'site.load-missing', path: [...path, 'load'], details })
    return undefined
  }
  const name = written.trim().replace(/\.loads$/i, '')
  const where = phone.load === undefined ? ['loads', model.name] : [...path, 'load']
  if (isMpp(name)) {
    report({ code: 'site.mpp', path: where, details: { name } })
    return undefined
  }
  const load = LOAD_NAME.test(name) ? loadOf(name, model) : undefined
  if (!load) {
    report({ code: 'site.load-unknown', path: where, details })
    return undefined
  }
  const runs = running === undefined ? undefined : loadOf(running, model)
  const isBack = runs !== undefined && isNewer(runs.name, name) === true
  if (isBack && !isSaid(site, preset, phone)) {
    report({ code: 'site.keeps-newer', path: [...path, 'running'], details: { running: runs.name, load: name } })
    return runs
  }
  if (isBack) report({ code: 'site.older-load', path: where, details: { running: runs.name, load: name } })
  if (!loadsFor(model.name).includes(load))
    report({ code: 'site.load-unseen', path: where, details: { ...details, name } })
  else if (load.certainty === 'U') report({ code: 'site.load-uncertain', path: [...path, 'model'], details })
  return load
}

/** Whether the site itself says the load. What stands in it just as in its preset counts as the preset's. */
const isSaid = ({ loads }: Site, preset: Preset | undefined, { model, load }: SitePhone): boolean =>
  load !== undefined || loads[model] !== preset?.loads?.[model]

function toHop({ name, archive, files, certainty }: Load, { resetLoad }: PhoneModel): Hop {
  // An archive has the list for a reset once for each of its models; this phone asks for its own.
  const own = files.filter(file => !/\.default\.loads$/.test(file.name) || file.name === resetLoad?.value)
  return {
    load: name,
    ...(archive !== undefined && { archive }),
    files: own,
    ...(certainty === 'U' && { unverified: true }),
  }
}

/** The whole way, whatever the phone runs: only the agent sees where it has to enter. */
export function planRoute(
  load: Load,
  model: PhoneModel,
  phone: SitePhone,
  path: Path,
  report: Report,
): [...Hop[], Hop] {
  const first = firstLoadFor(load, model.name)
  const last = toHop(load, model)
  if (!first) return [last]
  const release = releaseOf(phone.running?.trim() ?? '')
  if (release && isOlder(release, OLDEST_FOR_DIRECT)) {
    const code = first.certainty === 'U' ? 'site.hop-unverified' : 'site.running-old'
    report({ code, path: [...path, 'running'], details: { first: first.name, load: load.name } })
  }
  return [toHop(first, model), { ...last, oldest: OLDEST }]
}

const [major, minor, maintenance] = OLDEST_FOR_DIRECT
const OLDEST = `${major}.${minor}(${maintenance})`

/** What the person has to get. A load before the wanted one is only for phones that are too old for that. */
export const planFirmware = (phones: Parameters<typeof hopsNeeded>[0]): Manifest['firmware'] =>
  hopsNeeded(phones).map(({ hop: { load, archive }, onlyBelow }) => ({
    load,
    ...(archive !== undefined && { archive }),
    ...(onlyBelow !== undefined && { onlyBelow }),
  }))

/** Of a 7940 or 7960; their numbers have nothing to do with those of later phones. */
const loaderSince = (running: string): Release | undefined =>
  Object.entries(LOADER_SINCE).find(([family]) => running.toUpperCase().startsWith(family))?.[1]

/** @returns what the phone runs now as a load's name, or undefined when that is unknown. */
export function planRunning(phone: SitePhone, path: Path, report: Report): string | undefined {
  const running = phone.running?.trim().replace(/\.loads$/i, '')
  if (running === undefined) return undefined
  if (isMpp(running)) report({ code: 'site.mpp', path: [...path, 'running'], details: { name: running } })
  const release = releaseOf(running)
  const loader = release && loaderSince(running)
  if (release && loader && isOlder(release, loader)) report({ code: 'site.running-loader', path: [...path, 'running'] })
  if (LOAD_NAME.test(running)) return running
  if (!release) report({ code: 'site.running-unknown', path: [...path, 'running'] })
  return undefined
}
