// Every mistake that the lint knows, made in a file of this generator, which has none of them.
import { describe, expect, it } from 'vitest'
import { PHONES } from '../catalog/phones.ts'
import { renderFiles } from '../files/files.ts'
import { check } from '../generate.ts'
import { importFile } from './import-file.ts'
import { MISTAKES, type MistakeCode } from './lint/mistake.ts'
import { lint } from './lint.ts'
import { sayNote } from './words.ts'

const PASSWORD = 'Tulpe4711x'
const SEP = 'SEP001D452D2BF0.cnf.xml'

/** The files of one phone, with what the agent fills in. */
async function filesOf(model: string, load = '', lines = 1) {
  const text = `site: lint
preset: fritzbox-de
registrar: { address: 192.168.178.1 }
network: { agent: 192.168.178.1/24, leases: 192.168.178.150-192.168.178.220 }
phones:
  - model: ${model}
    mac: 00:1D:45:2D:2B:F0
    label: Desk${load && `\n    load: ${load}`}
    lines: [${Array.from({ length: lines }, (_, i) => `{ username: "62${i}", password: { secret: a } }`).join(', ')}]
`
  const checked = await check({ text, lang: 'en' })
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems))
  const files = [...renderFiles(checked.plan, { id: checked.siteId, name: 'lint', lang: 'en', issued: '', issuer: '' })]
  const of = (name: string) =>
    new TextDecoder()
      .decode(files.find(({ path }) => path === `files/${name}`)?.bytes)
      .replace('<loadInformation></', `<loadInformation>${checked.plan.phones[0]?.route.at(-1)?.load}</`)
      .replaceAll('<authPassword></', `<authPassword>${PASSWORD}</`)
  return {
    sep: of(SEP),
    general: of('XMLDefault.cnf.xml'),
    plan: of('dialplan.xml'),
    loader: of('OS79XX.TXT'),
    text: of('SIP001D452D2BF0.cnf'),
  }
}
const JAVA = await filesOf('CP-7962G')
const OLD = await filesOf('CP-7962G', 'SIP42.8-5-4S')
const LATER = await filesOf('CP-8841')
const BOX = '<processNodeName>192.168.178.1'

type Way = { name?: string; text: string; model?: string; plan?: string }
const change = (text: string, from: string | RegExp, to: string): string => {
  expect(text).toMatch(from)
  return text.replace(from, to)
}
const java = (from: string | RegExp, to: string): Way => ({ text: change(JAVA.sep, from, to) })
const general = (from: string | RegExp, to: string): Way => ({
  name: 'XMLDefault.cnf.xml',
  text: change(JAVA.general, from, to),
})
const plan = (text: string, model = 'CP-7962G'): Way => ({ text: JAVA.sep, plan: text, model })
const loader = (text: string): Way => ({ name: 'OS79XX.TXT', text })
const NUMBERED = 'loadInformation404 model="Cisco 7962"'

