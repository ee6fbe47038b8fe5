// Builds dist/worker/worker.js: the Worker as it is deployed, in one file, without a network or an account. It says what it
// weighs, and fails when that is more than the platform takes. `npm run build:worker`
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { ENVIRONMENTS, type Environment, WRANGLER } from './deploy.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const OUT = `${root}dist/worker`
/** Of the free plan, gzipped. */
const MAX_BYTES = 3_000_000

/** @returns bytes, as they are and gzipped. @throws Error with what wrangler said, or when it weighs too much. */
export function buildWorker(environment: Environment): { bytes: number; gzipped: number } {
  rmSync(OUT, { recursive: true, force: true })
  const args = ['deploy', '--dry-run', '--outdir', OUT, '--env', environment]
  const { status, stdout, stderr } = spawnSync(process.execPath, [WRANGLER, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, CLOUDFLARE_CF_FETCH_ENABLED: 'false', WRANGLER_SEND_METRICS: 'false' },
  })
  if (status !== 0) throw new Error(`${stdout}${stderr}`)
  const worker = readFileSync(`${OUT}/worker.js`)
  const size = { bytes: worker.length, gzipped: gzipSync(worker).length }
  if (size.gzipped > MAX_BYTES) throw new Error(`the Worker has ${size.gzipped} bytes gzipped, more than ${MAX_BYTES}`)
  return size
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const environment of ENVIRONMENTS) {
    const { bytes, gzipped } = buildWorker(environment)
    console.log(`${environment}: ${Math.round(bytes / 1000)} kB, ${Math.round(gzipped / 1000)} kB gzipped`)
  }
}
