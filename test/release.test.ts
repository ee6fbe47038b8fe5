// What is given away: the package for npm, the executable that needs no Node, and what goes with them.
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { publint } from 'publint'
import { beforeAll, describe, expect, test } from 'vitest'
import { readIssuer } from '../generator/bundle/seal.ts'
import { localKeys } from '../generator/cli/local-keys.ts'
import { generate } from '../generator/generate.ts'
import { buildExecutable } from '../scripts/executable.ts'
import { writePackage } from '../scripts/package.ts'
import { checksums, homebrew, type Release, winget } from '../scripts/release.ts'
import { freshFolder } from './folder.ts'

const EXAMPLE = readFileSync(new URL('../examples/fritzbox-7975g.yaml', import.meta.url), 'utf8')
const { version }: { version: string } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

let folder: string
let rehearsal: string[]
beforeAll(async () => {
  folder = freshFolder()
  const keys = await localKeys(join(folder, 'keys'), 'http://localhost:8787', new Date('2026-11-01T00:00:00Z'))
  const issuer = await readIssuer(keys)
  const made = await generate({ text: EXAMPLE, lang: 'en' }, { issued: '2026-11-23T09:00:00Z', issuer })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  writeFileSync(join(folder, 'bundle.zip'), made.bundle)
  rehearsal = ['rehearse', join(folder, 'bundle.zip'), '--json', '--settle', '0', '--trust', keys.fingerprint]
  rehearsal.push('--state', join(folder, 'state.json'))
})

/** The names of the events of a rehearsal. */
function rehearse(program: string): string[] {
  const env = { PATH: process.env.PATH ?? '', HOME: folder, LANG: 'C' }
  const { status, stdout, stderr } = spawnSync(program, rehearsal, { encoding: 'utf8', input: '', env })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return stdout
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line).event)
}

describe('the package', () => {
  test('has one file of code, no dependency and nothing that its readers complain about', async () => {
    const made = writePackage(join(folder, 'package'))
    expect((await publint({ pkgDir: made, pack: false, strict: true })).messages).toEqual([])
    const packed = execFileSync('npm', ['pack', '--json', '--dry-run', '--offline'], { cwd: made, encoding: 'utf8' })
    const [{ files, name }] = JSON.parse(packed)
    expect(files.map((file: { path: string }) => file.path).sort()).toEqual([
      ...['LICENSE', 'README.md', 'cp-agent.js', 'package.json'],
    ])
    expect(name).toBe('cp-agent')
    expect(Object.keys(JSON.parse(readFileSync(join(made, 'package.json'), 'utf8')))).not.toContain('dependencies')
  })

  test('is a command once it is installed', () => {
    const made = writePackage(join(folder, 'package'))
    execFileSync('npm', ['pack', '--offline', '--pack-destination', folder], { cwd: made, stdio: 'ignore' })
    const prefix = join(folder, 'prefix')
    const install = ['install', '--global', '--offline', '--prefix', prefix, join(folder, `cp-agent-${version}.tgz`)]
    execFileSync('npm', install, { stdio: 'ignore' })
    const said = execFileSync(join(prefix, 'bin', 'cp-agent'), ['--version'], { encoding: 'utf8' })
    expect(said).toBe(`cp-agent ${version}\n`)
    expect(rehearse(join(prefix, 'bin', 'cp-agent')).at(-1)).toBe('agent.done')
  })
})

test('the executable rehearses without a Node beside it', async () => {
  const made = await buildExecutable(undefined, join(folder, 'release'))
  expect(rehearse(made).at(-1)).toBe('agent.done')
}, 120_000)

describe('what goes with the executables', () => {
  const SYSTEMS = ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64', 'win-x64.exe']
  const files = new Map(SYSTEMS.map((system, n) => [`cp-agent-${system}`, `${n}`.repeat(64)]))
  const release: Release = { version: '1.2.3', url: 'https://example.org/v1.2.3/', files }

  test('names each of them with its own sum', () => {
    expect(checksums(release).split('\n')[4]).toBe(`${'4'.repeat(64)}  cp-agent-win-x64.exe`)
    const formula = homebrew(release) ?? ''
    for (const [name, hash] of files) {
      if (name.includes('win')) continue
      expect(formula).toContain(`url "https://example.org/v1.2.3/${name}"\n      sha256 "${hash}"`)
    }
    expect(winget(release)?.['cp.cp-agent.installer.yaml']).toContain(`InstallerSha256: ${'4'.repeat(64)}`)
  })

  test('is left out while one of them is missing', () => {
    const some = { ...release, files: new Map([...files].slice(1, 4)) }
    expect(homebrew(some)).toBeUndefined()
    expect(winget(some)).toBeUndefined()
  })
})
