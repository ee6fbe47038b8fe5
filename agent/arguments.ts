// Reads the command line: one command, its operands and options, or a usage error that names the fault.
import { CIDR, IPV4 } from '../schemas/ipv4.ts'
import { LOAD_NAME } from '../schemas/load-name.ts'
import { toMac } from '../schemas/mac.ts'
import { AgentError } from './error.ts'
import { type Mishap, mishapNamed } from './rehearsal/mishap-name.ts'

export type Command = 'serve' | 'inspect' | 'doctor' | 'rehearse' | 'guide' | 'help' | 'version'

export interface Arguments {
  command: Command
  /** Path of the bundle; empty for help and version, and where the doctor looks at the computer only. */
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
  /** Whether the interface may be given its address. */
  setAddress: boolean
  dhcp: 'auto' | 'on' | 'off'
  anyDevice: boolean
  dhcpPort: number
  tftpPort: number
  httpPort: number
  once: boolean
  /** Whether a browser on this computer may look. */
  board: boolean
  timeout?: number
  /** Silence after the last configuration that makes a phone done; each command has its own default. */
  settle?: number
  /** MAC → address, for phones whose address the agent did not give and the system does not know. */
  phones: Map<string, string>
  running?: string
  reset: boolean
  real: boolean
  /** What shall go wrong in a rehearsal. */
  fail?: Mishap
}

const FLAGS = {
  '--json': 'json',
  '--yes': 'yes',
  '--set-address': 'setAddress',
  '--any-device': 'anyDevice',
  '--once': 'once',
  '--board': 'board',
  '--reset': 'reset',
  '--real': 'real',
} as const satisfies Record<string, keyof Arguments>

const COMMANDS: Record<string, Command> = { '--help': 'help', '-h': 'help', '--version': 'version' }

const TEXTS = {
  '--secrets': 'secrets',
  '--secrets-cmd': 'secretsCmd',
  '--state': 'state',
  '--interface': 'interface',
} as const satisfies Record<string, keyof Arguments>

/** A number and its bounds. */
const NUMBERS = {
  '--dhcp-port': ['dhcpPort', 1, 65_534],
  '--tftp-port': ['tftpPort', 1, 65_535],
  '--http-port': ['httpPort', 1, 65_535],
  '--timeout': ['timeout', 1, 9_999_999],
  '--settle': ['settle', 0, 9_999_999],
} as const satisfies Record<string, readonly [keyof Arguments, number, number]>

const match = (value: string, pattern: RegExp): string => {
  if (!pattern.test(value)) throw new AgentError('usage.value', value)
  return value
}

/** The rest: values that are checked or collected. */
const VALUES: Record<string, (args: Arguments, value: string) => void> = {
  '--lang': (args, value) => {
    args.lang = match(value, /^(de|en)$/) === 'de' ? 'de' : 'en'
  },
  '--trust': (args, value) => args.trust.push(match(value, /^SHA256:[A-Za-z0-9+/]{43}$/)),
  '--firmware': (args, value) => args.firmware.push(value),
  '--address': (args, value) => {
    args.address = match(value, CIDR)
  },
  '--dhcp': (args, value) => {
    if (value !== 'auto' && value !== 'on' && value !== 'off') throw new AgentError('usage.value', value)
    args.dhcp = value
  },
  '--running': (args, value) => {
    args.running = match(value, LOAD_NAME)
  },
  '--fail': (args, value) => {
    const [text = '', block] = value.split(':')
    const name = mishapNamed(text)
    const counts = block !== undefined
    if (!name || (counts && (name !== 'power-lost' || !/^[1-9]\d{0,6}$/.test(block))))
      throw new AgentError('usage.value', value)
    args.fail = { name, ...(counts && { block: Number(block) }) }
  },
  '--phone': (args, value) => {
    const [mac = '', address = ''] = value.split('=')
    const known = toMac(mac)
    if (!known || !IPV4.test(address)) throw new AgentError('usage.value', value)
    args.phones.set(known, address)
  },
}

const has = <T extends object>(table: T, word: PropertyKey): word is keyof T => Object.hasOwn(table, word)

/** @returns whether the word is an option without a value, which it then sets. */
function readFlag(args: Arguments, word: string): boolean {
  if (has(FLAGS, word)) args[FLAGS[word]] = true
  else if (word === '--no-color') args.color = false
  else if (has(COMMANDS, word)) args.command = COMMANDS[word] ?? 'help'
  else return false
  return true
}

function readValue(args: Arguments, word: string, value: string): void {
  if (has(TEXTS, word)) args[TEXTS[word]] = value
  else if (has(NUMBERS, word)) {
    const [name, min, max] = NUMBERS[word]
    const number = Number(match(value, /^\d{1,7}$/))
    if (number < min || number > max) throw new AgentError('usage.value', value)
    args[name] = number
  } else VALUES[word]?.(args, value)
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
    setAddress: false,
    dhcp: 'auto',
    anyDevice: false,
    dhcpPort: 67,
    tftpPort: 69,
    httpPort: 6970,
    once: false,
    board: false,
    phones: new Map(),
    reset: false,
    real: false,
  }
  const operands: string[] = []
  for (let i = 0; i < argv.length; i++) {
    const [word = '', inline] = splitOption(argv[i] ?? '')
    if (inline === undefined && readFlag(args, word)) continue
    if ([TEXTS, NUMBERS, VALUES].some(table => has(table, word))) {
      const value = inline ?? argv[++i]
      if (value === undefined) throw new AgentError('usage.value-missing', word)
      readValue(args, word, value)
    } else if (word.startsWith('-') && word !== '-') throw new AgentError('usage.option', word)
    else operands.push(word)
  }
  if (args.command === 'help' || args.command === 'version') return args
  const [first] = operands
  if (first === 'inspect' || first === 'doctor' || first === 'rehearse' || first === 'guide' || first === 'serve') {
    args.command = first
    operands.shift()
  }
  if (first === 'help') return { ...args, command: 'help' }
  const [bundle, more] = operands
  if (bundle === undefined && args.command !== 'doctor') throw new AgentError('usage.bundle')
  if (more !== undefined) throw new AgentError('usage.operand', more)
  return { ...args, bundle: bundle ?? '' }
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