/** One way to make every mistake. */
const WAYS: Record<MistakeCode, () => Way> = {
  'lint.file-name': () => ({ ...java('', ''), name: 'sep001d452d2bf0.CNF.XML' }),
  'lint.node': () => java(/<sipStack>[\s\S]*<\/sipStack>/, ''),
  'lint.member': () => java(BOX, '<processNodeName>'),
  'lint.protocol': () => java('<deviceProtocol>SIP', '<deviceProtocol>SCCP'),
  'lint.placeholder': () => java('<contact>620', '<contact>{{extension}}'),
  'lint.too-long': () => java('<featureLabel>620', `<featureLabel>${'x'.repeat(31)}`),
  'lint.label-blank': () => java('<phoneLabel>Desk', '<phoneLabel>My desk'),
  'lint.button': () => java('button="1"', 'button="0"'),
  'lint.auth-name': () => java('<authName>620', '<authName>office'),
  'lint.password-long': () => java(PASSWORD, `${PASSWORD}123`),
  'lint.password-limit': () => java(PASSWORD, PASSWORD.repeat(4)),
  'lint.password-characters': () => java(PASSWORD, `${PASSWORD}ü`),
  'lint.credential': () => ({
    model: 'CP-8841',
    text: change(
      LATER.sep,
      '</sipLines>',
      `<line button="2"><featureID>9</featureID><name>621</name><proxy>USECALLMANAGER</proxy>
       <authName>621</authName><authPassword>${PASSWORD}2</authPassword></line></sipLines>`,
    ),
  }),
  'lint.proxy-none': () => java('<proxy>USECALLMANAGER', '<proxy>'),
  'lint.proxy-address': () => java('<proxy>USECALLMANAGER', '<proxy>192.168.178.1'),
  'lint.proxy-word': () => ({ text: change(OLD.sep, '<proxy>192.168.178.1', '<proxy>USECALLMANAGER') }),
  'lint.port': () => java('<port>5060', '<port>5160'),
  'lint.transport-udp': () => java('<messagesNumber>**600', '<messagesNumber>*97'),
  'lint.nat': () => java('<natEnabled>false', '<natEnabled>true'),
  'lint.kpml': () => ({ model: 'CP-8841', text: change(LATER.sep, '<kpml>0', '<kpml>3') }),
  'lint.dial-none': () => java('<dialTemplate>dialplan.xml', '<dialTemplate>'),
  'lint.time-zone': () => java('W. Europe', 'Romance'),
  'lint.ntp': () => java(/<ntps>[\s\S]*<\/ntps>/, ''),
  'lint.locale-code': () => java('<langCode>de_DE', '<langCode>en'),
  'lint.load-twice': () => java('</device>', '<loadInformation>SIP45.9-4-2SR3-1S</loadInformation></device>'),
  'lint.load-suffix': () => java('SIP42.9-4-2SR3-1S', 'SIP42.9-4-2SR3-1S.loads'),
  'lint.load-sccp': () => java('SIP42.9-4-2SR3-1S', 'SCCP42.9-4-2SR3-1S'),
  'lint.load-mpp': () => java('SIP42.9-4-2SR3-1S', 'sip88xx.12-0-7MPP0201-66'),
  'lint.load-model': () => ({ ...java('SIP42.9-4-2SR3-1S', 'SIP45.9-4-2SR3-1S'), model: 'CP-7962G' }),
  'lint.default-id': () => general(NUMBERED, 'loadInformation30018 model="Cisco 7962"'),
  'lint.default-load': () => general(`${NUMBERED}>SIP42`, 'loadInformation8>SIP45'),
  'lint.default-unknown': () => general(NUMBERED, 'loadInformation9999'),
  'lint.default-none': () => general(/loadInformation404/, 'loadInformation'),
  'lint.rule-none': () => plan('<dialTemplate></dialTemplate>'),
  'lint.rule-case': () => plan(change(JAVA.plan, '<TEMPLATE', '<template')),
  'lint.rule-range': () => plan(change(JAVA.plan, 'match="0*"', 'match="[0-3]*"')),
  'lint.rule-catch-all': () => plan(change(JAVA.plan, 'match="*"', 'match="0."')),
  'lint.rule-bytes': () => plan(change(JAVA.plan, '</dialTemplate>', `${' '.repeat(8191)}</dialTemplate>`), 'CP-8841'),
  'lint.loader-ending': () => loader('P003-8-12-00 \r\n'),
  'lint.loader-suffix': () => loader('P003-8-12-00.bin\n'),
  'lint.loader-lines': () => loader('P003-8-12-00\nP0S3-8-12-00\n'),
  'lint.loader-mark': () => loader('\ufeffP003-8-12-00\n'),
}

/** What is told of a file, as the page and `cp-generator import` do. */
async function told({ name = SEP, text, model, plan: dialPlan }: Way) {
  const file = { name, text, ...(model && { model }), ...(dialPlan !== undefined && { dialPlan }) }
  const made = await importFile(file, 'en')
  return made.ok && made.kind === 'table' ? [] : made.notes
}
const codesOf = (notes: readonly { code: string }[]) =>
  notes.map(({ code }) => code).filter(code => code.startsWith('lint.'))

describe.each(Object.keys(MISTAKES) as MistakeCode[])('%s', code => {
  it('is found with its line, said with its cure in both languages, and keeps passwords to itself', async () => {
    const found = (await told(WAYS[code]())).filter(note => note.code === code)
    expect(found.length).toBeGreaterThan(0)
    for (const note of found) {
      expect(note).toMatchObject({ line: expect.any(Number) })
      for (const lang of ['en', 'de'] as const) {
        const words = sayNote(note, lang)
        expect(words).toMatch(/^(line|Zeile|dial plan, line|Wählplan, Zeile) \d+: [^\n]{10,}\n {4}[^\n]{5,}/)
        expect(words).toContain(`(${code})`)
        expect(words).not.toMatch(/\{\w+\}|undefined/)
        expect(words).not.toContain('Tulpe')
      }
    }
  })
})

