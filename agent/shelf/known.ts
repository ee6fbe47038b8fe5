// Whether a file is one that was seen in public: by its SHA-256, of which the manifest has those that are known.
import { createHash } from 'node:crypto'
import type { Manifest } from '../../schemas/manifest.ts'
import { attempt } from '../attempt.ts'
import { openContainer } from '../firmware/new-container.ts'
import { type Firmware, listOf, mayHaveTwins, type Stocked, twinFor } from './twins.ts'

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Without the signature: the same payload ships in differently signed sets (field guide, phones 1.6). */
const payloadOf = (bytes: Uint8Array): Uint8Array => attempt(() => openContainer(bytes).payload) ?? bytes

/** A second image of one name is the same when its payload is, and then its hash counts, too. Its bytes are not kept. */
export function compareImages(first: Stocked, { path = '', bytes }: Stocked): void {
  // One that cannot be read is told of when it is the one that counts.
  attempt(() => {
    const other = bytes()
    if (Buffer.compare(payloadOf(first.bytes()), payloadOf(other)) === 0)
      first.copies = [...(first.copies ?? []), hashOf(other)]
    else first.rivals = [...(first.rivals ?? []), path]
  })
}

export interface Judgement {
  load: string
  file: Stocked
  known: boolean
}

/** Of every file of a load on the way for which hashes are known, whether it has one of them. */
export function judgeFiles({ phones }: Pick<Manifest, 'phones'>, firmware: Firmware): Judgement[] {
  const hops = new Map(phones.flatMap(({ route }) => route.map(hop => [hop.load, hop])))
  return [...hops.values()].flatMap(({ load, files }) =>
    files.flatMap(({ name, sha256 }) => {
      const there = firmware.get(name.toLowerCase())
      // Whose list for a reset it is, only the load's own list tells.
      if (!there || sha256.length === 0 || (mayHaveTwins(name) && !listOf(load, firmware))) return []
      const file = twinFor(there, load, firmware)
      const hashes = [attempt(() => hashOf(file.bytes())) ?? '', ...(file.copies ?? [])]
      return [{ load, file, known: hashes.some(hash => sha256.includes(hash)) }]
    }),
  )
}
