// What a generated configuration has that the imported one had not, and the other way round; a password's value never shows.
import type { LooseElement } from './tolerant-xml.ts'

export interface Difference {
  /** `sipProfile/sipLines/line 2/name` */
  path: string
  /** Undefined: the file had no such element, or an empty one. */
  before: string | undefined
  after: string | undefined
}

/** Also what is spelt wrongly, and what vpn and wireless networks have. */
const PASSWORD = /pass|pwd|secret|psk|wepkey|credential|pin$/i
/** In the address of a page, before the host. */
const USER = /(?<=\/\/)[^/?#\s]*@/g
/** Of every run of the generator anew, or filled in by the agent. */
const OF_THE_MOMENT = /^(versionstamp|loadinformation|image_version)$/i

/** Compared as the phone reads: names in any case, blanks around a text do not count. Sorted by path. */
export function differencesOf(before: LooseElement, after: LooseElement): Difference[] {
  const [old, fresh] = [flatten(before), flatten(after)]
  const paths = [...new Set([...old.keys(), ...fresh.keys()])].sort()
  return paths.flatMap(key => {
    const [a, b] = [old.get(key), fresh.get(key)]
    if ((a?.text ?? '') === (b?.text ?? '')) return []
    return [{ path: a?.path ?? b?.path ?? key, before: a?.text || undefined, after: b?.text || undefined }]
  })
}

function flatten(root: LooseElement): Map<string, { path: string; text: string }> {
  const found = new Map<string, { path: string; text: string }>()
  const visit = (element: LooseElement, path: string) => {
    const counts = new Map<string, number>()
    for (const child of element.children) {
      const name = child.name.toLowerCase()
      if (PASSWORD.test(name) || OF_THE_MOMENT.test(name)) continue
      const nth = (counts.get(name) ?? 0) + 1
      counts.set(name, nth)
      const mark = child.attributes.get('button') ?? (nth > 1 ? String(nth) : undefined)
      const below = `${path}${path && '/'}${child.name}${mark === undefined ? '' : ` ${mark}`}`
      if (child.children.length > 0) visit(child, below)
      else found.set(below.toLowerCase(), { path: below, text: child.text.replace(USER, '…@') })
    }
  }
  visit(root, '')
  return found
}
