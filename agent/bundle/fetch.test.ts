import { createServer, type RequestListener, type Server } from 'node:http'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { localKeys } from '../../generator/cli/local-keys.ts'
import { freshFolder } from '../../test/folder.ts'
import { AgentError } from '../error.ts'
import { fetchBundle, issuerHasRoot, isUrl, keptName } from './fetch.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.closeAllConnections()
})

/** @returns its origin. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return `http://127.0.0.1:${address.port}`
}

const { signal } = new AbortController()
const CAP = 3_000_000
const outcome = (url: string) =>
  fetchBundle(url, signal, CAP).catch((error: unknown) =>
    error instanceof Error && 'code' in error ? error.code : error,
  )

test('an address is told from a path', () => {
  expect(['https://x/b.zip', 'HTTP://x', 'https.zip', './https://x', 'C:\\b.zip'].map(isUrl)).toEqual([
    ...[true, true, false, false, false],
  ])
  expect(keptName('https://x/b.zip?token=secret')).toMatch(/^[0-9a-f]{32}\.zip$/)
})

describe('a bundle from the web', () => {
  test('comes as it is, also by a redirect', async () => {
    const origin = await serve(({ url }, answer) => {
      if (url === '/b.zip') answer.writeHead(302, { Location: '/other.zip' }).end()
      else answer.end(`bytes of ${url}`)
    })
    const { bytes, origin: from } = await fetchBundle(`${origin}/b.zip`, signal)
    expect({ text: new TextDecoder().decode(bytes), from }).toEqual({ text: 'bytes of /other.zip', from: origin })
  })

  test.each(['http://192.0.2.1/b.zip', 'http://example.org/b.zip', 'http://127.0.0.1.example.org/b.zip', 'https://'])(
    'is not fetched from %s',
    async url => {
      expect(await outcome(url)).toBe('bundle.url')
    },
  )

  test('is not followed to where there is no TLS, nor for ever', async () => {
    const origin = await serve(({ url }, answer) => {
      answer.writeHead(301, { Location: url === '/out' ? 'http://192.0.2.1/b.zip' : '/loop' }).end()
    })
    expect(await outcome(`${origin}/out`)).toBe('bundle.url')
    expect(await outcome(`${origin}/loop`)).toBe('bundle.fetch')
  })

  test('is refused when the answer is another, or has no end', async () => {
    const block = Buffer.alloc(1_000_000)
    const origin = await serve(({ url }, answer) => {
      if (url === '/gone') return void answer.writeHead(410).end()
      const more = () => {
        while (!answer.destroyed && answer.write(block));
        answer.once('drain', more)
      }
      more()
    })
    expect(await outcome(`${origin}/gone`)).toBe('bundle.fetch')
    expect(await outcome(`${origin}/endless`)).toBe('bundle.too-large')
  })

  test('names no more than the origin of an address in its errors', async () => {
    const origin = await serve((_, answer) => void answer.writeHead(403).end())
    const error: unknown = await fetchBundle(`${origin}/b.zip?token=secret`, signal).catch(thrown => thrown)
    expect(error instanceof AgentError && error.detail).toBe(`${origin}; 403`)
  })
})

test('an issuer has a root when it signs its keys with it at its own address', async () => {
  let keys = { keysJson: '', keysSig: '' }
  let moved = false
  const origin = await serve(({ url }, answer) => {
    if (moved) answer.writeHead(302, { Location: `http://localhost:1${url}` }).end()
    else answer.end(url?.endsWith('.sig') ? keys.keysSig : keys.keysJson)
  })
  const made = await localKeys(join(freshFolder(), 'keys'), origin, new Date('2026-11-01T00:00:00Z'))
  keys = made
  expect(await issuerHasRoot(origin, made.fingerprint, signal)).toBe(true)
  expect(await issuerHasRoot(origin, `${made.fingerprint}x`, signal)).toBe(false)
  keys = { ...made, keysJson: made.keysJson.replace('"version": 1', '"version": 2') }
  expect(keys.keysJson).not.toBe(made.keysJson)
  expect(await issuerHasRoot(origin, made.fingerprint, signal)).toBe(false)
  moved = true
  expect(await issuerHasRoot(origin, made.fingerprint, signal)).toBe(false)
})