it('points at the line of the mistake', async () => {
  const { text } = WAYS['lint.auth-name']()
  const line = text.split('\n').findIndex(row => row.includes('>office<')) + 1
  expect(await told({ text })).toContainEqual({ code: 'lint.auth-name', line, details: { button: '1' } })
})

const XML = PHONES.filter(({ family }) => family.configuration === 'xml')
it.each(XML.map(({ name }) => name))('finds nothing in the files that this generator makes for a %s', async model => {
  const files = await filesOf(model)
  expect(codesOf(await told({ text: files.sep, model, plan: files.plan }))).toEqual([])
  expect(codesOf(await told({ name: 'XMLDefault.cnf.xml', text: files.general }))).toEqual([])
})

it.each([
  '[== number ==]',
  '#EXT#',
  '!!!NAME!!!',
  '***Your number***',
  '&lt;&lt;NUMBER&gt;&gt;',
  '<<NUMBER>>',
  '_EXTEN_',
])('knows the placeholders of other templates: %s, once each, whatever else would be wrong with it', async words => {
  const text = JAVA.sep.replace(PASSWORD, words)
  expect(codesOf(await told({ text }))).toEqual(['lint.placeholder'])
})

it.each(['**621', '***', '*97#', '_x', '#31#'])('takes %s for no placeholder', async contact => {
  expect(codesOf(await told(java('<contact>620', `<contact>${contact}`)))).toEqual([])
})

it('lets other names than those of a Fritz!Box differ', async () => {
  const elsewhere = { text: JAVA.sep.replaceAll('192.168.178.1', '10.0.0.5').replace('**600', '98') }
  expect(codesOf(await told(elsewhere))).toEqual([])
  expect(codesOf(await told({ text: elsewhere.text.replace('<authName>620', '<authName>office') }))).toEqual([])
})

it.each([
  ['loadInformation30018 model="7962"', 'loadInformation404 model="Cisco 7962"'],
  ['loadInformation8 model="7965"', 'loadInformation436 model="Cisco 7965"'],
  ['loadInformation119', 'loadInformation434 model="Cisco 7942", loadInformation404 model="Cisco 7962"'],
])('says of %s which number is right', async (wrong, right) => {
  const notes = await told(general(NUMBERED, wrong))
  expect(notes).toContainEqual(expect.objectContaining({ details: expect.objectContaining({ right }) }))
})

describe('the text files of a 7960G', () => {
  const TEXT = `proxy1_address: 192.168.178.1
line1_name: "620"
line1_authname: "620"
line1_password: "${PASSWORD}"
`
  it.each([
    ['as they should be', TEXT, []],
    ['with another name for authentication', TEXT.replace('authname: "620"', 'authname: "x"'), ['lint.auth-name']],
    ['with none', TEXT.replace('authname: "620"', 'authname: UNPROVISIONED'), []],
    ['with one elsewhere', TEXT.replace('178.1', '1.1').replace('authname: "620"', 'authname: "x"'), []],
    ['with a long password', TEXT.replace(PASSWORD, PASSWORD.repeat(4)), ['lint.password-limit']],
  ])('are looked at, too: %s', async (_, text, codes) => {
    expect(codesOf(await told({ name: 'SIP001D452D2BF0.cnf', text }))).toEqual(codes)
  })

  it.each([
    ['P003-8-12-00\n', []],
    ['P003-8-12-00', []],
    ['', ['lint.loader-lines']],
    ['P003-8-12-00 \r\n', ['lint.loader-ending']],
  ])('name the loader as %j', (text, codes) => {
    expect(codesOf(lint('OS79XX.TXT', text))).toEqual(codes)
  })

  it('that this generator makes have no mistake', async () => {
    for (const model of ['CP-7940G', 'CP-7960G']) {
      const files = await filesOf(model)
      expect(files.text).toContain('line1_password')
      expect(lint('OS79XX.TXT', files.loader)).toEqual([])
      expect(codesOf(await told({ name: 'XMLDefault.cnf.xml', text: files.general }))).toEqual([])
      expect(codesOf(await told({ name: 'SIP001D452D2BF0.cnf', text: files.text, model }))).toEqual([])
    }
  })
})

it('tells at most as much as somebody reads', () => {
  const many = `<device>${'<a>{{x}}</a>'.repeat(5000)}</device>`
  expect(lint(SEP, many).length).toBeLessThanOrEqual(100)
})
