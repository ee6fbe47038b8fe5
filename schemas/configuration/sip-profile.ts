// `sipProfile`: the registrar's side of a phone: proxies, what calls can do, timers, sound; its lines stand in `lines.ts`.
import { sipLines } from './lines.ts'
import {
  FILE,
  from,
  HOST,
  LOCKABLE,
  type Node,
  node,
  number,
  orBlank,
  PORT,
  TRUE_FALSE,
  text,
  type Value,
  values,
} from './node.ts'
import { CALL_MANAGER, FIELD_GUIDE, FUSIONPBX, page, REFUSED, SAMPLE, WAZO } from './sources.ts'

const described = (anchor: string) => from(page('sepmac-cnf-xml', anchor))
const sample = from(SAMPLE)
const wazo = from(WAZO)
const fusionpbx = from(FUSIONPBX)

const sipProxies = node(
  'sipProxies',
  [
    ...['backupProxy', 'emergencyProxy', 'outboundProxy'].map(name => fusionpbx(name, HOST)),
    ...['backupProxyPort', 'emergencyProxyPort', 'outboundProxyPort'].map(name => fusionpbx(name, orBlank(PORT))),
    described('sipProxies.registerWithProxy')('registerWithProxy', TRUE_FALSE),
  ],
  page('sepmac-cnf-xml', 'sipProxies.registerWithProxy'),
  { needed: REFUSED },
)

/** The anchors of that page are spelt in two ways. */
const feature = (name: string, content: Value) => described(`sipCalLFeatures.${name}`)(name, content)
const sipCallFeatures = node(
  'sipCallFeatures',
  [
    ...[
      'callForwardURI',
      'callPickupURI',
      'callPickupListURI',
      'callPickupGroupURI',
      'meetMeServiceURI',
      'abbreviatedDialURI',
    ].map(name => sample(name, text(255))),
    // 2 and 3 stand in every file that call managers write; the page knows 0 and 1.
    node(
      'callHoldRingback',
      values({ 0: 'off', 1: 'on', 2: '', 3: '' }),
      `${page('sepmac-cnf-xml', 'sipCallFeatures.callHoldRingback')}; ${WAZO}; ${CALL_MANAGER}`,
    ),
    feature('semiAttendedTransfer', TRUE_FALSE),
    feature('anonymousCallBlock', LOCKABLE),
    feature('callerIdBlocking', LOCKABLE),
    feature('remoteCcEnable', TRUE_FALSE),
    feature('uriDialingDisplayPreference', values({ 0: 'user and domain', 1: 'user' })),
    ...['rfc2543Hold', 'cnfJoinEnabled', 'localCfwdEnable', 'retainForwardInformation'].map(name =>
      sample(name, TRUE_FALSE),
    ),
    node('dndControl', number(0, 2), `${SAMPLE}; ${WAZO}; ${FUSIONPBX}`),
  ],
  page('sepmac-cnf-xml', 'sipCalLFeatures.semiAttendedTransfer'),
  { needed: REFUSED },
)

const sipStack = node(
  'sipStack',
  [
    ...['sipInviteRetx', 'sipRetx'].map(name => sample(name, number(0, 100, 'times'))),
    ...[
      'timerInviteExpires',
      'timerRegisterExpires',
      'timerRegisterDelta',
      'timerKeepAliveExpires',
      'timerSubscribeExpires',
      'timerSubscribeDelta',
    ].map(name => sample(name, number(0, 86_400, 's'))),
    ...['timerT1', 'timerT2'].map(name => sample(name, number(1, 60_000, 'ms'))),
    sample('maxRedirects', number(0, 255)),
    described('sipStack.remotePartyID')('remotePartyID', TRUE_FALSE),
    node('userInfo', values({ None: '', Phone: '' }), `${SAMPLE}; ${WAZO}`),
  ],
  page('sepmac-cnf-xml', 'sipStack.remotePartyID'),
  { needed: REFUSED },
)

/** Names as files in use have them; the page shows `none` only. */
const CODECS = values({ none: 'no preference', g711alaw: '', g711ulaw: '', g722: '', G722: '', g729a: '' })
const PHONE_LABEL: Value = {
  kind: 'family',
  of: {
    '79xx': text(12, /^\S*$/, 'no blanks'),
    '69xx': text(12),
    '78xx': text(12),
    '88xx': text(12),
    '89xx': text(12),
    '99xx': text(12),
  },
}

const top = (name: string, content: Value) => described(name)(name, content)
export const sipProfile: Node = node(
  'sipProfile',
  [
    sipProxies,
    sipCallFeatures,
    sipStack,
    top('autoAnswerTimer', number(0, 3600, 's')),
    top('autoAnswerAltBehavior', TRUE_FALSE),
    sample('autoAnswerOverride', TRUE_FALSE),
    top('transferOnhookEnabled', TRUE_FALSE),
    top('enableVad', TRUE_FALSE),
    node('preferredCodec', CODECS, `${SAMPLE}; ${FUSIONPBX}; ${FIELD_GUIDE} 5.1; msergiy87/phone_cisco_6921`),
    sample('dtmfAvtPayload', number(96, 127)),
    sample('dtmfDbLevel', number(1, 5)),
    sample('dtmfOutofBand', values({ avt: '' })),
    top('alwaysUsePrimeLine', TRUE_FALSE),
    described('alwaysUsePrimeLineVoicemail')('alwaysUsePrimeLineVoiceMail', TRUE_FALSE),
    // 88xx: anything but 0 sends the first digit alone at a registrar that is no call manager (field guide 6).
    node('kpml', number(0, 3), `${SAMPLE}; ${WAZO}; ${FIELD_GUIDE} 6`),
    top('phoneLabel', PHONE_LABEL),
    node('stutterMsgWaiting', number(0, 2), `${SAMPLE}; ${CALL_MANAGER}`),
    top('callStats', TRUE_FALSE),
    sample('offhookToFirstDigitTimer', number(0, 600_000, 'ms')),
    sample('silentPeriodBetweenCallWaitingBursts', number(0, 600, 's')),
    wazo('disableLocalSpeedDialConfig', TRUE_FALSE),
    ...['startMediaPort', 'stopMediaPort'].map(name => sample(name, number(1024, 65_535))),
    ...['natEnabled', 'natReceivedProcessing'].map(name => sample(name, TRUE_FALSE)),
    sample('natAddress', HOST),
    sipLines,
    sample('externalNumberMask', text(50)),
    sample('voipControlPort', number(1, 65_535)),
    ...['dscpForAudio', 'dscpVideo'].map(name => sample(name, number(0, 252))),
    sample('ringSettingBusyStationPolicy', number(0, 1)),
    ...['dialTemplate', 'softKeyFile'].map(name => top(name, FILE)),
  ],
  page('sepmac-cnf-xml', 'sipProxies.registerWithProxy'),
  { needed: REFUSED },
)
