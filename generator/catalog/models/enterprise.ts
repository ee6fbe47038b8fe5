// The later phones with enterprise firmware: 69xx, 78xx, 88xx, 89xx and 99xx (field guide, phones 1.3).

import {
  ENTERPRISE_78XX_FAMILY,
  ENTERPRISE_88XX_FAMILY,
  ENTERPRISE_89XX_FAMILY,
  ENTERPRISE_99XX_FAMILY,
  RT_69XX_FAMILY,
} from '../families.ts'
import {
  CHAN_SCCP,
  COMMON_KNOWLEDGE,
  certain,
  deviceName,
  likely,
  type PhoneFamily,
  type PhoneModel,
  USECALLMANAGER,
  uncertain,
  WAZO,
} from '../phone-model.ts'
import { modulesFor } from './add-on-modules.ts'
import { harmless, XML_BOOT } from './asks.ts'

const MPP = {
  en: 'Only with enterprise firmware: a phone with MPP firmware (3PCC) needs another kind of configuration.',
  de: 'Nur mit Enterprise-Firmware: Ein Telefon mit MPP-Firmware (3PCC) braucht eine andere Art von Konfiguration.',
}

interface Row {
  /** As on the sticker. */
  name: string
  family: PhoneFamily
  keys: number
  /** In XMLDefault.cnf.xml. */
  id: number
  /** Of loads: `sip88xx` in `sip88xx.14-4-1-0301-6`. */
  loads: readonly [string, ...string[]]
  jar: string
  calls: number
  wallpaper?: string
  /** Where the vendor class is only the maker's name. */
  namelessClass?: boolean
}

const IDS_78XX_88XX = 'XMLDefault files of call managers in public repositories: id:5784611504, id:61609131400'
const PICTURES_88XX = '800x480x24'
const RT = { family: RT_69XX_FAMILY, loads: ['SIP69xx', 'SCCP69xx'], jar: 'rtl-sip.jar', namelessClass: true } as const
const LOW = { family: ENTERPRISE_78XX_FAMILY, loads: ['sip78xx'], jar: 'sp-sip.jar' } as const
const AUDIO = {
  ...{ family: ENTERPRISE_88XX_FAMILY, keys: 5, loads: ['sip88xx'] as const },
  ...{ jar: 'sl-be-sip.jar', calls: 200, wallpaper: PICTURES_88XX },
}
const VIDEO = { ...AUDIO, loads: ['sip8845_65'] as const, jar: 'sl-bev-sip.jar' }
const GB = {
  ...{ family: ENTERPRISE_89XX_FAMILY, keys: 4, loads: ['SIP894x', 'SIP8941_8945', 'SCCP894x'] as const },
  ...{ jar: 'gb-sccp-sip.jar', calls: 24, wallpaper: PICTURES_88XX },
}
const COLOUR = { family: ENTERPRISE_99XX_FAMILY, calls: 200, wallpaper: '640x480x24' }

const ROWS: readonly Row[] = [
  { ...RT, name: 'CP-6921', keys: 2, id: 495, calls: 12 },
  { ...RT, name: 'CP-6941', keys: 4, id: 496, calls: 24 },
  { ...RT, name: 'CP-6945', keys: 4, id: 564, calls: 24 },
  { ...RT, name: 'CP-6961', keys: 12, id: 497, calls: 72 },
  { ...LOW, name: 'CP-7811', keys: 1, id: 36213, calls: 12 },
  { ...LOW, name: 'CP-7821', keys: 2, id: 621, calls: 12 },
  { ...LOW, name: 'CP-7841', keys: 4, id: 622, calls: 24 },
  // Not in the table of calls; as its smaller sisters.
  { ...LOW, name: 'CP-7861', keys: 16, id: 623, calls: 24 },
  { ...AUDIO, name: 'CP-8811', id: 36217 },
  { ...AUDIO, name: 'CP-8841', id: 683 },
  { ...VIDEO, name: 'CP-8845', id: 36224 },
  { ...AUDIO, name: 'CP-8851', id: 684 },
  { ...AUDIO, name: 'CP-8861', id: 685 },
  { ...VIDEO, name: 'CP-8865', id: 36225 },
  { ...GB, name: 'CP-8941', id: 586 },
  { ...GB, name: 'CP-8945', id: 585 },
  { ...COLOUR, name: 'CP-8961', keys: 5, id: 540, loads: ['sip8961'], jar: 'gh-sip.jar' },
  { ...COLOUR, name: 'CP-9951', keys: 5, id: 537, loads: ['sip9951'], jar: 'lk-sip.jar' },
  { ...COLOUR, name: 'CP-9971', keys: 6, id: 493, loads: ['sip9971'], jar: 'gd-sip.jar' },
]

