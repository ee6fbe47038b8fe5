// Which line key of a phone has what, for the drawing and its list; the same order as generator/plan/keys.ts has.
import type { DescribedKey, DescribedLine, DescribedPhone } from '../model/description.ts'
import type { ModelFacts } from './facts.ts'

export interface Button {
  /** From 1 at the top; those of modules count on. */
  position: number
  /** Whether it is on a module. */
  onModule: boolean
  line?: DescribedLine
  key?: DescribedKey
  /** Of the line, or of the key in its list. */
  index: number
}

/** A phone of a model that is not known has as many keys as it needs. */
export function keyCount({ lines, lineMode }: DescribedPhone, keys: number, model: ModelFacts | undefined): number {
  if (!model) return lines.length + keys
  return lineMode ? (model.lineModeKeys ?? model.lineKeys) : model.lineKeys
}

/** @param keys those of the phone, or of the site or its preset where it has none. */
export function buttonsOf(
  phone: DescribedPhone,
  keys: readonly DescribedKey[],
  model: ModelFacts | undefined,
): Button[] {
  const own = keyCount(phone, keys.length, model)
  const addOns = new Map(model?.addOns ?? [])
  const last = phone.addOns.reduce((sum, name) => sum + (addOns.get(name) ?? 0), own)
  const button = (position: number): Button => ({ position, onModule: position > own, index: -1 })
  const taken = new Map<number, Button>()
  for (const [index, line] of phone.lines.entries()) taken.set(index + 1, { ...button(index + 1), line, index })
  const floating: [DescribedKey, number][] = []
  for (const [index, key] of keys.entries()) {
    const { position } = key
    if (position === undefined || taken.has(position)) floating.push([key, index])
    else taken.set(position, { ...button(position), key, index })
  }
  let next = phone.lines.length + 1
  for (const [key, index] of floating) {
    while (taken.has(next)) next++
    taken.set(next, { ...button(next), key, index })
  }
  for (let position = 1; position <= last; position++) if (!taken.has(position)) taken.set(position, button(position))
  return [...taken.values()].sort((a, b) => a.position - b.position)
}
