// Installs the dependencies when they are missing or older than the lock file, so that any first command works.
// Plain JavaScript without dependencies: it runs before anything is installed, on the system's own Node.
import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
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
