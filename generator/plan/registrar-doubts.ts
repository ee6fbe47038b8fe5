// What is known to go wrong between these phones and a registrar of this kind, as far as the site lets it be seen: warnings.
import { IPV4, ipv4ToNumber, isHostOf, parseCidr } from '../../schemas/ipv4.ts'
import type { Site } from '../../schemas/site.ts'
import type { Registrar } from '../catalog/registrar.ts'
import { PASSWORD_LIMITS } from '../catalog/registrars.ts'
import type { Report } from './plan.ts'

/** Reports warnings only. */
export function doubtRegistrar(
  { registrar: { address, port, nat }, network }: Pick<Site, 'registrar' | 'network'>,
  { name, keepsTime, ownPasswords = 0, otherDriver }: Registrar,
  report: Report,
): void {
  const registrar = name
  // One that keeps time is a router, which is told apart by its own warning.
  if (!IPV4.test(address) && !keepsTime && network.dns.length === 0) {
    report({ code: 'site.dns', path: ['registrar', 'address'] })
  }
  if (!keepsTime && network.ntp.length === 0) {
    report({ code: 'site.ntp', path: ['network', 'ntp'], details: { registrar } })
  }
  if (nat && IPV4.test(address) && isHostOf(ipv4ToNumber(address), parseCidr(network.agent))) {
    report({ code: 'site.nat', path: ['registrar', 'nat'] })
  }
  if (otherDriver && port === otherDriver.port) {
    const details = { registrar, port: String(port), kind: otherDriver.kind }
    report({ code: 'site.port-driver', path: ['registrar', 'port'], details })
  }
  const { maxLength, safeLength = maxLength } = PASSWORD_LIMITS
  if (ownPasswords > safeLength) {
    const details = { registrar, length: String(ownPasswords), max: String(maxLength), safe: String(safeLength) }
    report({ code: 'site.secret-limits', path: ['registrar', 'kind'], details })
  }
}
