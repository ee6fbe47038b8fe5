// Where a password may stand: only as the whole value of a password element, in the configuration of one listed phone.
// Agent and generator both check it, so that no bundle, however signed, can make the agent send a password elsewhere.
import { macInFileName } from '../mac.ts'
import type { BundleFile, Manifest } from '../manifest.ts'
import { BundleError } from './errors.ts'

/** Element paths whose whole text is a password (usecallmanager, sepmac-cnf-xml). */
const PASSWORD_ELEMENTS = new Set([
  'device/sipProfile/sipLines/line/authPassword',
  'device/commonProfile/phonePassword',
  'device/sshPassword',
  'device/vendorConfig/adminPassword',
])

/** `key: value` lines of the text configuration of the 7940 and 7960 (Cisco, "SIP Administrator's Guide"). */
const PASSWORD_LINE = /^(line[1-6]_password|phone_password)\s*:\s*"?$/

/**
 * The path of a phone's configuration in the bundle: by its MAC, or with a placeholder for one that is still to be
 * claimed; the second and later of those have a number.
 */
export function configPath(mac: string, nthAny = 1): string {
  return `files/SEP${mac === 'any' ? `{MAC}${nthAny > 1 ? `-${nthAny}` : ''}` : macInFileName(mac)}.cnf.xml`
}

/**
 * Checks every hole of every file.
 * @throws BundleError `bundle.hole` for a hole outside the file, out of order, or a secret at a place that is none;
 * `bundle.phone` for a phone whose configuration is not in the bundle or belongs to another.
 */
export function checkHoles(manifest: Manifest, contents: ReadonlyMap<string, Uint8Array>): void {
  const known = new Set(manifest.secrets.map(({ name }) => name))
  const configs = new Set<string>()
  let any = 0
  for (const { mac, config } of manifest.phones) {
    if (mac === 'any') any++
    const wrong = !contents.has(config) || configs.has(config) || config !== configPath(mac, any)
    if (wrong) throw new BundleError('bundle.phone', config)
    configs.add(config)
  }
  for (const file of manifest.files) {
    if (file.holes.length === 0) continue
    const secrets = file.holes.filter(({ kind }) => kind === 'secret')
    const bytes = contents.get(file.path) ?? new Uint8Array()
    checkOrder(file)
    if (secrets.length === 0) continue
    if (!configs.has(file.path)) throw new BundleError('bundle.hole', file.path)
    const text = latin1(bytes)
    const empty = file.path.endsWith('.xml') ? emptyElements(text) : undefined
    for (const { offset, name, encoding } of secrets) {
      const allowed = empty
        ? encoding === 'xml' && PASSWORD_ELEMENTS.has(empty.get(offset) ?? '')
        : encoding === 'text' && isPasswordLine(text, offset)
      if (!allowed || !known.has(name)) throw new BundleError('bundle.hole', `${file.path}, byte ${offset}`)
    }
  }
}

function checkOrder(file: BundleFile): void {
  let last = -1
  for (const { offset } of file.holes) {
    if (offset <= last || offset > file.size) throw new BundleError('bundle.hole', `${file.path}, byte ${offset}`)
    last = offset
  }
}

function isPasswordLine(text: string, offset: number): boolean {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const rest = text.slice(offset).match(/^"?(?=\r?\n|$)/)
  const quoted = text[offset - 1] === '"'
  return PASSWORD_LINE.test(text.slice(start, offset)) && rest !== null && (rest[0] === '"') === quoted
}

/** One character a byte, so that offsets in the text are offsets in the file. */
function latin1(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000))
  return text
}

const TOKEN =
  /<(?:(\?[^?]*\?)|(!--(?:(?!--)[\s\S])*--)|(\/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?))>|[^<]+/y

/**
 * Walks the elements of an XML text that was made by the generator: no document type, no CDATA, properly nested.
 * @returns for every element that is written as `<a></a>`, the offset between its tags → its path from the root.
 */
function emptyElements(text: string): Map<number, string> {
  const found = new Map<number, string>()
  const open: string[] = []
  let justOpened = -1
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex
    const match = TOKEN.exec(text)
    if (!match) throw new BundleError('bundle.hole', `XML, byte ${at}`)
    const [, instruction, comment, closing, name, , selfClosed] = match
    if (name && !instruction && !comment) {
      if (closing) {
        if (at === justOpened) found.set(at, open.join('/'))
        if (open.pop() !== name) throw new BundleError('bundle.hole', `XML, byte ${at}`)
      } else if (!selfClosed) {
        open.push(name)
        justOpened = TOKEN.lastIndex
      }
    }
  }
  if (open.length > 0) throw new BundleError('bundle.hole', 'XML, end')
  return found
}
