import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { packTar } from 'modern-tar'
import { describe, expect, it } from 'vitest'
import { wrapSigned } from '../rehearsal/signed.ts'
import { archiveKind, openArchive } from './archive.ts'

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)
const bytes = (of: string) => new TextEncoder().encode(of)
const tar = (files: Record<string, Uint8Array>) =>
  packTar(
    Object.entries(files).map(([name, body]) => ({
      header: { name, size: body.length, type: 'file' as const },
      body,
    })),
  )
const LOADS = /\.(loads|sbn)$/
const wants = (path: string) => LOADS.test(path)
const listed = async (archive: Uint8Array) =>
  Object.fromEntries((await openArchive(archive, wants)).map(file => [file.path, text(file.bytes())]))

const FILES = {
  'SIP75.9-4-2SR3-1S.loads': bytes('list'),
  'sub/jar75sip.9-4-2ES26.sbn': bytes('jar'.repeat(1000)),
  'copstart.sh': bytes('rm -rf /'),
}
/** As a locale comes: signed, packed, and a tar in a tar. */
const cop = async () =>
  wrapSigned('po-locale-de_DE.cop', gzipSync(await tar({ 'inner.tar': await tar(FILES), 'copstart.sh': bytes('x') })))

describe('an archive of the vendor', () => {
  it.each([
    ['a zip', async () => zipSync(FILES), ''],
    ['a tar', async () => tar(FILES), ''],
    ['a packed tar', async () => gzipSync(await tar(FILES)), ''],
    ['a signed one, with a tar in it', cop, 'inner.tar/'],
    ['a zip of such a one', async () => zipSync({ 'a.cop.sgn': await cop() }), 'a.cop.sgn/inner.tar/'],
  ])('gives what is wanted, and nothing else: %s', async (_, make, around) => {
    expect(await listed(await make())).toEqual({
      [`${around}SIP75.9-4-2SR3-1S.loads`]: 'list',
      [`${around}sub/jar75sip.9-4-2ES26.sbn`]: 'jar'.repeat(1000),
    })
  })

  it('may hold as much as all platforms of the 88xx have, whose images do not pack', async () => {
    const image = randomBytes(38_000_000)
    const set = Object.fromEntries(['', '2', '3', '4'].map(platform => [`rootfs${platform}.88xx.sbn`, image]))
    for (const make of [() => zipSync(set, { level: 0 }), async () => gzipSync(await tar(set), { level: 1 })]) {
      const files = await openArchive(await make(), wants)
      expect(files.map(({ size }) => size)).toEqual(Array(4).fill(image.length))
      expect(Buffer.compare(files[3]?.bytes() ?? image.subarray(1), image)).toBe(0)
    }
  })

  it('is known by its content, not by its name', async () => {
    expect(archiveKind(zipSync(FILES))).toBe('zip')
    expect(archiveKind(await tar(FILES))).toBe('tar')
    expect(archiveKind(gzipSync(bytes('x')))).toBe('gzip')
    expect(archiveKind(await cop())).toBe('signed')
    for (const other of ['', 'PK', 'hello', '\u0001\u0000\u0000']) expect(archiveKind(bytes(other))).toBeUndefined()
    expect(await listed(bytes('no archive'))).toEqual({})
  })

  it('that was cut off is an error with a code, wherever that was', async () => {
    for (const whole of [zipSync(FILES), await cop()]) {
      for (let end = 4; end < whole.length; end += 97) {
        const cut = whole.slice(0, end)
        await listed(cut).catch(error => expect(error).toMatchObject({ code: expect.stringMatching(/^firmware\./) }))
      }
    }
    await expect(openArchive(zipSync(FILES).slice(0, 200), wants)).rejects.toMatchObject({ code: 'firmware.archive' })
  })

  it('that is damaged anywhere never crashes', async () => {
    let state = 20_261_124
    const random = (below: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
      return state % below
    }
    const wholes = [zipSync(FILES), await cop(), await tar(FILES)]
    for (let run = 0; run < 3000; run++) {
      const whole = wholes[run % wholes.length] ?? new Uint8Array()
      const broken = whole.slice()
      for (let change = 0; change <= random(4); change++) broken[random(broken.length)] = random(256)
      await listed(broken).catch(error => expect(error).toMatchObject({ code: expect.stringMatching(/^firmware\./) }))
    }
  })

  it('in archives without end is refused', async () => {
    let nested = zipSync({ 'a.loads': bytes('deep') })
    for (let depth = 0; depth < 8; depth++) nested = zipSync({ 'a.zip': nested })
    await expect(openArchive(nested, wants)).rejects.toMatchObject({ code: 'firmware.archive', detail: 'too deep' })
  })
})
