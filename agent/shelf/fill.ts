// Fills the holes of a file in memory: a secret, the MAC of a claimed phone, the load of the current hop.

import { macInFileName } from '../../schemas/mac.ts'
import type { Hole } from '../../schemas/manifest.ts'
import { QUOTABLE } from '../../schemas/secret-fit.ts'
import type { Secret } from '../secrets/secret.ts'

/** What may be put in for one phone. */
export interface Filling {
  mac: string
  load: string
  secrets: ReadonlyMap<string, Secret>
}

const XML: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' }

/**
 * Puts the values in. The result is new; `bytes` stays as it was checked.
 * @returns the file, or the name of the secret that is missing or does not fit.
 */
export function fillHoles(
  bytes: Uint8Array,
  holes: readonly Hole[],
  filling: Filling,
): Uint8Array | { missing: string } {
  const parts: Uint8Array[] = []
  let at = 0
  for (const hole of holes) {
    const value = valueFor(hole, filling)
    // Nothing may end the quotes or the line of a text configuration, whatever the manifest says of characters.
    if (value === undefined || (hole.encoding === 'text' && !QUOTABLE.test(value))) return { missing: hole.name }
    const encoded = new TextEncoder().encode(
      hole.encoding === 'xml' ? value.replace(/[&<>"']/g, character => XML[character] ?? '') : value,
    )
    if (encoded.length > hole.maxBytes) return { missing: hole.name }
    parts.push(bytes.subarray(at, hole.offset), encoded)
    at = hole.offset
  }
  return Buffer.concat([...parts, bytes.subarray(at)])
}

function valueFor(hole: Hole, filling: Filling): string | undefined {
  switch (hole.kind) {
    case 'secret':
      return filling.secrets.get(hole.name)?.reveal()
    case 'mac':
      return macInFileName(filling.mac)
    case 'load':
      return filling.load
  }
}
