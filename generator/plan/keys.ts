// Which line key gets what: lines first from the top, then keys that name a position, then the others in what is left.
import type { SitePhone } from '../../schemas/site.ts'
import { FEATURE_KEYS, NEEDS_CALL_MANAGER } from '../catalog/keys/key-features.ts'
import type { PhoneModel } from '../catalog/phone-model.ts'
import type { Path } from '../problem.ts'
import type { KeyAction, Plan, PlannedKey, Report } from './plan.ts'

type SiteKey = NonNullable<SitePhone['keys']>[number]

export interface KeyRequest {
  model: PhoneModel
  /** Line keys of the phone itself, where they are not those of its model. */
  own?: number
  /** Of the modules beside it. */
  moreKeys?: number
  registrar: Plan['registrar'] | undefined
  lines: SitePhone['lines']
  linesPath: Path
  keys: readonly SiteKey[]
  /** Of the list that the keys come from: the phone's own, or the one for all phones. */
  keysPath: Path
  /** Whether it is the one for all phones: written for the largest, so what this one cannot have is left out. */
  shared?: boolean
  report: Report
}

/** @returns keys by their button, from the top; none when there are more of its own than the phone has places. */
export function planKeys(request: KeyRequest): PlannedKey[] {
  const { model, own = model.lineKeys.value, moreKeys = 0, lines, linesPath, keys, keysPath, shared = false } = request
  const { report } = request
  const max = own + moreKeys
  const first = lines.length + 1
  if (lines.length === 0) report({ code: 'site.lines-empty', path: linesPath })
  if (lines.length > own) {
    const details = { model: model.name, max: String(own), have: String(lines.length) }
    report({ code: 'site.lines-max', path: [...linesPath, own], details })
    return []
  }
  if (!shared && lines.length + keys.length > max) {
    const details = { model: model.name, max: String(max), lines: String(lines.length), keys: String(keys.length) }
    report({ code: 'site.keys-max', path: keysPath, details })
    return []
  }
  const taken = new Map<number, PlannedKey>()
  const floating: KeyAction[] = []
  let left = 0
  for (const [index, key] of keys.entries()) {
    if (
      shared &&
      (!isKnown(key, model) || (key.position !== undefined && !(first <= key.position && key.position <= max)))
    ) {
      left++
      continue
    }
    const action = toAction(key, [...keysPath, index], request)
    if (!action) continue
    const { position } = key
    if (position === undefined) floating.push(action)
    else if (position < first || position > max || taken.has(position)) {
      const details = { model: model.name, first: String(first), last: String(max) }
      report({ code: 'site.key-position', path: [...keysPath, index, 'position'], details })
    } else taken.set(position, { button: position, ...action })
  }
  let next = first
  for (const action of floating) {
    while (taken.has(next)) next++
    if (next > max) left++
    else taken.set(next, { button: next, ...action })
  }
  if (left > 0)
    report({ code: 'site.keys-left-out', path: keysPath, details: { model: model.name, left: String(left) } })
  return numberLines(
    [...taken.values()].sort((a, b) => a.button - b.button),
    first,
  )
}

/** A phone that reads text only dials; of the others, not all know every feature. */
function isKnown({ dial, feature }: SiteKey, { family }: PhoneModel): boolean {
  if (family.configuration === 'text') return dial !== undefined
  const { families } = (feature && FEATURE_KEYS[feature]) ?? {}
  return !families || families.includes(family.name)
}

const KINDS = ['dial', 'blf', 'park', 'feature', 'service', 'intercom'] as const

/** What the key does, once it is clear that it does one thing that this phone and this registrar can. */
function toAction(key: SiteKey, path: Path, { model, registrar, report }: KeyRequest): KeyAction | undefined {
  const { dial, blf, park, feature, service, intercom, pickup } = key
  const kinds = KINDS.filter(kind => key[kind] !== undefined)
  if (kinds.length !== 1 || (pickup !== undefined && blf === undefined)) {
    report({ code: 'site.key-kind', path, details: { known: KINDS.join(', ') } })
    return undefined
  }
  const lamp = blf !== undefined || park !== undefined || (feature && NEEDS_CALL_MANAGER.includes(feature))
  if (lamp && registrar && registrar.lamps !== 'yes') {
    report({ code: 'site.key-registrar', path, details: { registrar: registrar.name } })
  }
  const number = dial ?? blf ?? park
  const label =
    key.label ?? number ?? (feature ? FEATURE_KEYS[feature].label : (service ?? intercom?.username ?? '').slice(0, 30))
  if (dial !== undefined) return { kind: 'dial', dial, label }
  if (blf !== undefined) return { kind: 'blf', dial: blf, pickup: pickup ?? false, label }
  if (park !== undefined) return { kind: 'park', dial: park, label }
  if (service !== undefined) return { kind: 'service', url: service, label }
  if (feature) {
    const { id, families } = FEATURE_KEYS[feature]
    if (!families || families.includes(model.family.name)) return { kind: 'feature', id, label }
    report({ code: 'site.key-feature', path: [...path, 'feature'], details: { model: model.name } })
    return undefined
  }
  return intercom && { kind: 'intercom', label, number: 0, username: intercom.username, ...secretOf(intercom) }
}

const secretOf = ({ password, dial }: NonNullable<SiteKey['intercom']>) => ({
  ...(password && { secret: password.secret }),
  ...(dial !== undefined && { dial }),
})

/** Lines of their own are counted on after the others. */
function numberLines(keys: readonly PlannedKey[], first: number): PlannedKey[] {
  let number = first
  return keys.map(key => (key.kind === 'intercom' ? { ...key, number: number++ } : key))
}
