import { deflateRawSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Preset } from '../../schemas/preset.ts'
import { BUILT_IN } from './built-in.ts'
import { PRESET_ID, presetId } from './id.ts'
import { contentOf, fromLink, isLink, PRESET_BYTES, toLink } from './link.ts'

const PRESET: Preset = { preset: 'x', author: 'Jürgen', keys: [{ dial: '**600', label: 'Büro' }] }
const packed = (text: string | Buffer) => `#p=1${deflateRawSync(text, { level: 9 }).toString('base64url')}`

describe('an id', () => {
  it('is that of the content, in whatever order it is written: a fixed vector', async () => {
    // printf '{"codec":"g722","preset":"x"}' | sha256sum | xxd -r -p | base32 | tr A-Z a-z | cut -c 1-26
    expect(await presetId({ preset: 'x', codec: 'g722' })).toBe('jnphmmo3zqqcv6xskkhqsde5r6')
    expect(await presetId({ codec: 'g722', preset: 'x' })).toBe('jnphmmo3zqqcv6xskkhqsde5r6')
    expect(await presetId({ preset: 'y', codec: 'g722' })).not.toBe('jnphmmo3zqqcv6xskkhqsde5r6')
    expect('jnphmmo3zqqcv6xskkhqsde5r6').toMatch(PRESET_ID)
  })
})

describe('a link', () => {
  it.each([...BUILT_IN, PRESET].map(preset => [preset.preset, preset] as const))(
    'gives back the preset %s, alone or behind any address',
    async (_, preset) => {
      const link = await toLink(preset)
      expect(link).toMatch(/^#p=1[A-Za-z0-9_-]+$/)
      for (const text of [link, `https://phones.example.org/${link}`, `  http://localhost:8787/?lang=de${link}\n`])
        expect(await fromLink(text)).toEqual(preset)
    },
  )

  it('holds a preset of 16 kB', async () => {
    const letters = fc.sample(fc.string({ unit: 'grapheme-ascii', minLength: 28, maxLength: 28 }), {
      numRuns: 110,
      seed: 1,
    })
    const keys = letters.map(label => ({ dial: '**600', label: `a${label.replace(/[^!-~]/g, 'x')}` }))
    const preset: Preset = { preset: 'x', keys }
    expect(await fromLink(await toLink(preset))).toEqual(preset)
  })

  it('is nothing when it is cut off or changed at any place', async () => {
    const link = await toLink(PRESET)
    for (let end = 3; end < link.length; end++) expect(await fromLink(link.slice(0, end)), `${end}`).toBeUndefined()
    for (let at = 3; at < link.length; at++) {
      const other = `${link.slice(0, at)}${link[at] === 'A' ? 'B' : 'A'}${link.slice(at + 1)}`
      const read = await fromLink(other)
      // Nothing checks a fragment but the schema; what is read is a preset, whichever.
      if (read) expect(await fromLink(await toLink(read))).toEqual(read)
    }
  })

  it.each([
    ['another way of packing', '#p=2AAAA'],
    ['no content', '#p=1'],
    ['no base64url', '#p=1a+b/'],
    ['base64 of one letter too many', '#p=1AAAAA'],
    ['nothing deflated', '#p=1////'],
    ['no JSON', packed('preset: x')],
    ['no UTF-8', packed(Buffer.from([0x22, 0xff, 0x22]))],
    ['a site', packed('{"site":"home","phones":[]}')],
    ['a field that no preset has', packed('{"preset":"x","registrar":{"address":"192.0.2.1"}}')],
    ['deep nesting', packed(`{"preset":${'['.repeat(7000)}${']'.repeat(7000)}}`)],
    ['a list', packed('[]')],
    ['an empty text', ''],
    ['something behind it', `${packed('{"preset":"x"}')}&x=1`],
  ])('is nothing with %s, and throws nothing', async (_, text) => {
    expect(await fromLink(text)).toBeUndefined()
  })

  it('takes anything without throwing', async () => {
    const text = fc.oneof(
      fc.string().map(content => `#p=1${content}`),
      fc.uint8Array({ maxLength: 200 }).map(bytes => `#p=1${Buffer.from(bytes).toString('base64url')}`),
      fc.string().map(packed),
    )
    await fc.assert(fc.asyncProperty(text, async link => void (await fromLink(link))))
  })

  it('inflates no more than a preset may have: a bomb of 15 MB costs nothing', async () => {
    const bomb = packed(Buffer.alloc(15_000_000, ' '))
    expect(bomb.length).toBeLessThan(21_400)
    const start = performance.now()
    for (let time = 0; time < 20; time++) expect(await contentOf(bomb)).toBeUndefined()
    expect((performance.now() - start) / 20).toBeLessThan(50)
    const large = packed(`"${'x'.repeat(PRESET_BYTES)}"`)
    expect(await contentOf(large)).toBeUndefined()
    expect(await contentOf(packed(`"${'x'.repeat(PRESET_BYTES - 2)}"`))).toHaveLength(PRESET_BYTES - 2)
    // So long a text is not even decoded.
    expect(await contentOf(`#p=1${'A'.repeat(1_000_000)}`)).toBeUndefined()
  })

  it('is meant wherever its beginning stands', () => {
    expect(['#p=', 'x#p=1', 'https://a/#p=zz'].map(isLink)).toEqual([true, true, true])
    expect(['fritzbox-de', '#q=1', 'p=1'].map(isLink)).toEqual([false, false, false])
  })
})
