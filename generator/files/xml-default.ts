// XMLDefault.cnf.xml: what a phone reads that finds no configuration of its own: where to register, and its load.
import type { Plan } from '../plan/plan.ts'
import { callManagerGroup } from './call-manager.ts'
import { element, type PhoneFile, writeXml } from './xml.ts'

/** One load for each model: that of its first phone in the site. */
export function xmlDefault(plan: Plan): PhoneFile {
  const loads = new Map<number, ReturnType<typeof element>>()
  for (const { deviceType, route } of plan.phones) {
    const load = route.at(-1)?.load
    if (load === undefined || loads.has(deviceType.id)) continue
    const attributes = { model: deviceType.name }
    loads.set(deviceType.id, element(`loadInformation${deviceType.id}`, load, attributes))
  }
  // Without port and processNodeName it is refused (chaslinux).
  const root = element('Default', [callManagerGroup(plan.registrar), ...loads.values()])
  return writeXml('files/XMLDefault.cnf.xml', root)
}
