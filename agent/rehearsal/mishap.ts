// What can go wrong with a phone, played.
import { setTimeout as sleep } from 'node:timers/promises'
import type { LeaseOptions } from './dhcp-client.ts'
import { PhoneError } from './error.ts'
import type { Fetch } from './files.ts'
import type { Mishap, MishapName } from './mishap-name.ts'

/** It lost its power, or restarts by itself. */
export class Restart extends Error {
  override readonly name = 'Restart'
}

/** What a block of an image ends in: the phone is gone, or breaks the transfer off. */
export type Cut = 'gone' | 'breaks off' | undefined

export interface Play {
  /** The phone asks for its files in its own way. */
  fetch(fetch: Fetch): Fetch
  /** Called with every block; only those of images count. */
  cut(file: string): Cut
  /** How it asks for its address. */
  lease: Pick<LeaseOptions, 'deaf' | 'takes'>
  /** What it does with an address before it asks for files. @throws PhoneError `phone.mishap` */
  settle(): Promise<void>
  /** What it calls itself after all images of a load. */
  runs(before: string, wanted: string): string
}

/** Blocks of an image after which a transfer ends in the middle; every real image has thousands. */
const SOME_BLOCKS = 12
const isImage = (file: string): boolean => /\.(?:sbn|sb2)$/i.test(file)
const isConfig = (file: string): boolean => /^(?:SEP.*\.cnf\.xml|SIP(?!Default).*\.cnf)$/.test(file)

export function playMishap(
  mishap: Mishap | undefined,
  { signal, idleMs }: { signal: AbortSignal | undefined; idleMs: number },
): Play {
  const is = (name: MishapName) => mishap?.name === name
  const images = new Set<string>()
  let [blocks, inFile, cuts, current] = [0, 0, 0, '']
  const give = async (fetch: Fetch, file: string, needed: true | undefined) => {
    if (is('trust-list') && isConfig(file)) {
      await fetch(`${file}.sgn`)
      throw new PhoneError('phone.no-config', `${file}.sgn`)
    }
    if (is('name-case') && isConfig(file)) return fetch(file.toLowerCase(), needed)
    if (is('file-unknown') && isConfig(file)) await fetch('Unknown.xml')
    const bytes = await fetch(file, needed)
    if (bytes === undefined) return bytes
    if (is('config-rejected') && isConfig(file)) throw new PhoneError('phone.bad-config', file)
    if (is('manifest-refused') && /\.loads$/i.test(file)) throw new Restart()
    if (isImage(file)) images.add(file)
    if (is('image-refused') && images.size === 3 && isImage(file)) {
      images.clear()
      throw new Restart()
    }
    return bytes
  }
  return {
    fetch: inner => (file, needed) => give(inner, file, needed),
    cut(file) {
      if (!isImage(file)) return undefined
      blocks++
      inFile = file === current ? inFile + 1 : 1
      current = file
      if (is('power-lost') && cuts === 0) {
        const now = mishap?.block === undefined ? images.size === 1 && inFile > SOME_BLOCKS : blocks >= mishap.block
        if (now) cuts++
        return now ? 'gone' : undefined
      }
      if (!is('transfer-fails') || cuts >= 3 || inFile < SOME_BLOCKS) return undefined
      cuts++
      current = ''
      return 'breaks off'
    },
    lease: { ...(is('offer-lost') && { deaf: true }), ...(is('other-dhcp') && { takes: '192.0.2.1' }) },
    async settle() {
      if (!is('never-asks')) return
      await sleep(idleMs, undefined, signal && { signal }).catch(() => {})
      throw new PhoneError('phone.mishap', 'never-asks')
    },
    runs: (before, wanted) => (is('same-load') ? before : wanted),
  }
}

/** A list that no model here but another one asks for after a reset (field guide, phones 1.1). */
export const otherResetLoad = (own: string | undefined): string =>
  own === 'term65.default.loads' ? 'term75.default.loads' : 'term65.default.loads'
