// The documentation is part of the programs: its tables are made from theirs, its links lead somewhere, its commands exist.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { readArguments } from '../agent/arguments.ts'
import { TEXT } from '../agent/ui/text.ts'
import { PHONES } from '../generator/catalog/phones.ts'
import { configurationPage } from '../scripts/configuration-page.ts'
import { diallingPage } from '../scripts/dialling-page.ts'
import { phonesPage, registrarsPage } from '../scripts/emit-docs.ts'
import { errorsPage, isExplained } from '../scripts/errors-page.ts'
import { eventsPage } from '../scripts/events-page.ts'
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
  expect(read('docs/events.md')).toBe(eventsPage())
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

/** Of a page: those that it sets itself, and those that a reader makes of its headings. */
function anchorsOf(page: string): Set<string> {
  const headings = [...read(page).matchAll(/^#+ (.*)$/gm)].map(([, text = '']) =>
    text
      .replace(/<[^>]*>/g, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
  return new Set([...headings, ...[...read(page).matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id)])
}

it.each(pages)('%s links only to places that are on the page', page => {
  for (const [, target = '', place = ''] of read(page).matchAll(/\]\((?!https?:)([^)"#]*)#([^)"]+)\)/g)) {
    const there = target === '' ? page : join(dirname(page), target)
    if (there.endsWith('.md')) expect(anchorsOf(there), `${target}#${place}`).toContain(place)
  }
})

it('helps in German with all that it helps with in English, at the same places', () => {
  const placesIn = (page: string) => [...read(page).matchAll(/^#+ <a id="([^"]+)">/gm)].map(([, id]) => id)
  expect(placesIn('docs/hilfe.md')).toEqual(placesIn('docs/help.md'))
  for (const place of ['reset', 'power', 'dead', 'trust', 'tftp', 'handover', 'password', 'instead']) {
    expect(placesIn('docs/help.md')).toContain(place)
  }
})

it('tells people the power supply and the keys that the catalogue has', () => {
  for (const page of ['docs/help.md', 'docs/hilfe.md']) {
    for (const { resetKeys, eraseKeys } of PHONES) {
      for (const keys of [resetKeys.value, eraseKeys?.value ?? '']) expect(read(page)).toContain(keys)
    }
    for (const [supply] of PHONES.flatMap(({ power }) => [...power.value.matchAll(/CP-PWR-CUBE(-\d)?/g)])) {
      expect(read(page)).toContain(supply)
    }
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
