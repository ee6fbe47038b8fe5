// Makes the plan of a site, one part after the other, and says all that is wrong at once.
import type { Preset } from '../../schemas/preset.ts'
import type { Site } from '../../schemas/site.ts'
import { phoneModel } from '../catalog/phones.ts'
import { type Finding, isError } from '../problem.ts'
import { planAccess } from './access.ts'
import { checkDialPlanSizes, planDialPlan, textDialPlan } from './dial-plan.ts'
import { checkLineNames } from './line-names.ts'
import { planLocale } from './locale.ts'
import { planMedia } from './media.ts'
import { planNetwork } from './network.ts'
import { planPhone } from './phone.ts'
import type { Plan, PlannedPhone } from './plan.ts'
import { planRegistrar } from './registrar.ts'
import { planFirmware } from './route.ts'
import { planSecrets } from './secrets.ts'
import { planSoftKeys } from './soft-keys.ts'

/** Fixed hours have a beginning and an end. */
function checkDisplay({ display: { from, to } }: Site, report: (finding: Finding) => void): void {
  if (from !== to && from !== undefined && to !== undefined) return
  if (from !== undefined || to !== undefined) report({ code: 'site.display', path: ['display'] })
}

export type Planned = { ok: true; plan: Plan; findings: Finding[] } | { ok: false; findings: Finding[] }

/**
 * Decides everything, and says all that is wrong at once.
 * @param preset over which the site stands.
 */
export function planSite(site: Site, preset?: Preset): Planned {
  const findings: Finding[] = []
  const said = new Set<string>()
  /** What several phones of a kind have in common is said once. */
  const report = (finding: Finding) => {
    const words = JSON.stringify(finding)
    if (!said.has(words)) findings.push(finding)
    said.add(words)
  }
  const registrar = planRegistrar(site, report)
  const network = planNetwork(site, report)
  const locale = planLocale(site, registrar, report)
  const secrets = planSecrets(site, report)
  const softKeys = planSoftKeys(site, report)
  const access = planAccess(site, report)
  checkDisplay(site, report)
  const dialPlan = planDialPlan(site, registrar, report)
  const dialPlans = { xml: dialPlan, text: textDialPlan(dialPlan) }
  const media = planMedia(site, report)
  checkLineNames(site, registrar, report)
  let anyPhones = 0
  const macs = new Set<string>()
  const alike = sharedByKind()
  const phones = site.phones.map((phone, index) => {
    const { mac } = phone
    if (mac === 'any') anyPhones++
    const twin = mac !== 'any' && macs.has(mac)
    macs.add(mac)
    const path = ['phones', index]
    const shared = dialPlans[phoneModel(phone.model)?.family.configuration ?? 'xml']
    const planned = planPhone({
      site,
      preset,
      phone,
      path,
      twin,
      registrar,
      nthAny: anyPhones,
      dialPlan: shared,
      report,
    })
    return planned && alike(planned)
  })
  checkDialPlanSizes(phones, report)
  const planned = phones.filter(phone => phone !== undefined)
  if (findings.some(isError) || !registrar || !locale || planned.length < phones.length) return { ok: false, findings }
  const { codec, look, display, ports, features, urls } = site
  const messagesNumber = site.messagesNumber ?? registrar.messagesNumber
  const plan: Plan = {
    network,
    registrar,
    locale,
    codec,
    dialPlans: [...new Set(planned.map(phone => phone.dialPlan))],
    ...(messagesNumber !== undefined && { messagesNumber }),
    wallpaper: look.wallpaper,
    display,
    ports,
    ...(softKeys && { softKeys }),
    features,
    urls,
    access,
    media,
    phones: planned,
    firmware: planFirmware(planned),
    secrets,
  }
  return { ok: true, plan, findings }
}

/** Thousands of phones of a few kinds have the same facts and the same way, which are kept once for each kind. */
function sharedByKind(): (phone: PlannedPhone) => PlannedPhone {
  const kinds = new Map<string, Pick<PlannedPhone, 'facts' | 'route'>>()
  return phone => {
    const { model, modules, dialPlan, facts, route } = phone
    // All of a phone that its facts and its way depend on.
    const kind = [model, dialPlan.file, ...modules.map(({ load }) => load), ...route.map(({ load }) => load)].join(' ')
    const shared = kinds.get(kind) ?? { facts, route }
    kinds.set(kind, shared)
    return { ...phone, ...shared }
  }
}
