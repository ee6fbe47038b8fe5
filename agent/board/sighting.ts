// What the servers saw of one phone: the only thing that board, hops and diagnosis are fed with.
import type { ModelFacts } from '../../schemas/manifest.ts'
import type { Phone } from '../phones/roster.ts'
import type { Lists } from '../shelf/lists.ts'
import type { Kind } from '../shelf/shelf.ts'

/** `file` is the name on the shelf, `asked` as the phone spelt it. `sent` of `bytes` only while a file is on its way. */
export interface Sighting {
  phone: Phone
  kind: Kind
  file: string
  asked: string
  step: 'start' | 'progress' | 'done' | 'failed' | 'missing'
  /** Of a missing file: the phone goes on without it. */
  harmless?: boolean
  /** Of a transfer that failed: nothing more was heard, which says less than a phone that breaks off. */
  silent?: boolean
  sent?: number
  bytes?: number
}

/** What a phone asks for at every start, whether or not it has taken its configuration. */
export const isTrustOrDefault = (file: string): boolean => /^(?:CTL|ITL|XMLDefault)|\.sgn$/i.test(file)

/** A list of images, `SIP75.9-4-2SR3-1S.loads` or `term75.default.loads` → the load's name. */
export const loadOf = (list: string): string => list.replace(/\.loads$/i, '')

/**
 * The images that a phone is to take by a list. Lists for a reset have one name in every archive, and the one that a phone gets
 * names the images of its hop.
 * @param list without its suffix
 * @param load of the phone's hop
 * @param one of the images, where the list is for several platforms
 */
export function imagesFor(
  { imagesOf }: Pick<Lists, 'imagesOf'>,
  { resetLoad = '' }: ModelFacts,
  list: string,
  load: string,
  one?: string,
): readonly string[] {
  const hop = list.toLowerCase() === loadOf(resetLoad).toLowerCase() ? imagesOf(load) : []
  return hop.length > 0 ? hop : imagesOf(list, one)
}
