// Who asks before the system knows its MAC gets no answer yet: the system is made to look the MAC up, and the device asks again by
// itself. An answer would have to be a refusal, which a phone takes for the last word about that file.
import { createSocket } from 'node:dgram'

export interface NewcomersOptions {
  /** Whether it is known which device has the address. */
  isKnown(address: string): boolean
  /** Makes the system look it up. */
  lookUp(address: string): void
  /** ms */
  now(): number
}

/** The system takes milliseconds for it. What is unknown after this stays so, and is answered like any stranger. */
const LOOK_UP_MS = 3000
const ADDRESSES_MAX = 256

/** @returns whether a request from an address has to wait. */
export function createNewcomers({ isKnown, lookUp, now }: NewcomersOptions): (address: string) => boolean {
  const heard = new Map<string, number>()
  return address => {
    if (isKnown(address)) {
      heard.delete(address)
      return false
    }
    const since = heard.get(address) ?? now()
    const [oldest] = heard.size >= ADDRESSES_MAX ? heard.keys() : []
    if (oldest !== undefined) heard.delete(oldest)
    heard.set(address, since)
    if (now() - since >= LOOK_UP_MS) return false
    lookUp(address)
    return true
  }
}

/** Any datagram does: before it leaves the system asks on the cable who has the address. It goes to the port for what is thrown away. */
export function lookUpFrom(own: string): (address: string) => void {
  return address => {
    const socket = createSocket('udp4')
    const close = () => socket.close()
    socket.once('error', close)
    socket.bind(0, own, () => socket.send('', 9, address, close))
  }
}
