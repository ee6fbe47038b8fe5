import { describe, expect, it } from 'vitest'
import { bundleOf, manifestOf, phoneOf } from '../../../test/manifest.ts'
import { changedLines, changesOf, compareBundles, type Opened } from './compare.ts'

const OTHER = '00:1d:45:2d:2b:f1'
const CONFIG = 'files/SEP001D452D2BF0.cnf.xml'
const hole = { offset: 3, kind: 'secret', name: 'line1', encoding: 'xml', maxBytes: 30 } as const

/** With hashes that tell files apart, as real ones do. */
function opened(phones = [phoneOf()], texts: Record<string, string> = {}, holes: (typeof hole)[] = [hole]): Opened {
  const files = Object.fromEntries(
    Object.entries({ [CONFIG]: '<a></a>\n', 'files/dialplan.xml': '<d/>\n', ...texts }).map(([path, text]) => [
      path,
      { text, ...(path === CONFIG && { holes }) },
    ]),
  )
  const { manifest, files: bytes } = bundleOf(manifestOf(phones), files)
  for (const file of manifest.files) file.sha256 = Buffer.from(bytes.get(file.path) ?? []).toString('hex')
  return { manifest, files: bytes }
}

describe('two bundles', () => {
  it('that are the same have no difference', () => {
    const { site, phones, files, hosts } = compareBundles(opened(), opened())
    expect(site).toEqual([])
    expect([...phones, ...files].map(({ state }) => state)).toEqual(['same', 'same'])
    expect(hosts).toEqual({ added: [], removed: [] })
  })

  it('show which phone came, went or changed, and what of it', () => {
    const before = opened([phoneOf({ label: 'Buero' }), phoneOf({ mac: OTHER })])
    const after = opened([phoneOf({ label: 'Diele' }), phoneOf({ mac: 'any' })])
    const { phones } = compareBundles(before, after)
    expect(phones.map(({ phone, state, changes }) => [phone.mac, state, changes])).toEqual([
      ['00:1d:45:2d:2b:f0', 'changed', [{ path: 'label', before: 'Buero', after: 'Diele' }]],
      [OTHER, 'removed', []],
      ['any', 'added', []],
    ])
  })

  it('show the lines that differ, a hole as a word', () => {
    const before = opened([phoneOf()], { [CONFIG]: '<a></a>\n<b/>\n' })
    const after = opened([phoneOf()], { [CONFIG]: '<a></a>\n<c/>\n' }, [])
    expect(compareBundles(before, after).phones[0]?.file).toEqual({
      path: CONFIG,
      state: 'changed',
      added: 2,
      removed: 2,
    })
    expect(changedLines(CONFIG, before, after)[0]?.map(({ kind, text }) => [kind, text])).toEqual([
      ['removed', '<a>{secret:line1}</a>'],
      ['removed', '<b/>'],
      ['added', '<a></a>'],
      ['added', '<c/>'],
    ])
  })

  it('differ in a file even when no line of it does', () => {
    const dialPlan = 'files/dialplan.xml'
    const { files } = compareBundles(opened(), opened([phoneOf()], { [dialPlan]: '<d/>\r\n' }))
    expect(files).toEqual([{ path: dialPlan, state: 'changed', added: 0, removed: 0 }])
  })

  it('name the hosts that are new and those that are gone', () => {
    const at = (host: string) => opened([phoneOf()], { 'files/x.xml': `<u><URL>http://${host}/</URL></u>` })
    expect(compareBundles(at('192.0.2.1'), at('192.0.2.9')).hosts).toEqual({
      added: ['192.0.2.9', 'http://192.0.2.9/'],
      removed: ['192.0.2.1', 'http://192.0.2.1/'],
    })
  })
})

it('names every value that differs by its path', () => {
  expect(changesOf({ a: 1, list: [{ b: 'x' }, { b: 'y' }] }, { list: [{ b: 'x' }, { b: 'z' }], c: true })).toEqual([
    { path: 'a', before: '1', after: '' },
    { path: 'list[2].b', before: 'y', after: 'z' },
    { path: 'c', before: '', after: 'true' },
  ])
})
