// The SIP part of a phone's configuration: registrar, timers, and what each line key does.
// Values: usecallmanager sepmac-cnf-xml and line-keys; those that worked at a Fritz!Box: field guide 5.1.
import type { Plan, PlannedPhone } from '../../plan/plan.ts'
import { SOFT_KEY_FILE } from '../soft-keys.ts'
import { element, leaves, type XmlElement } from '../xml.ts'
import { lineKey, otherKey } from './line-keys.ts'
import { shared } from './shared.ts'

/** `<sipProfile>`: how this phone speaks SIP, and all its keys (usecallmanager, sepmac-cnf-xml). */
export function sipProfile(plan: Plan, phone: PlannedPhone): XmlElement {
  const { off } = phone.family.fixedSwitch.value
  const { expires, remotePartyId } = plan.registrar
  return element('sipProfile', [
    shared(plan, `registrar ${off}`, () => [
      element('sipProxies', leaves({ ...PROXIES, ...wayOut(plan), registerWithProxy: true })),
      element('sipCallFeatures', leaves({ ...CALL_FEATURES, anonymousCallBlock: off, callerIdBlocking: off })),
      element('sipStack', leaves({ ...STACK, timerRegisterExpires: expires, remotePartyID: remotePartyId })),
      ...leaves({
        autoAnswerTimer: 1,
        autoAnswerAltBehavior: false,
        autoAnswerOverride: true,
        transferOnhookEnabled: false,
        enableVad: false,
      }),
    ]),
    ...leaves({ preferredCodec: phone.codec }),
    shared(plan, 'tones', () =>
      leaves({
        dtmfAvtPayload: 101,
        dtmfDbLevel: 3,
        dtmfOutofBand: 'avt',
        alwaysUsePrimeLine: false,
        alwaysUsePrimeLineVoiceMail: false,
      }),
    ),
    ...leaves({ kpml: phone.family.kpml.value, phoneLabel: phone.label ?? '' }),
    shared(plan, 'media', () =>
      leaves({
        stutterMsgWaiting: 1,
        callStats: false,
        offhookToFirstDigitTimer: 15000, // ms
        silentPeriodBetweenCallWaitingBursts: 10,
        disableLocalSpeedDialConfig: false,
        startMediaPort: 16384,
        stopMediaPort: 32766,
        natEnabled: plan.registrar.nat,
        natReceivedProcessing: plan.registrar.nat,
        natAddress: '',
      }),
    ),
    element('sipLines', [
      ...phone.lines.map(line => lineKey(plan, phone, line)),
      ...phone.keys.map(key => otherKey(plan, phone, key)),
    ]),
    ...leaves({
      externalNumberMask: '',
      voipControlPort: 5060,
      dscpForAudio: 184,
      ringSettingBusyStationPolicy: 0,
      dialTemplate: phone.dialPlan.file,
      softKeyFile: plan.softKeys ? SOFT_KEY_FILE : '',
    }),
  ])
}

function wayOut({ registrar: { outboundProxy, port } }: Plan) {
  return outboundProxy === undefined
    ? { outboundProxy: '', outboundProxyPort: '' }
    : { outboundProxy, outboundProxyPort: port }
}

/** There is one registrar: no backup. */
const PROXIES = {
  backupProxy: '',
  backupProxyPort: '',
  emergencyProxy: '',
  emergencyProxyPort: '',
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
  timerRegisterDelta: 5,
  timerKeepAliveExpires: 120,
  timerSubscribeExpires: 120,
  timerSubscribeDelta: 5,
  timerT1: 500,
  timerT2: 4000,
  maxRedirects: 70,
  userInfo: 'None',
}
