// The 7940G and 7960G: firmware from before Java, which reads lines of text instead of XML (field guide, phones 1.2).
import type { SecretLimits } from '../../../schemas/secret.ts'
import { TEXT_7940_FAMILY } from '../families.ts'
import {
  CHAN_SCCP,
  COMMON_KNOWLEDGE,
  certain,
  deviceName,
  type Fact,
  likely,
  type PhoneModel,
  uncertain,
  WAZO,
} from '../phone-model.ts'
import { modulesFor } from './add-on-modules.ts'
import { harmless, needed } from './asks.ts'

/** A whole boot of a 7960 with P0S3-8-12-00 as a TFTP server saw it. */
const TRACE = 'id:4970464604 (linux-kernel list, 24 December 2020): a 7960G with P0S3-8-12-00 at Asterisk'
/** The one complete set of files that is known to have worked at a Fritz!Box. */
const FRITZBOX = 'id:16911176567 (marvin-menzerath): 7940/60 with P0S3-8-12-00 at a Fritz!Box'
const ADMIN_GUIDE = 'Cisco SIP IP Phone Administrator Guide (4.0, 7.5)'
const LOADER = 'Cisco document 5455 (handset to SIP), field guide, phones 2'

const ROWS = [
  { name: 'CP-7940G', keys: 2, id: 8 },
  { name: 'CP-7960G', keys: 6, id: 7 },
] as const

const NOTE = {
  en: 'Firmware below SCCP 6 or SIP 7 must first get a loader of 7.x by other means. For the reset, headset, mute and speaker flash, not the line keys; it then asks whether to keep its network settings: no. Power: its own supply or Cisco’s old PoE, not 802.3af.',
  de: 'Firmware vor SCCP 6 oder SIP 7 braucht vorher auf anderem Weg einen Lader 7.x. Beim Zurücksetzen blinken Headset, Stumm und Lautsprecher, nicht die Leitungstasten; danach fragt es, ob die Netzwerkeinstellungen bleiben sollen: nein. Strom: eigenes Netzteil oder Ciscos altes PoE, nicht 802.3af.',
}

/** Some loaders are said to ask for CTLSEP until it is there; 8.12 goes on without (voip-info; the trace). */
const ASKS = likely(
  [
    ...harmless('OS79XX.TXT', 'CTLSEP{MAC}.tlv', 'SEP{MAC}.cnf.xml'),
    ...needed('XMLDefault.cnf.xml', 'SIPDefault.cnf', 'SIP{MAC}.cnf'),
    ...harmless('RINGLIST.DAT'),
    ...needed('dialplan.xml'),
  ],
  `${TRACE}; field guide, phones 3.2`,
)

function toModel({ name, keys, id }: (typeof ROWS)[number]): PhoneModel {
  const modules = modulesFor(name)
  return {
    name,
    family: TEXT_7940_FAMILY,
    vendorClass: likely(`Cisco Systems, Inc. IP Phone ${name}`, WAZO),
    lineKeys: certain(keys, CHAN_SCCP),
    maxCalls: uncertain(2, COMMON_KNOWLEDGE),
    deviceType: certain({ id, name: deviceName(name) }, CHAN_SCCP),
    loadFamilies: certain(['P0S3', 'P003'], 'field guide, phones 1.2'),
    // It keeps its firmware and asks whether it shall keep its network settings too.
    resetKeys: certain('123456789*0#', 'Cisco document 15254, as cited in id:4970464604'),
    // Headset, mute and speaker flash instead, while # is held (see the note).
    resetLamps: likely<'unknown'>('unknown', LOADER),
    power: likely('CP-PWR-CUBE / -2 / -3', COMMON_KNOWLEDGE),
    asks: ASKS,
    codecs: likely(['g711alaw', 'g711ulaw', 'g729a'], FRITZBOX),
    ...(modules && { addOnModules: modules }),
    note: likely(NOTE, LOADER),
  }
}

/**
 * Its dial plan: the root is DIALTEMPLATE in every document for these phones, dialTemplate in those for later ones
 * (usecallmanager, dial-template), so each has a file. Cisco's published SIP stack takes both spellings (ParseDialTemplate
 * in mozilla/gecko-dev, media/webrtc/signaling/src/sipcc/core/gsm/dialplanint.c), but it is younger than this firmware.
 */
export const TEXT_DIAL_PLAN: Fact<{ file: string; root: 'DIALTEMPLATE' }> = likely(
  { file: 'dialplan7940.xml', root: 'DIALTEMPLATE' },
  `${ADMIN_GUIDE}: Creating Dial Plans`,
)

export const TEXT_7940: readonly PhoneModel[] = ROWS.map(toModel)

/** The text at the top of the screen (oldwiki.funkfeuer.at, Cisco_7940: 11 letters). */
export const TEXT_LABEL_MAX: Fact<number> = likely(11, 'oldwiki.funkfeuer.at Cisco_7940')

/** `speed_line2` and `speed_label2`: in one public file only, and there behind a comment sign. */
export const TEXT_SPEED_DIALS: Fact<true> = uncertain(true, 'oldwiki.funkfeuer.at Cisco_7940')

/** These phones register over UDP only. */
export const TEXT_TRANSPORT: Fact<'udp'> = likely('udp', `${ADMIN_GUIDE}: SIP compliance, transport layer protocols`)

/**
 * What stands for the registrar in a line: the word for "the call manager above" at a Fritz!Box, as in the file that
 * worked there; elsewhere its address, as the guide has it and as it worked at Asterisk.
 */
export const TEXT_PROXY: Fact<Readonly<Record<string, 'USECALLMANAGER'>>> = likely(
  { fritzbox: 'USECALLMANAGER' },
  `${FRITZBOX}; ${TRACE}`,
)

/** From these releases on the loader takes signed sets, whichever protocol it runs ([L] Cisco document 5455). */
export const LOADER_SINCE = { P003: [6, 0, 0], P0S3: [7, 0, 0] } as const

/** What a value in quotes can hold, one byte a character: Latin-1 without control characters, quote and backslash. */
export const TEXT_QUOTABLE = /^[\x20\x21\x23-\x5b\x5d-\x7e\xa0-\xff]*$/

/** No source says how a quote or backslash inside quotes is read, so a password has none; 31: field guide, phones 6. */
export const TEXT_PASSWORD_LIMITS: SecretLimits = { minLength: 1, maxLength: 31, characters: 'quotable-ascii' }
