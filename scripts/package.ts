// Makes dist/npm/: what is published as the package `cp-agent`, one file and no dependency. `npm run package`
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const PACKAGE = `${root}dist/npm/`

/** @param out the folder for it, which is emptied. @returns it; dist/cp-agent.js must be there. */
export function writePackage(out = PACKAGE): string {
  const { version, license, engines, repository } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  const manifest = {
    name: 'cp-agent',
    version,
    description: 'Flashes a Cisco IP phone to SIP with a bundle from the cp generator: DHCP, TFTP and HTTP in one file',
    keywords: ['cisco', 'sip', 'voip', 'ip-phone', 'cp-7975g', 'tftp', 'dhcp', 'provisioning'],
    license,
    ...(repository && { repository }),
    type: 'module',
    bin: { 'cp-agent': 'cp-agent.js' },
    files: ['cp-agent.js'],
    engines,
  }
  writeFileSync(join(out, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  copyFileSync(`${root}dist/cp-agent.js`, join(out, 'cp-agent.js'))
  copyFileSync(`${root}LICENSE`, join(out, 'LICENSE'))
  writeFileSync(join(out, 'README.md'), README)
  return out
}

const README = `# cp-agent

Turns a second-hand Cisco IP phone into a SIP phone, with a bundle from a cp generator. One file, no dependency, Node 20 or newer.

    npx cp-agent rehearse bundle.zip     the whole flash with a virtual phone; nothing is changed
    sudo npx cp-agent bundle.zip         serve the phone that is on this computer's cable

\`cp-agent --help\` lists the rest; \`--lang de\` says it in German. The agent trusts the generator that it was built for, and asks
about any other (\`--trust\`).
`

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await build()
  console.log(writePackage())
}
