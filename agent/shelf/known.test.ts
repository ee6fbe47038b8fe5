// Files that were seen in public, by their hashes in the manifest, and what is said of others; and a language that is not there.
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { manifestOf, phoneOf } from '../../test/manifest.ts'
import { wrapSigned } from '../rehearsal/signed.ts'
import { makeFirmware } from '../rehearsal/synthetic.ts'
import { doubtsAbout } from './doubts.ts'
import { compareImages, judgeFiles } from './known.ts'
import { missingFirmware } from './needed.ts'
import type { Stocked } from './twins.ts'

const LOAD = 'SIP75.9-4-2SR3-1S'
const FIRST = 'SIP75.8-5-2S'
const RESET = 'term75.default.loads'
const IMAGES = ['jar75sip', 'cnu75', 'apps75', 'dsp75', 'cvm75sip'].map(kind => `${kind}.9-4-2ES26.sbn`)
const SIZES = Object.fromEntries(['jar', 'cnu', 'apps', 'dsp', 'cvm'].map(kind => [kind, 2000]))
const whole = (): Map<string, Stocked> => makeFirmware({ load: LOAD, files: [...IMAGES, RESET], sizes: SIZES })
const sha256 = (bytes: Uint8Array | undefined) =>
  createHash('sha256')
    .update(bytes ?? '')
    .digest('hex')
const hashOf = (name: string) => sha256(whole().get(name.toLowerCase())?.bytes())
const signedAgain = (name: string): Uint8Array => {
  const bytes = (whole().get(name.toLowerCase())?.bytes() ?? new Uint8Array()).slice()
  bytes[120] = (bytes[120] ?? 0) ^ 1 // in the signature
  return bytes
}
/** A manifest that knows the hashes of these names. */
const knowing = (...names: string[]) => {
  const files = [...IMAGES, RESET].map(name => ({ name, sha256: names.includes(name) ? [hashOf(name)] : [] }))
  return manifestOf([phoneOf({ route: [{ load: LOAD, files }] })])
}
const CNU = 'cnu75.9-4-2ES26.sbn'
const unknown = (manifest: ReturnType<typeof knowing>, firmware: Map<string, Stocked>) =>
  doubtsAbout(manifest, firmware).filter(({ code }) => code === 'firmware.unknown')

describe('a file', () => {
  it('that was seen in public is known, and of one without known hashes nothing is said', () => {
    const manifest = knowing(CNU, RESET)
    const judged = judgeFiles(manifest, whole()).map(({ file, known, load }) => [file.name, known, load])
    expect(judged).toEqual([
      [CNU, true, LOAD],
      [RESET, true, LOAD],
    ])
    expect(doubtsAbout(manifest, whole())).toEqual([])
    expect(judgeFiles(manifest, new Map())).toEqual([])
  })

  it('that is another one is said once a load, with all the names', () => {
    const firmware = whole()
    for (const name of [CNU, IMAGES[0] ?? ''])
      firmware.set(name.toLowerCase(), { name, bytes: () => signedAgain(name) })
    expect(unknown(knowing(...IMAGES), firmware)).toEqual([
      { code: 'firmware.unknown', detail: `${LOAD}: ${IMAGES[0]}, ${CNU}` },
    ])
  })

  it('whose payload is that of a known one is known, though it is signed in another way', () => {
    const file: Stocked = { name: CNU, bytes: () => signedAgain(CNU) }
    const firmware = whole().set(CNU.toLowerCase(), file)
    expect(unknown(knowing(CNU), firmware)).toHaveLength(1)
    compareImages(file, { name: CNU, bytes: () => whole().get(CNU.toLowerCase())?.bytes() ?? new Uint8Array() })
    expect(file.rivals).toBeUndefined()
    expect(unknown(knowing(CNU), firmware)).toEqual([])
  })

  it('of one name with another payload is a twin that does not count, wherever it lies', () => {
    const firmware = whole()
    const file: Stocked = {
      name: CNU,
      path: '/a',
      bytes: () => firmware.get(CNU.toLowerCase())?.bytes() ?? new Uint8Array(),
    }
    compareImages(file, { name: CNU, path: '/b!cnu', bytes: () => wrapSigned(CNU, Uint8Array.of(1)) })
    expect(file.copies).toBeUndefined()
    const doubts = doubtsAbout(manifestOf(), new Map([['cnu75.9-4-2es26.sbn', file]]))
    expect(doubts).toContainEqual({ code: 'firmware.twins', detail: '/a ≠ /b!cnu' })
  })

  it('that cannot be read is compared with nothing, and known to nobody', () => {
    const broken = (): never => {
      throw new Error('gone')
    }
    const file: Stocked = { name: CNU, bytes: broken }
    compareImages(file, { name: CNU, bytes: () => Uint8Array.of(1) })
    expect(file).toEqual({ name: CNU, bytes: broken })
    expect(judgeFiles(knowing(CNU), new Map([[CNU.toLowerCase(), file]]))).toMatchObject([{ known: false }])
  })
})

