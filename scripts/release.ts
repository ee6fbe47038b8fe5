// What goes with the executables in dist/release/: SHA256SUMS, its signature, and the manifests for Homebrew and winget.
// `npm run release -- --url https://example.org/download/v0.1.0/ --key release_ed25519`
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { NAMESPACE_RELEASE } from '../schemas/bundle/namespaces.ts'
import { readKeyFile } from '../schemas/bundle/sshkey.ts'
import { sign } from '../schemas/bundle/sshsig.ts'
import { RELEASE } from './executable.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const EXIT_USAGE = 2

export interface Release {
  version: string
  /** Where the files will be, with a slash at the end. */
  url: string
  /** Name → SHA-256 in hex. */
  files: ReadonlyMap<string, string>
}

/** As `sha256sum --check` reads it. */
export const checksums = ({ files }: Release): string => [...files].map(([name, hash]) => `${hash}  ${name}\n`).join('')

/** A formula for a tap of one's own. @returns undefined while an executable for one of its systems is missing. */
export function homebrew({ version, url, files }: Release): string | undefined {
  const on = (system: string) => {
    const hash = files.get(`cp-agent-${system}`)
    return hash && `      url "${url}cp-agent-${system}"\n      sha256 "${hash}"\n`
  }
  const [macArm, macIntel, linuxArm, linuxIntel] = ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64'].map(on)
  if (!macArm || !macIntel || !linuxArm || !linuxIntel) return undefined
  return `class CpAgent < Formula
  desc "Flashes a Cisco IP phone to SIP with a bundle from the cp generator"
  homepage "${url}"
  version "${version}"
  license "MIT"

  on_macos do
    on_arm do
${macArm}    end
    on_intel do
${macIntel}    end
  end
  on_linux do
    on_arm do
${linuxArm}    end
    on_intel do
${linuxIntel}    end
  end

  def install
    bin.install Dir["cp-agent-*"].first => "cp-agent"
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/cp-agent --version")
  end
end
`
}

/** The three files of a portable package, schema 1.6. @returns name → text; undefined without the executable for Windows. */
export function winget({ version, url, files }: Release): Record<string, string> | undefined {
  const hash = files.get('cp-agent-win-x64.exe')
  if (!hash) return undefined
  const head = `PackageIdentifier: cp.cp-agent\nPackageVersion: ${version}\n`
  const tail = (type: string) => `ManifestType: ${type}\nManifestVersion: 1.6.0\n`
  return {
    'cp.cp-agent.yaml': `${head}DefaultLocale: en-US\n${tail('version')}`,
    'cp.cp-agent.locale.en-US.yaml': `${head}PackageLocale: en-US
Publisher: cp
PackageName: cp-agent
License: MIT
ShortDescription: Flashes a Cisco IP phone to SIP with a bundle from the cp generator
${tail('defaultLocale')}`,
    'cp.cp-agent.installer.yaml': `${head}InstallerType: portable
Commands:
- cp-agent
Installers:
- Architecture: x64
  InstallerUrl: ${url}cp-agent-win-x64.exe
  InstallerSha256: ${hash.toUpperCase()}
${tail('installer')}`,
  }
}

async function main(argv: readonly string[]): Promise<void> {
  const { url = '', key } = parseArgs({
    args: [...argv],
    options: { url: { type: 'string' }, key: { type: 'string' } },
  }).values
  if (!/^https:\/\/\S+\/$/.test(url)) {
    console.error('usage: npm run release -- --url https://…/ [--key FILE]   after npm run executable for each system')
    process.exitCode = EXIT_USAGE
    return
  }
  const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string }
  const names = readdirSync(RELEASE).filter(name => /^cp-agent-[a-z]+-[a-z\d]+(?:\.exe)?$/.test(name))
  const hashOf = (name: string) =>
    createHash('sha256')
      .update(readFileSync(RELEASE + name))
      .digest('hex')
  const release = { version, url, files: new Map(names.sort().map(name => [name, hashOf(name)])) }
  const write = (name: string, text: string | undefined) => {
    if (text !== undefined) writeFileSync(RELEASE + name, text)
    console.log(`${name}${text === undefined ? ': not all of its executables are there' : ''}`)
  }
  write('SHA256SUMS', checksums(release))
  if (key !== undefined) {
    const signer = await readKeyFile(readFileSync(key, 'utf8'))
    if (!signer) throw new Error(`${key} is no unencrypted OpenSSH Ed25519 key file`)
    write('SHA256SUMS.sig', await sign(new TextEncoder().encode(checksums(release)), signer, NAMESPACE_RELEASE))
  }
  write('cp-agent.rb', homebrew(release))
  mkdirSync(`${RELEASE}winget`, { recursive: true })
  for (const [name, text] of Object.entries(winget(release) ?? {})) write(`winget/${name}`, text)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2))
