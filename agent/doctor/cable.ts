// The cable's life while phones are served: the link goes down whenever the phone restarts, and the address may go with it.
// Sockets survive that; here a person hears of it, and what was added is put back.
import type { Link } from './link.ts'

export interface CableOptions {
  /** Of `192.168.178.1/24`, the part before the slash. */
  address: string
  look(): Link
  /** Whether some interface has the address: a system may not show it for a second after the link came up. */
  hasAddress(): Promise<boolean>
  say(code: 'link.down' | 'link.up' | 'address.gone' | 'address.back'): void
  putBack?(): Promise<void>
}

export interface Cable {
  /** To be called a few times a second. @returns whether the link is up. */
  tick(): Promise<boolean>
}

export function watchCable({ address, look, hasAddress, say, putBack }: CableOptions): Cable {
  let up = true
  let there = true
  let busy = false
  return {
    async tick() {
      const link = look()
      if ((link.state === 'up') !== up) {
        up = !up
        say(up ? 'link.up' : 'link.down')
      }
      if (link.state !== 'up') return false
      const isThere = link.addresses.some(cidr => cidr.startsWith(`${address}/`)) || (await hasAddress())
      if (isThere !== there) say(isThere ? 'address.back' : 'address.gone')
      there = isThere
      if (!there && putBack && !busy) {
        busy = true
        void putBack().finally(() => {
          busy = false
        })
      }
      return true
    },
  }
}
