// Sixteen phones of five models, each in another state: their site, passwords and firmware, and what each may take.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFirmware } from '../../agent/rehearsal/synthetic.ts'
import { type Bundle, openBundle } from '../../schemas/bundle/open.ts'
import type { BundleFile, ManifestPhone } from '../../schemas/manifest.ts'
import type { Stock } from './agent.ts'
import type { PhoneTask } from './phone-process.ts'
import { ROOT, systemNode } from './wire.ts'

export const AGENT_CIDR = '10.20.0.1/24'
const AGENT = '10.20.0.1'
/** Small, so that all is over in a minute; still some ten thousand blocks in all. `rootfs` goes by HTTP. */
const SIZES = {
  jar: 50_000,
  cnu: 20_000,
  apps: 60_000,
  dsp: 20_000,
  cvm: 40_000,
  p: 30_000,
  sboot: 20_000,
  kern: 60_000,
  rootfs: 900_000,
}

interface Member {
  model: string
  /** What it really runs. */
  runs: string
  /** Whether the site says so. */
  stated: boolean
  reset?: boolean
}

export const FLEET: readonly Member[] = [
  { model: 'CP-7975G', runs: 'SCCP75.8-2-1S', stated: true },
  { model: 'CP-7975G', runs: 'SCCP75.8-3-2S', stated: false },
  { model: 'CP-7975G', runs: 'SCCP75.9-2-1S', stated: true },
  { model: 'CP-7975G', runs: 'SCCP75.8-3-4S', stated: false, reset: true },
  { model: 'CP-7965G', runs: 'SCCP45.8-2-1S', stated: true },
  { model: 'CP-7965G', runs: 'SCCP45.8-5-4S', stated: false },
  { model: 'CP-7965G', runs: 'SCCP45.8-2-1S', stated: true, reset: true },
  { model: 'CP-7965G', runs: 'SCCP45.8-3-2S', stated: false },
  { model: 'CP-7942G', runs: 'SCCP42.8-3-2S', stated: true },
  { model: 'CP-7942G', runs: 'SCCP42.9-3-1S', stated: true },
  { model: 'CP-7942G', runs: 'SIP42.9-4-2SR3-1S', stated: false },
  { model: 'CP-7942G', runs: 'SCCP42.8-5-4S', stated: true, reset: true },
  { model: 'CP-7960G', runs: 'P0030801SR02', stated: true },
  { model: 'CP-7960G', runs: 'P0030801SR02', stated: false },
  { model: 'CP-8841', runs: 'sip88xx.12-8-1-0201-486', stated: true },
  { model: 'CP-8841', runs: 'sip88xx.14-0-1-0101-145', stated: false },
]
export const macOf = (index: number): string => `02:00:00:00:20:${(index + 1).toString(16).padStart(2, '0')}`
/** The part of a password that is the same in every encoding, and in no other password. */
export const coreOf = (index: number, line: number): string => `Wort${String(index + 1).padStart(2, '0')}${'ab'[line]}`
const linesOf = ({ model }: Member): number => (model === 'CP-7975G' || model === 'CP-7960G' ? 2 : 1)
const passwordOf = (index: number, line: number): string =>
  FLEET[index]?.model === 'CP-7960G' ? `${coreOf(index, line)}-7` : `${coreOf(index, line)}&<'>`

