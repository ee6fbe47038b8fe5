// Which loads there are for which models, what each consists of, and what a configuration for it must look like.
import type { Hop } from '../../schemas/manifest.ts'
import { type Release, releaseOf } from '../../schemas/release.ts'
import type { Certainty } from './phone-model.ts'
import { PHONES } from './phones.ts'
import { seenFile } from './seen.ts'

export interface Load {
  name: string
  models: readonly string[]
  /** Major, minor and maintenance: 9.4(2) → [9, 4, 2]. */
  release: Release
  /** The vendor's archive; undefined where its name was not seen. */
  archive?: string
  files: Hop['files']
  /** What stands for the registrar in a line: a word for "the call manager above", or its address. */
  proxy: 'USECALLMANAGER' | 'address'
  certainty: Certainty
  source: string
}

/** One archive: a load for all models of a family, in the order in which the phone's own list names the images. */
interface Archive {
  family: number
  release: Release
  /** `9-4-2SR3-1S` in `SIP75.9-4-2SR3-1S.loads`. */
  suffix: string
  /** `9-4-2ES26` in `jar75sip.9-4-2ES26.sbn`: another one than that of the load. */
  build?: string
  archive?: string
  certainty: Certainty
}

function toLoad({ family, release, suffix, build, archive, certainty }: Archive): Load {
  const models = PHONES.filter(({ loadFamilies }) => loadFamilies.value[0] === `SIP${family}`)
  const name = `SIP${family}.${suffix}`
  const images = build === undefined ? [] : IMAGES.map(kind => `${kind.replace('#', `${family}`)}.${build}.sbn`)
  const resets = [...new Set(models.flatMap(({ resetLoad }) => resetLoad?.value ?? []))]
  return {
    name,
    models: models.map(model => model.name),
    release,
    ...(archive !== undefined && { archive }),
    files: toFiles(name, [`${name}.loads`, ...images, ...resets]),
    proxy: proxyOf(release),
    certainty,
    source:
      'field guide, phones 1.5 and 1.6: names in public repositories; the files by the pattern of every 79xx archive',
  }
}

/** With a raw address a 7962 with 9.4(2) never registered; samples for 8.x carry the address (field guide, phones 6). */
export const proxyOf = ([major]: Release): Load['proxy'] => (major < 9 ? 'address' : 'USECALLMANAGER')

const IMAGES = ['jar#sip', 'cnu#', 'apps#', 'dsp#', 'cvm#sip']
const toFiles = (load: string, names: readonly string[]): Hop['files'] =>
  names.map(name => ({ name, sha256: [seenFile(load, name)?.sha256 ?? []].flat() }))

const release = (major: number, minor: number, maintenance: number, suffix: string, build?: string) => ({
  release: [major, minor, maintenance] as const,
  suffix,
  ...(build !== undefined && { build }),
})
const SR3 = release(9, 4, 2, '9-4-2SR3-1S', '9-4-2ES26')
const SR4 = release(9, 4, 2, '9-4-2SR4-3S', '9-4-2SR4-3')
const SR1 = release(9, 4, 2, '9-4-2SR1-1S', '9-4-2ES9')
const R931 = release(9, 3, 1, '9-3-1SR4-1S', '9-3-1ES26')
const R921 = release(9, 2, 1, '9-2-1S', '9-2-1TH1-13')
const R854 = release(8, 5, 4, '8-5-4S', '8-5-4TH1-6')
const R853 = release(8, 5, 3, '8-5-3S', '8-5-3TH1-6')
const R852 = release(8, 5, 2, '8-5-2S', '8-5-2TH1-9')
const R842 = release(8, 4, 2, '8-4-2S', '8-4-1-23')
/** Seen by name only: which build is in it is not known. */
const named = (major: number, minor: number, maintenance: number, suffix: string) =>
  release(major, minor, maintenance, suffix)

/** In the names of archives of 9.2(1), which were tar (id:2476208754, chaslinux/cisco-sip; id:35420406996). */
const PAIRS_921 = [
  [11, '7911_7906'],
  [41, '7941_7961'],
  [42, '7942_7962'],
  [45, '7945_7965'],
] as const

