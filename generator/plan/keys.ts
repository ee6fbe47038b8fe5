// Which line key gets what: lines first from the top, then keys that name a position, then the others in what is left.
import type { SitePhone } from '../../schemas/site.ts'
import type { PhoneModel } from '../catalog/phone-model.ts'
import type { Path } from '../problem.ts'
import type { PlannedKey, Report } from './plan.ts'

type SiteKeys = NonNullable<SitePhone['keys']>

export interface KeyRequest {
  model: PhoneModel
  lines: SitePhone['lines']
  linesPath: Path
  keys: SiteKeys
  /** Of the list that the keys come from: the phone's own, or the one for all phones. */
  keysPath: Path
  report: Report
}

export function planKeys({ model, lines, linesPath, keys, keysPath, report }: KeyRequest): PlannedKey[] {
  const max = model.lineKeys.value
  const first = lines.length + 1
  if (lines.length === 0) report({ code: 'site.lines-empty', path: linesPath })
  if (lines.length > max) {
    const details = { model: model.name, max: String(max), have: String(lines.length) }
    report({ code: 'site.lines-max', path: [...linesPath, max], details })
    return []
  }
  if (lines.length + keys.length > max) {
    const details = { model: model.name, max: String(max), lines: String(lines.length), keys: String(keys.length) }
    report({ code: 'site.keys-max', path: keysPath, details })
    return []
  }
  const taken = new Map<number, PlannedKey>()
  for (const [index, { position, dial, label }] of keys.entries()) {
    if (position === undefined) continue
    if (position < first || position > max || taken.has(position)) {
      const details = { model: model.name, first: String(first), last: String(max) }
      report({ code: 'site.key-position', path: [...keysPath, index, 'position'], details })
    } else taken.set(position, { button: position, dial, label })
  }
  let next = first
  for (const { position, dial, label } of keys) {
    if (position !== undefined) continue
    while (taken.has(next)) next++
    taken.set(next, { button: next, dial, label })
  }
  return [...taken.values()].sort((a, b) => a.button - b.button)
}
