// Which loads there are for which models, what each consists of, and what a configuration for it must look like.
import type { Hop } from '../../schemas/manifest.ts'

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

/** Hashes stay empty until one of this very archive was seen: the same name ships with other signatures in SCCP sets. */
const files = (...names: string[]): Hop['files'] => names.map(name => ({ name, sha256: [] }))

export const LOADS: readonly Load[] = [
  {
    name: 'SIP75.9-4-2SR3-1S',
    models: ['CP-7975G'],
    release: [9, 4, 2],
    archive: 'cmterm-7975-sip.9-4-2SR3-1.zip',
    // In the order in which the phone's own list names them; the build label differs from the load's name.
    files: files(
      'SIP75.9-4-2SR3-1S.loads',
      'jar75sip.9-4-2ES26.sbn',
      'cnu75.9-4-2ES26.sbn',
      'apps75.9-4-2ES26.sbn',
      'dsp75.9-4-2ES26.sbn',
      'cvm75sip.9-4-2ES26.sbn',
      'term75.default.loads',
    ),
    // With a raw address a 7962 with 9.4(2) never registered; samples for 8.x carry the address.
    proxy: 'USECALLMANAGER',
    certainty: 'L',
    source: 'pattern of every 79xx archive; cnu75 and dsp75 of this build in dkgroot/provision_sccp; usecallmanager',
  },
]

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
