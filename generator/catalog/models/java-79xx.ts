// The Java phones of the 79xx family: one table, because they differ in little (field guide, phones 1.1).

import { JAVA_79XX_FAMILY } from '../families.ts'
import {
  CHAN_SCCP,
  COMMON_KNOWLEDGE,
  certain,
  deviceName,
  likely,
  type PhoneModel,
  TAC,
  USECALLMANAGER,
  uncertain,
  WAZO,
} from '../phone-model.ts'
import { modulesFor } from './add-on-modules.ts'
import { harmless, XML_BOOT } from './asks.ts'

const ARCHIVES = 'firmware archives in dkgroot/provision_sccp, staskobzar/cisco_prov and others'

const SEPMAC = `${USECALLMANAGER} sepmac-cnf-xml.html`
const PICTURES = `${USECALLMANAGER} background-images.html`
/** Not in that table. */
const PICTURES_11 = 'guides for 7906 and 7911: ktt-ol, PintoBernardo and buba0, alike'

interface Row {
  /** As on the sticker. */
  name: string
  keys: number
  /** In XMLDefault.cnf.xml. */
  id: number
  /** Of its loads and of what is in them: `75` in `SIP75.…` and `jar75sip.…`. */
  family: number
  /** `term75.default.loads` */
  reset: number
  jar: string
  /** Folder of background pictures: width, height, depth in bits. */
  wallpaper?: string
  note?: { en: string; de: string }
}

const BRICK = {
  en: 'Reset it with its own power supply: over PoE the loader sleeps and fetches nothing.',
  de: 'Zum Zurücksetzen das eigene Netzteil nehmen: Mit PoE schläft der Lader und holt nichts.',
}

/** Known of the 7970G only. */
const PERHAPS_BRICK = {
  en: 'If the reset fetches nothing over PoE, use its own power supply: the loader of the 7970G sleeps over PoE.',
  de: 'Wenn es beim Zurücksetzen mit PoE nichts holt, das eigene Netzteil nehmen: Der Lader des 7970G schläft mit PoE.',
}

/** What people found out and passed on, in one text that others copied; no document of the vendor has it. */
const ERASE = 'field guide, phones 2: id:56956996870 and id:7941153824, alike; scribd 512224243'

/** Phones without lamps at line keys. */
const ONE_LAMP = likely<'lines' | 'handset'>(
  'handset',
  'PintoBernardo: of a 7911 the lamp of headset or messages is red; that a 7906, its sister, does so is a guess',
)

const CUBE = 'CP-PWR-CUBE-3'
const CUBE_AT_7975 = 'id:31237704746: a CP-7975G flashed with it (48 V, 0.38 A)'
/** The 7970G and 7971G-GE were sold with the second one; the third has the same plug and voltage. */
const CUBE_AT_7970 = `id:63456140959 (CP-PWR-CUBE2 at a 7970G); that the third fits too: ${COMMON_KNOWLEDGE}`

function powerOf(family: number) {
  if (family === 75) return certain(CUBE, CUBE_AT_7975)
  if (family === 70) return likely('CP-PWR-CUBE-2 / CP-PWR-CUBE-3', CUBE_AT_7970)
  return likely(CUBE, `${COMMON_KNOWLEDGE}; as at a 7975G`)
}

