import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXAMPLE } from '../generator/page/example.ts'
import { buildWorker } from '../scripts/build-worker.ts'
import { localKeys } from '../scripts/local-keys.ts'
import { isFree } from '../scripts/start.ts'
import { freshFolder } from '../test/folder.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Started as the runbook and the Dockerfile say: the files that the image has, and nothing but the keys in the environment. */
let child: ChildProcess
let origin = ''
let log = ''
let keys: Awaited<ReturnType<typeof localKeys>>

beforeAll(async () => {
  buildWorker('production')
  keys = await localKeys()
  const image = freshFolder()
  for (const folder of ['deploy', 'dist/worker', 'dist/public']) mkdirSync(join(image, folder), { recursive: true })
  for (const file of [
    'deploy/workerd.capnp',
    'dist/worker/worker.js',
    'dist/public/page.js',
    'dist/public/cp-agent.js',
  ])
    copyFileSync(`${root}${file}`, join(image, file))
  copyFileSync(`${root}dist/public/cp-agent.js.sha256`, join(image, 'dist/public/cp-agent.js.sha256'))
  let port = 18_700
  while (!(await isFree(port))) port++
  origin = `http://127.0.0.1:${port}`
  const workerd: string = createRequire(import.meta.url)('workerd').default
  child = spawn(workerd, ['serve', 'deploy/workerd.capnp', '--socket-addr', `http=127.0.0.1:${port}`], {
    cwd: image,
    // Without the last line ends, as a shell hands them over.
    env: {
      CP_BUNDLE_KEY: keys.bundleKey.trimEnd(),
      CP_KEYS_JSON: keys.keysJson.trimEnd(),
      CP_KEYS_SIG: keys.keysSig.trimEnd(),
    },
  })
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      log += chunk.toString()
    })
  while (child.exitCode === null) {
    const health = await fetch(`${origin}/healthz`).catch(() => undefined)
    if (health?.ok) return
    if (health) throw new Error(await health.text())
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  throw new Error(log)
}, 120_000)

afterAll(async () => {
  if (child?.exitCode !== null) return
  child.kill()
  await once(child, 'exit')
})

describe('workerd on one’s own machine', () => {
  it('has the page, its script and the agent, with their types', async () => {
    const page = await fetch(origin)
    expect(page.headers.get('Content-Type')).toBe('text/html; charset=UTF-8')
    expect(await page.text()).toContain('/page.js')
    const script = await fetch(`${origin}/page.js`)
    expect(script.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8')
    const tag = script.headers.get('ETag') ?? ''
    expect((await fetch(`${origin}/page.js`, { headers: { 'If-None-Match': tag } })).status).toBe(304)
    const agent = new Uint8Array(await (await fetch(`${origin}/cp-agent.js`)).arrayBuffer())
    const sum = await fetch(`${origin}/cp-agent.js.sha256`)
    expect(sum.headers.get('Content-Type')).toBe('text/plain; charset=utf-8')
    expect(await sum.text()).toBe(`${createHash('sha256').update(agent).digest('hex')}  cp-agent.js\n`)
  })

  it('signs bundles that the agent takes', async () => {
    const answer = await fetch(`${origin}/api/bundles`, {
      method: 'POST',
      body: EXAMPLE,
      headers: { 'Content-Type': 'application/yaml' },
    })
    expect(answer.status).toBe(200)
    const folder = freshFolder()
    const bundle = join(folder, 'bundle.zip')
    writeFileSync(bundle, new Uint8Array(await answer.arrayBuffer()))
    const inspected = spawnSync(process.execPath, [
      `${root}dist/cp-agent.js`,
      'inspect',
      bundle,
      '--trust',
      keys.fingerprint,
      '--state',
      join(folder, 'state.json'),
    ])
    expect(inspected.status, inspected.stderr.toString()).toBe(0)
    expect(await (await fetch(`${origin}/.well-known/cp/keys.json`)).text()).toBe(keys.keysJson)
  })

  it('knows https from the proxy in front of it', async () => {
    const headers = { 'X-Forwarded-Proto': 'https', 'Accept-Language': 'en' }
    const answer = await fetch(`${origin}/docs?lang=de`, { headers })
    expect(answer.headers.get('Set-Cookie')).toContain('Secure')
    expect(await answer.text()).toContain(`https://${origin.slice('http://'.length)}/api/bundles`)
  })

  it('stores no preset, hands out nothing but the built files, and writes one line a request', async () => {
    const preset = await fetch(`${origin}/api/presets`, {
      method: 'POST',
      body: 'preset: mine\n',
      headers: { 'Content-Type': 'application/yaml' },
    })
    expect([preset.status, await preset.json()]).toEqual([503, expect.objectContaining({ code: 'presets.off' })])
    for (const path of ['/worker.js', '/..%2f..%2fdeploy/workerd.capnp', '/chunk-ABCDEFGH.js'])
      expect((await fetch(origin + path)).status, path).toBe(404)
    const lines = log.trim().split('\n')
    for (const line of lines) expect(Object.keys(JSON.parse(line))).toContain('route')
    expect(log).not.toContain('PRIVATE')
  })

  it('has the compatibility date of wrangler.toml, which is not read here', () => {
    const date = /compatibility_date = "([\d-]+)"/.exec(readFileSync(`${root}wrangler.toml`, 'utf8'))?.[1] ?? 'none'
    expect(readFileSync(`${root}deploy/workerd.capnp`, 'utf8')).toContain(`compatibilityDate = "${date}"`)
  })
})
