// A tar as it comes, in pieces of any length: names of every kind, what is no file, and what is wrong.
import { packTar, type TarHeader } from 'modern-tar'
import { describe, expect, it } from 'vitest'
import { tarHeader } from '../../test/mangled-writers.ts'
import { Source } from './source.ts'
import { readTar } from './tar.ts'

type Entry = [name: string, body: string, header?: Partial<TarHeader>]
const pack = (...entries: Entry[]) =>
  packTar(entries.map(([name, body, header]) => ({ header: { name, size: Buffer.byteLength(body), ...header }, body })))
function* pieces(of: Uint8Array, length: number) {
  for (let at = 0; at < of.length; at += length) yield of.subarray(at, at + length)
}

/** Path → content, of which every other one is left unread. */
async function read(tar: Uint8Array, length = 100) {
  const files: Record<string, string | number> = {}
  let headers = 0
  for await (const { path, size, body } of readTar(new Source(pieces(tar, length)), () => headers++)) {
    files[path] = size
    if (Object.keys(files).length % 2 === 0) continue
    const parts: Uint8Array[] = []
    for await (const part of body) parts.push(part)
    files[path] = Buffer.concat(parts).toString()
  }
  return { files, headers }
}

const long = (part: string) => `usr/${`${part}/`.repeat(40)}td-sip.jar`

describe('a tar', () => {
  it.each([1, 511, 512, 513, 100_000])('is read in pieces of %i bytes', async length => {
    const tar = await pack(['a', 'x'.repeat(700)], ['unread', 'y'.repeat(513)], ['', ''], ['b', 'z'.repeat(512)])
    expect((await read(tar, length)).files).toEqual({ a: 'x'.repeat(700), unread: 513, '': '', b: 512 })
  })

  it('has long names in the prefix, behind a pax header or in an entry of GNU', async () => {
    const [short, pax, gnu] = [`${'ä/'.repeat(60)}td-sip.jar`, long('größer'), long('gnu')]
    expect((await read(await pack([short, '1']))).files).toEqual({ [short]: '1' })
    expect((await read(await pack([pax, '1'], ['b', '2']))).files).toEqual({ [pax]: '1', b: 1 })
    const tar = await pack(['././@LongLink', `${gnu}\0`, { type: 'gnu-long-name' }], ['short', '1'], ['b', '2'])
    expect((await read(tar)).files).toEqual({ [gnu]: '1', b: 1 })
  })

  it('takes the times of GNU for no prefix', async () => {
    const tar = Buffer.from(await pack(['a', '1']))
    tar.write('ustar  \0', 257)
    tar.write('01234567012', 345)
    tar.write('        ', 148)
    const sum = tar.subarray(0, 512).reduce((total, byte) => total + byte, 0)
    tar.write(`${sum.toString(8).padStart(6, '0')}\0`, 148)
    expect((await read(tar)).files).toEqual({ a: '1' })
  })

  it('counts folders and links, but they are no files and have no contents', async () => {
    const tar = await pack(
      ['usr/', '', { type: 'directory' }],
      ['link', '', { type: 'symlink', linkname: 'a' }],
      ['g', '11 path=no\n', { type: 'pax-global-header' }],
      ['a', '1'],
    )
    expect(await read(tar)).toEqual({ files: { a: '1' }, headers: 4 })
    const folder = tarHeader('usr/', 999, '5')
    expect(await read(Buffer.concat([folder, await pack(['a', '1'])]))).toMatchObject({ files: { a: '1' } })
  })

  it('ends with a block of zeros, whatever follows, or with its last file', async () => {
    const tar = await pack(['a', '1'])
    expect((await read(Buffer.concat([tar, Buffer.from('anything')]))).files).toEqual({ a: '1' })
    expect((await read(tar.subarray(0, 1024))).files).toEqual({ a: '1' })
    expect((await read(new Uint8Array())).files).toEqual({})
  })

  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['that was cut off in a file', async () => (await pack(['a', 'x'.repeat(700)])).subarray(0, 1100), 'cut off'],
    ['that was cut off in a header', async () => (await pack(['a', '1'])).subarray(0, 300), 'no header'],
    ['whose header was changed', async () => (await pack(['a', '1'])).fill(65, 0, 1).fill(66, 1, 2), 'no header'],
    ['of a size that is no number', () => tarHeader('a', Number.NaN), 'no size'],
    ['with a name that nothing has', () => tarHeader('a', 2 ** 20, 'L'), 'a name too long'],
    ['with attributes that are none', () => pack(['a', '8 path=x\n', { type: 'pax-header' }]), 'no attributes'],
    ['with a record of no length', () => pack(['a', '0 path=x\n', { type: 'pax-header' }]), 'no attributes'],
    [
      'with a size beyond all',
      () => pack(['a', '26 size=99999999999999999\n', { type: 'pax-header' }], ['b', '']),
      'no size',
    ],
  ])('%s is an error', async (_, make, message) => {
    await expect(read(await make())).rejects.toThrow(message)
  })
})
