// Installs the dependencies when they are missing or older than the lock file, then runs the named script with the Node
// that was installed with them, so that any first command works: `node scripts/ready.mjs scripts/start.ts`
// Plain JavaScript without dependencies: it runs before anything is installed, on the system's own Node.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const modified = path => statSync(`${root}${path}`, { throwIfNoEntry: false })?.mtimeMs ?? 0

const major = Number(process.versions.node.split('.')[0])
if (major < 20) {
  console.error(`Node ${process.versions.node} is too old: install Node 20 or newer from https://nodejs.org/`)
  process.exit(4)
}

if (modified('node_modules/.package-lock.json') < modified('package-lock.json')) {
  console.error('Installing dependencies (once, about half a minute) …')
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32', // npm is npm.cmd there, which only a shell can start
  })
  if (npm.status !== 0) {
    console.error('npm ci failed. Is this computer online? Then run `npm ci` and read what it says.')
    process.exit(4)
  }
}

const [script, ...args] = process.argv.slice(2)
if (script !== undefined) {
  // By its path: a shell that looked `node` up before the installation goes on with the system's.
  const installed = `${root}node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`
  const child = spawn(existsSync(installed) ? installed : process.execPath, [`${root}${script}`, ...args], {
    stdio: 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  // Who ends npm ends its shell, which does not pass that on: an orphan would keep its port.
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref()
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1)
  })
}
