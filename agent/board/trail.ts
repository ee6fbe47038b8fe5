// What a phone did of late, in the order in which it did it: what the rules of the diagnosis look at.
import type { ModelFacts } from '../../schemas/manifest.ts'
import type { Kind } from '../shelf/shelf.ts'
import { loadOf } from './sighting.ts'

/** `elsewhere`: it requested an address from another server, which `file` names. */
export interface Mark {
  what: 'discover' | 'lease' | 'elsewhere' | 'asked' | 'given' | 'missing' | 'failed'
  /** In ms, of a clock that only goes forward. */
  at: number
  file: string
  /** As the phone spelt it. */
  asked: string
  kind: Kind
  harmless: boolean
  silent?: boolean
  /** The load that it was to be given then. */
  load: string
}

/** One phone, as a rule sees it. */
export interface Case {
  trail: readonly Mark[]
  facts: ModelFacts
  now: number
  /** Silence behind an address that means something. */
  silentMs: number
  /**
   * Names of the images of a list, in lower case; of a list for a reset those of the phone's hop.
   * @param one of them, of a list for several platforms
   */
  imagesOf(list: string, load: string, one: string): readonly string[]
  /** What the list says of the hardware that takes it. */
  hardwareOf(list: string): number | undefined
}

/** All that is kept of one phone: two whole flashes and some more. */
export const TRAIL_MAX = 160

export const isFile = ({ what }: Mark): boolean =>
  what === 'asked' || what === 'given' || what === 'missing' || what === 'failed'

/** The trail from the last mark that fits; empty when none does. */
export function sinceLast(trail: readonly Mark[], fits: (mark: Mark) => boolean): readonly Mark[] {
  const at = trail.findLastIndex(fits)
  return at < 0 ? [] : trail.slice(at)
}

/** One go at a load: from the question for its list to the next such question, or to now. */
export interface Go {
  list: string
  load: string
  /** Images that went over whole, in that order. */
  given: string[]
  /** An image was asked for and did not come. */
  broken: boolean
  whole: boolean
  /** Another list was asked for after it. */
  ended: boolean
}

export function goesOf({ trail, imagesOf }: Pick<Case, 'trail' | 'imagesOf'>): Go[] {
  const goes: Go[] = []
  for (const { what, kind, file, load } of trail) {
    const go = goes.at(-1)
    if (kind === 'load' && (what === 'asked' || what === 'missing')) {
      if (go) go.ended = true
      goes.push({ list: file, load, given: [], broken: false, whole: false, ended: false })
    } else if (go && kind === 'image') {
      go.broken = what !== 'given'
      if (what !== 'given') continue
      go.given.push(file)
      const names = imagesOf(loadOf(go.list), go.load, file)
      go.whole = names.length > 0 && names.every(name => go.given.some(given => given.toLowerCase() === name))
    }
  }
  return goes
}
