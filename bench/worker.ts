// The hosted generator's case: the largest site that it takes, in workerd, over HTTP.
import { readdirSync, readFileSync } from 'node:fs'
import { isFree, startWorker, untilReady, writeEnvFile } from '../scripts/start.ts'

export interface WorkerMeasured {
  /** Of one bundle, the median. */
  ms: number
  bytes: number
  /** Growth of workerd's largest memory by the first bundle and by the last; undefined where there is no /proc. */
  first: number | undefined
  last: number | undefined
}

/** @throws Error when the Worker does not start, or does not take the site. */
export async function measureWorker(small: string, large: string, requests: number): Promise<WorkerMeasured> {
  let port = 8790
  while (!(await isFree(port))) port++
  const child = startWorker(port, await writeEnvFile())
  try {
    if (!(await untilReady(port, child))) throw new Error('the Worker cannot sign')
    const post = async (body: string) => {
      const started = performance.now()
      const headers = { 'Content-Type': 'application/yaml' }
      const answer = await fetch(`http://127.0.0.1:${port}/api/bundles`, { method: 'POST', body, headers })
      const { byteLength } = await answer.arrayBuffer()
      if (!answer.ok) throw new Error(`the Worker answers ${answer.status}`)
      return { ms: performance.now() - started, bytes: byteLength }
    }
    for (let i = 0; i < 5; i++) await post(small)
    const idle = peakOf('workerd')
    const grown = () => {
      const peak = peakOf('workerd')
      return idle === undefined || peak === undefined ? undefined : peak - idle
    }
    const all = [await post(large)]
    const first = grown()
    while (all.length < requests) all.push(await post(large))
    const last = grown()
    const { ms, bytes } = all.sort((a, b) => a.ms - b.ms)[requests >> 1] ?? { ms: Number.NaN, bytes: 0 }
    return { ms, bytes, first, last }
  } finally {
    const ended = new Promise(resolve => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
  }

  /** VmHWM of the largest process of that name below ours. */
  function peakOf(name: string): number | undefined {
    if (process.platform !== 'linux') return undefined
    const processes = readdirSync('/proc')
      .filter(entry => /^\d+$/.test(entry))
      .flatMap(statusOf)
    const below = (id: number): boolean => {
      const parent = processes.find(({ pid }) => pid === id)?.parent
      return parent !== undefined && (parent === process.pid || below(parent))
    }
    return Math.max(...processes.filter(one => one.name === name && below(one.pid)).map(({ kB }) => kB))
  }
}

function statusOf(pid: string): { pid: number; parent: number; name: string; kB: number }[] {
  try {
    const text = readFileSync(`/proc/${pid}/status`, 'utf8')
    const field = (name: string) => new RegExp(`^${name}:\\s*(\\S+)`, 'm').exec(text)?.[1] ?? ''
    return [{ pid: Number(pid), parent: Number(field('PPid')), name: field('Name'), kB: Number(field('VmHWM')) }]
  } catch {
    return [] // it ended meanwhile
  }
}
