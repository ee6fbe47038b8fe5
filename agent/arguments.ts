// Reads the command line: one command, its operands and options, or a usage error that names the fault.
import { CIDR, IPV4 } from '../schemas/ipv4.ts'
import { toMac } from '../schemas/mac.ts'
import { AgentError } from './error.ts'

export type Command = 'serve' | 'inspect' | 'rehearse' | 'help' | 'version'

export interface Arguments {
  command: Command
  /** Path of the bundle; empty for help and version. */
  bundle: string
  json: boolean
  lang: 'de' | 'en'
  color: boolean
  yes: boolean
  trust: string[]
  firmware: string[]
  secrets?: string
  secretsCmd?: string
  state?: string
  interface?: string
  address?: string
  dhcp: 'auto' | 'on' | 'off'
  anyDevice: boolean
  dhcpPort: number
  tftpPort: number
  httpPort: number
  once: boolean
  timeout?: number
  /** Silence after the last configuration that makes a phone done; each command has its own default. */
  settle?: number
  /** MAC → address, for phones whose address the agent did not give and the system does not know. */
  phones: Map<string, string>
  running?: string
  reset: boolean
  real: boolean
}

type Read = (args: Arguments, value: string) => void
const seconds = (value: string, min: number): number => {
  if (!/^\d{1,7}$/.test(value) || Number(value) < min) throw new AgentError('usage.value', value)
  return Number(value)
}
const port = (value: string): number => {
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65534 || Number(value) < 1) throw new AgentError('usage.value', value)
  return Number(value)
}
const match = (value: string, pattern: RegExp): string => {
  if (!pattern.test(value)) throw new AgentError('usage.value', value)
  return value
}

const FLAGS: Record<string, (args: Arguments) => void> = {
  '--json': args => {
    args.json = true
  },
  '--no-color': args => {
    args.color = false
  },
  '--yes': args => {
    args.yes = true
  },
  '--any-device': args => {
    args.anyDevice = true
  },
  '--once': args => {
    args.once = true
  },
  '--reset': args => {
    args.reset = true
  },
  '--real': args => {
    args.real = true
  },
  '--help': args => {
    args.command = 'help'
  },
  '-h': args => {
    args.command = 'help'
  },
  '--version': args => {
    args.command = 'version'
  },
}

const VALUES: Record<string, Read> = {
  '--lang': (args, value) => {
    args.lang = match(value, /^(de|en)$/) === 'de' ? 'de' : 'en'
  },
  '--trust': (args, value) => args.trust.push(match(value, /^SHA256:[A-Za-z0-9+/]{43}$/)),
  '--firmware': (args, value) => args.firmware.push(value),
  '--secrets': (args, value) => {
    args.secrets = value
  },
  '--secrets-cmd': (args, value) => {
    args.secretsCmd = value
  },
  '--state': (args, value) => {
    args.state = value
  },
  '--interface': (args, value) => {
    args.interface = value
  },
  '--address': (args, value) => {
    args.address = match(value, CIDR)
  },
  '--dhcp': (args, value) => {
    if (value !== 'auto' && value !== 'on' && value !== 'off') throw new AgentError('usage.value', value)
    args.dhcp = value
  },
  '--dhcp-port': (args, value) => {
    args.dhcpPort = port(value)
  },
  '--tftp-port': (args, value) => {
    args.tftpPort = port(value)
  },
  '--http-port': (args, value) => {
    args.httpPort = port(value)
  },
  '--timeout': (args, value) => {
    args.timeout = seconds(value, 1)
  },
  '--settle': (args, value) => {
    args.settle = seconds(value, 0)
  },
  '--running': (args, value) => {
    args.running = match(value, /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/)
  },
  '--phone': (args, value) => {
    const [mac = '', address = ''] = value.split('=')
    const known = toMac(mac)
    if (!known || !IPV4.test(address)) throw new AgentError('usage.value', value)
    args.phones.set(known, address)
  },
}

/**
 * @param argv what follows the program's name.
 * @param environment for `LANG` (the language) and `NO_COLOR`.
 * @throws AgentError `usage.*`
 */
export function readArguments(argv: readonly string[], environment: Record<string, string | undefined>): Arguments {
  const args: Arguments = {
    command: 'serve',
    bundle: '',
    json: false,
    lang: languageOf(environment),
    color: !environment.NO_COLOR,
    yes: false,
    trust: [],
    firmware: [],
    dhcp: 'auto',
    anyDevice: false,
    dhcpPort: 67,
    tftpPort: 69,
    httpPort: 6970,
    once: false,
    phones: new Map(),
    reset: false,
    real: false,
  }
  const operands: string[] = []
  for (let i = 0; i < argv.length; i++) {
    const [word = '', inline] = splitOption(argv[i] ?? '')
    const flag = FLAGS[word]
    const value = VALUES[word]
    if (flag && inline === undefined) flag(args)
    else if (value) {
      const text = inline ?? argv[++i]
      if (text === undefined) throw new AgentError('usage.value-missing', word)
      value(args, text)
    } else if (word.startsWith('-') && word !== '-') throw new AgentError('usage.option', word)
    else operands.push(word)
  }
  if (args.command === 'help' || args.command === 'version') return args
  const [first] = operands
  if (first === 'inspect' || first === 'rehearse')
    args.command = operands.shift() === 'inspect' ? 'inspect' : 'rehearse'
  else if (first === 'serve') operands.shift()
  else if (first === 'help') return { ...args, command: 'help' }
  const [bundle, more] = operands
  if (bundle === undefined) throw new AgentError('usage.bundle')
  if (more !== undefined) throw new AgentError('usage.operand', more)
  return { ...args, bundle }
}

function splitOption(word: string): [string, string?] {
  const at = word.startsWith('--') ? word.indexOf('=') : -1
  return at < 0 ? [word] : [word.slice(0, at), word.slice(at + 1)]
}

/** POSIX: LC_ALL before LC_MESSAGES before LANG; where none is set (Windows), what the runtime says. */
export function languageOf(environment: Record<string, string | undefined>): 'de' | 'en' {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG
  return /^de\b|^de_/i.test(locale || Intl.DateTimeFormat().resolvedOptions().locale) ? 'de' : 'en'
}
