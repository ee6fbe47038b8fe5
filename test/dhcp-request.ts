// A request of a client without an address, as all tests of DHCP begin.
import type { DhcpPacket } from '../agent/dhcp/packet.ts'

export function dhcpRequest(mac: string, options: [code: number, value: Uint8Array][]): DhcpPacket {
  return {
    op: 1,
    hops: 0,
    xid: 0xc0ffee,
    secs: 0,
    flags: 0,
    ciaddr: '0.0.0.0',
    yiaddr: '0.0.0.0',
    siaddr: '0.0.0.0',
    giaddr: '0.0.0.0',
    mac,
    options: new Map(options),
  }
}
