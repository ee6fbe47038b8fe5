import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { check } from '../generate.ts'
import { decode } from './decode.ts'
import { gather } from './gather.ts'
import { importFile } from './import-file.ts'
import { recognise } from './recognise.ts'

const EXAMPLE = readFileSync(new URL('../../examples/fritzbox-7975g.yaml', import.meta.url), 'utf8')
const SEP = `<?xml version="1.0" encoding="iso-8859-1"?>
<device><loadInformation>SIP75.9-4-2SR3-1S</loadInformation><sipProfile><phoneLabel>Küche</phoneLabel><sipLines>
<line button="1"><featureID>9</featureID><name>620</name><authPassword>geheim4711</authPassword></line></sipLines>
</sipProfile></device>`
const PLAN = '<DIALTEMPLATE><TEMPLATE MATCH="0.*" Timeout="3"/></DIALTEMPLATE>'
const TABLE = 'MAC address;Extension;Password\n001D45000001;101;geheim4711\n'
const latin1 = (text: string) => Uint8Array.from(text, sign => sign.charCodeAt(0))
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))

describe('what somebody brought', () => {
  it.each([
    ['xml', SEP],
    ['xml', `\ufeff\n  ${SEP}`],
    ['xml', new TextDecoder().decode(utf16(SEP))],
    ['xml', '<flat-profile>'],
    ['settings', '# SIP\nimage_version: P0S3-8-12-00\n'],
    ['settings', '\r\nline1_name : "620"\r\nline1_password: "geheim4711"\r\n'],
    ['table', TABLE],
    ['table', '\ufeff"Device MAC",x,"User ID"\r\n'],
  ])('is told to be %s by its text', async (kind, text) => {
    expect(recognise(text)).toBe(kind)
    const { problems } = await check({ text, lang: 'en' })
    expect(problems).toMatchObject([{ code: 'site.is-configuration', line: 1 }])
    expect(JSON.stringify(problems)).not.toMatch(/geheim|620/)
  })

  it.each([
    EXAMPLE,
    '<<: *base',
    '# mac, username\nsite: home',
    '{"site":"home","mac":"any","username":"x"}',
    '',
    '- a',
  ])('is nothing of the kind when it is %j', text => expect(recognise(text)).toBeUndefined())

  it('is read in the encodings that old files have', () => {
    const utf16be = utf16(SEP)
      .slice()
      .map((_, at, all) => all[at ^ 1] ?? 0)
    for (const bytes of [new TextEncoder().encode(SEP), latin1(SEP), utf16(SEP), utf16be]) {
      expect(decode(bytes)).toContain('<phoneLabel>Küche<')
    }
  })
})

it('a table is one whatever its name is, and a file called .csv that is none says what it lacks', async () => {
  expect(await importFile({ name: '-', text: TABLE }, 'en')).toMatchObject({ kind: 'table', ok: true })
  expect(await importFile({ name: 'a.csv', text: 'a,b\n' }, 'en')).toMatchObject({ ok: false, why: 'columns', line: 1 })
  expect(await importFile({ name: 'a.txt', text: SEP }, 'en')).toMatchObject({ kind: 'configuration', ok: true })
})

it('of several files, a dial plan goes with the configuration, and none is lost', () => {
  const [sep, plan, other] = [
    { name: 'SEP001D452D2BF0.cnf.xml', text: SEP },
    { name: 'dialplan.xml', text: PLAN },
    { name: 'SEP001D452D2BF1.cnf.xml', text: SEP },
  ]
  expect(gather([plan, sep])).toEqual({ file: sep, dialPlan: plan, left: [] })
  expect(gather([sep, plan, other])).toEqual({ file: sep, dialPlan: plan, left: [other] })
  expect(gather([plan])).toEqual({ file: plan, dialPlan: undefined, left: [] })
  expect(gather([])).toEqual({ file: undefined, dialPlan: undefined, left: [] })
})
