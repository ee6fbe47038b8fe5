// One phone of the site: its model's facts, its load, its lines and keys.
import { configPath } from '../../schemas/bundle/holes.ts'
import type { ModelFacts } from '../../schemas/manifest.ts'
import type { Preset } from '../../schemas/preset.ts'
import type { Site, SitePhone } from '../../schemas/site.ts'
import { isMpp } from '../catalog/families.ts'
import { userLocale } from '../catalog/locales.ts'
import type { AddOnModule } from '../catalog/models/add-on-modules.ts'
import type { Codec, PhoneModel } from '../catalog/phone-model.ts'
import { isNotCovered, PHONES, phoneModel } from '../catalog/phones.ts'
import type { Path } from '../problem.ts'
import { phoneDialPlan, SHARED_DIAL_PLAN } from './dial-plan.ts'
import { planKeys } from './keys.ts'
import { planLines } from './lines.ts'
import { mediaAsks } from './media.ts'
import { planModules } from './modules.ts'
import type { Plan, PlannedDialPlan, PlannedPhone, Report } from './plan.ts'
import { planLoad, planRoute, planRunning } from './route.ts'
import { checkTextPhone, textProxy } from './text-phone.ts'

export interface PhoneRequest {
  site: Site
  preset: Preset | undefined
  phone: SitePhone
  path: Path
  /** Whether an earlier phone has its MAC. */
  twin: boolean
  registrar: Plan['registrar'] | undefined
  /** How many phones without a MAC there are up to this one. */
  nthAny: number
  /** The one that phones share. */
  dialPlan: PlannedDialPlan
  report: Report
}

/** @returns undefined when its model, its load or the registrar is not known, which was reported. */
export function planPhone(request: PhoneRequest): PlannedPhone | undefined {
  const { site, phone, path, registrar, nthAny, report } = request
  const { mac, label, address } = phone
  if (request.twin) report({ code: 'site.mac-twice', path: [...path, 'mac'] })
  const running = planRunning(phone, path, report)
  const model = phoneModel(phone.model)
  const lines = planLines({ phone, path, model, registrar, report })
  if (!model) {
    const known = PHONES.map(({ name }) => name).join(', ')
    report({ code: whyUnknown(phone.model), path: [...path, 'model'], details: { known, name: phone.model } })
    return undefined
  }
  if (label?.includes(' ') && !model.family.blankInLabel.value) {
    report({ code: 'site.phone-label', path: [...path, 'label'] })
  }
  const load = planLoad(request, model, running)
  if (phone.hotline !== undefined) report({ code: 'site.hotline', path: [...path, 'hotline'] })
  if (phone.lineMode && !model.lineModeKeys) {
    report({ code: 'site.line-mode', path: [...path, 'lineMode'], details: { model: model.name } })
  }
  const modules = planModules(phone, model, path, report)
  const codec = planCodec(site, model, report)
  const keys = planKeys({
    model,
    own: phone.lineMode ? (model.lineModeKeys?.value ?? model.lineKeys.value) : model.lineKeys.value,
    moreKeys: modules.reduce((sum, module) => sum + module.keys, 0),
    registrar,
    lines: phone.lines,
    linesPath: [...path, 'lines'],
    keys: phone.keys ?? site.keys,
    keysPath: phone.keys ? [...path, 'keys'] : ['keys'],
    shared: phone.keys === undefined,
    report,
  })
  if (model.family.configuration === 'text') checkTextPhone({ site, phone, path, model, registrar, keys, report })
  if (!load || !registrar) return undefined
  const dialPlan = phoneDialPlan(request.dialPlan, phone, keys, nthAny)
  return {
    mac,
    model: model.name,
    family: model.family,
    deviceType: model.deviceType.value,
    ...(label !== undefined && { label }),
    ...(address !== undefined && { address }),
    ...(running !== undefined && { running }),
    facts: toFacts(model, site, modules, dialPlan.file),
    route: planRoute(load, model, phone, path, report),
    proxy: textProxy(model, registrar) ?? (load.proxy === 'address' ? registrar.address : load.proxy),
    config: configPath(mac, nthAny, model.family.configuration),
    dialPlan,
    lines,
    keys,
    modules,
    lineMode: phone.lineMode,
    codec,
  }
}

function whyUnknown(model: string) {
  if (isMpp(model)) return 'site.mpp'
  return isNotCovered(model) ? 'site.model-uncovered' : 'site.model-unknown'
}

/** A phone without the site's codec prefers the first that it has. */
function planCodec({ codec }: Site, { name, codecs }: PhoneModel, report: Report): Codec {
  const [first] = codecs.value
  if (codecs.value.includes(codec) || first === undefined) return codec
  report({ code: 'site.codec', path: ['codec'], details: { model: name, codec, instead: first } })
  return first
}

const inFolder = (folder: string, file: string | undefined) =>
  file === undefined ? [] : [{ file: `${folder}/${file}`, harmless: true }]

/** What the agent must know of the model; which locale files and which dial plan it asks for depends on the site. */
function toFacts(model: PhoneModel, site: Site, modules: readonly AddOnModule[], dialPlan: string): ModelFacts {
  const { locale } = site
  const built = userLocale(locale.user)?.builtIn
  return {
    vendorClass: model.vendorClass.value,
    lineKeys: model.lineKeys.value,
    resetKeys: model.resetKeys.value,
    ...(model.resetLoad && { resetLoad: model.resetLoad.value }),
    resetLamps: model.resetLamps.value,
    ...(model.eraseKeys && { eraseKeys: model.eraseKeys.value }),
    power: model.power.value,
    loadFamilies: [...model.loadFamilies.value],
    asks: [
      ...model.asks.value.map(ask => ({ ...ask, file: ask.file === SHARED_DIAL_PLAN ? dialPlan : ask.file })),
      // Even a language that is built in may be asked for; without the file the phone shows English.
      ...inFolder(built ? 'English_United_States' : locale.user, model.localeJar?.value),
      ...inFolder(locale.network, model.tones?.value),
      // Without it a module runs what it has.
      ...[...new Set(modules.flatMap(({ load }) => load ?? []))].map(load => ({ file: `${load}.SBN`, harmless: true })),
      ...mediaAsks(model, site).map(file => ({ file, harmless: true })),
    ],
  }
}
