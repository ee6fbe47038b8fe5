// `npm start`: the generator and its page on this computer, in workerd, signing with the checkout's own keys.
import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { IssuerTexts } from '../generator/bundle/seal.ts'
import { build } from './build.ts'
import { localKeys } from './local-keys.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const HOST = '127.0.0.1' // only this computer: the page signs for whoever reaches it
/** docs/presets.md; they stay on this computer, in `.wrangler/`. */
export const STORE_ON = ['--var', 'CP_PRESET_STORE:on']
const EXIT_USAGE = 2
const EXIT_ENVIRONMENT = 4

/**
 * The key material as a dotenv file, in single quotes, which keep line ends and backslashes: a signature must reach the
 * Worker byte for byte.
 * @throws Error for a value with a single quote, or with a dollar sign, which wrangler replaces even so; no key has them.
 */
export function toEnvFile({ bundleKey, keysJson, keysSig }: IssuerTexts): string {
  const values = { CP_BUNDLE_KEY: bundleKey, CP_KEYS_JSON: keysJson, CP_KEYS_SIG: keysSig }
  return Object.entries(values)
    .map(([name, value]) => {
      if (/['$]/.test(value)) throw new Error(`${name} cannot be written as a dotenv value`)
      return `${name}='${value}'\n`
    })
    .join('')
}

/** Writes the file that hands the keys to `wrangler dev`; they never stand in a command line, which others can read. */
export async function writeEnvFile(): Promise<string> {
  const path = `${root}.cp/worker.env`
  const text = toEnvFile(await localKeys())
  mkdirSync(`${root}.cp`, { recursive: true })
  writeFileSync(path, text, { mode: 0o600 })
  chmodSync(path, 0o600) // the mode above counts only for a new file
  return path
}

/**
 * Starts `wrangler dev`; its output is the caller's to show.
 * @param more of its options.
 */
export function startWorker(port: number, envFile: string, more: readonly string[] = []): ChildProcess {
  const wrangler = `${root}node_modules/wrangler/bin/wrangler.js`
  const args = ['dev', '--ip', HOST, '--port', String(port), '--inspector-port', '0', '--env-file', envFile]
  return spawn(process.execPath, [wrangler, ...args, ...more, '--show-interactive-dev-session=false'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, CLOUDFLARE_CF_FETCH_ENABLED: 'false', WRANGLER_SEND_METRICS: 'false' },
  })
}

/** Waits until the Worker answers. @returns whether it can sign; `undefined` when `child` ended before. */
export async function untilReady(port: number, child: ChildProcess): Promise<boolean | undefined> {
  while (child.exitCode === null && child.signalCode === null) {
    try {
      return (await fetch(`http://${HOST}:${port}/healthz`)).ok
    } catch {
      await new Promise(resolve => setTimeout(resolve, 150))
    }
  }
  return undefined
}

/** Whether a port can be opened on this computer. */
export function isFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, HOST, () => probe.close(() => resolve(true)))
  })
}

/** @returns `undefined` for anything but `--port` with a port, and `--presets`. */
export function readOptions(argv: readonly string[]): { port: number; presets: boolean } | undefined {
  try {
    const options = { port: { type: 'string', default: '8787' }, presets: { type: 'boolean', default: false } } as const
    const { values } = parseArgs({ args: [...argv], options })
    const port = /^\d{1,5}$/.test(values.port) ? Number(values.port) : 0
    return port >= 1 && port <= 65535 ? { port, presets: values.presets } : undefined
  } catch {
    return undefined
  }
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2))
  if (!options) {
    console.error(
      'Options: --port, with a number from 1 to 65535, and --presets, to store presets: npm start -- --port 8788 --presets',
    )
    return EXIT_USAGE
  }
  const { port, presets } = options
  if (!(await isFree(port))) {
    console.error(`Port ${port} is in use. End the other program, or take another one: npm start -- --port ${port + 1}`)
    return EXIT_ENVIRONMENT
  }
  await build()
  const child = startWorker(port, await writeEnvFile(), presets ? STORE_ON : [])
  // What wrangler says at the start is noise, unless it does not get through; later only its complaints are shown.
  let said: Buffer[] | undefined = []
  child.stdout?.on('data', (chunk: Buffer) => said?.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => (said ? said.push(chunk) : process.stderr.write(chunk)))
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      stopping = true
      child.kill(signal)
    })
  }
  const ended = new Promise<number>(resolve => child.once('exit', code => resolve(stopping ? 0 : (code ?? 1))))

  const patience = setTimeout(() => console.log('Still starting …'), 20_000)
  const ready = await untilReady(port, child)
  clearTimeout(patience)
  if (ready === undefined && !stopping) process.stderr.write(Buffer.concat(said))
  said = undefined
  if (ready === false) console.error(`The generator runs, but cannot sign; http://localhost:${port}/healthz says why.`)
  if (ready !== undefined) console.log(`The generator is at http://localhost:${port}/ (Ctrl-C ends it)`)
  return ended
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main()