/** Files of a boot; the newest firmware asks for the last (field guide, phones 3.2). */
const ASKS: PhoneModel['asks'] = likely(
  [
    ...XML_BOOT,
    ...harmless(
      'AppDialRules.xml',
      'featurepolicy.xml',
      'Ringlist.xml',
      'Ringlist-wb.xml',
      'defaultheadsetconfig.json',
    ),
  ],
  'traces of 88xx with 12.8 and 14: id:59437834722, id:68600423771; of the others none was found',
)

const SEPMAC = `${USECALLMANAGER} sepmac-cnf-xml.html`
const LOCALES = `${USECALLMANAGER} user-locale.html`
const PICTURES = `${USECALLMANAGER} background-images.html`
const RESET = '88xx: id:68600423771; an 8945 could not be reset so (community m-p/3021452)'

const GUIDE_78XX = 'Cisco IP Phone 7800 Series Administration Guide, technical details (id:63333296245)'
const GUIDE_88XX = 'Cisco IP Phone 8800 Series, phone power requirements (id:63568297512)'
const GUIDE_69XX = 'Cisco Unified IP Phone 6901 and 6911, power guidelines (id:63167366217); of their sisters a guess'

function powerOf(family: PhoneFamily) {
  if (family === ENTERPRISE_78XX_FAMILY) return certain('CP-PWR-CUBE-3', GUIDE_78XX)
  if (family === ENTERPRISE_88XX_FAMILY) return certain('CP-PWR-CUBE-4', GUIDE_88XX)
  if (family === RT_69XX_FAMILY) return likely('CP-PWR-CUBE-3', GUIDE_69XX)
  return uncertain(family === ENTERPRISE_99XX_FAMILY ? 'CP-PWR-CUBE-4' : 'CP-PWR-CUBE-3', COMMON_KNOWLEDGE)
}

function toModel({ name, family, keys, id, loads, jar, calls, wallpaper, namelessClass }: Row): PhoneModel {
  const modules = modulesFor(name)
  const isNew = family === ENTERPRISE_78XX_FAMILY || family === ENTERPRISE_88XX_FAMILY
  const vendorClass = `Cisco Systems, Inc.${namelessClass ? '' : ` IP Phone ${name}`}`
  return {
    name,
    family,
    vendorClass: isNew ? likely(vendorClass, WAZO) : certain(vendorClass, WAZO),
    lineKeys: isNew || family === ENTERPRISE_99XX_FAMILY ? likely(keys, COMMON_KNOWLEDGE) : certain(keys, CHAN_SCCP),
    ...(family === ENTERPRISE_88XX_FAMILY && { lineModeKeys: likely(2 * keys, COMMON_KNOWLEDGE) }),
    maxCalls: name === 'CP-7861' ? uncertain(calls, SEPMAC) : certain(calls, SEPMAC),
    deviceType: certain({ id, name: deviceName(name) }, isNew ? IDS_78XX_88XX : CHAN_SCCP),
    loadFamilies: certain(loads, 'names of loads in public repositories'),
    // They keep their firmware: nothing is fetched by a loader.
    resetKeys: (family === ENTERPRISE_88XX_FAMILY ? likely : uncertain)('123456789*0#', RESET),
    resetLamps: uncertain<'unknown'>('unknown', 'no source says what their lamps do'),
    power: powerOf(family),
    // 8811 and 8861 are not in the table; as their sisters.
    localeJar: (/88[16]1/.test(name) ? likely : certain)(jar, LOCALES),
    tones: certain(/^CP-99/.test(name) ? 'g4-tones.xml' : 'g3-tones.xml', `${USECALLMANAGER} network-locale.html`),
    asks: ASKS,
    codecs: likely(['g711alaw', 'g711ulaw', 'g722', 'g729a'], COMMON_KNOWLEDGE),
    ...(modules && { addOnModules: modules }),
    ...(wallpaper && {
      // 8811 is not in the table: the guide has it, without a source of its own.
      wallpaper: name === 'CP-8811' ? likely(wallpaper, 'field guide, phones 1.3') : certain(wallpaper, PICTURES),
    }),
    ...(isNew && { note: certain(MPP, 'field guide, phones 1.3') }),
  }
}

export const ENTERPRISE: readonly PhoneModel[] = ROWS.map(toModel)
