import { describe, expect, it } from 'vitest'
import { decode } from './decode.ts'
import { importFile } from './import-file.ts'
import { REFUSALS } from './refusals.ts'

const NAME = 'SEP001D452D2BF0.cnf.xml'
const SEP = `<device><loadInformation>SIP75.9-4-2SR3-1S</loadInformation><sipProfile><sipLines>
<line button="1"><featureID>9</featureID><name>620</name></line></sipLines></sipProfile></device>`
const bytesOf = (text: string) => new TextEncoder().encode(text)
/** Version 1.0 and a header of 16 bytes, then what is signed. */
const signed = (payload: Uint8Array) =>
  Uint8Array.from([1, 0, 2, 1, 0, 2, 0, 2, 0, 16, 12, 0, 3, 0x94, 0xfe, 13, ...payload])
/** Bytes of every kind, as a cipher gives them. */
const cipher = Uint8Array.from({ length: 3000 }, (_, at) => (at * at * 31 + at * 7) % 256)

describe('what is brought by mistake is told to be', () => {
  it.each([
    ['packed', Uint8Array.from([0x50, 0x4b, 3, 4, ...bytesOf(SEP)])],
    ['packed', Uint8Array.from([0x1f, 0x8b, 8, 0, ...cipher])],
    ['sealed', cipher],
    ['sealed', signed(cipher)],
    ['web-page', bytesOf('<!DOCTYPE html>\n<html><head><title>404 Not Found<body><p>none<hr></html>')],
    ['site', bytesOf('# phones\nsite: home\npreset: fritzbox-de\n')],
    ['site', bytesOf('{"site":"home"}')],
    ['beside', bytesOf('<?xml version="1.0"?>\n<CiscoIPPhoneRingList><Ring/></CiscoIPPhoneRingList>')],
    ['beside', bytesOf('<softKeyCfg/>')],
  ] as const)('%s', async (why, bytes) => {
    for (const name of [NAME, 'a.txt', 'SIPDefault.cnf'])
      expect(await importFile({ name, text: decode(bytes) }, 'en')).toEqual({ ok: false, why, line: 1, notes: [] })
    for (const lang of ['en', 'de'] as const) expect(REFUSALS[lang][why].length).toBeGreaterThan(40)
  })
})

it('a signature before the text is left out, and said by the name of the file', async () => {
  const text = decode(signed(bytesOf(SEP)))
  expect(text).toBe(SEP)
  const made = await importFile({ name: `${NAME}.sgn`, text }, 'en')
  expect(made).toMatchObject({ ok: true, kind: 'configuration' })
  expect('notes' in made && made.notes).toContainEqual({ code: 'import.signed' })
})

it('UTF-16 is read also without its mark', () => {
  const little = Uint8Array.from(Buffer.from(SEP, 'utf16le'))
  const big = little.map((_, at, all) => all[at ^ 1] ?? 0)
  for (const bytes of [little, big]) expect(decode(bytes)).toBe(SEP)
})

it('thousands of notes of one kind are counted, those of other kinds stay', async () => {
  const made = await importFile({ name: NAME, text: `${SEP}${'\n</b>'.repeat(1000)}` }, 'en')
  if (!('notes' in made)) throw new Error(JSON.stringify(made))
  expect(made.notes.at(-1)).toEqual({ code: 'import.more', count: 800 })
  expect(made.notes.map(({ code }) => code)).toContain('import.registrar')
})
