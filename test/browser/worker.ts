// A Worker on a port of its own, with what it stores in a folder of its own.
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startWorker, untilReady, writeEnvFile } from '../../scripts/start.ts'

/** @param more options of the Worker. @throws Error when it does not come up, or cannot sign. */
export async function serveWorker(...more: string[]): Promise<{ origin: string; end(): Promise<void> }> {
  const port = await freePort()
  const store = mkdtempSync(join(tmpdir(), 'cp-store-'))
  const worker = startWorker(port, await writeEnvFile(), ['--persist-to', store, ...more])
  const end = async () => {
    if (worker.kill()) await once(worker, 'exit')
    rmSync(store, { recursive: true, force: true })
  }
  if (await untilReady(port, worker)) return { origin: `http://localhost:${port}`, end }
  await end()
  throw new Error('the Worker cannot sign')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
