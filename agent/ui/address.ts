// The command that gives an interface an address or takes it away again, in this system's words.

export function addressCommand(
  verb: 'add' | 'delete',
  name: string,
  cidr: string,
  platform: NodeJS.Platform = process.platform,
): string {
  const [address = '', prefix = '24'] = cidr.split('/')
  const mask = [0, 8, 16, 24].map(shift => (0xff00 >> Math.min(8, Math.max(0, Number(prefix) - shift))) & 255).join('.')
  if (platform === 'win32') {
    // Only until the next start of the system: an address that is forgotten must not stay.
    return `netsh interface ipv4 ${verb} address "${name}" ${address}${verb === 'add' ? ` ${mask} store=active` : ''}`
  }
  if (platform === 'darwin')
    return `sudo ifconfig ${name} ${verb === 'add' ? `alias ${address} ${mask}` : `-alias ${address}`}`
  return `sudo ip address ${verb} ${cidr} dev ${name}`
}
