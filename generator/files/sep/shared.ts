// What stands alike in the files of many phones: made and written once for a plan, since it is most of each file.
import type { Plan } from '../../plan/plan.ts'
import { element, type XmlElement } from '../xml.ts'

const known = new WeakMap<Plan, Map<string, XmlElement>>()

/**
 * A run of elements without a tag around it and without a hole, at the same depth wherever it stands.
 * @param variant names it, with all that it depends on besides the plan.
 */
export function shared(plan: Plan, variant: string, make: () => readonly XmlElement[]): XmlElement {
  const ofPlan = known.get(plan) ?? new Map<string, XmlElement>()
  known.set(plan, ofPlan)
  const run = ofPlan.get(variant) ?? { ...element('', make()), written: {} }
  ofPlan.set(variant, run)
  return run
}
