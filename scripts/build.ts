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
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { type BuildOptions, build as bundle, type Plugin } from 'esbuild'
import { localKeys } from '../generator/cli/local-keys.ts'
import { gzippedSize, PAGE_MAX_BYTES } from './page-size.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const AGENT_MAX_BYTES = 150_000

const program: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  legalComments: 'none',
  charset: 'utf8',
}

/** What the agent holds beside its code: sentences and schemas. Packed together they take a quarter of their size. */
const DATA = [
  'agent/ui/de.json',
  'agent/ui/en.json',
  'schemas/bundle/errors.json',
  'schemas/json/keys.json',
  'schemas/json/manifest.json',
].map(path => resolve(root, path))
const packedData: Plugin = {
  name: 'packed-data',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^cp:data$/ }, ({ path }) => ({ path, namespace: 'packed' }))
    onLoad({ filter: /\.json$/ }, ({ path }) => ({
      contents: `import all from 'cp:data'\nexport default all[${DATA.indexOf(path)}]`,
      errors: DATA.includes(path) ? [] : [{ text: `${path} is not among the agent's data in scripts/build.ts` }],
    }))
    onLoad({ filter: /./, namespace: 'packed' }, () => {
      const all = JSON.stringify(
        DATA.map(path => JSON.parse(readFileSync(path, 'utf8'))),
        (key, value) => (['$schema', '$id', 'title', 'description'].includes(key) ? undefined : value), // for editors
      )
      return { resolveDir: root, contents: `${UNPACK}\nexport default JSON.parse(unpack('${pack(all)}'))` }
    })
  },
}

/** The local board's page, in the place of the module that reads it from the source. */
const boardPage: Plugin = {
  name: 'board-page',
  setup({ onLoad }) {
    onLoad({ filter: /agent.web.files\.ts$/ }, async () => {
      const { outputFiles } = await bundle({
        ...{
          absWorkingDir: root,
          entryPoints: ['agent/web/page.ts', 'agent/web/page.css'],
          outdir: 'web',
          write: false,
        },
        ...{ bundle: true, minify: true, format: 'esm', target: ['es2022', 'chrome123', 'firefox120', 'safari17.5'] },
      })
      const textOf = (name: string) => outputFiles.find(({ path }) => path.endsWith(name))?.text ?? ''
      const html = readFileSync(`${root}agent/web/page.html`, 'utf8').replace(/\n/g, '')
      const files = { html, css: textOf('.css'), script: textOf('.js') }
      return { contents: `export const readFiles = () => (${JSON.stringify(files)})` }
    })
  },
}

/**
 * What only a rehearsal, the doctor or the local board needs, a quarter of the code, with its own copy of the little that it shares:
 * a module in a string.
 */
const packedModules: Plugin = {
  name: 'packed-modules',
  setup({ onLoad }) {
    onLoad({ filter: /agent.(rehearsal.virtual|web.local|doctor.examination)\.ts$/ }, async ({ path }) => {
      const { outputFiles, metafile } = await bundle({
        ...{ ...program, entryPoints: [path], write: false, metafile: true, plugins: [boardPage] },
      })
      const code = `unpack('${pack(outputFiles[0]?.contents ?? '')}').toString('base64')`
      const exports = Object.values(metafile.outputs).flatMap(output => output.exports)
      return {
        resolveDir: root,
        contents: `${UNPACK}
export const { ${exports.join(', ')} } = await import('data:text/javascript;base64,' + ${code})`,
      }
    })
  },
}

/** For whoever holds something packed. */
const UNPACK = "import { unpack } from 'cp:unpack'"
const unpacker: Plugin = {
  name: 'unpacker',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^cp:unpack$/ }, ({ path }) => ({ path, namespace: 'unpack' }))
    onLoad({ filter: /./, namespace: 'unpack' }, () => ({
      contents: `import { brotliDecompressSync } from 'node:zlib'
export function unpack(text) {
  const bytes = Buffer.alloc(text.length * 0.8)
  for (let i = 0; i < text.length; i += 5) {
    let word = 0
    for (let j = i; j < i + 5; j++) word = word * 85 + text.charCodeAt(j) - (text.charCodeAt(j) > 92 ? 41 : 40)
    bytes.writeUInt32BE(word, i * 0.8)
  }
  return brotliDecompressSync(bytes)
}`,
    }))
  },
}

const pack = (content: string | Uint8Array): string => toBase85(brotliCompressSync(content))

/** Four bytes as five characters, of which none needs an escape in a string; zeros fill up, which brotli passes over. */
function toBase85(bytes: Buffer): string {
  const whole = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])
  let text = ''
  for (let i = 0; i < whole.length; i += 4) {
    const word = whole.readUInt32BE(i)
    for (const power of [85 ** 4, 85 ** 3, 85 ** 2, 85, 1]) {
      const digit = Math.floor(word / power) % 85
      text += String.fromCharCode(digit + (digit >= 52 ? 41 : 40))
    }
  }
  return text
}

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
  const [{ metafile }] = await Promise.all([
    bundle({ ...tab, entryPoints: SCRIPTS, metafile: true }),
    bundle({
      ...program,
      entryPoints: ['agent/main.ts'],
      outfile: 'dist/cp-agent.js',
      define,
      plugins: [packedData, packedModules, unpacker],
    }),
    bundle({ ...program, entryPoints: ['generator/cli.ts'], outfile: 'dist/cp-generator.js', define, alias }),
  ])
  for (const name of ['cp-agent.js', 'cp-generator.js']) chmodSync(`${root}dist/${name}`, 0o755)

  const agent = readFileSync(`${root}dist/cp-agent.js`)
  if (agent.length > AGENT_MAX_BYTES)
    throw new Error(`the agent has ${agent.length} bytes, more than ${AGENT_MAX_BYTES}`)
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
