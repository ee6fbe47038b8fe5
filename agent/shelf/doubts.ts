// What looks wrong about the firmware that is there, before a phone has to find out: a damaged file, sets of two builds in one
// folder, a set for the other protocol.
import type { Manifest } from '../../schemas/manifest.ts'
import { FirmwareError } from '../firmware/error.ts'
import { checkImage } from '../firmware/image.ts'
import type { NoticeCode } from '../ui/text.ts'
import { imagesOf } from './needed.ts'
import type { Firmware } from './twins.ts'

export interface Doubt {
  code: Extract<NoticeCode, `firmware.${string}`>
  detail: string
}

/** `jar75sip.9-4-2ES26.sbn` → what it is, and of which build. */
const IMAGE = /^([a-z0-9_]+)\.(.+)\.(?:sbn|sb2)$/i

/** Of every load on the way, each doubt once. Files that are missing altogether are said elsewhere. */
export function doubtsAbout({ phones }: Manifest, firmware: Firmware): Doubt[] {
  const loads = new Set(phones.flatMap(({ route }) => route.map(({ load }) => load)))
  const wanted = new Map(phones.map(({ route, facts }) => [route.at(-1)?.load ?? '', facts]))
  // Two sets side by side are no mixture.
  const named = new Set([...loads].flatMap(load => imagesOf(load, firmware).map(name => name.toLowerCase())))
  const doubts = [
    ...[...loads].flatMap(load => {
      const names = [`${load}.loads`, ...imagesOf(load, firmware)]
      return [
        ...names.flatMap(name => damaged(name, firmware)),
        ...names.flatMap(name => otherBuild(name, firmware, named)),
      ]
    }),
    ...[...wanted].flatMap(([load, { loadFamilies }]) =>
      firmware.has(`${load}.loads`.toLowerCase()) ? [] : otherProtocol(load, loadFamilies, firmware),
    ),
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
function otherProtocol(load: string, [own = '', ...others]: readonly string[], firmware: Firmware): Doubt[] {
  const families = others.filter(family => /^SCCP/i.test(family)).map(family => family.toLowerCase())
  const there = [...firmware.values()].find(({ name }) => families.includes(name.split('.')[0]?.toLowerCase() ?? ''))
  return there && /^SIP/i.test(own) ? [{ code: 'firmware.protocol', detail: `${there.name}, ${load}` }] : []
}
