// The dial plans of a site: the one that its phones share, and one for each phone that calls a number by itself.
import { macInFileName } from '../../schemas/mac.ts'
import type { Site, SitePhone } from '../../schemas/site.ts'
import { diallingIn } from '../catalog/dialling/dialling.ts'
import { registrarCodes } from '../catalog/dialling/registrar-codes.ts'
import { TEXT_DIAL_PLAN } from '../catalog/models/text-7940.ts'
import { countryRules } from './country-rules.ts'
import type { Plan, PlannedDialPlan, PlannedDialRule, PlannedKey, PlannedPhone, Report } from './plan.ts'

/** The name that the catalogue has for what a phone asks for. */
export const SHARED_DIAL_PLAN = 'dialplan.xml'

/** The plan of all phones that do not call by themselves. */
export function planDialPlan(site: Site, registrar: Plan['registrar'] | undefined, report: Report): PlannedDialPlan {
  return { file: SHARED_DIAL_PLAN, rules: sharedRules(site, registrar, report) }
}

/** The same for phones that read text, which have another word for the root, and so another file. */
export const textDialPlan = ({ rules }: PlannedDialPlan): PlannedDialPlan => ({ ...TEXT_DIAL_PLAN.value, rules })

/**
 * The shared plan, or one of its own for a phone that calls by itself: off the hook, or at the press of an intercom key.
 * @param nthAny how many phones without a MAC there are up to this one.
 */
export function phoneDialPlan(
  shared: PlannedDialPlan,
  { mac, hotline }: SitePhone,
  keys: readonly PlannedKey[],
  nthAny: number,
): PlannedDialPlan {
  // The first of equal rules counts, so those of one line come before that of the phone.
  const calls = keys.flatMap(key =>
    key.kind === 'intercom' && key.dial !== undefined ? [hotlineRule(key.dial, key.number)] : [],
  )
  if (hotline !== undefined) calls.push(hotlineRule(hotline))
  if (calls.length === 0) return shared
  const name = mac === 'any' ? `any-${nthAny}` : macInFileName(mac)
  return { ...shared, file: `dialplan-${name}.xml`, rules: [...calls, ...shared.rules] }
}

/** Every plan must fit on the phones that read it. @param phones in the order of the site. */
export function checkDialPlanSizes(phones: readonly (PlannedPhone | undefined)[], report: Report): void {
  const tooLarge = new Set<PlannedDialPlan>()
  // Thousands of phones share one.
  const sizes = new Map<PlannedDialPlan, number>()
  for (const [index, phone] of phones.entries()) {
    const max = phone?.family.dialPlanMaxBytes?.value
    if (!phone || max === undefined || tooLarge.has(phone.dialPlan)) continue
    const have = sizes.get(phone.dialPlan) ?? dialPlanBytes(phone.dialPlan.rules)
    sizes.set(phone.dialPlan, have)
    if (have <= max) continue
    tooLarge.add(phone.dialPlan)
    const path = phone.dialPlan.file.startsWith('dialplan-') ? ['phones', index] : ['dialPlan']
    report({ code: 'site.dial-plan-size', path, details: { have: String(have), max: String(max) } })
  }
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
  if (Array.isArray(dialPlan)) {
    if (dialPlan.length === 0) return [{ match: '*', wait: 5 }]
    const all = dialPlan.some(({ match, line }) => match === '*' && line === undefined)
    if (!all) report({ code: 'site.dial-catch-all', path: ['dialPlan'] })
    return dialPlan.map(toPlanned)
  }
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
