// Which loads there are for which models, what each consists of, and what a configuration for it must look like.
import type { Hop } from '../../schemas/manifest.ts'
import { JAVA_79XX } from './java-79xx.ts'

export interface Load {
  name: string
  models: readonly string[]
  /** Major, minor and maintenance: 9.4(2) → [9, 4, 2]. */
  release: Release
  archive: string
  files: Hop['files']
  /** What stands for the registrar in a line: a word for "the call manager above", or its address. */
  proxy: 'USECALLMANAGER' | 'address'
  certainty: 'C' | 'L' | 'U'
  source: string
}

export type Release = readonly [major: number, minor: number, maintenance: number]

/** SHA-256 of files that were seen in a SIP archive of that release; the same name has other bytes in an SCCP archive. */
const SEEN: Readonly<Record<string, string>> = {
  // lrcamargo/cisco-ip-phone-sip
  'SIP42.9-4-2SR3-1S.loads': '55a9d26890ef700e946103a4d406e08b2c4a50dad8d646031c0dd34d89ac42c9',
  'cnu42.9-4-2ES26.sbn': '14cbb0a1525ff107330e9dcaa4e59dc59b1116578291cde68315ef0ff2b7928a',
  'cvm42sip.9-4-2ES26.sbn': '69400b3e33e8d2ce06f74ae65558c28902a3d33e568e415e83ef6630cbb994db',
  'dsp42.9-4-2ES26.sbn': 'dfea88de84e252ed48c40019af39027c4734df9b73f3fd7476ef999da029f82f',
  'jar42sip.9-4-2ES26.sbn': 'cfd5ca41f82b8cad27db62cf3c340d4f3dc332565d1c576839546bdde682739c',
  // five public repositories, alike
  'SIP11.9-4-2SR1-1S.loads': '548f5cb9cb9e122587b3443c4e14c45f09990926c5f2961fbbcfd814d00dc10f',
  'apps11.9-4-2ES9.sbn': '5f2716a076e067b1f2fcfc2d4c0bc2b30093ebd313160e8c3ddf4c7e53a04ae8',
  'cnu11.9-4-2ES9.sbn': '2280bced32d16d980fe66a25b5874c0d2f38762f0ee5b363ad4036e2bb44d863',
  'cvm11sip.9-4-2ES9.sbn': '20250c2ef61ed27636be7d236f432d9057beee5e3f26263a2c8e3ac1a2752878',
  'dsp11.9-4-2ES9.sbn': '0cf42eecaa50217bd6bf654c67386d2ed911f84d604149aee5368014e87f7b24',
  'jar11sip.9-4-2ES9.sbn': 'd046f265f6b2f0e4fb95f4b53bc295971642977c8fda2e5202068dd28aebb32a',
}

/** One archive: a load for all models of a family, in the order in which the phone's own list names the images. */
interface Archive {
  family: number
  release: Release
  /** `9-4-2SR3-1S` in `SIP75.9-4-2SR3-1S.loads`. */
  suffix: string
  /** `9-4-2ES26` in `jar75sip.9-4-2ES26.sbn`: another one than that of the load. */
  build: string
  archive: string
  certainty: Load['certainty']
}

function toLoad({ family, release, suffix, build, archive, certainty }: Archive): Load {
  const models = JAVA_79XX.filter(({ loadFamilies }) => loadFamilies.value[0] === `SIP${family}`)
  const name = `SIP${family}.${suffix}`
  const images = ['jar#sip', 'cnu#', 'apps#', 'dsp#', 'cvm#sip'].map(
    kind => `${kind.replace('#', `${family}`)}.${build}.sbn`,
  )
  const resets = [...new Set(models.map(({ resetLoad }) => resetLoad.value))]
  return {
    name,
    models: models.map(model => model.name),
    release,
    archive,
    files: [`${name}.loads`, ...images, ...resets].map(file => ({
      name: file,
      sha256: SEEN[file] ? [SEEN[file]] : [],
    })),
    // With a raw address a 7962 with 9.4(2) never registered; samples for 8.x carry the address.
    proxy: 'USECALLMANAGER',
    certainty,
    source:
      'field guide, phones 1.5 and 1.6: names in public repositories; the files by the pattern of every 79xx archive',
  }
}

const SR3 = { release: [9, 4, 2], suffix: '9-4-2SR3-1S', build: '9-4-2ES26' } as const
const SR4 = { release: [9, 4, 2], suffix: '9-4-2SR4-3S', build: '9-4-2SR4-3' } as const

/** The first of a family is the one to take when nobody says another. */
export const LOADS: readonly Load[] = [
  { ...SR3, family: 11, archive: 'cmterm-7911_7906-sip.9-4-2SR3-1.zip', certainty: 'C' as const },
  {
    ...{ family: 11, release: [9, 4, 2] as const, suffix: '9-4-2SR1-1S', build: '9-4-2ES9' },
    ...{ archive: 'cmterm-7911_7906-sip.9-4-2SR1-1.zip', certainty: 'C' as const },
  },
  // No SIP load of a 7931 was seen; that it follows the others is a guess.
  { ...SR3, family: 31, archive: 'cmterm-7931-sip.9-4-2SR3-1.zip', certainty: 'U' as const },
  { ...SR3, family: 41, archive: 'cmterm-7941_7961-sip.9-4-2SR3-1.zip', certainty: 'L' as const },
  { ...SR3, family: 42, archive: 'cmterm-7942_7962-sip.9-4-2SR3-1.zip', certainty: 'C' as const },
  { ...SR3, family: 45, archive: 'cmterm-7945_7965-sip.9-4-2-1SR3-1.zip', certainty: 'C' as const },
  { ...SR4, family: 45, archive: 'cmterm-7945_7965-sip.9-4-2SR4-3.zip', certainty: 'L' as const },
  { ...SR3, family: 70, archive: 'cmterm-7970_7971-sip.9-4-2SR3-1.zip', certainty: 'L' as const },
  { ...SR3, family: 75, archive: 'cmterm-7975-sip.9-4-2SR3-1.zip', certainty: 'L' as const },
  { ...SR4, family: 75, archive: 'cmterm-7975-sip.9-4-2SR4-3.zip', certainty: 'L' as const },
].map(toLoad)

export const loadNamed = (name: string): Load | undefined => LOADS.find(load => load.name === name)
export const loadsFor = (model: string): Load[] => LOADS.filter(({ models }) => models.includes(model))

/** Below this release a phone cannot take anything above 8.5(2) (wazo wazo_cisco_sccp/v9_4/limitations.md) [C]. */
export const OLDEST_FOR_DIRECT: Release = [8, 3, 3]

/**
 * The release in a load's name, `SCCP75.8-3-4S`, or as people write it, `8.3(4)SR1`.
 * @returns undefined when there is none, as in `term75.default`.
 */
export function releaseOf(load: string): Release | undefined {
  const match = /(?:^|[.\s])(\d{1,2})[-.](\d{1,2})(?:[-.(](\d{1,2}))?/.exec(load)
  return match ? [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)] : undefined
}

export function isOlder(release: Release, than: Release): boolean {
  for (const [i, number] of release.entries()) {
    const other = than[i] ?? 0
    if (number !== other) return number < other
  }
  return false
}
