// May a phone that nobody listed take an entry `mac: any`? Where passwords are at stake, a person says yes, or did so before.
import type { ManifestPhone } from '../../schemas/manifest.ts'

export interface ClaimPolicy {
  /** `--yes` was given. */
  yes: boolean
  /** True once a probe for other DHCP servers looked and found nobody: then the cable holds only what the person plugged in. */
  aloneOnTheWire(): boolean
  /** Asks at a terminal; undefined where there is none. */
  ask?: ((mac: string, entry: ManifestPhone) => Promise<boolean>) | undefined
}

/** The answer comes later than the request that raised the question; the phone asks again by itself. */
export function createClaims({
  yes,
  aloneOnTheWire,
  ask,
}: ClaimPolicy): (mac: string, entry: ManifestPhone) => boolean {
  const answers = new Map<string, boolean>()
  return (mac, entry) => {
    if (!entry.lines.some(({ secret }) => secret !== undefined)) return true
    if (yes && aloneOnTheWire()) return true
    const answer = answers.get(mac)
    if (answer === undefined && ask) {
      answers.set(mac, false)
      void ask(mac, entry).then(said => answers.set(mac, said))
    }
    return answer === true
  }
}
