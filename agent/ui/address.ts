// The commands that give an interface an address or take it away again, in this system's words.
import { asRoot, type Rights } from './shell.ts'

/** To be run in this order. */
export function addressCommands(
  verb: 'add' | 'delete',
  name: string,
  cidr: string,
  platform: NodeJS.Platform = process.platform,
  rights?: Rights,
): string[] {
  const [address = '', prefix = '24'] = cidr.split('/')
  const mask = [0, 8, 16, 24].map(shift => (0xff00 >> Math.min(8, Math.max(0, Number(prefix) - shift))) & 255).join('.')
  if (platform === 'win32') {
    // Only until the next start of the system: an address that is forgotten must not stay. Without the first line an interface
    // that takes its address by DHCP would lose that setting.
    const both = (state: string) =>
      `netsh interface ipv4 set interface "${name}" dhcpstaticipcoexistence=${state} store=active`
    return verb === 'add'
      ? [both('enabled'), `netsh interface ipv4 add address "${name}" ${address} ${mask} store=active`]
      : [`netsh interface ipv4 delete address "${name}" ${address}`, both('disabled')]
  }
  if (platform === 'darwin') {
    // `networksetup` would put it in the place of what the interface has.
    const how = verb === 'add' ? `inet ${address} netmask ${mask} alias` : `inet ${address} -alias`
    return [asRoot(`ifconfig ${name} ${how}`, rights)]
  }
  return [asRoot(`ip address ${verb} ${cidr} dev ${name}`, rights)]
}

/** In one line, for a sentence. */
export const addressCommand = (...about: Parameters<typeof addressCommands>): string =>
  addressCommands(...about).join('; ')
