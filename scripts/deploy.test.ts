import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { ENVIRONMENTS, readConfig, refusals } from './deploy.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const ROOT = `SHA256:${'a'.repeat(43)}`
const whole = { kv_namespaces: [{ binding: 'PRESETS', id: '0123456789abcdef0123456789abcdef' }] }

function deploy(args: readonly string[], env: Record<string, string> = {}) {
  const { CP_ROOTS: _, ...rest } = process.env
  const run = spawnSync(process.execPath, ['scripts/deploy.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...rest, CLOUDFLARE_CF_FETCH_ENABLED: 'false', WRANGLER_SEND_METRICS: 'false', ...env },
  })
  return { status: run.status, said: run.stderr }
}

describe('npm run deploy', () => {
  it('goes on when nothing is missing', () => {
    expect(refusals('production', whole, ROOT)).toEqual([])
    expect(refusals('staging', { kv_namespaces: [] }, `${ROOT},${ROOT}`)).toEqual([])
  })

  it('refuses without a root key for the agent, and says how to name it', () => {
    expect(refusals('production', whole, undefined)).toEqual([expect.stringContaining('ssh-keygen -lf')])
    expect(refusals('production', whole, '')).toHaveLength(1)
    for (const roots of ['abc', `${ROOT},`, `${ROOT} ${ROOT}`, 'SHA256:…'])
      expect(refusals('production', whole, roots), roots).toEqual([expect.stringContaining('no fingerprint')])
  })

  it('refuses without a namespace, and says how to make it', () => {
    expect(refusals('staging', { kv_namespaces: [{ binding: 'PRESETS' }] }, ROOT)).toEqual([
      expect.stringContaining('npx wrangler kv namespace create PRESETS --env staging'),
    ])
  })

  it('asks where to', () => {
    for (const args of [[], ['--env', 'production']]) {
      const { status, said } = deploy(args)
      expect(status).toBe(2)
      expect(said).toContain('npm run deploy -- production')
    }
  })

  it('says everything that is missing at once, before anything is built', () => {
    const { status, said } = deploy(['production'])
    expect(status).toBe(5)
    expect(said).toContain('CP_ROOTS')
    expect(said).toContain('[[env.production.kv_namespaces]]')
  })
})

describe('wrangler.toml', () => {
  it.each(ENVIRONMENTS)(
    'gives %s every binding that stands at the top, and stores nothing until it is told to',
    async name => {
      const [here, there] = await Promise.all([readConfig(), readConfig(name)])
      expect(there.kv_namespaces.map(({ binding }) => binding)).toEqual(
        here.kv_namespaces.map(({ binding }) => binding),
      )
      expect(there.ratelimits.map(({ name }) => name)).toEqual(here.ratelimits.map(({ name }) => name))
      expect(there.assets).toEqual(here.assets)
      expect(there.vars).toEqual({ CP_PRESET_STORE: 'off' })
      expect(there.observability).toMatchObject({ logs: { enabled: true, invocation_logs: false } })
    },
  )

  it('has rate limits that do not share their count, and no key', async () => {
    const configs = await Promise.all(ENVIRONMENTS.map(readConfig))
    const ids = configs.flatMap(({ ratelimits }) => ratelimits.map(({ namespace_id }) => namespace_id))
    expect(new Set(ids).size).toBe(ids.length)
    expect(readFileSync(`${root}wrangler.toml`, 'utf8')).not.toMatch(/PRIVATE KEY|CP_BUNDLE_KEY\s*=/)
  })
})
