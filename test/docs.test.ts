// The documentation is part of the programs: its tables are made from theirs, its links lead somewhere, its commands exist.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { readArguments } from '../agent/arguments.ts'
import { TEXT } from '../agent/ui/text.ts'
import { configurationPage } from '../scripts/configuration-page.ts'
import { diallingPage } from '../scripts/dialling-page.ts'
import { errorsPage, isExplained, phonesPage, registrarsPage } from '../scripts/emit-docs.ts'
import { firmwarePage } from '../scripts/firmware-page.ts'
import { pitfallsPage } from '../scripts/pitfalls-page.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const pages = [
  'README.md',
  'LIESMICH.md',
  'CHANGELOG.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter(name => name.endsWith('.md'))
    .map(name => `docs/${name}`),
]

it('has pages of errors, phones and files that say what the programs say (npm run docs)', async () => {
  expect(read('docs/errors.md')).toBe(errorsPage())
  expect(read('docs/phones.md')).toBe(phonesPage())
  expect(read('docs/firmware.md')).toBe(firmwarePage())
  expect(read('docs/registrars.md')).toBe(registrarsPage())
  expect(read('docs/dialling.md')).toBe(diallingPage())
  expect(read('docs/configuration.md')).toBe(await configurationPage())
  expect(read('docs/pitfalls.md')).toBe(pitfallsPage(isExplained))
})

it.each(pages)('%s links only to what is there', page => {
  for (const [, target = ''] of read(page).matchAll(/(?:\]\(|src="|srcset=")(?!https?:|#)([^)"#]+)/g)) {
    expect(existsSync(join(ROOT, dirname(page), target)), target).toBe(true)
  }
})

it.each(pages)('%s names only npm scripts that exist', page => {
  const { scripts } = JSON.parse(read('package.json'))
  for (const [, name = ''] of read(page).matchAll(/npm run ([\w:]+)/g)) expect(scripts).toHaveProperty([name])
})

it('describes every option of the agent in --help, in both languages, and in docs/agent.md', () => {
  const options = [...read('agent/arguments.ts').matchAll(/'(--[\w-]+)':/g)].map(([, name = '']) => name)
  expect(options.length).toBeGreaterThan(20)
  for (const name of options.filter(name => name !== '--help' && name !== '--version')) {
    for (const lang of ['de', 'en'] as const) expect(TEXT[lang].help.join('\n'), lang).toContain(name)
    expect(read('docs/agent.md')).toContain(name)
  }
  expect(readArguments(['--help'], {}).command).toBe('help')
})
