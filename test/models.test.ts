// Every model of the catalogue, in one site: built, and flashed as a virtual phone of that model.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkSipConfig, defaultLoad, readConfig, wantedLoad } from '../agent/rehearsal/config-check.ts'
import { checkTextConfig, readText } from '../agent/rehearsal/text-config.ts'
import { parseXml } from '../agent/rehearsal/xml.ts'
import { Secret } from '../agent/secrets/secret.ts'
import { fillHoles } from '../agent/shelf/fill.ts'
import { readIssuer } from '../generator/bundle/seal.ts'
import { loadsFor } from '../generator/catalog/loads.ts'
import type { PhoneModel } from '../generator/catalog/phone-model.ts'
import { PHONES } from '../generator/catalog/phones.ts'
import { localKeys } from '../generator/cli/local-keys.ts'
import { generate } from '../generator/generate.ts'
import { configPath } from '../schemas/bundle/holes.ts'
import { openBundle } from '../schemas/bundle/open.ts'

const AGENT = fileURLToPath(new URL('../dist/cp-agent.js', import.meta.url))
const macOf = (index: number) => `00:1d:45:00:01:${index.toString(16).padStart(2, '0')}`
const phoneOf = (model: string, index: number, more = '') => `
  - model: ${model}
    mac: ${macOf(index)}
    label: P${index}
    lines: [{ username: "62${index}", password: { secret: s${index} } }]${more}`
const siteOf = (phones: string) => `site: all
preset: fritzbox-de
registrar: { address: 192.168.178.1 }
network: { agent: 192.168.178.1/24, leases: 192.168.178.150-192.168.178.220 }
phones:${phones}
`

let folder: string
let root: string
let bundle: Uint8Array
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cp-models-'))
  const keys = await localKeys(join(folder, 'keys'))
  root = keys.fingerprint
  const text = siteOf(PHONES.map(({ name }, index) => phoneOf(name, index)).join(''))
  const made = await generate(
    { text, lang: 'en' },
    { issued: new Date().toISOString().replace(/\.\d+Z/, 'Z'), issuer: await readIssuer(keys) },
  )
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  const uncertain = PHONES.flatMap(({ name }, index) => (loadsFor(name)[0]?.certainty === 'U' ? [index] : []))
  expect(made.problems.map(({ code, path }) => [code, ...path])).toEqual(
    uncertain.map(index => ['site.load-uncertain', 'phones', index, 'model']),
  )
  bundle = made.bundle
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.each(PHONES.map((phone, index) => [phone.name, phone, index] as const))(
  '%s',
  (name, phone: PhoneModel, index) => {
    it('gets a configuration that its firmware takes, and finds its load in the general one', async () => {
      const { manifest, files } = await openBundle(bundle, () => {})
      const path = configPath(macOf(index), 1, phone.family.configuration)
      const load = loadsFor(name)[0]?.name ?? ''
      const secrets = new Map([[`s${index}`, new Secret('geheim')]])
      const fill = (file: string): Uint8Array => {
        const holes = manifest.files.find(entry => entry.path === file)?.holes ?? []
        const made = fillHoles(files.get(file) ?? new Uint8Array(), holes, { mac: macOf(index), load, secrets })
        if (!(made instanceof Uint8Array)) throw new Error('holes')
        return made
      }
      const filled = fill(path)
      const expected = { lines: [`62${index}`], label: `P${index}` }
      if (phone.family.configuration === 'text') {
        const shared = fill('files/SIPDefault.cnf')
        const values = new Map([...readText('SIPDefault.cnf', shared), ...readText(path, filled)])
        expect(values.get('image_version')).toBe(load)
        expect(checkTextConfig(path, values)).toMatchObject({ ...expected, registrar: '192.168.178.1' })
      } else {
        const device = readConfig(path, filled, ['device'])
        expect(wantedLoad(path, device)).toBe(load)
        expect(checkSipConfig(path, device, phone.family.oneCredential.value)).toMatchObject(expected)
      }
      const general = parseXml(files.get('files/XMLDefault.cnf.xml') ?? new Uint8Array())
      expect(
        general.children.filter(({ name: node }) => node === `loadInformation${phone.deviceType.value.id}`),
      ).toMatchObject([{ text: load }])
      expect(loadsFor(name).map(entry => entry.name)).toContain(defaultLoad(general, name))
    })

    it('uses all its line keys, and no more', async () => {
      const keys = phone.lineKeys.value
      const more = (count: number) =>
        `\n    keys: [${Array.from({ length: count }, (_, i) => `{ dial: "**${i + 1}", label: K${i} }`).join(', ')}]`
      const issuer = await readIssuer(await localKeys(join(folder, 'keys')))
      const make = (count: number) =>
        generate(
          { text: siteOf(phoneOf(name, 0, count ? more(count) : '')), lang: 'en' },
          { issued: '2030-01-01T00:00:00Z', issuer },
        )
      expect(await make(keys - 1)).toMatchObject({ ok: true })
      const refused = await make(keys)
      expect(refused.ok).toBe(false)
      expect(refused.problems.map(({ code }) => code)).toContain('site.keys-max')
    })
  },
)

it('are all flashed by the agent, one after the other, each as its own model', () => {
  const path = join(folder, 'bundle.zip')
  writeFileSync(path, bundle)
  const { status, stdout } = spawnSync(
    process.execPath,
    [AGENT, 'rehearse', path, '--json', '--trust', root, '--state', join(folder, 's.json'), '--settle', '0'],
    { encoding: 'utf8', input: '', env: { PATH: process.env.PATH ?? '', HOME: join(tmpdir(), 'no-home') } },
  )
  expect(status, stdout.slice(-2000)).toBe(0)
  const verdicts = stdout.split('\n').flatMap(line => (line.includes('"rehearsal.verdict"') ? [JSON.parse(line)] : []))
  expect(verdicts.map(({ phone, running }) => [phone, running])).toEqual(
    PHONES.map(({ name }, index) => [macOf(index), loadsFor(name)[0]?.name]),
  )
})
