// What a generated configuration has that the imported one had not, and the other way round; a password's value never shows.
import { device } from '../../schemas/configuration/device.ts'
import { hasChildren } from '../../schemas/configuration/faults.ts'
import type { Node } from '../../schemas/configuration/node.ts'
import { isTextKey } from './sip-text/text-keys.ts'
import type { LooseElement } from './tolerant-xml.ts'

export interface Difference {
  /** `sipProfile/sipLines/line 2/name` */
  path: string
  /** Undefined: the file had no such element, or an empty one. {@link HIDDEN} where it could be a password. */
  before: string | undefined
  after: string | undefined
}

export const HIDDEN = '***'
/** A site names these; the agent fills them in. */
const TAKEN = /^(authpassword|line\d_password)$/
/** Also what is spelt wrongly, and what vpn and wireless networks have. */
const PASSWORD = /pass|pwd|secret|credential|communit|private.?key|psk|wepkey|pin$/
/** In the address of a page, before the host. */
const USER = /(?<=\/\/)[^/?#\s]*@/g
/** Of every run of the generator anew, or filled in by the agent. */
const OF_THE_MOMENT = /^(versionstamp|loadinformation|image_version)$/
/** Names of what is no password, though the format does not know them. */
const PLAIN = /port\d*$|server|url|option|mode|time/
/** No password, under whatever name. */
const SWITCH = /^(true|false|yes|no|on|off|\d{1,3})?$/i

const namesIn = ({ name, content }: Node): string[] => [
  name.toLowerCase(),
  ...(hasChildren(content) ? content.flatMap(namesIn) : []),
]
const KNOWN: ReadonlySet<string> = new Set(namesIn(device))

/** Compared as the phone reads: names in any case, blanks around a text do not count. Sorted by path. */
export function differencesOf(before: LooseElement, after: LooseElement): Difference[] {
  const [old, fresh] = [flatten(before), flatten(after)]
  if (fresh.get('sshuserid')?.text) for (const texts of [old, fresh]) texts.delete('sshpassword')
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
      if (TAKEN.test(name) || OF_THE_MOMENT.test(name)) continue
      const nth = (counts.get(name) ?? 0) + 1
      counts.set(name, nth)
      const mark = child.attributes.get('button') ?? (nth > 1 ? String(nth) : undefined)
      const below = `${path}${path && '/'}${child.name}${mark === undefined ? '' : ` ${mark}`}`
      if (child.children.length > 0) visit(child, below)
      else found.set(below.toLowerCase(), { path: below, text: shown(name, child.text) })
    }
  }
  visit(root, '')
  return found
}

const isPlain = (name: string) => KNOWN.has(name) || isTextKey(name) || PLAIN.test(name)

/** People make up names of elements, and put their passwords into them. */
function shown(name: string, text: string): string {
  const isHidden = PASSWORD.test(name) ? text !== '' : !isPlain(name) && !SWITCH.test(text)
  return isHidden ? HIDDEN : text.replace(USER, '…@')
}
