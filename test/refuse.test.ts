// What a bundle must go through: one changed byte anywhere, or a signed one that would send a password elsewhere, and the
// agent refuses all of it, with exit code 3 and a code that says why.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BundleIssuer, readIssuer } from '../generator/bundle/seal.ts'
import { localKeys } from '../generator/cli/local-keys.ts'
import { generate } from '../generator/generate.ts'
import { BundleError, type BundleErrorCode } from '../schemas/bundle/errors.ts'
import { NAMESPACE_BUNDLE, NAMESPACE_KEYS } from '../schemas/bundle/namespaces.ts'
import { openBundle, sha256Hex } from '../schemas/bundle/open.ts'
import { sign } from '../schemas/bundle/sshsig.ts'
import { readZip, writeZip } from '../schemas/bundle/zip.ts'
import type { Manifest } from '../schemas/manifest.ts'

const AGENT = fileURLToPath(new URL('../dist/cp-agent.js', import.meta.url))
const SITE = readFileSync(new URL('../examples/fritzbox-7975g.yaml', import.meta.url), 'utf8')
const CONFIG = 'files/SEP001D452D2BF0.cnf.xml'
const ISSUED = '2026-11-23T09:00:00Z'

let folder: string
let issuer: BundleIssuer
let root: string
let good: Uint8Array

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cp-refuse-'))
  const keys = await localKeys(join(folder, 'keys'), 'http://localhost:8787', new Date('2026-11-01T00:00:00Z'))
  issuer = await readIssuer(keys)
  root = keys.fingerprint
  const made = await generate({ text: SITE, lang: 'en' }, { issued: ISSUED, issuer })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  good = made.bundle
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const refusal = async (archive: Uint8Array): Promise<BundleErrorCode | 'accepted'> => {
  try {
    await openBundle(archive, () => {})
    return 'accepted'
  } catch (error) {
    if (error instanceof BundleError) return error.code
    throw error
  }
}
const partsOf = (archive: Uint8Array) => new Map(readZip(archive).map(({ name, bytes }) => [name, bytes]))
const toArchive = (parts: Map<string, Uint8Array>) => writeZip([...parts].map(([name, bytes]) => ({ name, bytes })))
const encode = (text: string) => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

/** A bundle that the issuer's own key signed after somebody worked on its manifest and files. */
async function resigned(change: (manifest: Manifest, files: Map<string, Uint8Array>) => void): Promise<Uint8Array> {
  const parts = partsOf(good)
  const manifest: Manifest = JSON.parse(decode(parts.get('manifest.json')))
  const files = new Map([...parts].filter(([name]) => name.startsWith('files/')))
  change(manifest, files)
  for (const file of manifest.files) {
    const bytes = files.get(file.path)
    if (bytes) Object.assign(file, { size: bytes.length, sha256: await sha256Hex(bytes) })
  }
  const json = encode(JSON.stringify(manifest))
  for (const name of parts.keys()) if (name.startsWith('files/')) parts.delete(name)
  for (const [name, bytes] of files) parts.set(name, bytes)
  parts.set('manifest.json', json)
  parts.set('manifest.json.sig', encode(await sign(json, issuer.key, NAMESPACE_BUNDLE)))
  return toArchive(parts)
}

function agent(archive: Uint8Array, ...args: string[]): { status: number | null; code: string } {
  const path = join(folder, 'try.zip')
  writeFileSync(path, archive)
  const { status, stdout } = spawnSync(
    process.execPath,
    [AGENT, 'inspect', path, '--json', '--trust', root, '--state', join(folder, 'state.json'), ...args],
    { encoding: 'utf8', input: '' },
  )
  const error = stdout.split('\n').find(line => line.includes('"agent.error"'))
  return { status, code: error ? JSON.parse(error).code : '' }
}

it('is accepted as it was made', async () => {
  expect(await refusal(good)).toBe('accepted')
  expect(agent(good)).toEqual({ status: 0, code: '' })
})

