// What the page's own script weighs before somebody asks for more: page.js and the chunks that it imports at once, gzipped.
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Metafile } from 'esbuild'

/** So that a phone's browser is not kept waiting (docs/development.md). */
export const PAGE_MAX_BYTES = 70_000

/** @param entry path of the script, as in `metafile`. What an `import()` loads later does not count. */
export function gzippedSize({ outputs }: Metafile, entry: string, root: string): number {
  const files = new Set([entry])
  for (const file of files) {
    for (const { path, kind, external } of outputs[file]?.imports ?? [])
      if (kind === 'import-statement' && !external) files.add(path)
  }
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(resolve(root, file)), { level: 9 }).length, 0)
}
