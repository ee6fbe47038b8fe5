// What the phones of two sites are given, byte for byte, as files that a person can read. UPDATE_GOLDEN=1 writes them anew;
// read the difference before it is committed. The README for the person is no file of a phone, and stands in no folder here.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { markedHoles } from '../../scripts/marked-holes.ts'
import { built } from '../build.ts'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const UPDATE = process.env.UPDATE_GOLDEN === '1'
/** In place of the site's own, which changes with every default that sites get. */
const ID = 'golden'.padEnd(52, 'a')

/** Name as phones ask for it → text. */
async function filesOf(site: string): Promise<Map<string, string>> {
  const { files } = await built(readFileSync(join(HERE, 'sites', `${site}.yaml`), 'utf8'), 'en', ID)
  return new Map(
    [...files.values()]
      .filter(({ path }) => path !== 'files/README.txt')
      .map(file => [file.path.replace(/^files\//, ''), markedHoles(file)]),
  )
}

function write(folder: string, files: ReadonlyMap<string, string>): void {
  rmSync(folder, { recursive: true, force: true })
  for (const [name, text] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}

const sites = readdirSync(join(HERE, 'sites')).map(name => name.replace(/\.yaml$/, ''))

describe.each(sites)('the site %s', async site => {
  const folder = join(HERE, site)
  const files = await filesOf(site)
  if (UPDATE) write(folder, files)

  it.each([...files])('gives the phones %s as it was read and committed', (name, text) => {
    const path = join(folder, name)
    expect(existsSync(path), `${name} is new: UPDATE_GOLDEN=1`).toBe(true)
    expect(text).toBe(readFileSync(path, 'utf8'))
  })

  it('gives them nothing else', () => {
    const there = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
    expect(there.sort()).toEqual([...files.keys()].sort())
  })
})
