// What docs/pitfalls.md claims: every code in it is one, and what cannot happen does not, in the files for every model.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { AGENT_ERRORS } from '../agent/error.ts'
import { checkSipConfig } from '../agent/rehearsal/config-check.ts'
import { find, parseXml } from '../agent/rehearsal/xml.ts'
import { Secret } from '../agent/secrets/secret.ts'
import { fillHoles } from '../agent/shelf/fill.ts'
import { TEXT } from '../agent/ui/text.ts'
import { PHONES, phoneModel } from '../generator/catalog/phones.ts'
import { PITFALLS } from '../generator/catalog/pitfalls.ts'
import { renderFiles } from '../generator/files/files.ts'
import type { PhoneFile } from '../generator/files/xml.ts'
import { check } from '../generator/generate.ts'
import { isMistakeCode } from '../generator/import/lint/mistake.ts'
import { PROBLEMS } from '../generator/problem.ts'
import { errorsPage } from '../scripts/errors-page.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string) => readFileSync(`${ROOT}${path}`, 'utf8')
const secrets = new Map([['a', new Secret('Tulpe4711x')]])

/** Two lines of one phone, or one where it has one key or the registrar wants it so. */
async function made(model: string, kind = 'freeswitch', load = '') {
  const lines = (phoneModel(model)?.lineKeys.value ?? 1) > 1 && kind !== 'fritzbox' ? ['620', '621'] : ['620']
  const text = `site: pitfalls
preset: fritzbox-de
registrar: { kind: ${kind}, address: 192.168.178.1 }
network: { agent: 192.168.178.1/24, leases: 192.168.178.201-192.168.178.220, ntp: [192.168.178.1] }
phones:
  - model: ${model}
    mac: 00:1D:45:2D:2B:F0${load && `\n    load: ${load}`}
    lines: [${lines.map(name => `{ username: "${name}", password: { secret: a } }`).join(', ')}]
`
  const checked = await check({ text, lang: 'en' })
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems))
  const { plan, siteId: id, name } = checked
  const files = [...renderFiles(plan, { id, name, lang: 'en', issued: '', issuer: 'https://x' })]
  const of = (path: string): PhoneFile => {
    const file = files.find(one => one.path === `files/${path}`)
    if (!file) throw new Error(path)
    return file
  }
  const [phone] = plan.phones
  const sep = of(phone?.config.slice('files/'.length) ?? '')
  const filled = fillHoles(sep.bytes, sep.holes, { mac: '', load: phone?.route.at(-1)?.load ?? '', secrets })
  if (!(filled instanceof Uint8Array)) throw new Error('holes')
  const device =
    phone?.family.configuration === 'xml' ? parseXml(filled) : parseXml(new TextEncoder().encode('<device/>'))
  return {
    ...{ model, plan, files, sep, device },
    text: (path: string) => new TextDecoder().decode(of(path).bytes),
    readme: new TextDecoder().decode(of('README.txt').bytes),
    lines: find(device, 'sipProfile', 'sipLines')?.children ?? [],
    texts: (...path: string[]) => find(device, ...path)?.text,
    xml: (path: string) => parseXml(of(path).bytes),
  }
}
type Made = Awaited<ReturnType<typeof made>>

/** The phones whose configuration is XML, and all the others. */
let all: Made[]
let texts: Made[]
beforeAll(async () => {
  const every = await Promise.all(PHONES.map(({ name }) => made(name)))
  all = every.filter(one => familyOf(one)?.configuration === 'xml')
  texts = every.filter(one => !all.includes(one))
})
const familyOf = ({ plan }: Made) => plan.phones[0]?.family

