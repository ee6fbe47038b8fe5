// Builds dist/cp-agent.js: the agent with its sentences, schemas and the local board's page, packed into one file.
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { type BuildOptions, build as bundle, type Plugin } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const AGENT_MAX_BYTES = 150_000

/** Of both programs. */
export const program: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  legalComments: 'none',
  charset: 'utf8',
}

/** What schemas say to editors, no agent needs. */
const FOR_EDITORS = ['$schema', '$id', 'title', 'description']
const bareSchemas: Plugin = {
  name: 'bare-schemas',
  setup({ onLoad }) {
    onLoad({ filter: /schemas.json.\w+\.json$/ }, ({ path }) => {
      const schema: unknown = JSON.parse(readFileSync(path, 'utf8'))
      const bare = JSON.stringify(schema, (key, value) => (FOR_EDITORS.includes(key) ? undefined : value))
      return { contents: bare, loader: 'json' }
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
 * @param roots fingerprints of the root keys that this agent trusts.
 * @returns what is in the file now. @throws Error when it is too large.
 */
export async function buildAgent(roots: readonly string[], version: string): Promise<Buffer> {
  const define = { CP_ROOTS: JSON.stringify(roots), CP_VERSION: JSON.stringify(version) }
  const inMemory = { ...program, write: false as const }
  const agent = await bundle({
    ...inMemory,
    entryPoints: ['agent/main.ts'],
    define,
    format: 'cjs',
    charset: 'ascii', // one byte a character, also in memory
    plugins: [bareSchemas, boardPage],
  })
  const code = agent.outputFiles?.[0]?.contents ?? ''
  const packed = await bundle({
    ...inMemory,
    entryPoints: ['agent/packed.ts'],
    define: {
      CP_PACKED: `"${brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_LGWIN]: 18 } }).toString('base64')}"`,
    },
    banner: {
      js: `#!/usr/bin/env node\n// cp-agent ${version}. It trusts ${roots.join(', ')}. Packed; \`npm run build\` makes the same bytes of the source.`,
    },
  })
  const file = Buffer.from(packed.outputFiles?.[0]?.contents ?? '')
  if (file.length > AGENT_MAX_BYTES) throw new Error(`the agent has ${file.length} bytes, more than ${AGENT_MAX_BYTES}`)
  writeFileSync(`${root}dist/cp-agent.js`, file)
  chmodSync(`${root}dist/cp-agent.js`, 0o755)
  return file
}
