// What counts for the size of the page's script.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { gzippedSize } from './page-size.ts'

test('counts what is imported at once, each file once, and not what is loaded later', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cp-size-'))
  try {
    const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
    write('shared.js', 'export const shared = globalThis.shared')
    write('late.js', `import { shared } from './shared.js'; console.log(shared, '${'late '.repeat(1000)}')`)
    write('page.js', "import { shared } from './shared.js'; console.log(shared); import('./late.js')")
    const { metafile } = await build({
      absWorkingDir: folder,
      entryPoints: ['page.js'],
      bundle: true,
      splitting: true,
      format: 'esm',
      outdir: 'out',
      metafile: true,
    })
    const texts = Object.keys(metafile.outputs).map(path => readFileSync(join(folder, path)))
    const atOnce = texts.filter(text => !text.includes('late late'))
    expect([texts.length, atOnce.length]).toEqual([3, 2])
    const size = atOnce.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0)
    expect(gzippedSize(metafile, 'out/page.js', folder)).toBe(size)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
