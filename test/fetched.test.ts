// A bundle that the agent fetches by itself: whose root it accepts for that, and what it has when there is no network.
import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readIssuer } from '../generator/bundle/seal.ts'
import { type LocalKeys, localKeys } from '../generator/cli/local-keys.ts'
import { generate } from '../generator/generate.ts'
import { freshFolder } from './folder.ts'

const AGENT = fileURLToPath(new URL('../dist/cp-agent.js', import.meta.url))
const EXAMPLE = readFileSync(new URL('../examples/fritzbox-7975g.yaml', import.meta.url), 'utf8')

async function bundleBy(keys: LocalKeys): Promise<Uint8Array> {
  const issuer = await readIssuer(keys)
  const made = await generate({ text: EXAMPLE, lang: 'en' }, { issued: '2026-11-23T09:00:00Z', issuer })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.bundle
}

/** A web server with a bundle and an issuer's keys. */
async function web() {
  const given: { bundle: Uint8Array; keys: Pick<LocalKeys, 'keysJson' | 'keysSig'> } = {
    bundle: new Uint8Array(),
    keys: { keysJson: '', keysSig: '' },
  }
  const server = createServer(({ url }, answer) => {
    if (url === '/home.zip') return void answer.end(given.bundle)
    if (url === '/.well-known/cp/keys.json') return void answer.end(given.keys.keysJson)
    if (url === '/.well-known/cp/keys.json.sig') return void answer.end(given.keys.keysSig)
    answer.writeHead(404).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const end = () => {
    server.closeAllConnections()
    return new Promise(resolve => server.close(resolve))
  }
  return { origin: `http://127.0.0.1:${address.port}`, given, end }
}

/** @returns the exit code and the events. */
function inspect(url: string, state: string): Promise<{ status: number; events: Record<string, unknown>[] }> {
  const env = { PATH: process.env.PATH ?? '', HOME: state, LANG: 'C' }
  const args = [AGENT, 'inspect', url, '--json', '--state', join(state, 'state.json')]
  return new Promise(resolve => {
    const child = execFile(process.execPath, args, { env }, (_, stdout) => {
      const lines = stdout.split('\n').filter(line => line !== '')
      resolve({ status: child.exitCode ?? -1, events: lines.map(line => JSON.parse(line)) })
    })
    child.stdin?.end()
  })
}

test('is accepted from its issuer, kept, and there again without a network', async () => {
  const [folder, state] = [freshFolder(), freshFolder()]
  const { origin, given, end } = await web()
  const keys = await localKeys(join(folder, 'keys'), origin, new Date('2026-11-01T00:00:00Z'))
  given.bundle = await bundleBy(keys)
  given.keys = keys
  const first = await inspect(`${origin}/home.zip`, state)
  expect(first.events).toContainEqual(expect.objectContaining({ event: 'agent.bundle', trustedBy: 'issuer' }))
  expect(first.status).toBe(0)
  expect(readdirSync(join(state, 'bundles'))).toEqual([expect.stringMatching(/^[0-9a-f]{32}\.zip$/)])
  await end()
  const later = await inspect(`${origin}/home.zip`, state)
  expect(later.events).toContainEqual(expect.objectContaining({ event: 'agent.notice', code: 'bundle.kept' }))
  expect(later.events).toContainEqual(expect.objectContaining({ event: 'agent.bundle', trustedBy: 'remembered' }))
  expect(later.status).toBe(0)
  const other = await inspect(`${origin}/other.zip`, state)
  expect(other.events).toContainEqual(expect.objectContaining({ event: 'agent.error', code: 'bundle.fetch' }))
  expect(other.status).toBe(4)
})

test('is refused and not kept when its issuer has another root, or lives elsewhere', async () => {
  const folder = freshFolder()
  const { origin, given, end } = await web()
  const keys = await localKeys(join(folder, 'keys'), origin, new Date('2026-11-01T00:00:00Z'))
  const others = await localKeys(join(folder, 'others'), origin, new Date('2026-11-01T00:00:00Z'))
  const elsewhere = await localKeys(join(folder, 'elsewhere'), 'http://127.0.0.1:9', new Date('2026-11-01T00:00:00Z'))
  for (const [signer, served] of [
    [others, keys],
    [elsewhere, elsewhere],
  ] as const) {
    const state = freshFolder()
    given.bundle = await bundleBy(signer)
    given.keys = served
    const { status, events } = await inspect(`${origin}/home.zip`, state)
    expect(events).toContainEqual(expect.objectContaining({ event: 'agent.error', code: 'bundle.root-unknown' }))
    expect(status).toBe(3)
    expect(readdirSync(state)).not.toContain('bundles')
  }
  await end()
})
