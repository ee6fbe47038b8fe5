// dialplan.xml: when a number counts as complete. Format: usecallmanager, dial-template.
import type { Plan } from '../plan/plan.ts'
import { element, type PhoneFile, writeXml } from './xml.ts'

export const DIAL_PLAN = 'dialplan.xml'

/** Larger files are silently ignored by the 88xx (field guide 5.3); the limit is kept for all. */
export const MAX_DIAL_PLAN_BYTES = 8191

/** Without any rule every number waits 15 s, so a phone without a plan of its own gets one that takes everything. */
export function dialPlan({ dialPlan: rules }: Pick<Plan, 'dialPlan'>): PhoneFile {
  const written = rules.length > 0 ? rules : [{ match: '*', wait: 5 }]
  // TEMPLATE in capitals, the root not (usecallmanager, dial-template).
  const templates = written.map(({ match, wait }) => element('TEMPLATE', undefined, { match, timeout: wait }))
  return writeXml(`files/${DIAL_PLAN}`, element('dialTemplate', templates))
}

export const dialPlanBytes = (rules: Plan['dialPlan']): Uint8Array => dialPlan({ dialPlan: rules }).bytes