/** The first of a family is the one to take when nobody says another. */
const JAVA: readonly Archive[] = [
  { ...SR3, family: 11, archive: 'cmterm-7911_7906-sip.9-4-2SR3-1.zip', certainty: 'C' },
  { ...SR1, family: 11, archive: 'cmterm-7911_7906-sip.9-4-2SR1-1.zip', certainty: 'C' },
  // No SIP load of a 7931 was seen; that it follows the others is a guess.
  { ...SR3, family: 31, archive: 'cmterm-7931-sip.9-4-2SR3-1.zip', certainty: 'U' },
  { ...SR3, family: 41, archive: 'cmterm-7941_7961-sip.9-4-2SR3-1.zip', certainty: 'L' },
  { ...SR3, family: 42, archive: 'cmterm-7942_7962-sip.9-4-2SR3-1.zip', certainty: 'C' },
  { ...SR3, family: 45, archive: 'cmterm-7945_7965-sip.9-4-2-1SR3-1.zip', certainty: 'C' },
  { ...SR4, family: 45, archive: 'cmterm-7945_7965-sip.9-4-2SR4-3.zip', certainty: 'L' },
  { ...SR3, family: 70, archive: 'cmterm-7970_7971-sip.9-4-2SR3-1.zip', certainty: 'L' },
  { ...SR3, family: 75, archive: 'cmterm-7975-sip.9-4-2SR3-1.zip', certainty: 'L' },
  { ...SR4, family: 75, archive: 'cmterm-7975-sip.9-4-2SR4-3.zip', certainty: 'L' },
  // Older ones, newest first; the archives of most are gone.
  ...[41, 42, 45, 70].map(family => ({ ...SR1, family, certainty: 'C' as const })),
  { ...R931, family: 45, certainty: 'C' },
  ...PAIRS_921.map(([family, pair]) => ({
    ...R921,
    family,
    archive: `cmterm-${pair}-sip.9-2-1.tar`,
    certainty: 'C' as const,
  })),
  { ...R921, family: 70, certainty: 'C' },
  ...[11, 41, 42, 45].map(family => ({ ...R854, family, certainty: 'C' as const })),
  ...[11, 42].map(family => ({ ...R853, family, certainty: 'C' as const })),
  // By the pattern of the others; no file of it was seen.
  { ...named(9, 0, 3, '9-0-3S'), family: 75, certainty: 'U' },
  { ...named(8, 5, 3, '8-5-3SR1S'), family: 75, certainty: 'C' },
  { ...R852, family: 11, certainty: 'C' },
  ...[41, 70].map(family => ({ ...named(8, 5, 2, '8-5-2SR1S'), family, certainty: 'C' as const })),
  ...[11, 42, 45, 70].map(family => ({ ...R842, family, certainty: 'C' as const })),
  { ...named(8, 3, 1, '8-3-1S'), family: 11, certainty: 'C' },
]

/** Of later phones, by family: only names were seen; what a set consists of, its own list says. */
interface Later {
  family: string
  /** Newest first. */
  suffixes: readonly string[]
  certainty: Certainty
  archive?: string
  source?: string
}

const LATER: readonly Later[] = [
  { family: 'SIP69xx', suffixes: ['9-4-1-3SR3', '9-4-1-3SR2', '9-4-1-3'], certainty: 'C' },
  {
    family: 'sip78xx',
    suffixes: ['14-3-1-0201-246', '14-2-1-0101-26', '14-0-1-0201-169', '12-8-1-0001-455', '11-0-1-11'],
    certainty: 'C',
  },
  { family: 'sip88xx', suffixes: ['14-4-1-0301-6', '14-0-1-0101-145', '12-8-1-0201-486'], certainty: 'C' },
  {
    family: 'sip8845_65',
    suffixes: ['14-3-1-0201-246', '14-2-1-0101-26', '14-1-1-0001-125', '12-5-1SR2-2'],
    certainty: 'L',
    source: 'lists of loads of call managers: id:22303019901, id:63626254010, id:24839845285, id:5784611504',
  },
  { family: 'SIP894x', suffixes: ['9-4-2SR2-2'], certainty: 'C' },
  { family: 'SIP8941_8945', suffixes: ['9-3-1-18'], certainty: 'C', archive: 'cmterm-8941_8945-sip.9-3-1-18.zip' },
  ...['sip8961', 'sip9951', 'sip9971'].map(family => ({
    family,
    suffixes: ['9-4-2SR4-1', '9-4-2SR2-2', '9-4-2SR1-2'],
    certainty: 'L' as const,
  })),
]

function toLater({ family, suffixes, certainty, archive, source }: Later): Load[] {
  const models = PHONES.filter(({ loadFamilies }) => loadFamilies.value.includes(family)).map(({ name }) => name)
  return suffixes.map(suffix => ({
    name: `${family}.${suffix}`,
    models,
    release: releaseOf(`.${suffix}`) ?? [0, 0, 0],
    ...(archive !== undefined && { archive }),
    files: toFiles(`${family}.${suffix}`, [`${family}.${suffix}.loads`]),
    proxy: 'USECALLMANAGER',
    certainty,
    source: source ?? 'field guide, phones 1.3: names in public repositories',
  }))
}

/**
 * Of the 7940G and 7960G the last: an application and its loader, which are two names of one release. The `.bin` is for
 * loaders that know no `.loads` yet; OS79XX.TXT names it.
 */
const TEXT: Load = {
  name: 'P0S3-8-12-00',
  models: ['CP-7940G', 'CP-7960G'],
  release: [8, 12, 0],
  archive: 'P0S3-8-12-00.zip',
  files: toFiles('P0S3-8-12-00', ['P0S3-8-12-00.loads', 'P003-8-12-00.sbn', 'P0S3-8-12-00.sb2', 'P003-8-12-00.bin']),
  proxy: 'address',
  certainty: 'C',
  source: 'field guide, phones 1.2: mkirbst, id:16911176567, BowenAV/Cisco-SCCPtoSIP',
}

export const LOADS: readonly Load[] = [...JAVA.map(toLoad), TEXT, ...LATER.flatMap(toLater)]

const OF_MODEL = new Map<string, Load[]>()
for (const load of LOADS) {
  for (const model of load.models) OF_MODEL.set(model, [...(OF_MODEL.get(model) ?? []), load])
}

/** Of a model as on the sticker, the one to take first. */
export const loadsFor = (model: string): readonly Load[] => OF_MODEL.get(model) ?? []

/**
 * Of these families no SIP load between the two was seen; this one follows the names of the others. One for SCCP was
 * used that way (PintoBernardo), so it would do as well.
 */
export const UNSEEN: readonly Load[] = [31, 75].map(family =>
  toLoad({ ...named(8, 5, 2, '8-5-2S'), family, certainty: 'U' }),
)
