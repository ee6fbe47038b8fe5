// dialplan.xml: when a number counts as complete. Format: usecallmanager, dial-template.
import type { Plan } from '../plan/plan.ts'
import { element, type PhoneFile, writeXml } from './xml.ts'

export const DIAL_PLAN = 'dialplan.xml'

/**
 * The longest plan that the schema allows stays below the 8191 bytes above which an 88xx ignores the file silently
 * (field guide 5.3). Without any rule every number waits 15 s, so a phone without a plan of its own gets one that
 * takes everything.
 */
export function dialPlan({ dialPlan: rules }: Pick<Plan, 'dialPlan'>): PhoneFile {
  const written = rules.length > 0 ? rules : [{ match: '*', wait: 5 }]
  // TEMPLATE in capitals, the root not (usecallmanager, dial-template).
  const templates = written.map(({ match, wait }) => element('TEMPLATE', undefined, { match, timeout: wait }))
  return writeXml(`files/${DIAL_PLAN}`, element('dialTemplate', templates))
}
