// What looks wrong about the firmware that is there, before a phone has to find out: a damaged file, sets of two builds in one
// folder, a set for the other protocol, files that nobody has seen, a language that is not there.
import type { Manifest } from '../../schemas/manifest.ts'
import { FirmwareError } from '../firmware/error.ts'
import { checkImage } from '../firmware/image.ts'
import type { NoticeCode } from '../ui/text.ts'
import { type Judgement, judgeFiles } from './known.ts'
import { filesByLoad } from './needed.ts'
import { type Firmware, listOf, type Stocked } from './twins.ts'

export interface Doubt {
  code: Extract<NoticeCode, `${'firmware' | 'locale'}.${string}`>
  detail: string
}

/** `jar75sip.9-4-2ES26.sbn` → what it is, and of which build. */
const IMAGE = /^([a-z0-9_]+)\.(.+)\.(?:sbn|sb2)$/i

/** Of every load on the way, each doubt once. Files that are missing altogether are said elsewhere. */
export function doubtsAbout({ phones }: Pick<Manifest, 'phones'>, firmware: Firmware): Doubt[] {
  const files = filesByLoad(phones, firmware)
  const wanted = new Map(phones.map(({ route, facts }) => [route.at(-1)?.load ?? '', facts]))
  // Two sets side by side are no mixture.
  const names = [...files.values()].flat()
  const named = new Set(names.map(name => name.toLowerCase()))
  const families = new Set(phones.flatMap(({ facts }) => facts.loadFamilies.map(family => family.toLowerCase())))
  const judged = judgeFiles({ phones }, firmware)
  const doubts: Doubt[] = [
    ...names.flatMap(name => damaged(name, firmware)),
    ...names.flatMap(name => otherBuild(name, firmware, named)),
    ...[...wanted].flatMap(([load, { loadFamilies }]) =>
      listOf(load, firmware)
        ? []
        : [...otherProtocol(load, loadFamilies, firmware, named), ...otherModel(load, families, firmware)],
    ),
    ...[...files.keys()].flatMap(load => unknown(load, judged)),
    ...[...firmware.values()].flatMap(rivals),
    ...missingLocale(phones, firmware),
  ]
  return [...new Map(doubts.map(doubt => [`${doubt.code} ${doubt.detail}`, doubt])).values()]
}

function damaged(name: string, firmware: Firmware): Doubt[] {
  const file = firmware.get(name.toLowerCase())
  if (!file) return []
  try {
    checkImage(name, file.bytes())
    return []
  } catch (error) {
    if (!(error instanceof FirmwareError)) throw error
    return [{ code: 'firmware.damaged', detail: `${file.name}: ${error.message}` }]
  }
}

/** The list of one release beside the images of another: the phone stops at the first that is not there. */
function otherBuild(name: string, firmware: Firmware, named: ReadonlySet<string>): Doubt[] {
  const [, kind] = IMAGE.exec(name) ?? []
  if (kind === undefined || firmware.has(name.toLowerCase())) return []
  const like = [...firmware.values()].find(
    file => IMAGE.exec(file.name)?.[1]?.toLowerCase() === kind.toLowerCase() && !named.has(file.name.toLowerCase()),
  )
  return like ? [{ code: 'firmware.mixed', detail: `${name} ≠ ${like.name}` }] : []
}

/** `SCCP75.…` where `SIP75.…` is wanted: the vendor's archives of both have almost the same name. */
function otherProtocol(
  load: string,
  [own = '', ...others]: readonly string[],
  firmware: Firmware,
  named: ReadonlySet<string>,
): Doubt[] {
  const families = others.filter(family => /^SCCP/i.test(family)).map(family => family.toLowerCase())
  // A step on the way may be SCCP.
  const there = [...firmware].find(([name]) => families.includes(name.split('.')[0] ?? '') && !named.has(name))?.[1]
  return there && /^SIP/i.test(own) ? [{ code: 'firmware.protocol', detail: `${there.name}, ${load}` }] : []
}

/** `SIP45.…` where only phones with `SIP75.…` are. */
function otherModel(load: string, families: ReadonlySet<string>, firmware: Firmware): Doubt[] {
  const there = [...firmware].find(
    ([name]) => /^(?:sip|sccp)\w+\..+\.loads$/.test(name) && !families.has(name.split('.')[0] ?? ''),
  )?.[1]
  return there ? [{ code: 'firmware.model', detail: `${there.name}, ${load}` }] : []
}

/** Once a load, with all its files that nobody has seen. */
function unknown(load: string, judged: readonly Judgement[]): Doubt[] {
  const names = judged.flatMap(one => (one.load === load && !one.known ? one.file.name : []))
  return names.length > 0 ? [{ code: 'firmware.unknown', detail: `${load}: ${names.join(', ')}` }] : []
}

/** Images of one name that differ. */
const rivals = ({ name, path = name, rivals }: Stocked): Doubt[] =>
  rivals ? [{ code: 'firmware.twins', detail: [path, ...rivals].join(' ≠ ') }] : []

/** But for those that every phone has in its firmware (usecallmanager, network-locale). */
const LOCALE = /^(?!(English_)?United_States)[^/]+\/([\w-]+\.jar|g\d-tones\.xml)$/

/** All at once: the person should know before the phone speaks English. */
function missingLocale(phones: Manifest['phones'], firmware: Firmware): Doubt[] {
  const asked = new Set(phones.flatMap(({ facts }) => facts.asks.map(({ file }) => file)))
  const missing = [...asked].filter(file => LOCALE.test(file) && !firmware.has(file.toLowerCase()))
  return missing.length > 0 ? [{ code: 'locale.missing', detail: missing.join(', ') }] : []
}
