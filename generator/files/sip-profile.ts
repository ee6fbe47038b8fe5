// The SIP part of a phone's configuration: registrar, timers, and what each line key does.
// Values: usecallmanager sepmac-cnf-xml and line-keys; those that worked at a Fritz!Box: field guide 5.1.
import { PASSWORD_LIMITS } from '../catalog/registrars.ts'
import type { Plan, PlannedKey, PlannedLine, PlannedPhone } from '../plan/plan.ts'
import { DIAL_PLAN } from './dial-plan.ts'
import { element, leaves, type XmlElement } from './xml.ts'

const FEATURE = { speedDial: 2, line: 9 } as const

export function sipProfile(plan: Plan, phone: PlannedPhone): XmlElement {
  const { off } = phone.family.fixedSwitch.value
  return element('sipProfile', [
    element('sipProxies', leaves({ ...PROXIES, registerWithProxy: true })),
    element('sipCallFeatures', leaves({ ...CALL_FEATURES, anonymousCallBlock: off, callerIdBlocking: off })),
    element('sipStack', leaves(STACK)),
    ...leaves({
      autoAnswerTimer: 1,
      autoAnswerAltBehavior: false,
      autoAnswerOverride: true,
      transferOnhookEnabled: false,
      enableVad: false,
      preferredCodec: plan.codec,
      dtmfAvtPayload: 101,
      dtmfDbLevel: 3,
      dtmfOutofBand: 'avt',
      alwaysUsePrimeLine: false,
      alwaysUsePrimeLineVoiceMail: false,
      kpml: phone.family.kpml.value,
      phoneLabel: phone.label ?? '',
      stutterMsgWaiting: 1,
      callStats: false,
      offhookToFirstDigitTimer: 15000, // ms
      silentPeriodBetweenCallWaitingBursts: 10,
      disableLocalSpeedDialConfig: false,
      startMediaPort: 16384,
      stopMediaPort: 32766,
      natEnabled: false,
      natReceivedProcessing: false,
      natAddress: '',
    }),
    element('sipLines', [...phone.lines.map(line => lineKey(plan, phone, line)), ...phone.keys.map(speedDialKey)]),
    ...leaves({
      externalNumberMask: '',
      voipControlPort: 5060,
      dscpForAudio: 184,
      ringSettingBusyStationPolicy: 0,
      dialTemplate: DIAL_PLAN,
      softKeyFile: '',
    }),
  ])
}

function lineKey(plan: Plan, phone: PlannedPhone, line: PlannedLine): XmlElement {
  const { number, label, username, displayName, contact, authName, secret, borrows } = line
  const { on, off } = phone.family.fixedSwitch.value
  // Every character may become an entity of six bytes, `&quot;`.
  const password = { gap: 'secret', name: secret, maxBytes: PASSWORD_LIMITS.maxLength * 6 } as const
  const content = [
    ...leaves({ featureID: FEATURE.line, featureLabel: label, proxy: phone.proxy, port: plan.registrar.port }),
    ...leaves({ name: username, displayName }),
    element('autoAnswer', leaves({ autoAnswerEnabled: off })),
    ...leaves({ callWaiting: on }),
    ...(borrows ? [] : [...leaves({ authName }), element('authPassword', password)]),
    ...leaves({ contact, sharedLine: false, messageWaitingLampPolicy: 3 }),
    ...(plan.messagesNumber === undefined ? [] : leaves({ messagesNumber: plan.messagesNumber })),
    ...leaves({ ringSettingIdle: 4, ringSettingActive: 5 }), // ring; beep during a call
    element(
      'forwardCallInfoDisplay',
      leaves({ callerName: true, callerNumber: true, redirectedNumber: false, dialedNumber: true }),
    ),
    ...leaves({ maxNumCalls: 4, busyTrigger: 2 }),
  ]
  return element('line', content, { button: number, lineIndex: number })
}

function speedDialKey({ button, dial, label }: PlannedKey): XmlElement {
  const content = leaves({ featureID: FEATURE.speedDial, featureLabel: label, speedDialNumber: dial })
  return element('line', content, { button })
}

/** There is one registrar: no backup, no other way out. */
const PROXIES = {
  backupProxy: '',
  backupProxyPort: '',
  emergencyProxy: '',
  emergencyProxyPort: '',
  outboundProxy: '',
  outboundProxyPort: '',
}

/** The `x-cisco-serviceuri` words are for call managers; a Fritz!Box knows none of them, which does no harm. */
const CALL_FEATURES = {
  cnfJoinEnabled: true,
  callForwardURI: 'x-cisco-serviceuri-cfwdall',
  callPickupURI: 'x-cisco-serviceuri-pickup',
  callPickupListURI: 'x-cisco-serviceuri-opickup',
  callPickupGroupURI: 'x-cisco-serviceuri-gpickup',
  meetMeServiceURI: 'x-cisco-serviceuri-meetme',
  abbreviatedDialURI: 'x-cisco-serviceuri-abbrdial',
  rfc2543Hold: false,
  callHoldRingback: 2,
  localCfwdEnable: true,
  semiAttendedTransfer: true,
  dndControl: 0,
  remoteCcEnable: true,
}

/** Timers in seconds, T1 and T2 in milliseconds: the firmware's defaults. */
const STACK = {
  sipInviteRetx: 6,
  sipRetx: 10,
  timerInviteExpires: 180,
  timerRegisterExpires: 3600,
  timerRegisterDelta: 5,
  timerKeepAliveExpires: 120,
  timerSubscribeExpires: 120,
  timerSubscribeDelta: 5,
  timerT1: 500,
  timerT2: 4000,
  maxRedirects: 70,
  remotePartyID: false,
  userInfo: 'None',
}
