// The system's neighbour table: which MAC holds an address on the wire. Needed where the address is not from our own lease.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { toMac } from '../../schemas/mac.ts'

/** address → MAC, or undefined when the system does not know (yet). */
export type Neighbours = (address: string) => string | undefined

/** Linux keeps the table in a file, which costs microseconds to read; elsewhere `arp -a` is asked, at most once a second. */
export function systemNeighbours(
  platform: NodeJS.Platform = process.platform,
  now: () => number = Date.now,
): Neighbours {
  if (platform === 'linux') return address => readProcTable(readText('/proc/net/arp')).get(address)
  let table = new Map<string, string>()
  let read = -Infinity
  return address => {
    if (now() - read > 1000) {
      table = readArpTable(runArp())
      read = now()
    }
    return table.get(address)
  }
}

/** `/proc/net/arp`: IP address, HW type, flags (0x2 = complete), HW address, mask, device. */
export function readProcTable(text: string): Map<string, string> {
  const table = new Map<string, string>()
  for (const line of text.split('\n').slice(1)) {
    const [address = '', , flags = '0', hardware = ''] = line.split(/\s+/)
    const mac = Number(flags) & 2 ? toMac(hardware) : undefined
    if (mac) table.set(address, mac)
  }
  return table
}

/** `arp -a` of Windows (`192.168.178.201  00-1d-45-…`) and macOS (`? (192.168.178.201) at 0:1d:45:… on en5`); its words are not read. */
export function readArpTable(text: string): Map<string, string> {
  const table = new Map<string, string>()
  for (const line of text.split('\n')) {
    const [address] = line.match(/\d{1,3}(\.\d{1,3}){3}/) ?? []
    const [hardware] = line.match(/\b[0-9a-f]{1,2}([:-][0-9a-f]{1,2}){5}\b/i) ?? []
    // macOS drops leading zeros.
    const mac =
      hardware &&
      toMac(
        hardware
          .split(/[:-]/)
          .map(part => part.padStart(2, '0'))
          .join(':'),
      )
    if (address && mac) table.set(address, mac)
  }
  return table
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function runArp(): string {
  try {
    return execFileSync('arp', ['-a'], { encoding: 'utf8', timeout: 2000, stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return ''
  }
}
