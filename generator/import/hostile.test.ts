import { expect, it } from 'vitest'
import { readCsv } from './fleet/csv.ts'
import { recognise } from './recognise.ts'
import { readLooseText } from './sip-text/loose-text.ts'
import { MAX_IMPORT_BYTES, readLooseXml } from './tolerant-xml.ts'

const long = (part: string) => part.repeat(MAX_IMPORT_BYTES / part.length)

// Each of these once took minutes: what was read so far was read again for every further letter.
it.each([
  ['XML with a long name of no attribute', () => readLooseXml(`<a ${long('a')}>`).root?.name, 'a'],
  ['XML with a text in many pieces', () => readLooseXml(`<a>${long('<')}`).root?.text.length, MAX_IMPORT_BYTES],
  [
    'settings with a line end of Unicode',
    () => readLooseText(`a:${long(' ')}x\u2028y`).settings.get('a')?.value,
    'x\u2028y',
  ],
  ['a table with quotes inside a cell', () => readCsv(`a${long('"')}`).columns, ['a']],
  ['a site that is told from a table', () => recognise(`a: ${long('"')}`), undefined],
])('%s is read in time that grows with the text', (_, read, expected) => {
  expect(read()).toEqual(expected)
})

it('a quote begins a cell behind blanks only', () => {
  const { rows } = readCsv('a,b,c\n  "x,y" , z"w",""\n')
  expect([...(rows[0]?.cells.values() ?? [])]).toEqual(['x,y', 'z"w"', ''])
})
