// What `--firmware` finds: the vendor's archives as they were downloaded, and only what is recognised in them.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { packTar } from 'modern-tar'
import { expect, it } from 'vitest'
import { freshFolder } from '../../test/folder.ts'
import { manifestOf, phoneOf } from '../../test/manifest.ts'
import { wrapSigned } from '../rehearsal/signed.ts'
import { findFirmware } from './firmware.ts'

const bytes = (of: string) => new TextEncoder().encode(of)
const asks = [
  { file: 'German_Germany/td-sip.jar', harmless: true },
  { file: 'Germany/g3-tones.xml', harmless: true },
  { file: 'dialplan.xml', harmless: false },
]
const phone = phoneOf()
const manifest = manifestOf([{ ...phone, facts: { ...phone.facts, asks } }])
const tar = (names: readonly string[]) =>
  packTar(names.map(name => ({ header: { name, size: name.length, type: 'file' as const }, body: bytes(name) })))

const FIRMWARE = zipSync({
  'SIP75.9-4-2SR3-1S.loads': bytes('list'),
  'cnu75.9-4-2ES26.sbn': bytes('image'),
  'load75.txt': bytes('for call managers'),
  'dialplan.xml': bytes('not this'),
})
const locale = async () =>
  wrapSigned(
    'po-locale-de_DE.cop',
    gzipSync(
      await tar([
        'usr/local/cm/tftp/german_germany/td-sip.jar',
        'usr/local/cm/tftp/german_germany/mk-sip.jar',
        'usr/local/cm/tftp/germany/g3-tones.xml',
        'usr/local/cm/tftp/dialplan.xml',
      ]),
    ),
  )

async function found(...paths: string[]) {
  const files = await findFirmware(paths, manifest)
  return Object.fromEntries([...files.values()].map(file => [file.name, new TextDecoder().decode(file.bytes())]))
}
function folderWith(files: Record<string, Uint8Array>): string {
  const folder = join(freshFolder(), 'downloads')
  mkdirSync(folder)
  for (const [name, body] of Object.entries(files)) writeFileSync(join(folder, name), body)
  return folder
}

it('takes a download of the vendor as it is, alone or in the folder where it lies', async () => {
  const folder = folderWith({ 'cmterm-7975-sip.9-4-2SR3-1.zip': FIRMWARE, 'holiday.zip': FIRMWARE })
  const expected = { 'SIP75.9-4-2SR3-1S.loads': 'list', 'cnu75.9-4-2ES26.sbn': 'image' }
  expect(await found(folder)).toEqual(expected)
  expect(await found(join(folder, 'holiday.zip'))).toEqual(expected)
  const [first] = (await findFirmware([folder], manifest)).values()
  expect(first?.path).toBe(join(folder, 'cmterm-7975-sip.9-4-2SR3-1.zip!SIP75.9-4-2SR3-1S.loads'))
})

it('finds the dictionary and the tones of the plan in a locale, under the names that the phone asks for', async () => {
  const folder = folderWith({ 'po-locale-de_DE-k3-12.5.1.1000-1.cop.sgn': await locale() })
  expect(await found(folder)).toEqual({
    'German_Germany/td-sip.jar': 'usr/local/cm/tftp/german_germany/td-sip.jar',
    'Germany/g3-tones.xml': 'usr/local/cm/tftp/germany/g3-tones.xml',
  })
})

it('says which archive is cut off, and passes over a stranger’s that nobody named', async () => {
  const cut = FIRMWARE.slice(0, FIRMWARE.length - 60)
  const named = folderWith({ 'cmterm-7975-sip.zip': cut })
  await expect(findFirmware([named], manifest)).rejects.toMatchObject({
    code: 'firmware.archive',
    detail: expect.stringContaining('cmterm-7975-sip.zip'),
  })
  expect(await found(folderWith({ 'holiday.zip': cut }))).toEqual({})
})

it('goes on when a file is gone before its turn, but not without one that was named', async () => {
  const folder = folderWith({ 'cmterm-7975-sip.zip': FIRMWARE, 'half.zip.crdownload': bytes('x') })
  // The archive is opened first, and meanwhile the other is done and has another name.
  const looking = found(folder)
  rmSync(join(folder, 'half.zip.crdownload'))
  expect(Object.keys(await looking)).toHaveLength(2)
  await expect(found(join(folder, 'half.zip.crdownload'))).rejects.toMatchObject({ code: 'firmware.unreadable' })
})

it('gives a file of its own before one in an archive that comes later', async () => {
  const folder = folderWith({ 'cmterm-7975-sip.zip': FIRMWARE, 'SIP75.9-4-2SR3-1S.loads': bytes('mine') })
  expect((await found(join(folder, 'SIP75.9-4-2SR3-1S.loads'), folder))['SIP75.9-4-2SR3-1S.loads']).toBe('mine')
})
