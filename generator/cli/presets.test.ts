// A preset that somebody else made, at the command line: where it comes from, what is shown, and that nothing applies unasked.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Preset } from '../../schemas/preset.ts'
import { freshFolder } from '../../test/folder.ts'
import { builtInPreset } from '../presets/built-in.ts'
import { presetId } from '../presets/id.ts'
import { toLink } from '../presets/link.ts'
import { canonicalJson } from '../site/id.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const EXAMPLE = readFileSync(join(ROOT, 'examples/fritzbox-7975g.yaml'), 'utf8')
const folder = freshFolder()
const SHARED: Preset = { ...(builtInPreset('fritzbox-de') ?? { preset: '' }), preset: 'shared', codec: 'g722' }
const ID = await presetId(SHARED)
const [WRONG, HUGE, BROKEN] = ['a', 'b', 'c'].map(letter => letter.repeat(26))
const LINK = await toLink(SHARED)

const server = createServer((request, response) => {
  const id = request.url?.replace('/api/presets/', '')
  const content = new Map([
    [ID, canonicalJson(SHARED)],
    [WRONG, canonicalJson(SHARED)],
    [HUGE, `"${'x'.repeat(20_000)}"`],
    [BROKEN, '<html>'],
  ]).get(id ?? '')
  response.writeHead(content === undefined ? 404 : 200).end(content)
})
let url = ''
beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  url = `http://127.0.0.1:${address.port}`
})
afterAll(() => server.close())

/** The generator with a site that names this preset. */
async function run(preset: string, args: readonly string[] = [], lang = 'C') {
  const site = join(folder, 'site.yaml')
  writeFileSync(site, EXAMPLE.replace('preset: fritzbox-de', `preset: '${preset}'`))
  const output = join(folder, `${Math.random()}.zip`)
  const child = spawn(process.execPath, [join(ROOT, 'dist/cp-generator.js'), site, '-o', output, ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH ?? '', LANG: lang },
  })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', chunk => (stdout += chunk))
  child.stderr.on('data', chunk => (stderr += chunk))
  const status = await new Promise(resolve => child.once('close', resolve))
  return { status, stdout, stderr, made: existsSync(output) }
}

const idOf = ({ stdout }: { stdout: string }) => /site id (\S+)/.exec(stdout)?.[1]

describe('a preset by its id', () => {
  it('is looked up, shown and taken with --yes; the site has the same id as with the link', async () => {
    const byId = await run(ID, ['--presets', url, '--yes'])
    expect(byId).toMatchObject({ status: 0, made: true })
    expect(byId.stderr).toContain('"shared" is not built in')
    expect(byId.stderr).toMatch(/codec: g722 \(now: g711alaw\)/)
    const others = [await run(LINK, ['--yes']), await run(`${url}/p/${ID}`, ['--presets', `${url}/`, '--yes'])]
    for (const other of others) expect(idOf(other)).toBe(idOf(byId))
    expect(idOf(byId)).toMatch(/^[a-z2-7]{10}$/)
  })

  it('needs an address to look it up at, and says so', async () => {
    const ran = await run(ID, ['--yes'])
    expect(ran).toMatchObject({ status: 1, made: false })
    expect(ran.stderr).toContain('site.preset-lookup')
    expect(ran.stderr).toContain('--presets')
  })

  it.each([
    ['d'.repeat(26), 'has no preset'],
    [WRONG ?? '', 'site.preset-id'],
    [HUGE ?? '', 'did not give'],
    [BROKEN ?? '', 'did not give'],
  ])('is not taken when there is nothing, or something else: %s', async (id, words) => {
    const ran = await run(id, ['--presets', url, '--yes'])
    expect(ran).toMatchObject({ status: 1, made: false })
    expect(ran.stderr).toContain(words)
  })

  it('is not taken from where nobody answers', async () => {
    const ran = await run(ID, ['--presets', 'http://127.0.0.1:9', '--yes'], 'de_DE.UTF-8')
    expect(ran).toMatchObject({ status: 1, made: false, stderr: expect.stringContaining('nicht geliefert') })
  })

  it.each(['phones.example.org', 'https://phones.example.org/api', 'file:///etc'])(
    'is not looked up at %s',
    async address => {
      expect(await run(ID, ['--presets', address])).toMatchObject({
        status: 2,
        stderr: expect.stringContaining('--presets'),
      })
    },
  )
})

describe('a preset that is not built in', () => {
  it('is not taken unasked where nobody can be asked; what it changes is shown all the same', async () => {
    const ran = await run(LINK)
    expect(ran).toMatchObject({ status: 1, made: false })
    expect(ran.stderr).toMatch(/codec: g722[\s\S]*--yes/)
  })

  it('is one with another content than the built-in one of its name; the same content is built in', async () => {
    const [same, other] = [builtInPreset('fritzbox-de'), { ...SHARED, preset: 'fritzbox-de' }]
    if (!same) throw new Error('gone')
    const plain = await run('fritzbox-de')
    const linked = await run(await toLink(same))
    expect(linked).toMatchObject({ status: 0, stderr: '' })
    expect(idOf(linked)).toBe(idOf(plain))
    expect(await run(await toLink(other))).toMatchObject({ status: 1, made: false })
  })
})
