// The walls of the house: the core is pure, the two sides meet only in schemas/, and the lock file is whole.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { VERSION } from '../generator/version.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const sources = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map(name => join(folder, name))
const importsOf = (path: string) =>
  [
    ...readFileSync(join(ROOT, path), 'utf8').matchAll(/^(?:import|export|\}).*? from '([^']+)'|^import '([^']+)'/gm),
  ].map(([, name = '']) => name)

it('generator and agent never import each other, and schemas neither of them', () => {
  const walls = { generator: /\/agent\//, agent: /\/generator\//, schemas: /\/(agent|generator)\// }
  for (const [folder, wall] of Object.entries(walls)) {
    const paths = sources(folder)
    expect(paths.length).toBeGreaterThan(5)
    for (const path of paths)
      expect(
        importsOf(path).filter(name => wall.test(name)),
        path,
      ).toEqual([])
  }
})

it('the agent needs nothing but Node and schemas/', () => {
  const packages = sources('agent')
    .flatMap(importsOf)
    .filter(name => !name.startsWith('.') && !name.startsWith('node:'))
  expect(packages).toEqual([])
})

describe('the core', () => {
  it('runs where there is no Node, no clock and no network', async () => {
    const { outputFiles } = await build({
      absWorkingDir: ROOT,
      stdin: { contents: `export { check, generate } from './generator/generate.ts'`, resolveDir: ROOT },
      bundle: true,
      write: false,
      platform: 'browser',
      format: 'iife',
      globalName: 'core',
    })
    const code = outputFiles[0]?.text ?? ''
    const site = readFileSync(join(ROOT, 'examples/fritzbox-7975g.yaml'), 'utf8')
    // A context that has the language and WebCrypto, nothing else; whoever asks for the time or luck gets an error.
    const script = `
      const vm = require('node:vm')
      const { code, site } = JSON.parse(require('node:fs').readFileSync(0, 'utf8'))
      const context = vm.createContext({ crypto: { subtle: crypto.subtle }, TextEncoder, TextDecoder, Uint8Array, btoa, atob })
      vm.runInContext('Math.random = Date.now = () => { throw new Error("impure") }; Date = undefined', context)
      vm.runInContext(code, context)
      context.core = vm.runInContext('core', context)
      context.core.check({ text: site, lang: 'en' }).then(
        made => console.log(JSON.stringify({ ok: made.ok, id: made.siteId, problems: made.problems })),
        error => { console.error(error); process.exitCode = 1 })`
    const out = execFileSync(process.execPath, ['-e', script], {
      input: JSON.stringify({ code, site }),
      encoding: 'utf8',
    })
    expect(JSON.parse(out)).toMatchObject({ ok: true, problems: [], id: expect.stringMatching(/^[a-z2-7]{52}$/) })
  })

  it('says nothing of Node, a clock or a network in its sources', () => {
    const core = [...sources('schemas'), ...sources('generator')].filter(
      path => !/^generator\/(web|page|cli)/.test(path),
    )
    for (const path of core) {
      const text = readFileSync(join(ROOT, path), 'utf8').replace(/\/\/.*|\/\*[\s\S]*?\*\//g, '')
      expect(
        text.match(/'node:|\bfetch\(|Date\.now|new Date\(\)|Math\.random|getRandomValues|\bprocess\./),
        path,
      ).toBeNull()
    }
  })
})

it('the version is one', () => {
  expect(VERSION).toBe(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version)
})

it('every optional dependency in the lock file has an entry: `npm install` hides a hole, `npm ci` does not', () => {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>
  }
  const names = Object.entries(packages).flatMap(([at, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).map(name => [at, name] as const),
  )
  expect(names.length).toBeGreaterThan(50)
  for (const [at, name] of names) {
    const found = [`${at}/node_modules/${name}`, `node_modules/${name}`].some(path => path in packages)
    expect(found, `${name} of ${at}`).toBe(true)
  }
})
