// Firmware for a rehearsal without the vendor's: files of the true structure and size, whose content is openly made up.
import { type ArchivedFile, cnuOverhead, writeCnu } from './cnu.ts'
import { laterHeaderLength, wrapLater, wrapSigned } from './signed.ts'

export interface SyntheticOptions {
  /** `SIP75.9-4-2SR3-1S` */
  load: string
  /** Names of the set: the images, and `termNN.default.loads` where the archive has one. */
  files: readonly string[]
  /** Bytes of an image before its header, by the letters that its name begins with (`jar`, `cnu` …). */
  sizes?: Sizes
  hardwareMask?: number
}

/** As large as those of the 9.4(2) release, of which apps is the largest (field guide, phones 3.3). */
const SIZES: Sizes = {
  jar: 2_400_000,
  cnu: 700_000,
  apps: 3_100_000,
  dsp: 600_000,
  cvm: 2_200_000,
  // Of the 78xx (sip78xx.12-8-1-0001-455 in acadabon/CiscoPhones).
  sboot: 370_000,
  kern: 3_090_000,
  rootfs: 38_600_000,
}
const SIZE_OF_OTHERS = 100_000
/** `sip88xx.14-4-1-0301-6`, `sip8845_65.…`: another container, another list (field guide, phones 4.2). */
const LATER = /^sip([78]8\w+)\.(.+)$/i
const PLATFORMS = ['', '2.']
const LATER_KINDS = ['sboot', 'kern', 'rootfs']
/** The order in which `.loads` names images and the phone fetches them. */
const ORDER = ['jar', 'cnu', 'apps', 'dsp', 'cvm']
const encoder = new TextEncoder()
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
  const isLater = LATER.test(load)
  // A .bin is for loaders of a 7940 that know no list (field guide, phones 1.2).
  const listed = images.filter(name => !/\.bin$/i.test(name))
  const list = encoder.encode(isLater ? laterListText(load, listed, sizes) : listText(listed, hardwareMask))
  const wrap = isLater ? wrapLater : wrapSigned
  const content = isLater ? filled : archive

  const made = new Map<string, { name: string; bytes(): Uint8Array }>()
  const add = (name: string, make: () => Uint8Array) => {
    let bytes: Uint8Array | undefined
    made.set(name.toLowerCase(), { name, bytes: () => (bytes ??= make()) })
  }
  // The list for a factory reset has the same payload under its own name (field guide, phones 4.1).
  for (const name of lists) add(name, () => wrap(name, list))
  for (const name of images) add(name, () => wrap(name, content(name, sizes)))
  return made
}

/** Where nobody has seen which images a load has, they are called by the pattern of all (field guide, phones 1.6 and 4.2). */
function imagesFor(load: string): string[] {
  const [, later, version] = LATER.exec(load) ?? []
  if (later !== undefined)
    return PLATFORMS.flatMap(number => LATER_KINDS.map(kind => `${kind}${number}${later}.SYNTHETIC-${version}.sbn`))
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

/** INI text: for each platform its images, of which a phone takes those of its own (field guide, phones 4.2). */
function laterListText(load: string, images: readonly string[], sizes: Sizes): string {
  const [, family, version] = LATER.exec(load) ?? []
  const lines = [`# ${MARK}`, `# RELEASE Model=${family} Version=${load}`, '', '[CISCO-ID]', `version = ${version}`]
  for (const [index] of PLATFORMS.entries()) {
    // `kern78xx.…` and `kern2.78xx.…`, `kern88xx.…` and `kernel288xx.…`
    const own = images.filter(name => Number(/^[a-z]+2[8.]/i.test(name)) === index)
    if (own.length > 0) lines.push('', `[PLATFORM_${index + 1}]`)
    for (const name of own) lines.push(`${kindOf(name)}=${name} size=${laterHeaderLength(name) + sizeOf(name, sizes)}`)
  }
  return [...lines, ''].join('\n')
}

type Sizes = Readonly<Record<string, number>>
const sizeOf = (name: string, sizes: Sizes): number => sizes[kindOf(name)] ?? SIZES[kindOf(name)] ?? SIZE_OF_OTHERS
const markOf = (name: string): Uint8Array => encoder.encode(`${MARK}\n${name}\n`)

function filled(name: string, sizes: Sizes): Uint8Array {
  const mark = markOf(name)
  const bytes = noise(name, sizeOf(name, sizes))
  bytes.set(mark.subarray(0, bytes.length))
  return bytes
}

function archive(name: string, sizes: Sizes): Uint8Array {
  const size = sizeOf(name, sizes)
  const mark: ArchivedFile = { name: 'SYNTHETIC.txt', bytes: markOf(name) }
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
