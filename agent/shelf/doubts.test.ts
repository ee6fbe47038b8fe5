import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { manifestOf, phoneOf } from '../../test/manifest.ts'
import { makeFirmware } from '../rehearsal/synthetic.ts'
import { doubtsAbout } from './doubts.ts'

const LOAD = 'SIP75.9-4-2SR3-1S'
const IMAGES = ['jar75sip', 'cnu75', 'apps75', 'dsp75', 'cvm75sip'].map(kind => `${kind}.9-4-2ES26.sbn`)
const SIZES = Object.fromEntries(['jar', 'cnu', 'apps', 'dsp', 'cvm'].map(kind => [kind, 2000]))
const manifest = manifestOf([phoneOf()])
const whole = () => makeFirmware({ load: LOAD, files: IMAGES, sizes: SIZES })
const withFile = (name: string, change: (bytes: Uint8Array) => Uint8Array) => {
  const firmware = whole()
  const bytes = firmware.get(name.toLowerCase())?.bytes() ?? new Uint8Array()
  return firmware.set(name.toLowerCase(), { name, bytes: () => change(bytes) })
}
const codes = (firmware: ReturnType<typeof whole>) => doubtsAbout(manifest, firmware).map(({ code }) => code)

describe('about firmware', () => {
  it('that is whole, or not there at all, there is no doubt', () => {
    expect(manifest.phones[0]?.route.at(-1)?.load).toBe(LOAD)
    expect(codes(whole())).toEqual([])
    expect(codes(new Map())).toEqual([])
  })

  it.each([
    ['cut off in its archive', 'apps75.9-4-2ES26.sbn', (bytes: Uint8Array) => bytes.slice(0, -1)],
    ['cut off in its header', 'apps75.9-4-2ES26.sbn', (bytes: Uint8Array) => bytes.slice(0, 100)],
    ['that is no firmware', 'apps75.9-4-2ES26.sbn', () => new TextEncoder().encode('<html>404</html>')],
    [
      'that is another file, renamed',
      'cnu75.9-4-2ES26.sbn',
      () =>
        whole()
          .get(IMAGES[0] ?? '')
          ?.bytes() ?? new Uint8Array(),
    ],
  ])('a file %s is said to be damaged', (_, name, change) => {
    const doubts = doubtsAbout(manifest, withFile(name, change))
    expect(doubts).toEqual([{ code: 'firmware.damaged', detail: expect.stringMatching(`^${name}: firmware\\.`) }])
  })

  it('of two releases in one folder, the image that belongs to another build is named', () => {
    const firmware = whole()
    firmware.delete('cvm75sip.9-4-2es26.sbn')
    firmware.set('cvm75sip.8-5-4th1-6.sbn', { name: 'cvm75sip.8-5-4TH1-6.sbn', bytes: () => new Uint8Array() })
    expect(doubtsAbout(manifest, firmware)).toEqual([
      { code: 'firmware.mixed', detail: 'cvm75sip.9-4-2ES26.sbn ≠ cvm75sip.8-5-4TH1-6.sbn' },
    ])
  })

  it('of another model, where that of the phone is missing, is told', () => {
    const other = makeFirmware({ load: 'SIP45.9-4-2SR3-1S', files: [], sizes: SIZES })
    expect(doubtsAbout(manifest, other)).toEqual([
      { code: 'firmware.model', detail: 'SIP45.9-4-2SR3-1S.loads, SIP75.9-4-2SR3-1S' },
    ])
    expect(doubtsAbout(manifest, new Map([...other, ...whole()]))).toEqual([])
  })

  it('of two hops side by side, neither is a mixture; a file of the first that is damaged is said, too', () => {
    const first = 'SIP75.8-5-2S'
    const images = IMAGES.map(name => name.replace('9-4-2ES26', '8-5-2TH1-9'))
    const hops = manifestOf([phoneOf({ route: [{ load: first, files: [] }, ...phoneOf().route] })])
    const both = new Map([...makeFirmware({ load: first, files: images, sizes: SIZES }), ...whole()])
    expect(doubtsAbout(hops, both)).toEqual([])
    both.delete('jar75sip.9-4-2es26.sbn')
    expect(doubtsAbout(hops, both)).toEqual([])
    both.set('cnu75.8-5-2th1-9.sbn', { name: 'cnu75.8-5-2TH1-9.sbn', bytes: () => new Uint8Array() })
    expect(doubtsAbout(hops, both)).toMatchObject([{ code: 'firmware.damaged' }])
  })

  it('for SCCP where SIP is wanted, that is said', () => {
    const firmware = makeFirmware({ load: 'SCCP75.9-4-2SR3-1S', files: [], sizes: SIZES })
    expect(doubtsAbout(manifest, firmware)).toEqual([
      { code: 'firmware.protocol', detail: `SCCP75.9-4-2SR3-1S.loads, ${LOAD}` },
    ])
  })

  it('for SCCP as the step in between is meant so', () => {
    const first = 'SCCP75.8-5-2S'
    const firmware = makeFirmware({ load: first, files: [], sizes: SIZES })
    const hops = manifestOf([phoneOf({ route: [{ load: first, files: [] }, ...phoneOf().route] })])
    expect(doubtsAbout(hops, firmware)).toEqual([])
  })

  it('of a 78xx or 88xx, its own sum is checked', () => {
    const load = 'sip88xx.14-4-1-0301-6'
    const phone = phoneOf()
    const later = manifestOf([
      { ...phone, route: [{ load, files: [] }], facts: { ...phone.facts, loadFamilies: ['sip88xx'] } },
    ])
    const about = (bytes: Uint8Array) =>
      doubtsAbout(later, new Map([[`${load}.loads`, { name: `${load}.loads`, bytes: () => bytes }]]))
    const good = newContainer(`${load}.loads`, '[CISCO-ID]\nversion=14-4-1\n')
    expect(about(good)).toEqual([])
    const changed = good.slice()
    changed[changed.length - 1] = 0
    expect(about(changed)).toMatchObject([
      { code: 'firmware.damaged', detail: expect.stringContaining('firmware.hash') },
    ])
    expect(about(good.slice(0, -1))).toMatchObject([{ detail: expect.stringContaining('firmware.header') }])
    for (let end = 0; end < good.length; end++) expect(about(good.slice(0, end))).toHaveLength(1)
  })
})

/** By hand, as the field guide describes it; the signature is zeros. */
function newContainer(name: string, content: string): Uint8Array {
  const payload = new TextEncoder().encode(content)
  const header = Buffer.alloc(0x38 + Math.ceil(name.length / 4) * 4 + 256)
  header.writeUInt32LE(0xab1234cd, 0)
  header.writeUInt32LE(header.length, 4)
  header.writeUInt32LE(payload.length, 0x0c)
  createHash('sha256').update(payload).digest().copy(header, 0x14)
  header.writeUInt32LE(name.length, 0x34)
  header.write(name, 0x38, 'latin1')
  return new Uint8Array(Buffer.concat([header, payload]))
}