describe('a list for a reset', () => {
  it('is judged where it belongs: by the load whose images it names', () => {
    const firmware = whole()
    const [first] = makeFirmware({ load: FIRST, files: ['jar75sip.8-5-2.sbn', RESET] }).values()
    const other: Stocked = { name: RESET, bytes: () => wrapSigned(RESET, new TextEncoder().encode('x.sbn\r\n')) }
    expect(first?.name).toBe(`${FIRST}.loads`)
    const own = firmware.get(RESET)
    firmware.set(RESET, { ...other, twins: own ? [own] : [] })
    expect(judgeFiles(knowing(RESET), firmware)).toMatchObject([{ known: true, file: { bytes: own?.bytes } }])
    firmware.delete(`${LOAD}.loads`.toLowerCase())
    expect(judgeFiles(knowing(RESET), firmware)).toEqual([])
  })
})

describe('a language', () => {
  const asking = (...names: string[]) =>
    manifestOf([phoneOf({ facts: { ...phoneOf().facts, asks: names.map(file => ({ file, harmless: true })) } })])
  const GERMAN = ['German_Germany/td-sip.jar', 'Germany/g3-tones.xml']

  it('that is not there is said once, with its files, for all phones', () => {
    const manifest = asking('CTLSEP{MAC}.tlv', ...GERMAN, 'Desktops/320x212x16/List.xml', 'German_Germany/Ringlist.xml')
    const twice = manifestOf([...manifest.phones, ...manifest.phones])
    expect(doubtsAbout(twice, new Map())).toEqual([{ code: 'locale.missing', detail: GERMAN.join(', ') }])
  })

  it('of which a part is there lacks the rest', () => {
    const name = 'German_Germany/td-sip.jar'
    const firmware = new Map([[name.toLowerCase(), { name, bytes: () => new Uint8Array() }]])
    expect(doubtsAbout(asking(...GERMAN), firmware)).toEqual([{ code: 'locale.missing', detail: GERMAN[1] }])
  })

  it('that every phone has in its firmware is not missed', () => {
    expect(doubtsAbout(asking('English_United_States/td-sip.jar', 'United_States/g3-tones.xml'), new Map())).toEqual([])
    expect(doubtsAbout(asking('English_United_Kingdom/td-sip.jar'), new Map())).toHaveLength(1)
  })
})

it('what is missing says whether anybody has seen it, and what would do as well', () => {
  const route = [
    { load: FIRST, files: [], unverified: true },
    { load: LOAD, files: [], oldest: '8.3(3)', unverified: true },
  ]
  expect(missingFirmware(manifestOf([phoneOf({ route })]), new Map())).toMatchObject([
    { load: FIRST, onlyBelow: '8.3(3)', unverified: 'SIP75, SCCP75: 8.3(3) – 8.5(2)' },
    { load: LOAD, unverified: '' },
  ])
  expect(missingFirmware(manifestOf(), new Map())[0]).not.toHaveProperty('unverified')
})
