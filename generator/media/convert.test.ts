import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { makePng } from '../../test/png.ts'
import { makeWav, sine } from '../../test/wav.ts'
import { phoneModel } from '../catalog/phones.ts'
import { check } from '../generate.ts'
import { convert, MEDIA_MAX_BYTES, targetOf, wantsOf } from './convert.ts'
import { MEDIA_ERRORS, MediaError } from './error.ts'
import { mediaName, mediaNames } from './name.ts'

const EXAMPLE = readFileSync(new URL('../../examples/fritzbox-7975g.yaml', import.meta.url), 'utf8')
const PNG = makePng({ width: 30, height: 20, pixel: () => [1, 2, 3] })
const WAV = makeWav({ rate: 8000, frames: 8000, sample: sine(440, 8000) })
const wantsFor = (...names: string[]) => names.flatMap(name => phoneModel(name) ?? []).map(wantsOf)
const paths = ({ files }: Awaited<ReturnType<typeof convert>>) => files.map(({ path }) => path)

describe('one file', () => {
  it('becomes the tree of every screen of the site, each once', async () => {
    const target = targetOf(wantsFor('CP-7975G', 'CP-7941G', 'CP-7961G', 'CP-7931G'))
    expect(paths(await convert('Die Berge.PNG', PNG, target))).toEqual([
      'Desktops/320x216x16/Die-Berge.png',
      'Desktops/320x216x16/Die-Berge-small.png',
      'Desktops/320x196x4/Die-Berge.png',
      'Desktops/320x196x4/Die-Berge-small.png',
    ])
    expect(paths(await convert('glocke.wav', WAV, target))).toEqual(['glocke.raw'])
  })

  it('becomes a wideband tone too for a model that says so', async () => {
    const made = await convert('a/glocke.wav', WAV, targetOf(wantsFor('CP-7975G', 'CP-8841')))
    expect(made.files.map(({ path, bytes }) => [path, bytes.length])).toEqual([
      ['glocke.raw', 8000],
      ['glocke.rwb', 32_000],
    ])
  })

  it('that is a picture has no place on a phone that shows none', async () => {
    const target = targetOf(wantsFor('CP-7931G'))
    await expect(convert('x.png', PNG, target)).rejects.toMatchObject({ code: 'media.no-pictures' })
  })

  it.each([
    ['\xff\xd8\xff\xe0\0\x10JFIF', 'JPEG'],
    ['GIF89a', 'GIF'],
    ['RIFF\0\0\0\0WEBPVP8 ', 'WebP'],
    ['BM\0\0', 'BMP'],
    ['II*\0', 'TIFF'],
    ['\0\0\0\x18ftypheic', 'HEIC'],
    ['\0\0\0\x18ftypM4A ', 'MP4/M4A'],
    ['ID3\x04', 'MP3'],
    ['\xff\xfb\x90', 'MP3'],
    ['OggS', 'Ogg'],
    ['fLaC', 'FLAC'],
    ['FORM\0\0\0\0AIFF', 'AIFF'],
    ['<?xml version="1.0"?>\n<svg>', 'SVG'],
    ['hello', ''],
    ['', '0 bytes'],
  ])('that only calls itself a picture is named for what it is: %j', async (start, name) => {
    const error = await convert('berge.png', Buffer.from(start, 'latin1'), targetOf(wantsFor('CP-7975G'))).catch(e => e)
    expect(error).toMatchObject({ code: 'media.kind', detail: name })
    for (const lang of ['de', 'en'] as const) expect(error.explain(lang).message).toContain(name)
  })

  it('that is too large is refused before anything is done with it', async () => {
    const large = new Uint8Array(MEDIA_MAX_BYTES + 1)
    await expect(convert('x.png', large, targetOf([]))).rejects.toMatchObject({ code: 'media.too-large' })
  })
})

it.each([
  ['C:\\Bilder\\Über den Dächern.png', 'Ueber-den-Daechern'],
  ['/home/x/Grüße aus Köln am Rhein.png', 'Gruesse-aus-Koeln-am'],
  ['café (1).png', 'cafe-1'],
  ['-rf.png', 'rf'],
  ['.png', 'file'],
  ['日本.png', 'file'],
  ['a.b.c.wav', 'a-b-c'],
])('%s goes by the name %s', (file, name) => {
  expect(mediaName(file)).toBe(name)
})

it('writes names so that the site takes them, whatever they look like', async () => {
  const names = ['berge', '2024', '1e5', 'null', 'True', '0x1f', 'no', 'a_b-c']
  const yaml = mediaNames(
    names.flatMap(name => [{ kind: 'wallpaper', name } as const, { kind: 'tone', name } as const]),
  )
  const checked = await check({ text: EXAMPLE + yaml, lang: 'en' })
  expect(checked.problems).toEqual([])
  const named = { wallpapers: names, ringTones: names.map(name => ({ name, file: name })) }
  expect(checked).toMatchObject({ plan: { media: named } })
})

it.each(Object.keys(MEDIA_ERRORS) as (keyof typeof MEDIA_ERRORS)[])(
  '%s has words and a cure in both languages',
  code => {
    for (const lang of ['de', 'en'] as const) {
      const { message, cure } = new MediaError(code, 'X').explain(lang)
      expect(message).toMatch(/ \(X\)\.$/)
      expect(cure).toMatch(/\.$/)
    }
  },
)
