// Reads what macOS tells through its own programs, whose words are not translated.
import { askSystem } from './ask-system.ts'
import { asRuntimeKnows, type Computer, type Holder, type Known, type Ports, withAddresses } from './system.ts'

export const SOCKETFILTER = '/usr/libexec/ApplicationFirewall/socketfilterfw'

export async function readMac({ udp, tcp }: Ports, known: Known): Promise<Computer> {
  return fromMac(
    await Promise.all([
      askSystem('networksetup', '-listallhardwareports'),
      askSystem('ifconfig'),
      askSystem(SOCKETFILTER, '--getglobalstate'),
      askSystem('lsof', '-nP', `-iUDP:${udp}`, `-iTCP:${tcp}`, '-sTCP:LISTEN', '-Fpcn'),
    ]),
    known,
  )
}

/** What these four answered. */
export function fromMac(
  [hardware, links, firewall, sockets]: [string, string, string, string],
  known: Known,
): Computer {
  const nics = [...hardware.matchAll(/^Hardware Port: (.*)\nDevice: (\S+)/gm)].map(([, label = '', name = '']) => ({
    name,
    label,
    kind: /^(Wi-Fi|AirPort)/.test(label)
      ? ('wifi' as const)
      : /Bridge|Bluetooth|FireWire/.test(label)
        ? ('other' as const)
        : ('cable' as const),
    up: new RegExp(`^${name}:(.*\\n\\s)*.*status: active`, 'm').test(links),
  }))
  const state = /State = (\d)/.exec(firewall)?.[1]
  return {
    nics: nics.length > 0 ? withAddresses(nics, known) : asRuntimeKnows(known),
    firewall: state === undefined ? undefined : { name: 'macOS', on: state !== '0' },
    sleeps: true,
    holders: holdersIn(sockets),
  }
}

/** Lines of `lsof -F`: `p123` begins a process, `cname` names it, `n*:67` is a socket of it. */
function holdersIn(lines: string): Holder[] {
  let [pid, name] = [0, '']
  return lines.split('\n').flatMap(line => {
    const rest = line.slice(1)
    if (line[0] === 'p') pid = Number(rest)
    if (line[0] === 'c') name = rest
    const [, port] = /^n.*:(\d+)$/.exec(line) ?? []
    return port ? { port: Number(port), name, pid } : []
  })
}