describe('one changed byte', () => {
  it('anywhere in the file refuses the bundle', async () => {
    const codes = new Set<string>()
    for (let at = 0; at < good.length; at++) {
      const changed = good.slice()
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8))
      const code = await refusal(changed)
      expect(code, `byte ${at}`).not.toBe('accepted')
      codes.add(code)
    }
    expect([...codes]).toEqual(['bundle.zip'])
    expect(agent(Uint8Array.from(good, (byte, at) => (at === 5000 ? byte ^ 1 : byte)))).toEqual({
      status: 3,
      code: 'bundle.zip',
    })
  })

  it.each<[string, BundleErrorCode]>([
    ['manifest.json', 'bundle.signature'],
    ['trust/keys.json', 'bundle.keys-signature'],
    ['manifest.json.sig', 'bundle.signature'],
    ['trust/keys.json.sig', 'bundle.keys-signature'],
    [CONFIG, 'bundle.file-hash'],
    ['files/README.txt', 'bundle.file-hash'],
  ])('in %s, in a zip that is otherwise right, is %s', async (name, code) => {
    const parts = partsOf(good)
    const bytes = parts.get(name)?.slice() ?? new Uint8Array()
    const middle = bytes.length >> 1
    bytes[middle] = (bytes[middle] ?? 0) ^ 1
    parts.set(name, bytes)
    const changed = toArchive(parts)
    expect(await refusal(changed)).toBe(code)
    expect(agent(changed)).toEqual({ status: 3, code })
  })
})

describe('a bundle with a valid signature', () => {
  it('opens when nothing was changed but the signature', async () => {
    expect(await refusal(await resigned(() => {}))).toBe('accepted')
  })

  const hole = (files: Map<string, Uint8Array>, manifest: Manifest, path: string, text: string, mark: string) => {
    files.set(path, encode(text.replace(mark, '')))
    const file = manifest.files.find(entry => entry.path === path)
    const made = {
      offset: text.indexOf(mark),
      kind: 'secret' as const,
      name: 'line1',
      encoding: 'xml' as const,
      maxBytes: 180,
    }
    if (file) file.holes = [made]
    else manifest.files.push({ path, size: 0, sha256: '', holes: [made] })
  }
  it.each([
    ['an address', '<device><processNodeName>#</processNodeName></device>'],
    ['a URL', '<device><servicesURL>http://evil.example/#</servicesURL></device>'],
    ['part of a password', '<device><sshPassword>x#</sshPassword></device>'],
    ['an attribute', '<device><sshPassword a="#"></sshPassword></device>'],
    ['a comment', '<device><!--#--></device>'],
    ['a password element elsewhere', '<device><x><authPassword>#</authPassword></x></device>'],
    ['a commented-out parent', '<device><!--<sshPassword>#</sshPassword>--></device>'],
    ['a CDATA', '<device><sshPassword><![CDATA[#]]></sshPassword></device>'],
    ['a document type', '<!DOCTYPE device [<!ENTITY a "<sshPassword>#</sshPassword>">]><device></device>'],
  ])('whose hole stands in %s is refused', async (_, text) => {
    const evil = await resigned((manifest, files) => hole(files, manifest, CONFIG, text, '#'))
    expect(await refusal(evil)).toBe('bundle.hole')
    expect(agent(evil)).toEqual({ status: 3, code: 'bundle.hole' })
  })

  it('whose password would go into a file that is no phone’s is refused', async () => {
    const text = '<device><sshPassword>#</sshPassword></device>'
    for (const path of ['files/dialplan.xml', 'files/SEP00000000FFFF.cnf.xml']) {
      const evil = await resigned((manifest, files) => hole(files, manifest, path, text, '#'))
      expect(await refusal(evil), path).toBe('bundle.hole')
    }
  })

  it('names a secret that it does not declare', async () => {
    const evil = await resigned(manifest => {
      manifest.secrets = []
    })
    expect(await refusal(evil)).toBe('bundle.hole')
  })

  it.each<[string, BundleErrorCode, (manifest: Manifest, files: Map<string, Uint8Array>) => void]>([
    ['a file that is not listed', 'bundle.file-unlisted', (_, files) => files.set('files/more.xml', encode('<a/>'))],
    [
      'a file that is not listed but for the case',
      'bundle.file-unlisted',
      (_, files) => files.set('files/DialPlan.xml', encode('<a/>')),
    ],
    ['a file that is missing', 'bundle.file-missing', (_, files) => files.delete('files/dialplan.xml')],
    ['an unknown requirement', 'bundle.requires', manifest => manifest.requires.push('teleport')],
    [
      'a key that did not sign then',
      'bundle.key-dates',
      manifest => Object.assign(manifest, { issued: '2026-01-01T00:00:00Z' }),
    ],
    [
      'another issuer than its keys',
      'bundle.issuer',
      manifest => Object.assign(manifest, { issuer: 'http://evil.example' }),
    ],
    ['another format', 'bundle.manifest', manifest => Object.assign(manifest, { format: 'cp-bundle/2' })],
    ['a field that nobody knows', 'bundle.manifest', manifest => Object.assign(manifest, { exec: 'rm' })],
    [
      'a phone without its file',
      'bundle.phone',
      manifest => Object.assign(manifest.phones[0] ?? {}, { config: 'files/dialplan.xml' }),
    ],
  ])('with %s is %s', async (_, code, change) => {
    expect(await refusal(await resigned(change))).toBe(code)
  })

  it('with a size that is not true is refused', async () => {
    const parts = partsOf(good)
    const manifest: Manifest = JSON.parse(decode(parts.get('manifest.json')))
    const [file] = manifest.files
    if (file) file.size += 1
    const json = encode(JSON.stringify(manifest))
    parts.set('manifest.json', json)
    parts.set('manifest.json.sig', encode(await sign(json, issuer.key, NAMESPACE_BUNDLE)))
    expect(await refusal(toArchive(parts))).toBe('bundle.file-size')
  })
})

