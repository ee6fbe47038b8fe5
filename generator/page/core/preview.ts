// The files of a bundle as text to look at: what a phone will get, with the places that stay empty until the agent fills them.
import type { Hole } from '../../../schemas/manifest.ts'
import { filesToMake } from '../../files/files.ts'
import type { BundleNames } from '../../files/readme.ts'
import type { PhoneFile } from '../../files/xml.ts'
import type { Plan } from '../../plan/plan.ts'
import type { Lang } from '../../problem.ts'
import type { PreviewFile } from './answer.ts'
import { HOLE_TEXT } from './text.ts'

/** So that a site of 200 phones is shown as quickly as one of 25. */
export const PREVIEWED_MAX = 25

/** In the order of the bundle: what all phones share, and what is for one of the first {@link PREVIEWED_MAX}. */
export function preview(plan: Plan, names: BundleNames): PreviewFile[] {
  const owners = ownersOf(plan)
  return filesToMake(plan, names).flatMap(({ path, make }) => {
    const phone = owners.get(path)
    if (phone !== undefined && phone >= PREVIEWED_MAX) return []
    return [{ path, ...(phone !== undefined && { phone }), ...toText(make(), names.lang) }]
  })
}

/** Path → the phone that it is for: its configuration, and a dial plan that no other has. */
function ownersOf({ phones, dialPlans }: Plan): ReadonlyMap<string, number> {
  const owners = new Map(phones.map(({ config }, index) => [config, index]))
  for (const plan of dialPlans) {
    const [index, ...others] = phones.flatMap(({ dialPlan }, at) => (dialPlan === plan ? [at] : []))
    const own = plan.file.startsWith('dialplan-')
    if (own && index !== undefined && others.length === 0) owners.set(`files/${plan.file}`, index)
  }
  return owners
}

/** From offsets in bytes to offsets in the text. */
function toText({ bytes, holes }: PhoneFile, lang: Lang): Pick<PreviewFile, 'text' | 'holes'> {
  const decoder = decoderFor(bytes)
  let text = ''
  let from = 0
  const placed = holes.map(hole => {
    text += decoder.decode(bytes.subarray(from, hole.offset))
    from = hole.offset
    return { offset: text.length, label: labelOf(hole, lang) }
  })
  return { text: text + decoder.decode(bytes.subarray(from)), holes: placed }
}

/** Files of a 7940G or 7960G are Latin-1. */
function decoderFor(bytes: Uint8Array): TextDecoder {
  const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  try {
    utf8.decode(bytes)
    return utf8
  } catch {
    return new TextDecoder('windows-1252')
  }
}

function labelOf({ kind, name }: Hole, lang: Lang): string {
  const say = HOLE_TEXT[lang]
  return kind === 'secret' ? say.secret(name) : say[kind]
}
