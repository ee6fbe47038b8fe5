// A dial plan's file: when a number counts as complete, and what is dialled then. Format: usecallmanager, dial-template.
import type { PlannedDialPlan } from '../plan/plan.ts'
import { element, type PhoneFile, writeXml } from './xml.ts'

/** @param root as the phone's family spells it; the rules are alike. TEMPLATE is always in capitals (dial-template). */
export function dialPlan(
  { file, rules }: PlannedDialPlan,
  root: 'dialTemplate' | 'DIALTEMPLATE' = 'dialTemplate',
): PhoneFile {
  const templates = rules.map(({ match, wait, ...more }) =>
    element('TEMPLATE', undefined, { match, timeout: wait, ...more }),
  )
  return writeXml(`files/${file}`, element(root, templates))
}