describe('keys', () => {
  it('that do not list the signer are refused, even signed by the same hand', async () => {
    const other = await readIssuer(await localKeys(join(folder, 'other')))
    const parts = partsOf(good)
    const json = (parts.get('manifest.json') ?? new Uint8Array()).slice()
    parts.set('manifest.json.sig', encode(await sign(json, other.key, NAMESPACE_BUNDLE)))
    expect(await refusal(toArchive(parts))).toBe('bundle.key-unknown')
  })

  it('cannot be moved between the purposes of a signature', async () => {
    const parts = partsOf(good)
    const json = (parts.get('manifest.json') ?? new Uint8Array()).slice()
    parts.set('manifest.json.sig', encode(await sign(json, issuer.key, NAMESPACE_KEYS)))
    expect(await refusal(toArchive(parts))).toBe('bundle.signature')
  })

  it('of a root that nobody accepted are refused where there is no terminal to ask at', async () => {
    const other = await readIssuer(await localKeys(join(folder, 'other')))
    const made = await generate({ text: SITE, lang: 'en' }, { issued: '2026-12-23T09:00:00Z', issuer: other })
    expect(made.ok && agent(made.bundle)).toEqual({ status: 3, code: 'bundle.root-unknown' })
  })

  it('of a lower version than was seen before are refused', () => {
    const state = join(folder, 'old.json')
    const trust = { fingerprint: root, issuer: 'http://localhost:8787', accepted: true, version: 9 }
    writeFileSync(join(folder, 'old.trust.json'), JSON.stringify({ format: 'cp-trust/1', roots: [trust] }))
    expect(agent(good, '--state', state)).toEqual({ status: 3, code: 'bundle.keys-old' })
  })
})

it.each([
  ['nothing', new Uint8Array()],
  ['text', encode('hello')],
  ['an empty zip', writeZip([])],
])('refuses %s', async (_, bytes) => {
  expect(['bundle.zip', 'bundle.part-missing']).toContain(await refusal(bytes))
})