export interface Expected {
  task: PhoneTask
  entry: ManifestPhone
  lines: string[]
  /** The loads that its configuration names, one after another: what is possible. */
  ways: string[][]
  cores: string[]
  /** By the name that it asks for, every content that may go to it: hash → the load that it belongs to, if any. */
  files: Map<string, Map<string, string>>
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Makes bundle, firmware and passwords in a folder. */
export async function stockFleet(folder: string): Promise<{ paths: Stock; expected: Expected[] }> {
  const paths: Stock = {
    bundle: join(folder, 'bundle.zip'),
    firmware: join(folder, 'firmware'),
    secrets: join(folder, 'secrets.env'),
    state: join(folder, 'state', 'phones.json'),
  }
  const site = join(folder, 'site.yaml')
  writeFileSync(site, siteText())
  execFileSync(systemNode(), [join(ROOT, 'dist/cp-generator.js'), site, '-o', paths.bundle], { stdio: 'pipe' })
  const secrets = FLEET.flatMap((member, index) =>
    Array.from({ length: linesOf(member) }, (_, line) => `CP_SECRET_P${index}_${line}=${passwordOf(index, line)}\n`),
  )
  writeFileSync(paths.secrets, secrets.join(''), { mode: 0o600 })
  const bundle = await openBundle(readFileSync(paths.bundle), () => undefined)
  const firmware = makeAll(bundle, paths.firmware)
  return { paths, expected: bundle.manifest.phones.map((entry, index) => expect(bundle, entry, index, firmware)) }
}

function siteText(): string {
  const phones = FLEET.map((member, index) => {
    const lines = Array.from(
      { length: linesOf(member) },
      (_, line) => `      - { username: user${index}-${line}, password: { secret: p${index}.${line} } }\n`,
    )
    const running = member.stated ? `    running: ${member.runs}\n` : ''
    return `  - model: ${member.model}\n    mac: ${macOf(index)}\n${running}    lines:\n${lines.join('')}`
  })
  return `site: fleet
preset: fritzbox-de
registrar: { address: ${AGENT} }
network: { agent: ${AGENT_CIDR}, leases: 10.20.0.101-10.20.0.120 }
phones:
${phones.join('')}`
}

/** Every load of every way, each in a folder of its own; the lists for a reset are called alike. @returns load → name → hash. */
function makeAll({ manifest }: Bundle, folder: string): Map<string, Map<string, string>> {
  const names = new Map<string, Set<string>>()
  for (const { load, files } of manifest.phones.flatMap(({ route }) => route)) {
    const known = names.get(load) ?? new Set()
    for (const { name } of files) known.add(name)
    names.set(load, known)
  }
  const made = new Map<string, Map<string, string>>()
  for (const [load, files] of names) {
    mkdirSync(join(folder, load), { recursive: true })
    const hashes = new Map<string, string>()
    for (const { name, bytes } of makeFirmware({ load, files: [...files], sizes: SIZES }).values()) {
      writeFileSync(join(folder, load, name), bytes())
      hashes.set(name, sha256(bytes()))
    }
    made.set(load, hashes)
  }
  return made
}

function expect(
  bundle: Bundle,
  entry: ManifestPhone,
  index: number,
  firmware: Map<string, Map<string, string>>,
): Expected {
  const member = FLEET[index]
  if (!member) throw new Error('a phone that nobody wrote down')
  const { model, runs, stated, reset = false } = member
  const mac = macOf(index)
  const loads = entry.route.map(({ load }) => load)
  const files = new Map<string, Map<string, string>>()
  const allow = (name: string, hash: string, load = '') => {
    const known = files.get(name) ?? new Map()
    files.set(name, known.set(hash, load))
  }
  const configs = new Set(bundle.manifest.phones.map(({ config }) => config))
  for (const file of bundle.manifest.files) {
    const name = file.path.slice('files/'.length)
    const bytes = bundle.files.get(file.path) ?? new Uint8Array()
    if (file.path === entry.config)
      for (const load of loads) allow(name, sha256(filled(bytes, file, index, load)), load)
    else if (!configs.has(file.path)) for (const load of loads) allow(name, sha256(filled(bytes, file, index, load)))
  }
  for (const load of loads) for (const [name, hash] of firmware.get(load) ?? []) allow(name, hash, load)
  const [first = '', wanted = first] = [loads[0], loads.at(-1)]
  const isOld = /\.8-(2-\d|3-[12])S$/.test(runs)
  // Who was taken by its loader to the first load is new enough, unless the agent was away for some of the images.
  const ways = reset
    ? [[wanted], [first, wanted]]
    : [[...(isOld && !stated ? [wanted] : []), ...(isOld ? [first] : []), wanted]]
  return {
    task: { mac, model, facts: entry.facts, running: runs, reset },
    entry,
    lines: entry.lines.map(({ username }) => username),
    ways,
    cores: entry.lines.map((_, line) => coreOf(index, line)),
    files,
  }
}

/** What the agent shall make of a file for this phone, by a way of its own. */
function filled(bytes: Uint8Array, { holes }: BundleFile, index: number, load: string): Uint8Array {
  const parts: Uint8Array[] = []
  let at = 0
  for (const { offset, kind, name, encoding } of holes) {
    const [, of, line] = /^p(\d+)\.(\d)$/.exec(name) ?? []
    if (kind === 'secret' && Number(of) !== index) throw new Error(`${name} in a file for phone ${index}`)
    const value = kind === 'secret' ? passwordOf(index, Number(line)) : load
    const escaped = value
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll("'", '&apos;')
    parts.push(bytes.subarray(at, offset), Buffer.from(encoding === 'xml' ? escaped : value))
    at = offset
  }
  return Buffer.concat([...parts, bytes.subarray(at)])
}
