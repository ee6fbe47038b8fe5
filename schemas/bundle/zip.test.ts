import { describe, expect, test } from 'vitest'
import { concat } from './concat.ts'
import { BundleError } from './errors.ts'
import { readZip, writeZip, zipWriter } from './zip.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const FILES = [
  { name: 'manifest.json', bytes: bytes('{}') },
  { name: 'files/SEP{MAC}.cnf.xml', bytes: bytes('<device/>') },
  { name: 'files/empty.txt', bytes: new Uint8Array() },
]
const code = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    if (error instanceof BundleError) return error.code
    throw error
  }
  return 'no error'
}

describe('the canonical zip', () => {
  test('gives back what went in, sorted by name', () => {
    const names = readZip(writeZip(FILES)).map(({ name }) => name)
    expect(names).toEqual(['files/SEP{MAC}.cnf.xml', 'files/empty.txt', 'manifest.json'])
    expect(readZip(writeZip(FILES)).find(({ name }) => name === 'manifest.json')?.bytes).toEqual(bytes('{}'))
  })

  test('is the same bytes whatever the order of the files', () => {
    expect(writeZip([...FILES].reverse())).toEqual(writeZip(FILES))
  })

  test('refuses every change of one byte, and every truncation', () => {
    const good = writeZip(FILES)
    for (let i = 0; i < good.length; i++) {
      const bad = good.slice()
      bad[i] = (bad[i] ?? 0) ^ 0x01
      // A changed name or content is caught by the comparison with what the writer makes of it, or by its checksum.
      expect(
        code(() => readZip(bad)),
        `byte ${i}`,
      ).toBe('bundle.zip')
      expect(
        code(() => readZip(good.subarray(0, i))),
        `length ${i}`,
      ).toBe('bundle.zip')
    }
  })

  test('refuses what follows or precedes the archive', () => {
    const good = writeZip(FILES)
    expect(code(() => readZip(Buffer.concat([good, Buffer.from([0])])))).toBe('bundle.zip')
    expect(code(() => readZip(Buffer.concat([Buffer.from([0]), good])))).toBe('bundle.zip')
  })

  test.each(['../x', '/x', 'a//b', 'a/', '', 'a\\b', 'ä', 'a/../b', 'C:x', '.hidden'])(
    'has no entry named %j',
    name => {
      expect(code(() => writeZip([{ name, bytes: new Uint8Array() }]))).toBe('bundle.zip')
    },
  )

  test('is the same bytes when it is written entry by entry, none of them copied', () => {
    const zip = zipWriter()
    const [manifest, phone, empty] = FILES
    const parts = [phone, empty, manifest].flatMap(entry => (entry ? zip.add(entry) : []))
    expect(parts[1]).toBe(phone?.bytes)
    expect(concat([...parts, zip.end()])).toEqual(writeZip(FILES))
  })

  test('takes entries in their order only, so that there is one archive for them', () => {
    for (const names of [
      ['b', 'a'],
      ['a', 'b', 'b'],
    ]) {
      const zip = zipWriter()
      expect(code(() => names.map(name => zip.add({ name, bytes: new Uint8Array() })))).toBe('bundle.zip')
    }
  })

  test('has no name twice', () => {
    const twice = { name: 'a', bytes: new Uint8Array() }
    expect(code(() => writeZip([twice, twice]))).toBe('bundle.zip')
  })
})