const ROWS: readonly Row[] = [
  { name: 'CP-7906G', keys: 1, id: 369, family: 11, reset: 6, jar: 'tc-sip.jar', wallpaper: '95x34x1' },
  { name: 'CP-7911G', keys: 1, id: 307, family: 11, reset: 11, jar: 'tc-sip.jar', wallpaper: '95x34x1' },
  { name: 'CP-7931G', keys: 20, id: 348, family: 31, reset: 31, jar: 'gp-sip.jar' },
  { name: 'CP-7941G', keys: 2, id: 115, family: 41, reset: 41, jar: 'mk-sip.jar', wallpaper: '320x196x4' },
  { name: 'CP-7941G-GE', keys: 2, id: 309, family: 41, reset: 41, jar: 'mk-sip.jar', wallpaper: '320x196x4' },
  { name: 'CP-7942G', keys: 2, id: 434, family: 42, reset: 42, jar: 'mk-sip.jar', wallpaper: '320x196x4' },
  { name: 'CP-7945G', keys: 2, id: 435, family: 45, reset: 45, jar: 'be-sip.jar', wallpaper: '320x212x16' },
  { name: 'CP-7961G', keys: 6, id: 30018, family: 41, reset: 61, jar: 'mk-sip.jar', wallpaper: '320x196x4' },
  { name: 'CP-7961G-GE', keys: 6, id: 308, family: 41, reset: 61, jar: 'mk-sip.jar', wallpaper: '320x196x4' },
  { name: 'CP-7962G', keys: 6, id: 404, family: 42, reset: 62, jar: 'mk-sip.jar', wallpaper: '320x196x4' },
  { name: 'CP-7965G', keys: 6, id: 436, family: 45, reset: 65, jar: 'be-sip.jar', wallpaper: '320x212x16' },
  {
    name: 'CP-7970G',
    keys: 8,
    id: 30006,
    family: 70,
    reset: 70,
    jar: 'td-sip.jar',
    wallpaper: '320x212x12',
    note: BRICK,
  },
  {
    name: 'CP-7971G-GE',
    keys: 8,
    id: 119,
    family: 70,
    reset: 71,
    jar: 'td-sip.jar',
    wallpaper: '320x212x12',
    note: PERHAPS_BRICK,
  },
  {
    name: 'CP-7975G',
    keys: 8,
    id: 437,
    family: 75,
    reset: 75,
    jar: 'td-sip.jar',
    wallpaper: '320x216x16',
    note: PERHAPS_BRICK,
  },
]

const two = (number: number) => String(number).padStart(2, '0')

const ASKS = likely(
  [...XML_BOOT, ...harmless('RINGLIST.XML')],
  'traces of 7942, 7962 and 7965 with 9.x: waynemerricks; no public trace of the other models was found',
)

function toModel({ name, keys, id, family, reset, jar, wallpaper, note }: Row): PhoneModel {
  const modules = modulesFor(name)
  return {
    name,
    family: JAVA_79XX_FAMILY,
    vendorClass: certain(`Cisco Systems, Inc. IP Phone ${name}`, WAZO),
    // The last four of the 24 keys of a 7931G are fixed: messages, directory, headset, applications.
    lineKeys: certain(keys, CHAN_SCCP),
    // 7971: the one source that says 2 is wrong.
    deviceType: certain({ id, name: deviceName(name) }, CHAN_SCCP),
    loadFamilies: certain([`SIP${two(family)}`, `SCCP${two(family)}`], ARCHIVES),
    resetKeys: certain('123456789*0#', TAC),
    resetLoad: certain(`term${two(reset)}.default.loads`, ARCHIVES),
    resetLamps: family === 11 ? ONE_LAMP : certain<'lines' | 'handset'>('lines', `${TAC}; mkirbst`),
    eraseKeys: likely('3491672850*#', ERASE),
    power: powerOf(family),
    localeJar: (family === 31 ? likely : certain)(jar, `${USECALLMANAGER} user-locale.html`),
    tones: certain('g3-tones.xml', `${USECALLMANAGER} network-locale.html`),
    asks: ASKS,
    // 7906, 7931 and 7970 are not in the table, which gives 50 for all others of the family.
    maxCalls: (/79(?:06|31|70)/.test(name) ? likely : certain)(50, SEPMAC),
    codecs: likely(['g711alaw', 'g711ulaw', 'g722', 'g729a'], COMMON_KNOWLEDGE),
    ...(modules && { addOnModules: modules }),
    ...(wallpaper && { wallpaper: certain(wallpaper, family === 11 ? PICTURES_11 : PICTURES) }),
    ...(note && { note: (note === BRICK ? certain : uncertain)(note, TAC) }),
  }
}

export const JAVA_79XX: readonly PhoneModel[] = ROWS.map(toModel)
