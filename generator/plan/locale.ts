// Language, country, clock: from the names that people know to the words that the phone has for them.

import { IPV4 } from '../../schemas/ipv4.ts'
import type { Site } from '../../schemas/site.ts'
import { NETWORK_LOCALES, USER_LOCALES, userLocale } from '../catalog/locales.ts'
import { TIME_ZONES, timeZoneWords } from '../catalog/time-zones.ts'
import type { Plan, PlannedLocale, Report } from './plan.ts'

/** @returns undefined when the language or the time zone is unknown, which was reported. */
export function planLocale(
  { locale, network }: Site,
  registrar: Plan['registrar'] | undefined,
  report: Report,
): PlannedLocale | undefined {
  const user = userLocale(locale.user)
  if (!user) {
    const known = USER_LOCALES.map(({ name }) => name).join(', ')
    report({ code: 'site.locale-unknown', path: ['locale', 'user'], details: { known } })
  }
  if (!NETWORK_LOCALES.includes(locale.network)) {
    const known = NETWORK_LOCALES.join(', ')
    report({ code: 'site.locale-unknown', path: ['locale', 'network'], details: { known } })
  }
  const timeZone = timeZoneWords(locale.timeZone)
  if (timeZone === undefined) {
    const known = Object.keys(TIME_ZONES).join(', ')
    report({ code: 'site.time-zone', path: ['locale', 'timeZone'], details: { known } })
  }
  if (!user || timeZone === undefined) return undefined
  const ownClock = registrar?.keepsTime && IPV4.test(registrar.address) ? [registrar.address] : []
  return {
    user,
    network: locale.network,
    timeZone,
    // A trailing A is the clock with twelve hours (usecallmanager, sepmac-cnf-xml, dateTemplate).
    dateTemplate: `${locale.dateFormat}${locale.clock === '12h' ? 'A' : ''}`,
    zone: locale.timeZone,
    dateFormat: locale.dateFormat,
    clock: locale.clock,
    ntp: network.ntp.length > 0 ? network.ntp : ownClock,
  }
}
