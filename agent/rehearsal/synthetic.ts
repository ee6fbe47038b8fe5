// Firmware for a rehearsal without the vendor's: files of the true structure and size, whose content is openly made up.
import { type ArchivedFile, cnuOverhead, writeCnu } from './cnu.ts'
import { wrapSigned } from './signed.ts'

export interface SyntheticOptions {
  /** `SIP75.9-4-2SR3-1S` */
  load: string
  /** Names of the set: the images, and `termNN.default.loads` where the archive has one. */
  files: readonly string[]
  /** Bytes of an image before its header, by the letters that its name begins with (`jar`, `cnu` …). */
  sizes?: Readonly<Record<string, number>>
  hardwareMask?: number
}

/** As large as those of the 9.4(2) release, of which apps is the largest (field guide, phones 3.3). */
const SIZES: Readonly<Record<string, number>> = {
  jar: 2_400_000,
  cnu: 700_000,
  apps: 3_100_000,
  dsp: 600_000,
  cvm: 2_200_000,
}
const SIZE_OF_OTHERS = 100_000
/** The order in which `.loads` names images and the phone fetches them. */
const ORDER = ['jar', 'cnu', 'apps', 'dsp', 'cvm']
const MARK = 'SYNTHETIC: made up by cp for a rehearsal. Not Cisco software, and no phone could run it.'

/** The set of a load: `<load>.loads` and everything in `files`. Bytes are made when somebody first asks, always the same. */
export function makeFirmware({
  load,
  files,
  sizes = {},
  hardwareMask,
}: SyntheticOptions): Map<string, { name: string; bytes(): Uint8Array }> {
  const lists = new Set([`${load}.loads`, ...files.filter(isList)])
  const named = files.filter(name => !isList(name))
  const images = [...new Set(named.length > 0 ? named : imagesFor(load))].sort((a, b) => rank(a) - rank(b))
  // A .bin is for loaders of a 7940 that know no list (field guide, phones 1.2).
  const list = new TextEncoder().encode(
    listText(
      images.filter(name => !/\.bin$/i.test(name)),
      hardwareMask,
    ),
  )

  const made = new Map<string, { name: string; bytes(): Uint8Array }>()
  const add = (name: string, make: () => Uint8Array) => {
    let bytes: Uint8Array | undefined
    made.set(name.toLowerCase(), { name, bytes: () => (bytes ??= make()) })
  }
  // The list for a factory reset has the same payload under its own name (field guide, phones 4.1).
  for (const name of lists) add(name, () => wrapSigned(name, list))
  for (const name of images) add(name, () => wrapSigned(name, archive(name, sizes)))
  return made
}

/** Where nobody has seen which images a load of the 79xx has, they are called by the pattern of all (field guide, phones 1.6). */
function imagesFor(load: string): string[] {
  const [, protocol = '', family, suffix] = /^(SIP|SCCP)(\d\d)\.(.+)$/i.exec(load) ?? []
  const ofProtocol = (kind: string) => (kind === 'jar' || kind === 'cvm' ? protocol.toLowerCase() : '')
  return family === undefined ? [] : ORDER.map(kind => `${kind}${family}${ofProtocol(kind)}.SYNTHETIC-${suffix}.sbn`)
}

const isList = (name: string): boolean => /\.loads$/i.test(name)
const kindOf = (name: string): string => /^[a-z]*/i.exec(name)?.[0].toLowerCase() ?? ''
const rank = (name: string): number => (ORDER.indexOf(kindOf(name)) + ORDER.length + 1) % (ORDER.length + 1)

function listText(images: readonly string[], hardwareMask: number | undefined): string {
  // `jar75sip.9-4-2ES26.sbn` → `9-4-2ES26`
  const build = /^[^.]*\.(.+)\.[^.]*$/.exec(images[0] ?? '')?.[1] ?? 'SYNTHETIC'
  const lines = [`# ${MARK}`, `# RELEASE load version ${build}`]
  if (hardwareMask !== undefined) lines.push(`#HARDWARE_COMP_1 ${hardwareMask}`)
  return [...lines, ...images, ''].join('\r\n')
}

function archive(name: string, sizes: Readonly<Record<string, number>>): Uint8Array {
  const kind = kindOf(name)
  const size = sizes[kind] ?? SIZES[kind] ?? SIZE_OF_OTHERS
  const mark: ArchivedFile = { name: 'SYNTHETIC.txt', bytes: new TextEncoder().encode(`${MARK}\n${name}\n`) }
  const rest = size - cnuOverhead([mark.name, 'noise.bin']) - mark.bytes.length
  return writeCnu([mark, { name: 'noise.bin', bytes: noise(name, Math.max(0, rest)) }])
}

/** Pseudo-random bytes (Marsaglia's xorshift32) that depend on the name alone; they compress no better than real images. */
function noise(name: string, length: number): Uint8Array {
  let state = 0x811c9dc5
  for (const character of name) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193)
  if (state === 0) state = 1 // the one state that xorshift never leaves
  const words = new Uint8Array(Math.ceil(length / 4) * 4)
  const view = new DataView(words.buffer)
  for (let at = 0; at < words.length; at += 4) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    view.setUint32(at, state >>> 0)
  }
  return words.subarray(0, length)
}
