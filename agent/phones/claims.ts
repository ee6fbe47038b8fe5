// May a phone that nobody listed take an entry `mac: any`? Where passwords are at stake, a person says yes, or did so before.
import type { ManifestPhone } from '../../schemas/manifest.ts'

export interface ClaimPolicy {
  /** `--yes` was given. */
  yes: boolean
  /** True once a probe for other DHCP servers looked and found nobody: then the cable holds only what the person plugged in. */
  aloneOnTheWire(): boolean
  /** Asks at a terminal; undefined where there is none. */
  ask?: ((mac: string, entry: ManifestPhone) => Promise<boolean>) | undefined
  /** ms */
  now(): number
}

export interface Claims {
  /** The answer comes later than the request that raised the question; the phone asks again by itself. */
  mayClaim(mac: string, entry: ManifestPhone): boolean
  /** Whether the entry that it was about to take is kept for it: while a person is asked, and until the phone asks again. */
  keepsFor(mac: string): boolean
}

/** A phone asks for its address again within a minute; one that does not is gone, and its entry free for another. */
const COMES_BACK_MS = 120_000

export function createClaims({ yes, aloneOnTheWire, ask, now }: ClaimPolicy): Claims {
  const questions = new Map<string, { said?: boolean; at: number }>()
  return {
    mayClaim(mac, entry) {
      if (!entry.lines.some(({ secret }) => secret !== undefined)) return true
      if (yes && aloneOnTheWire()) return true
      const question = questions.get(mac)
      if (!question && ask) {
        questions.set(mac, { at: now() })
        void ask(mac, entry).then(said => questions.set(mac, { said, at: now() }))
      }
      return question?.said === true
    },
    keepsFor(mac) {
      const { said, at = 0 } = questions.get(mac) ?? { said: false }
      return said === undefined || (said && now() - at < COMES_BACK_MS)
    },
  }
}
