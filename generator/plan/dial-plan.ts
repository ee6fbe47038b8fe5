// The dial plans of a site: the one that its phones share, and one for each phone that calls a number by itself.
import { macInFileName } from '../../schemas/mac.ts'
import type { Site } from '../../schemas/site.ts'
import { diallingIn } from '../catalog/dialling.ts'
import { registrarCodes } from '../catalog/registrar-codes.ts'
import type { Path } from '../problem.ts'
import { countryRules } from './country-rules.ts'
import type { Plan, PlannedDialPlan, PlannedDialRule, Report } from './plan.ts'

/** The name that the catalogue has for what a phone asks for. */
export const SHARED_DIAL_PLAN = 'dialplan.xml'

/**
 * A phone of any family drops a larger file without a word: Cisco's SIP stack reads it into a buffer of this size
 * (field guide, phones 5.3 and 7.24; `dpLoadArea` in mozilla/gecko-dev, media/webrtc/signaling/src/sipcc/core/gsm/dialplanint.c).
 */
export const DIAL_PLAN_MAX_BYTES = 8191

/** @returns one plan for each phone, in their order; the shared one is the same object. */
export function planDialPlans(site: Site, registrar: Plan['registrar'] | undefined, report: Report): PlannedDialPlan[] {
  const shared: PlannedDialPlan = { file: SHARED_DIAL_PLAN, rules: sharedRules(site, registrar, report) }
  checkSize(shared, ['dialPlan'], report)
  let any = 0
  return site.phones.map(({ mac, hotline }, index) => {
    if (mac === 'any') any++
    if (hotline === undefined) return shared
    const name = mac === 'any' ? `any-${any}` : macInFileName(mac)
    const own = { file: `dialplan-${name}.xml`, rules: [hotlineRule(hotline), ...shared.rules] }
    checkSize(own, ['phones', index, 'hotline'], report)
    return own
  })
}

/** Off the hook, the phone dials the number at once (usecallmanager, dial-template). @param line only this one; else all. */
export const hotlineRule = (number: string, line?: number): PlannedDialRule => ({
  match: '',
  wait: 0,
  rewrite: number,
  ...(line !== undefined && { line }),
})

/** Without any rule every number waits 15 s, so a site that says nothing gets one that takes everything. */
function sharedRules({ dialPlan }: Site, registrar: Plan['registrar'] | undefined, report: Report): PlannedDialRule[] {
  if (Array.isArray(dialPlan)) return dialPlan.length > 0 ? dialPlan.map(toPlanned) : [{ match: '*', wait: 5 }]
  const { country, outsideLine, prefix, rules = [] } = dialPlan
  const missing = (key: string) => report({ code: 'site.missing', path: ['dialPlan', key], details: { key } })
  // Not in the schema, because an editor that shows the site does not know what the preset says.
  if (country === undefined) missing('country')
  if (prefix !== undefined && outsideLine === undefined) missing('outsideLine')
  const facts = country === undefined ? undefined : diallingIn(country)
  if (country !== undefined && !facts) report({ code: 'site.country', path: ['dialPlan', 'country'] })
  const outside = outsideLine === undefined ? undefined : { digits: outsideLine, prefix: prefix ?? ('keep' as const) }
  return [
    ...rules.map(toPlanned),
    ...registrarCodes(registrar?.kind ?? ''),
    ...(facts ? countryRules(facts, outside) : []),
  ]
}

function toPlanned({ match, wait, rewrite, tone, line }: SiteRule): PlannedDialRule {
  return {
    match,
    wait,
    ...(rewrite !== undefined && { rewrite }),
    ...(tone !== undefined && { tone }),
    ...(line !== undefined && { line }),
  }
}
type SiteRule = Extract<Site['dialPlan'], unknown[]>[number]

function checkSize({ rules }: PlannedDialPlan, path: Path, report: Report): void {
  const have = dialPlanBytes(rules)
  const details = { have: String(have), max: String(DIAL_PLAN_MAX_BYTES) }
  if (have > DIAL_PLAN_MAX_BYTES) report({ code: 'site.dial-plan-size', path, details })
}

/** Of the file as generator/files/dial-plan.ts writes it; a test compares the two. No character of a rule needs escaping. */
export function dialPlanBytes(rules: readonly PlannedDialRule[]): number {
  const around = '<?xml version="1.0" encoding="UTF-8"?>\n<dialTemplate>\n</dialTemplate>\n'.length
  const rule = ({ match, wait, ...more }: PlannedDialRule) =>
    Object.entries({ match, timeout: wait, ...more }).reduce(
      (bytes, [name, value]) => bytes + ` ${name}="${value}"`.length,
      ' <TEMPLATE/>\n'.length,
    )
  return rules.reduce((bytes, one) => bytes + rule(one), around)
}