/** What shows that a pitfall is answered as it is claimed, by its number. */
const PROOFS: Readonly<Record<number, () => Promise<void> | void>> = {
  1: () => {
    for (const one of all) {
      const oneCredential = familyOf(one)?.oneCredential.value ?? false
      expect(checkSipConfig(one.model, one.device, oneCredential).lines[0]).toBe('620')
    }
  },
  3: async () => {
    for (const { lines } of all) expect(lines[0] && find(lines[0], 'proxy')?.text).toBe('USECALLMANAGER')
    const { lines } = await made('CP-7962G', 'freeswitch', 'SIP42.8-5-4S')
    expect(lines[0] && find(lines[0], 'proxy')?.text).toBe('192.168.178.1')
  },
  5: () => {
    const later = all.filter(one => familyOf(one)?.oneCredential.value && one.lines.length > 1)
    expect(later.length).toBeGreaterThan(5)
    for (const { lines } of later) {
      const nodes = lines[1]?.children.map(({ name }) => name) ?? []
      expect(nodes).toContain('name')
      expect(nodes).not.toContain('authName')
      expect(nodes).not.toContain('authPassword')
    }
  },
  8: async () => {
    const { readme } = await made('CP-7962G', 'asterisk-pjsip')
    expect(readme).toContain('rewrite_contact=yes')
    expect(readme).not.toContain('disable_rport')
  },
  9: async () => {
    const { readme, texts } = await made('CP-7962G', 'asterisk-chan-sip')
    expect(readme).toContain('nat=no')
    expect(texts('sipProfile', 'natEnabled')).toBe('false')
  },
  10: async () => {
    for (const [kind, words] of [
      ['asterisk-pjsip', 'protocol=tcp'],
      ['freepbx', 'Transport 0.0.0.0-tcp'],
    ] as const) {
      const { readme, texts } = await made('CP-7962G', kind)
      expect(texts('transportLayerProtocol')).toBe('1')
      expect(readme).toContain(words)
    }
  },
  11: async () => {
    const { readme } = await made('CP-7962G')
    expect(readme).toContain('SIP42.9-4-2SR3-1S (cmterm-7942_7962-sip.9-4-2SR3-1.zip)')
    expect(readme).toMatch(/In its place would do: SIP42\.9-4-2SR1-1S, SIP42\.9-2-1S/)
  },
  13: () => {
    for (const { sep } of all) {
      expect(new TextDecoder().decode(sep.bytes)).toContain('<loadInformation></loadInformation>')
      expect(sep.holes.filter(({ kind }) => kind === 'load')).toHaveLength(1)
    }
  },
  14: () => {
    for (const { plan } of all) {
      for (const { files } of plan.phones.flatMap(({ route }) => route)) {
        const builds = files.flatMap(({ name }) => /^[a-z]+\d+(?:sip)?\.(.*)\.sbn$/.exec(name)?.[1] ?? [])
        expect(new Set(builds).size).toBeLessThanOrEqual(1)
      }
    }
  },
  18: () => {
    for (const { readme } of all) expect(readme).toContain('Never cut the power')
    for (const state of ['loading', 'flashing', 'restarting'] as const)
      expect(TEXT.en.states[state]).toMatch(/not unplug/)
  },
  19: async () => {
    expect((await made('CP-7970G')).readme).toContain('its own power supply')
  },
  22: () => {
    for (const { readme } of all) {
      expect(readme).toMatch(/German_Germany: po-locale-de_DE-.*; without them the screen stays English/)
      expect(readme).toMatch(/for Germany: po-locale-combined_network-.*; without it they stay American/)
    }
  },
  24: () => {
    for (const { plan, xml, files } of all) {
      for (const { file } of plan.dialPlans) {
        const rules = xml(file).children
        expect(files.find(({ path }) => path === `files/${file}`)?.bytes.length).toBeLessThanOrEqual(8191)
        expect(rules.every(({ name }) => name === 'TEMPLATE')).toBe(true)
        expect(rules.map(({ attributes }) => attributes.get('match'))).toContain('*')
      }
    }
  },
  25: () => {
    for (const one of all) expect(one.texts('sipProfile', 'kpml')).toBe(familyOf(one)?.name === '79xx' ? '3' : '0')
  },
  26: () => {
    for (const { plan, readme } of all) for (const { en } of plan.registrar.without) expect(readme).toContain(en)
  },
  28: () => {
    for (const { files } of all) {
      for (const { path, bytes } of files.filter(file => /\.xml$/i.test(file.path))) {
        expect(() => parseXml(bytes), path).not.toThrow()
        expect(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)).not.toMatch(/[\ufeff“”„‘’]/)
      }
    }
  },
  29: () => {
    expect(texts.length).toBeGreaterThan(0)
    for (const { text } of texts) expect(text('OS79XX.TXT')).toMatch(/^P003-[\d-]+\n$/)
  },
  30: () => {
    for (const { model, xml } of [...all, ...texts]) {
      const id = phoneModel(model)?.deviceType.value.id
      const entries = xml('XMLDefault.cnf.xml').children.filter(({ name }) => name.startsWith('loadInformation'))
      expect(entries.map(({ name }) => name)).toEqual([`loadInformation${id}`])
    }
  },
}

it('are all thirty, each once', () => {
  expect(PITFALLS.map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
})

describe.each(PITFALLS.map(pitfall => [pitfall.number, pitfall.en, pitfall] as const))(
  '%d: %s',
  (number, _, pitfall) => {
    it('is answered by codes that exist, or says what is left', () => {
      const notes = read('generator/import/words.ts')
      const said = new Set([
        ...[PROBLEMS, AGENT_ERRORS, TEXT.en.notices, TEXT.en.diagnoses, TEXT.en.virtual.errors].flatMap(table =>
          Object.keys(table),
        ),
      ])
      for (const code of pitfall.codes) {
        expect(said.has(code) || isMistakeCode(code) || notes.includes(`case '${code}'`), code).toBe(true)
      }
      expect(pitfall.codes.length > 0 || pitfall.written !== undefined || pitfall.later !== undefined).toBe(true)
      for (const words of [pitfall, pitfall.written, pitfall.later]) {
        if (words) for (const text of [words.en, words.de]) expect(text).toMatch(/[.]$/)
      }
    })

    it('has a test for what is claimed, and none for what is not', async () => {
      const { written, tested } = pitfall
      const proof = PROOFS[number]
      if (tested) expect(read(tested.file)).toContain(`it('${tested.says}`)
      expect(written !== undefined).toBe(proof !== undefined || tested !== undefined)
      await proof?.()
    })
  },
)

it('that a mistake or problem cites is one of the thirty', () => {
  const cited = [...errorsPage().matchAll(/\(pitfalls? ([\d and]+)\)/g)].flatMap(
    ([, numbers = '']) => numbers.match(/\d+/g) ?? [],
  )
  expect(cited.length).toBeGreaterThan(20)
  for (const number of cited)
    expect(
      PITFALLS.some(pitfall => pitfall.number === Number(number)),
      number,
    ).toBe(true)
})
