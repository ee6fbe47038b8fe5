// One phone of the site: its model's facts, its load, its lines and keys.
import type { ModelFacts } from '../../schemas/manifest.ts'
import type { Site, SitePhone } from '../../schemas/site.ts'
import { userLocale } from '../catalog/locales.ts'
import { PHONES, type PhoneModel, phoneModel } from '../catalog/phones.ts'
import type { Path } from '../problem.ts'
import { planKeys } from './keys.ts'
import type { Plan, PlannedLine, PlannedPhone, Report } from './plan.ts'
import { planLoad, planRoute, planRunning } from './route.ts'

export interface PhoneRequest {
  site: Site
  phone: SitePhone
  path: Path
  registrar: Plan['registrar'] | undefined
  config: string
  report: Report
}

export function planPhone(request: PhoneRequest): PlannedPhone | undefined {
  const { site, phone, path, registrar, config, report } = request
  const { mac, label, address } = phone
  const twin = site.phones.findIndex(other => other.mac === mac)
  if (mac !== 'any' && site.phones[twin] !== phone) report({ code: 'site.mac-twice', path: [...path, 'mac'] })
  const running = planRunning(phone, path, report)
  const lines = planLines(phone, path, registrar, report)
  const model = phoneModel(phone.model)
  if (!model) {
    const known = PHONES.map(({ name }) => name).join(', ')
    report({ code: 'site.model-unknown', path: [...path, 'model'], details: { known } })
    return undefined
  }
  const load = planLoad(site, phone, path, report)
  const keys = planKeys({
    model,
    lines: phone.lines,
    linesPath: [...path, 'lines'],
    keys: phone.keys ?? site.keys,
    keysPath: phone.keys ? [...path, 'keys'] : ['keys'],
    report,
  })
  if (!load || !registrar) return undefined
  return {
    mac,
    model: model.name,
    deviceType: model.deviceType.value,
    ...(label !== undefined && { label }),
    ...(address !== undefined && { address }),
    ...(running !== undefined && { running }),
    facts: toFacts(model, site),
    route: planRoute(load, model),
    proxy: load.proxy === 'address' ? registrar.address : load.proxy,
    config,
    lines,
    keys,
  }
}

function planLines(
  phone: SitePhone,
  path: Path,
  registrar: Plan['registrar'] | undefined,
  report: Report,
): PlannedLine[] {
  return phone.lines.map((line, index) => {
    const { username, password, label = username, displayName = label, authName = username, contact = username } = line
    if (registrar?.oneName && authName !== username) {
      const details = { registrar: registrar.name }
      report({ code: 'site.auth-name', path: [...path, 'lines', index, 'authName'], details })
    }
    return { number: index + 1, username, authName, displayName, contact, label, secret: password.secret }
  })
}

/** What the agent must know of the model; which locale files it asks for depends on the site. */
function toFacts(model: PhoneModel, { locale }: Site): ModelFacts {
  const built = userLocale(locale.user)?.builtIn
  return {
    vendorClass: model.vendorClass.value,
    lineKeys: model.lineKeys.value,
    resetKeys: model.resetKeys.value,
    resetLoad: model.resetLoad.value,
    loadFamilies: [...model.loadFamilies.value],
    asks: [
      ...model.asks.value.map(ask => ({ ...ask })),
      // Even a language that is built in may be asked for; without the file the phone shows English.
      { file: `${built ? 'English_United_States' : locale.user}/${model.localeJar.value}`, harmless: true },
      { file: `${locale.network}/${model.tones.value}`, harmless: true },
    ],
  }
}
