// Builds dist/: the agent and the generator as single files, and what the page loads. `npm run build`
import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { type BuildOptions, build as bundle, type Plugin } from 'esbuild'
import { localKeys } from '../generator/cli/local-keys.ts'

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
      return {
        resolveDir: root,
        contents: `import { brotliDecompressSync } from 'node:zlib'
const text = '${toBase85(brotliCompressSync(all))}'
const bytes = Buffer.alloc(text.length * 0.8)
for (let i = 0; i < text.length; i += 5) {
  let word = 0
  for (let j = i; j < i + 5; j++) word = word * 85 + text.charCodeAt(j) - (text.charCodeAt(j) > 92 ? 41 : 40)
  bytes.writeUInt32BE(word, i * 0.8)
}
export default JSON.parse(brotliDecompressSync(bytes))`,
      }
    })
  },
}
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

/** What runs in the browser. */
const tab: BuildOptions = { ...program, platform: 'browser', target: 'es2022' }
/**
 * Scripts of their own, which the page loads when somebody wants them: the import brings YAML, zod and the catalogue, the
 * pictures and tones what reads PNG.
 */
const apart: Plugin = {
  name: 'apart',
  setup({ onResolve }) {
    for (const [filter, path] of [
      [/\/take\.ts$/, '/import.js'],
      [/\/make\.ts$/, '/media.js'],
    ] as const)
      onResolve({ filter }, ({ kind }) => (kind === 'dynamic-import' ? { path, external: true } : undefined))
  },
}

/**
 * @param roots fingerprints of the root keys that this agent trusts; by default the checkout's own, and for a deployment
 * what `CP_ROOTS` names (separated by commas).
 */
export async function build(roots?: readonly string[]): Promise<void> {
  const pinned = roots ?? process.env.CP_ROOTS?.split(',') ?? [(await localKeys(`${root}.cp/keys`)).fingerprint]
  const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string }
  const define = { CP_ROOTS: JSON.stringify(pinned), CP_VERSION: JSON.stringify(version) }
  mkdirSync(`${root}dist/public`, { recursive: true })
  await Promise.all([
    bundle({ ...program, entryPoints: ['agent/main.ts'], outfile: 'dist/cp-agent.js', define, plugins: [packedData] }),
    bundle({ ...program, entryPoints: ['generator/cli.ts'], outfile: 'dist/cp-generator.js', define, alias }),
    bundle({
      ...tab,
      entryPoints: ['generator/page/island.ts'],
      outfile: 'dist/public/page.js',
      plugins: [apart],
    }),
    bundle({ ...tab, entryPoints: ['generator/page/import/take.ts'], outfile: 'dist/public/import.js' }),
    bundle({ ...tab, entryPoints: ['generator/page/media/make.ts'], outfile: 'dist/public/media.js' }),
  ])
  for (const name of ['cp-agent.js', 'cp-generator.js']) chmodSync(`${root}dist/${name}`, 0o755)

  const agent = readFileSync(`${root}dist/cp-agent.js`)
  if (agent.length > AGENT_MAX_BYTES)
    throw new Error(`the agent has ${agent.length} bytes, more than ${AGENT_MAX_BYTES}`)
  const hash = createHash('sha256').update(agent).digest('hex')
  writeFileSync(`${root}dist/public/cp-agent.js`, agent)
  writeFileSync(`${root}dist/public/cp-agent.js.sha256`, `${hash}  cp-agent.js\n`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build()
