// The Worker as `wrangler deploy` would send it, in a workerd of its own: no development server stands before it, so what
// the process costs is what the Worker costs.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { localKeys } from '../scripts/local-keys.ts'
import { isFree } from '../scripts/start.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const HOST = '127.0.0.1'

export interface Workerd {
  origin: string
  child: ChildProcess
  /** Milliseconds of CPU of all its threads since it began. */
  cpuMs(): number
  end(): Promise<void>
}

/**
 * The store of presets in memory, as Workers KV answers the runtime, and a limit that nobody reaches.
 * https://github.com/cloudflare/workerd/blob/main/src/workerd/api/kv.c++
 */
const STORE = `const values = new Map()
export default {
  async fetch(request) {
    const key = new URL(request.url).pathname
    if (request.method === 'PUT') {
      values.set(key, [await request.arrayBuffer(), request.headers.get('CF-KV-Metadata')])
      return new Response()
    }
    const [value, metadata] = values.get(key) ?? []
    if (!value) return new Response(null, { status: 404 })
    return new Response(value, { headers: metadata ? { 'CF-KV-Metadata': metadata } : {} })
  },
}`
const LIMIT = 'export default () => ({ limit: async () => ({ success: true }) })'

/** Of the runtime's own language (workerd.capnp). The keys come from the environment, so that they stand in no file. */
const config = (port: number, date: string) => `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "cp", worker = .cp),
    (name = "store", worker = (modules = [(name = "store", esModule = embed "store.js")], compatibilityDate = "${date}")),
    (name = "assets", disk = (path = "${root}dist/public")),
  ],
  sockets = [(name = "http", address = "${HOST}:${port}", http = (), service = "cp")],
  extensions = [(modules = [(name = "cp:limit", internal = true, esModule = embed "limit.js")])],
);
const cp :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "worker.js")],
  compatibilityDate = "${date}",
  bindings = [
    (name = "CP_BUNDLE_KEY", fromEnvironment = "CP_BUNDLE_KEY"),
    (name = "CP_KEYS_JSON", fromEnvironment = "CP_KEYS_JSON"),
    (name = "CP_KEYS_SIG", fromEnvironment = "CP_KEYS_SIG"),
    (name = "CP_PRESET_STORE", text = "on"),
    (name = "ASSETS", service = "assets"),
    (name = "PRESETS", kvNamespace = "store"),
    (name = "PRESET_LIMIT", wrapped = (moduleName = "cp:limit")),
  ],
);
`

/** @param folder where the Worker may be built. @param inspector a port for its inspector, to see where its time goes. */
export async function startWorkerd(folder: string, inspector?: number): Promise<Workerd> {
  const built = spawnSync(
    process.execPath,
    [`${root}node_modules/wrangler/bin/wrangler.js`, 'deploy', '--dry-run', '--outdir', folder],
    { cwd: root, encoding: 'utf8', env: { ...process.env, WRANGLER_SEND_METRICS: 'false' } },
  )
  if (built.status !== 0) throw new Error(`wrangler: ${built.status}\n${built.stderr}`)
  const [, date = ''] = /^compatibility_date = "(.*)"/m.exec(readFileSync(`${root}wrangler.toml`, 'utf8')) ?? []
  let port = 8890
  while (!(await isFree(port))) port++
  writeFileSync(join(folder, 'store.js'), STORE)
  writeFileSync(join(folder, 'limit.js'), LIMIT)
  writeFileSync(join(folder, 'config.capnp'), config(port, date))
  const { bundleKey, keysJson, keysSig } = await localKeys()
  const flags = inspector === undefined ? [] : [`--inspector-addr=${HOST}:${inspector}`]
  const child = spawn(`${root}node_modules/workerd/bin/workerd`, ['serve', ...flags, join(folder, 'config.capnp')], {
    stdio: ['ignore', 'ignore', 'inherit'], // its log is a line for each request
    env: { CP_BUNDLE_KEY: bundleKey, CP_KEYS_JSON: keysJson, CP_KEYS_SIG: keysSig },
  })
  const ended = new Promise(resolve => child.once('exit', resolve))
  const origin = `http://${HOST}:${port}`
  while (!(await fetch(`${origin}/healthz`).catch(() => undefined))?.ok) {
    if (child.exitCode !== null) throw new Error(`workerd ended with ${child.exitCode}`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  return {
    origin,
    child,
    cpuMs: () => cpuOf(child.pid ?? 0),
    async end() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** proc(5), schedstat: nanoseconds of each thread. The threads of workerd live as long as it does. */
function cpuOf(pid: number): number {
  const threads = `/proc/${pid}/task`
  const ns = readdirSync(threads).map(id => Number(readFileSync(`${threads}/${id}/schedstat`, 'utf8').split(' ')[0]))
  return ns.reduce((sum, time) => sum + time, 0) / 1e6
}
