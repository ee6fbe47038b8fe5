// A proposal for the network while the phones are flashed, from where they will register.
import { IPV4, ipv4FromNumber, ipv4ToNumber, isHostOf, parseCidr } from '../../../schemas/ipv4.ts'

const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].map(parseCidr)
/** A Fritz!Box as it comes; its own pool ends at .200. */
const FRITZBOX = { name: /^fritz\.box$/i, address: '192.168.178.1' }
const [FIRST, LAST] = [201, 220]

/**
 * A Fritz!Box stays off the cable, so the laptop takes its address; beside any other registrar the laptop has one of its own.
 * @param registrar its address. @param kind of registrar: `fritzbox`.
 * @returns undefined for a host in the internet or a name: it says nothing of the network that the phones are in.
 */
export function suggestNetwork(registrar: string, kind: string): { agent: string; leases: string } | undefined {
  const isBox = kind === 'fritzbox'
  const text = registrar.trim()
  const address = isBox && FRITZBOX.name.test(text) ? FRITZBOX.address : text
  if (!IPV4.test(address)) return undefined
  const own = ipv4ToNumber(address)
  const subnet = parseCidr(`${address}/24`)
  const isPrivate = PRIVATE.some(({ network, broadcast }) => own >= network && own <= broadcast)
  if (!isPrivate || !isHostOf(own, subnet)) return undefined
  const at = (host: number) => ipv4FromNumber(subnet.network + host)
  const host = own - subnet.network
  // Not .1, which is mostly the router.
  const agent = isBox ? address : at(host === 2 ? 3 : 2)
  const first = host >= FIRST && host <= LAST ? LAST + 1 : FIRST
  return { agent: `${agent}/24`, leases: `${at(first)}-${at(first + LAST - FIRST)}` }
}
