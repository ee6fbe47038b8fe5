// Finds the value of every secret that a bundle names: from a file or standard input, a command, the environment, a prompt.
import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { addAbortSignal } from 'node:stream'
import { text } from 'node:stream/consumers'
import { secretKey } from '../../schemas/secret-name.ts'
import { AgentError } from '../error.ts'
import { judge, Secret } from './secret.ts'

type Wanted = import('../../schemas/manifest.ts').Manifest['secrets'][number]

export interface SecretSources {
  /** `--secrets FILE`; `-` is standard input. */
  file?: string | undefined
  /** `--secrets-cmd CMD`: a program and its arguments, parted by blanks; the secret's name is added as the last one. */
  command?: string | undefined
  environment: Record<string, string | undefined>
  /** Asks a person without showing what is typed; undefined where there is no terminal. */
  ask?: ((name: string) => Promise<string>) | undefined
  /** Ends the wait for standard input. */
  signal?: AbortSignal
  warn(code: 'secrets.open' | 'secret.long-for-some', detail: string): void
  /** Told of a value that the phone could not take, which then counts as missing; else it is an error. */
  unfit?: ((detail: string) => void) | undefined
}

/**
 * `KEY=value` lines → values. The value is everything after the first `=`, verbatim, without CR or BOM; blank lines and
 * lines that start with `#` are passed over.
 * @throws AgentError `secrets.line` with the number of the line, never its content.
 */
export function readSecretLines(lines: string): Map<string, Secret> {
  const found = new Map<string, Secret>()
  lines
    .replace(/^\ufeff/, '')
    .split('\n')
    .forEach((raw, i) => {
      const line = raw.replace(/\r$/, '')
      if (line.trim() === '' || line.startsWith('#')) return
      const at = line.indexOf('=')
      if (at < 1) throw new AgentError('secrets.line', String(i + 1))
      found.set(line.slice(0, at).trim(), new Secret(line.slice(at + 1)))
    })
  return found
}

/**
 * Gathers all values. A named file wins over the command, the command over the environment, a prompt comes last.
 * @returns name → value; names without a value are simply not in it, {@link requireSecrets} judges that.
 * @throws AgentError `secrets.*`, or `secret.limits` for a value that the phone could not take.
 */
export async function gatherSecrets(wanted: readonly Wanted[], sources: SecretSources): Promise<Map<string, Secret>> {
  const fromFile = sources.file === undefined ? new Map<string, Secret>() : await readSecretFile(sources.file, sources)
  const found = new Map<string, Secret>()
  for (const { name, limits } of wanted) {
    const key = secretKey(name)
    const fromEnvironment = sources.environment[key]
    const secret =
      fromFile.get(key) ??
      (sources.command === undefined ? undefined : runCommand(sources.command, name).get(key)) ??
      (fromEnvironment === undefined ? undefined : new Secret(fromEnvironment)) ??
      (sources.ask && new Secret(await sources.ask(name)))
    if (!secret) continue
    const judgement = judge(secret, limits)
    if (judgement === 'empty') continue
    if (judgement === 'long-for-some') sources.warn('secret.long-for-some', name)
    else if (judgement !== 'good') {
      if (!sources.unfit) throw new AgentError('secret.limits', `${name}: ${judgement}`)
      sources.unfit(`${name}: ${judgement}`)
      continue
    }
    found.set(name, secret)
  }
  return found
}

/** @throws AgentError `secret.missing` with the keys of all that are missing. */
export function requireSecrets(wanted: readonly Wanted[], found: ReadonlyMap<string, Secret>): void {
  const missing = wanted.filter(({ name }) => !found.has(name)).map(({ name }) => secretKey(name))
  if (missing.length > 0) throw new AgentError('secret.missing', missing.join(', '))
}

async function readSecretFile(path: string, sources: SecretSources): Promise<Map<string, Secret>> {
  let lines: string
  try {
    // Not in one go: whoever writes into the pipe may think for a while.
    lines =
      path === '-'
        ? await text(sources.signal ? addAbortSignal(sources.signal, process.stdin) : process.stdin)
        : readFileSync(path, 'utf8')
    if (path !== '-' && process.platform !== 'win32' && statSync(path).mode & 0o044) sources.warn('secrets.open', path)
  } catch {
    throw new AgentError('secrets.unreadable', path)
  }
  return readSecretLines(lines)
}

function runCommand(command: string, name: string): Map<string, Secret> {
  const [program = '', ...args] = command.trim().split(/\s+/)
  try {
    // Never through a shell: the name is one argument whatever it holds. What the command says on stderr is for the person.
    const output = execFileSync(program, [...args, name], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      timeout: 60_000,
      maxBuffer: 1 << 20,
    })
    return readSecretLines(output)
  } catch (error) {
    if (error instanceof AgentError) throw error
    throw new AgentError('secrets.command', program)
  }
}
