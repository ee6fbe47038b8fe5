// The families of phones, and what each wants to see in its files.
import { certain, likely, type PhoneFamily, USECALLMANAGER } from './phone-model.ts'

const SEPMAC = `${USECALLMANAGER} sepmac-cnf-xml.html`

/** With anything but the vendor's own call manager, an INVITE goes out after the first digit otherwise; met at 88xx. */
const NO_KPML = certain<0 | 3>(0, 'field guide, phones 6 and 7.25: 88xx, id:68600423771')
/** Other lines need no credential of their own; one that differs is not used. */
const FIRST_LINE = certain(true, `${USECALLMANAGER} line-keys.html; field guide, phones 7.5: 88xx, id:68600423771`)
const ULAW = certain<'ulaw' | 'wideband'>('ulaw', `${USECALLMANAGER} ring-tones.html`)
const WIDEBAND = certain<'ulaw' | 'wideband'>('wideband', `${USECALLMANAGER} ring-tones.html`)
/** What reads a dial plan there has a buffer of this size, and drops the whole plan for one fault. */
const SIP_STACK =
  "Cisco's SIP stack: mozilla/gecko-dev media/webrtc/signaling/src/sipcc/core/gsm/dialplanint.c, dpLoadArea"
const DIAL_PLAN_88XX = certain(8191, 'field guide, phones 5.3: 88xx, id:68600423771')
/** 78xx, 88xx and 99xx only; the page heads it softKeyControl, but writes softkeyControl, as call managers do (acaeti/friendly-waldo). */
const SOFT_KEY_SWITCH = (value: boolean) => certain(value, SEPMAC)
const SOFT_KEYS = `${USECALLMANAGER} soft-keys.html`

/** The phones of 2004 to 2008 that run Java: 7906G to 7975G. */
export const JAVA_79XX_FAMILY: PhoneFamily = {
  name: '79xx',
  configuration: 'xml',
  kpml: certain(3, 'field guide, phones 5.1: configurations that worked at a Fritz!Box'),
  oneCredential: certain(false, 'field guide, phones 5.1: two lines of a Fritz!Box, each with its own'),
  dialPlanMaxBytes: likely(8191, SIP_STACK),
  fixedSwitch: certain({ on: 3, off: 2 }, SEPMAC),
  blankInLabel: certain(false, SEPMAC),
  softKeys: certain('file', SOFT_KEYS),
  softKeySwitch: SOFT_KEY_SWITCH(false),
  ringTones: ULAW,
}

/** 7940G and 7960G: older firmware that reads text, not XML. */
export const TEXT_7940_FAMILY: PhoneFamily = {
  name: '7940/60',
  configuration: 'text',
  kpml: certain(0, 'field guide, phones 1.2: the text configuration has none'),
  oneCredential: certain(false, 'field guide, phones 1.2: lineN_password'),
  dialPlanMaxBytes: likely(8191, SIP_STACK),
  fixedSwitch: certain({ on: 1, off: 0 }, 'field guide, phones 1.2: key and value'),
  blankInLabel: certain(true, 'field guide, phones 1.2: phone_label'),
  softKeys: certain('none', 'field guide, phones 1.2'),
  softKeySwitch: SOFT_KEY_SWITCH(false),
  ringTones: ULAW,
}

export const RT_69XX_FAMILY: PhoneFamily = {
  name: '69xx',
  configuration: 'xml',
  kpml: likely<0 | 3>(0, NO_KPML.source),
  oneCredential: likely(true, FIRST_LINE.source),
  dialPlanMaxBytes: likely(8191, SIP_STACK),
  fixedSwitch: certain({ on: 3, off: 0 }, SEPMAC),
  blankInLabel: certain(true, SEPMAC),
  softKeys: certain('file', SOFT_KEYS),
  softKeySwitch: SOFT_KEY_SWITCH(false),
  ringTones: ULAW,
}

export const ENTERPRISE_78XX_FAMILY: PhoneFamily = {
  name: '78xx',
  configuration: 'xml',
  kpml: likely<0 | 3>(0, NO_KPML.source),
  oneCredential: FIRST_LINE,
  dialPlanMaxBytes: likely(8191, DIAL_PLAN_88XX.source),
  fixedSwitch: certain({ on: 1, off: 0 }, SEPMAC),
  blankInLabel: certain(true, SEPMAC),
  softKeys: certain('file', SOFT_KEYS),
  softKeySwitch: SOFT_KEY_SWITCH(true),
  ringTones: WIDEBAND,
}

export const ENTERPRISE_88XX_FAMILY: PhoneFamily = {
  ...ENTERPRISE_78XX_FAMILY,
  name: '88xx',
  kpml: NO_KPML,
  dialPlanMaxBytes: DIAL_PLAN_88XX,
}

export const ENTERPRISE_89XX_FAMILY: PhoneFamily = {
  ...RT_69XX_FAMILY,
  name: '89xx',
}

/** 8961, 9951 and 9971: what they can do is decided by a policy of features. */
export const ENTERPRISE_99XX_FAMILY: PhoneFamily = {
  ...RT_69XX_FAMILY,
  name: '99xx',
  softKeys: certain('policy', `${USECALLMANAGER} feature-policy.html`),
  softKeySwitch: SOFT_KEY_SWITCH(true),
}

export const FAMILIES: readonly PhoneFamily[] = [
  JAVA_79XX_FAMILY,
  TEXT_7940_FAMILY,
  RT_69XX_FAMILY,
  ENTERPRISE_78XX_FAMILY,
  ENTERPRISE_88XX_FAMILY,
  ENTERPRISE_89XX_FAMILY,
  ENTERPRISE_99XX_FAMILY,
]

/** Of models that exist with MPP firmware only, and of names that say it (field guide, phones 1.3; wazo-cisco-sip v11_3_1). */
export const isMpp = (name: string): boolean => /MPP|3PCC|CP-68\d\d/i.test(name)
