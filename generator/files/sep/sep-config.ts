// SEP<MAC>.cnf.xml: the whole configuration of one phone. Elements, values and limits:
// usecallmanager, sepmac-cnf-xml; order as in files that call managers write (wazo-cisco-sip base.tpl).
// Complete on purpose: a phone silently refuses a file that lacks an element it wants (field guide 7).
import { PASSWORD_LIMITS, TRANSPORT } from '../../catalog/registrars.ts'
import type { Plan, PlannedPhone } from '../../plan/plan.ts'
import { callManagerGroup } from '../call-manager.ts'
import { FEATURE_POLICY_FILE } from '../feature-policy.ts'
import { element, leaves, type PhoneFile, writeXml, type XmlElement } from '../xml.ts'
import { SERVICES } from './sep-constants.ts'
import { shared } from './shared.ts'
import { sipProfile } from './sip-profile.ts'
import { vendorConfig } from './vendor-config.ts'

/** @param versionStamp changes when the configuration does; any text. */
export function sepConfig(plan: Plan, phone: PlannedPhone, versionStamp: string): PhoneFile {
  const { locale, registrar } = plan
  const { ssh } = plan.access
  const root = element('device', [
    ...leaves({ fullConfig: true, deviceProtocol: 'SIP', sshUserId: ssh?.username ?? '' }),
    element('sshPassword', ssh ? { gap: 'secret', name: ssh.secret, maxBytes: PASSWORD_LIMITS.maxLength * 6 } : ''),
    shared(plan, 'pool', () => [
      element('devicePool', [
        dateTimeSetting(locale),
        callManagerGroup(registrar),
        ...leaves({ connectionMonitorDuration: 120 }),
      ]),
    ]),
    sipProfile(plan, phone),
    ...(phone.family.softKeys.value === 'policy' ? leaves({ featurePolicyFile: FEATURE_POLICY_FILE }) : []),
    // One digit for each line: log its missed calls.
    ...leaves({ MissedCallLoggingOption: '1'.repeat(phone.lines.length) }),
    element(
      'commonProfile',
      leaves({
        phonePassword: '',
        backgroundImageAccess: plan.wallpaper === 'choice',
        callLogBlfEnabled: phone.family.fixedSwitch.value.off,
      }),
    ),
    // The agent puts in the load of the hop that the phone is at. 63 is the longest name of a load.
    element('loadInformation', { gap: 'load', name: '', maxBytes: 63 }),
    vendorConfig(plan, phone),
    ...addOnModules(phone),
    ...leaves({ versionStamp }),
    shared(plan, 'rest', () => [
      ...locales(locale),
      ...leaves({ deviceSecurityMode: 1, ...pages(plan) }),
      ...SERVICES,
      ...leaves({
        dscpForSCCPPhoneConfig: 96,
        dscpForSCCPPhoneServices: 0,
        dscpForCm2Dvce: 96,
        transportLayerProtocol: TRANSPORT[registrar.transport],
        advertiseG722Codec: 1,
        capfAuthMode: 0,
      }),
      element('capfList', [element('capf', leaves({ phonePort: 3804 }))]),
      ...leaves({ certHash: '', encrConfig: false }),
    ]),
  ])
  return writeXml(phone.config, root)
}

/** From the phone outwards; only those of the 79xx have firmware that the phone brings them. */
function addOnModules({ modules }: PlannedPhone): XmlElement[] {
  const content = modules.map(({ deviceType, keys, load }, index) =>
    element(
      'addOnModule',
      leaves({ deviceType, deviceLine: keys, ...(load !== undefined && { loadInformation: load }) }),
      { idx: index + 1 },
    ),
  )
  return content.length > 0 ? [element('addOnModules', content)] : []
}

/** Empty where there is none: an element that is missing could keep an old value. */
function pages({ urls }: Plan): Record<string, string | number> {
  return {
    idleTimeout: urls.idleAfter ?? 0,
    authenticationURL: urls.authentication ?? '',
    directoryURL: urls.directory ?? '',
    idleURL: urls.idle ?? '',
    informationURL: urls.information ?? '',
    messagesURL: urls.messages ?? '',
    proxyServerURL: '',
    servicesURL: urls.services ?? '',
  }
}

function dateTimeSetting({ dateTemplate, timeZone, ntp }: Plan['locale']): XmlElement {
  const ntps = ntp.map(host => element('ntp', leaves({ name: host, ntpMode: 'Unicast' })))
  return element('dateTimeSetting', [...leaves({ dateTemplate, timeZone }), element('ntps', ntps)])
}

/** A phone fetches a locale again only when its version changes; ours never does, as the archive is the person's own. */
function locales({ user, network }: Plan['locale']): XmlElement[] {
  const version = '1.0.0.0-1'
  return [
    element('userLocale', leaves({ name: user.name, uid: 1, langCode: user.langCode, version, winCharSet: 'utf-8' })),
    ...leaves({ networkLocale: network }),
    element('networkLocaleInfo', leaves({ name: network, uid: 64, version })),
  ]
}
