// Builds dist/: the agent and the generator as single files, and what the page loads. `npm run build`
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { type BuildOptions, build as bundle, type Plugin } from 'esbuild'
import { localKeys } from '../generator/cli/local-keys.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const AGENT_MAX_BYTES = 100_000

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

/**
 * Sentences and schemas are data: packed they take a third of their size in the agent, which people download to start.
 * Its code stays as it is.
 */
const packedJson: Plugin = {
  name: 'packed-json',
  setup({ onLoad }) {
    onLoad({ filter: /\.json$/ }, ({ path }) => {
      const packed = brotliCompressSync(JSON.stringify(JSON.parse(readFileSync(path, 'utf8')))).toString('base64')
      return {
        contents: `import { brotliDecompressSync } from 'node:zlib'
export default JSON.parse(brotliDecompressSync(Buffer.from('${packed}', 'base64')).toString())`,
      }
    })
  },
}
/** The package names a CommonJS build for Node, which cannot be put into a module; this is the same code as a module. */
const alias = { yaml: `${root}node_modules/yaml/browser/index.js` }

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
    bundle({ ...program, entryPoints: ['agent/main.ts'], outfile: 'dist/cp-agent.js', define, plugins: [packedJson] }),
    bundle({ ...program, entryPoints: ['generator/cli.ts'], outfile: 'dist/cp-generator.js', define, alias }),
    ...(existsSync(`${root}generator/page/island.ts`)
      ? [
          bundle({
            ...program,
            platform: 'browser',
            target: 'es2022',
            entryPoints: ['generator/page/island.ts'],
            outfile: 'dist/public/page.js',
          }),
        ]
      : []),
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
