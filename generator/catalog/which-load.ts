// Which load: one by its name, the one that must run before another, and what would do in place of one that is not to be had.
import { isNewer, isOlder, type Release, releaseOf } from '../../schemas/release.ts'
import { LOADS, type Load, loadsFor, proxyOf, UNSEEN } from './loads.ts'
import type { PhoneModel } from './phone-model.ts'

const BY_NAME = new Map(LOADS.map(load => [load.name, load]))

/**
 * A SIP load of a model by its name. One that is in no list is read by the pattern of its family: what it consists of, its
 * own list says; nobody has seen it (certainty U).
 * @returns undefined when it is of another family, has no release, or is the name of a known one without its last letter
 */
export function loadOf(name: string, { name: model, loadFamilies }: PhoneModel): Load | undefined {
  const known = BY_NAME.get(name)
  if (known) return known.models.includes(model) ? known : undefined
  const family = loadFamilies.value.find(prefix => name.startsWith(prefix) && !NO_SIP.test(prefix))
  const release = family !== undefined && /^(?:\.|-|)\d[\dA-Z-]*$/i.test(name.slice(family.length)) && releaseOf(name)
  // The vendor's archive is named without the S.
  if (!release || BY_NAME.has(`${name}S`)) return undefined
  const source = 'the pattern of the names in its family (field guide, phones 1.5)'
  return { name, models: [model], release, files: [], proxy: proxyOf(release), certainty: 'U', source }
}

/** Of the families of a model: those for the other protocol, and what is only a loader. */
const NO_SIP = /^(?:SCCP|P003)/

/** Below this release a phone cannot take anything above 8.5(2) (wazo wazo_cisco_sccp/v9_4/limitations.md) [C]. */
export const OLDEST_FOR_DIRECT: Release = [8, 3, 3]
const NEWEST_FOR_ALL: Release = [8, 5, 2]

/** Whether a phone of any release can take it, and then every other load. */
const isStep = ({ release }: Load): boolean => !isOlder(release, OLDEST_FOR_DIRECT) && !isOlder(NEWEST_FOR_ALL, release)

/**
 * What a phone below 8.3(3) must run before it can take `wanted`: of the loads up to 8.5(2) the newest whose images are
 * known, else one that is known by name, else one that nobody has seen (certainty U).
 * @returns undefined when any phone can take it at once
 */
export function firstLoadFor({ name, release }: Load, model: string): Load | undefined {
  if (!/^SIP\d\d\./.test(name) || !isOlder(NEWEST_FOR_ALL, release)) return undefined
  const known = loadsFor(model).filter(isStep)
  const unseen = UNSEEN.filter(({ models }) => models.includes(model))
  return known.find(({ files }) => files.some(file => file.name.endsWith('.sbn'))) ?? known[0] ?? unseen[0]
}

/** Newest first; those whose names do not tell stay as they were. */
export const newestFirst = (loads: readonly Load[]): Load[] =>
  [...loads].sort((a, b) => Number(isNewer(b.name, a.name) ?? false) - Number(isNewer(a.name, b.name) ?? false))

/**
 * What would do when a load is not to be had, newest first: the others of the model that are known to exist. In place of
 * one that is only a step to the wanted one: those that any phone can take.
 */
export const inPlaceOf = (load: string, model: string, step: boolean): Load[] =>
  newestFirst(
    loadsFor(model).filter(other => other.name !== load && other.certainty !== 'U' && (!step || isStep(other))),
  )
