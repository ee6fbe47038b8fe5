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
    : walk(
        bytes,
        file.holes.map(({ offset }) => offset),
      )
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
const latin1 = (bytes: Uint8Array): string => LATIN1.decode(bytes)
const LATIN1 = new TextDecoder('latin1')

/** Whatever else it said of its encoding, a reader could find other tags in the same bytes. */
const DECLARATION = /^<\?xml version="1\.0" encoding="UTF-8"\?>/

/** A comment without angle brackets, so that it ends at the same place for every reader. */
const TAG =
  /<(?:(!--(?:(?!--)[^<>])*--)|(\/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?))>/y

/** Elements one after the other that hold nothing but text, which most of a configuration is. */
const LEAVES = /(?:<([A-Za-z_][\w.:-]*)>[^<]*<\/\1>\s*){1,32}/y

/** What is not a letter, a digit or one of `_.:-` ends a name. */
const IN_NAME = Uint8Array.from({ length: 256 }, (_, byte) => (/[\w.:-]/.test(String.fromCharCode(byte)) ? 1 : 0))
const FIRST_IN_NAME = IN_NAME.map((in_, byte) => (/[\d.:-]/.test(String.fromCharCode(byte)) ? 0 : in_))
const [LESS, SLASH, GREATER] = [0x3c, 0x2f, 0x3e]

/**
 * Walks the elements of an XML text that was made by the generator: no document type, no CDATA, no instruction, properly nested.
 * Leaves without a wanted offset are passed over together; of the rest, text and tags without attributes byte by byte,
 * which is quicker than a pattern for each.
 * @param wanted offsets of which `empty` and `texts` shall tell, in ascending order.
 * @returns `empty`: for every element that is written as `<a></a>`, the offset between its tags → its path from the
 * root; `texts`: where text stands between tags, as [start, end].
 */
function walk(bytes: Uint8Array, wanted: readonly number[]): { empty: Map<number, string>; texts: [number, number][] } {
  const empty = new Map<number, string>()
  const texts: [number, number][] = []
  const text = latin1(bytes)
  /** Of each open element, where its name begins and ends. */
  const open: number[] = []
  let justOpened = -1
  let passed = 0
  /** What is wanted next, once it was seen among the next leaves: those are walked one by one. */
  let tooNear = -1
  let at = DECLARATION.exec(text)?.[0].length ?? 0
  const close = () => {
    if (at === justOpened) empty.set(at, pathOf(text, open))
    open.length -= 2
  }
  const { length } = bytes
  while (at < length) {
    if (bytes[at] !== LESS) {
      const start = at
      while (at < length && bytes[at] !== LESS) at++
      texts.push([start, at])
      continue
    }
    if (bytes[at + 1] === SLASH && open.length > 0) {
      const end = open[open.length - 1] ?? 0
      let name = open[open.length - 2] ?? 0
      let next = at + 2
      while (name < end && bytes[name] === bytes[next]) {
        name++
        next++
      }
      if (name === end && bytes[next] === GREATER) {
        close()
        at = next + 1
        continue
      }
    } else if (FIRST_IN_NAME[bytes[at + 1] ?? 0] === 1) {
      while ((wanted[passed] ?? at + 1) <= at) passed++
      const stop = wanted[passed] ?? length + 1
      LEAVES.lastIndex = at
      if (stop !== tooNear && LEAVES.test(text)) {
        if (LEAVES.lastIndex < stop) {
          at = LEAVES.lastIndex
          continue
        }
        tooNear = stop
      }
      let next = at + 2
      while (IN_NAME[bytes[next] ?? 0] === 1) next++
      if (bytes[next] === GREATER) {
        open.push(at + 1, next)
        at = justOpened = next + 1
        continue
      }
    }
    TAG.lastIndex = at
    const match = TAG.exec(text)
    if (!match) throw new BundleError('bundle.hole', `XML, byte ${at}`)
    const [, , closing, name, , selfClosed] = match
    if (name && closing) {
      if (open.length === 0 || text.slice(...open.slice(-2)) !== name)
        throw new BundleError('bundle.hole', `XML, byte ${at}`)
      close()
    }
    at = TAG.lastIndex
    if (name && !closing && !selfClosed) {
      const start = match.index + 1
      open.push(start, start + name.length)
      justOpened = at
    }
  }
  if (open.length > 0) throw new BundleError('bundle.hole', 'XML, end')
  return { empty, texts }
}

function pathOf(text: string, open: readonly number[]): string {
  const names: string[] = []
  for (let i = 0; i < open.length; i += 2) names.push(text.slice(open[i], open[i + 1]))
  return names.join('/')
}
