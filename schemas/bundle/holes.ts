// What may be put in where. A password: only as the whole value of a password element or key, in the configuration of one listed phone.
// Agent and generator both check it, so that no bundle, however signed, can make the agent send a password elsewhere.
import { macInFileName } from '../mac.ts'
import type { BundleFile, Hole, Manifest } from '../manifest.ts'
import { BundleError } from './errors.ts'
import { LOAD_KEY, PASSWORD_KEY, textPlaces } from './text-holes.ts'

/** Element paths whose whole text is a password (usecallmanager, sepmac-cnf-xml). */
const PASSWORD_ELEMENT =
  /^device\/(sipProfile\/sipLines\/line\/authPassword|commonProfile\/phonePassword|sshPassword|vendorConfig\/adminPassword)$/
/** Where the load stands; anywhere else it could name a host that nobody was shown. */
const LOAD_ELEMENT = /^device\/loadInformation$/

/**
 * The path of a phone's configuration in the bundle: by its MAC, or with a placeholder for one that is still to be
 * claimed; the second and later of those have a number.
 */
export function configPath(mac: string, nthAny = 1, configuration: 'xml' | 'text' = 'xml'): string {
  const name = mac === 'any' ? `{MAC}${nthAny > 1 ? `-${nthAny}` : ''}` : macInFileName(mac)
  return configuration === 'xml' ? `files/SEP${name}.cnf.xml` : `files/SIP${name}.cnf`
}

/** What a hole may be, by the site: the configurations of its phones, and the names of its secrets. */
export interface HoleRules {
  configs: ReadonlySet<string>
  secrets: ReadonlySet<string>
}

/** What the rules are made of: a manifest has it, and so has the plan of one. */
interface Configured {
  phones: readonly { mac: string; config: string }[]
  secrets: readonly { name: string }[]
}

/** @throws BundleError `bundle.phone` for a phone whose configuration has not its own name, or is another's too. */
export function holeRules({ phones, secrets }: Configured): HoleRules {
  const configs = new Set<string>()
  let any = 0
  for (const { mac, config } of phones) {
    if (mac === 'any') any++
    const paths = [configPath(mac, any), configPath(mac, any, 'text')]
    if (configs.has(config) || !paths.includes(config)) throw new BundleError('bundle.phone', config)
    configs.add(config)
  }
  return { configs, secrets: new Set(secrets.map(({ name }) => name)) }
}

/**
 * Checks every hole of every file.
 * @throws BundleError as {@link holeRules} and {@link checkFile}, and `bundle.phone` for a configuration that is not there.
 */
export function checkHoles(manifest: Manifest, contents: ReadonlyMap<string, Uint8Array>): void {
  const rules = holeRules(manifest)
  for (const config of rules.configs) if (!contents.has(config)) throw new BundleError('bundle.phone', config)
  for (const file of manifest.files) checkFile(file, contents.get(file.path) ?? new Uint8Array(), rules)
}

/**
 * Checks the holes of one file.
 * @throws BundleError `bundle.hole` for a hole outside the file, out of order, or at a place that is none for its kind.
 */
export function checkFile(file: Omit<BundleFile, 'sha256'>, bytes: Uint8Array, rules: HoleRules): void {
  checkOrder(file)
  if (file.holes.length === 0) return
  const isText = file.path.endsWith('.cnf')
  const { empty, texts } = isText
    ? textPlaces(latin1(bytes))
    : walk(latin1(bytes), new Set(file.holes.map(({ offset }) => offset)))
  const mayStand = ({ offset, kind, name }: Hole): boolean => {
    const place = empty.get(offset)
    switch (kind) {
      case 'secret':
        if (!rules.configs.has(file.path) || !rules.secrets.has(name)) return false
        return (isText ? PASSWORD_KEY : PASSWORD_ELEMENT).test(place ?? '')
      case 'load':
        return (isText ? LOAD_KEY : LOAD_ELEMENT).test(place ?? '')
      case 'mac':
        // Elsewhere, it could open or close a tag, a quote or a comment, and so move a password.
        return place !== undefined || texts.some(([start, end]) => offset >= start && offset <= end)
    }
  }
  for (const hole of file.holes) {
    const { offset, encoding } = hole
    if (!mayStand(hole) || encoding !== (isText ? 'text' : 'xml'))
      throw new BundleError('bundle.hole', `${file.path}, byte ${offset}`)
  }
}

function checkOrder(file: Omit<BundleFile, 'sha256'>): void {
  let last = -1
  for (const { offset } of file.holes) {
    if (offset <= last || offset > file.size) throw new BundleError('bundle.hole', `${file.path}, byte ${offset}`)
    last = offset
  }
}

/** One character a byte, so that offsets in the text are offsets in the file. */
const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

/** Whatever else it said of its encoding, a reader could find other tags in the same bytes. */
const DECLARATION = /^<\?xml version="1\.0" encoding="UTF-8"\?>/

/** A comment without angle brackets, so that it ends at the same place for every reader. */
const TOKEN =
  /<(?:(!--(?:(?!--)[^<>])*--)|(\/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?))>|[^<]+/y

/** The most frequent tag, without attributes: found without taking it apart. */
const PLAIN_TAG = /<[A-Za-z_][\w.:-]*>/y

/**
 * Walks the elements of an XML text that was made by the generator: no document type, no CDATA, no instruction, properly nested.
 * @param wanted offsets of which `empty` shall tell.
 * @returns `empty`: for every element that is written as `<a></a>`, the offset between its tags → its path from the
 * root; `texts`: where text stands between tags, as [start, end].
 */
function walk(text: string, wanted: ReadonlySet<number>): { empty: Map<number, string>; texts: [number, number][] } {
  const empty = new Map<number, string>()
  const texts: [number, number][] = []
  const open: string[] = []
  let justOpened = -1
  let next = DECLARATION.exec(text)?.[0].length ?? 0
  while (next < text.length) {
    const at = next
    const innermost = open.at(-1)
    if (innermost !== undefined && text.startsWith(`</${innermost}>`, at)) {
      if (at === justOpened && wanted.has(at)) empty.set(at, open.join('/'))
      open.pop()
      next = at + innermost.length + '</>'.length
      continue
    }
    PLAIN_TAG.lastIndex = at
    if (PLAIN_TAG.test(text)) {
      next = justOpened = PLAIN_TAG.lastIndex
      open.push(text.slice(at + 1, next - 1))
      continue
    }
    TOKEN.lastIndex = at
    const match = TOKEN.exec(text)
    if (!match) throw new BundleError('bundle.hole', `XML, byte ${at}`)
    next = TOKEN.lastIndex
    const [token, , closing, name, , selfClosed] = match
    if (!token.startsWith('<')) texts.push([at, next])
    else if (name) {
      if (closing) {
        if (at === justOpened && wanted.has(at)) empty.set(at, open.join('/'))
        if (open.pop() !== name) throw new BundleError('bundle.hole', `XML, byte ${at}`)
      } else if (!selfClosed) {
        open.push(name)
        justOpened = next
      }
    }
  }
  if (open.length > 0) throw new BundleError('bundle.hole', 'XML, end')
  return { empty, texts }
}
