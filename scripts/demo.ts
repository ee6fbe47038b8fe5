// `npm run demo`: the whole way with the real programs. Example site → bundle → agent → virtual phone; no root, no hardware.
import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const inHere = (path: string) => relative(process.cwd(), `${root}${path}`) || '.'
const site = inHere('examples/fritzbox-7975g.yaml')
const bundle = inHere('.cp/demo/bundle.zip')
const german = (process.env.LC_ALL ?? process.env.LANG ?? '').startsWith('de')

const STEPS = german
  ? {
      make: 'Aus der Beschreibung wird ein unterschriebenes Paket:',
      rehearse: 'Der Agent prüft es und führt ein virtuelles CP-7975G zur neuen Firmware:',
      next: 'Mit einem echten Telefon am Kabel dieses Rechners (siehe README):',
    }
  : {
      make: 'A site file becomes a signed bundle:',
      rehearse: 'The agent checks it and leads a virtual CP-7975G to its new firmware:',
      next: 'With a real phone on this computer’s cable (see the README):',
    }

/** Shows a command and runs it. Ends the demo with its exit code when it fails. */
function run(title: string, program: string, ...args: string[]): void {
  console.log(`\n${title}\n$ ${program} ${args.join(' ')}\n`)
  const { status, signal } = spawnSync(process.execPath, [`${root}dist/${program}.js`, ...args], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? (signal ? 130 : 1))
}

await build()
mkdirSync(`${root}.cp/demo`, { recursive: true, mode: 0o700 })
run(STEPS.make, 'cp-generator', site, '-o', bundle)
run(STEPS.rehearse, 'cp-agent', 'rehearse', bundle)
console.log(`\n${STEPS.next}\n  sudo dist/cp-agent.js ${bundle}`)
