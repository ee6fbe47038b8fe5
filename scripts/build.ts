// Builds dist/: the agent and the generator as single files, and what the page loads. `npm run build`
import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, build as bundle, type Plugin } from 'esbuild'
import { localKeys } from '../generator/cli/local-keys.ts'
import { buildAgent, program } from './build-agent.ts'
import { gzippedSize, PAGE_MAX_BYTES } from './page-size.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The package names a CommonJS build for Node, which cannot be put into a module; this is the same code as a module. */
const alias = { yaml: `${root}node_modules/yaml/browser/index.js` }

const inBrowser: Plugin = {
  name: 'in-browser',
  setup({ onResolve, resolve }) {
    // An alias would also turn `hono/jsx/dom` into `hono/jsx/dom/dom`.
    onResolve({ filter: /^hono\/jsx$/ }, ({ kind, resolveDir }) => resolve('hono/jsx/dom', { kind, resolveDir }))
  },
}
/**
 * What runs in the browser: one script for each page and one for the worker; what several of them need, and what is loaded
 * when somebody wants it, become chunks with a hash in their names.
 */
const tab: BuildOptions = {
  ...program,
  platform: 'browser',
  target: 'es2022',
  splitting: true,
  outdir: 'dist/public',
  chunkNames: 'chunk-[hash]',
  // Before zod, in whatever chunk that is: it compiles its checks with `new Function`, which the page's policy forbids and reports.
  banner: { js: 'globalThis.__zod_globalConfig={jitless:true};' },
  // The server's components, in the browser's edition.
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx/dom',
  plugins: [inBrowser],
  alias: { yaml: `${root}node_modules/yaml/browser/index.js` },
}
const SCRIPTS = {
  page: 'generator/page/builder/island.tsx',
  core: 'generator/page/core/worker.ts',
  verify: 'generator/page/verify/verify.tsx',
  verifier: 'generator/page/verify/verifier.ts',
  editor: 'generator/page/editor/editor.ts',
  import: 'generator/page/import/take.ts',
  media: 'generator/page/media/make.ts',
}

export interface Built {
  /** Of the page's own script, gzipped. */
  pageBytes: number
}

/**
 * @param roots fingerprints of the root keys that this agent trusts; by default the checkout's own, and for a deployment
 * what `CP_ROOTS` names (separated by commas).
 */
export async function build(roots?: readonly string[]): Promise<Built> {
  const pinned = roots ?? process.env.CP_ROOTS?.split(',') ?? [(await localKeys(`${root}.cp/keys`)).fingerprint]
  const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string }
  const define = { CP_ROOTS: JSON.stringify(pinned), CP_VERSION: JSON.stringify(version) }
  for (const name of existsSync(`${root}dist/public`) ? readdirSync(`${root}dist/public`) : [])
    if (name.startsWith('chunk-')) rmSync(`${root}dist/public/${name}`)
  mkdirSync(`${root}dist/public`, { recursive: true })
  const [{ metafile }, agent] = await Promise.all([
    bundle({ ...tab, entryPoints: SCRIPTS, metafile: true }),
    buildAgent(pinned, version),
    bundle({ ...program, entryPoints: ['generator/cli.ts'], outfile: 'dist/cp-generator.js', define, alias }),
  ])
  chmodSync(`${root}dist/cp-generator.js`, 0o755)
  const pageBytes = gzippedSize(metafile, 'dist/public/page.js', root)
  if (pageBytes > PAGE_MAX_BYTES)
    throw new Error(`the page's script has ${pageBytes} bytes gzipped, more than ${PAGE_MAX_BYTES}`)
  const hash = createHash('sha256').update(agent).digest('hex')
  writeFileSync(`${root}dist/public/cp-agent.js`, agent)
  writeFileSync(`${root}dist/public/cp-agent.js.sha256`, `${hash}  cp-agent.js\n`)
  copyFileSync(`${root}generator/page/card/card.png`, `${root}dist/public/card.png`)
  return { pageBytes }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build()
