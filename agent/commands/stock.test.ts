// Without --firmware: what lies beside the bundle and among the downloads is found, named, and taken only where it is needed.
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { beforeEach, describe, expect, it } from 'vitest'
import type { ManifestPhone } from '../../schemas/manifest.ts'
import { freshFolder } from '../../test/folder.ts'
import { manifestOf, phoneOf } from '../../test/manifest.ts'
import { readArguments } from '../arguments.ts'
import type { AgentEvent } from '../events.ts'
import { wrapSigned } from '../rehearsal/signed.ts'
import { makeFirmware } from '../rehearsal/synthetic.ts'
import { stockFirmware } from './stock.ts'

const LOAD = 'SIP75.9-4-2SR3-1S'
const RESET = 'term75.default.loads'
const NAME = 'cmterm-7975-sip.9-4-2SR3-1.zip'
const imagesOf = (build: string, protocol = 'sip') =>
  [`jar75${protocol}`, 'cnu75', 'apps75', 'dsp75', `cvm75${protocol}`].map(kind => `${kind}.${build}.sbn`)
const IMAGES = imagesOf('9-4-2ES26')
const SIZES = { jar: 900, cnu: 900, apps: 900, dsp: 900, cvm: 900 }

/** The files of a load, by name. */
function setOf(load: string, images: readonly string[], ...more: string[]): Record<string, Uint8Array> {
  const made = makeFirmware({ load, files: [...images, ...more], sizes: SIZES })
  return Object.fromEntries([...made.values()].map(({ name, bytes }) => [name, bytes()]))
}
const WANTED = setOf(LOAD, IMAGES, RESET)
const OLD = setOf('SIP75.8-5-4S', imagesOf('8-5-4TH1-6'), RESET)

let folder: string
let bundles: string
let downloads: string
beforeEach(() => {
  folder = freshFolder()
  bundles = join(folder, 'bundles')
  downloads = join(folder, 'home', 'Downloads')
  mkdirSync(bundles)
  mkdirSync(downloads, { recursive: true })
})
const put = (where: string, files: Record<string, Uint8Array>) => {
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(where, name), bytes)
}

async function stock(phone: Partial<ManifestPhone> = {}, args: string[] = []) {
  const said: { code: string; detail: string }[] = []
  const emit = (event: AgentEvent) => {
    if (event.event === 'agent.notice') said.push({ code: event.code, detail: event.detail })
  }
  const environment = { XDG_DOWNLOAD_DIR: downloads, LANG: 'C' }
  const context = {
    args: readArguments([join(bundles, 'bundle.zip'), ...args], environment),
    environment,
    emit,
    signal: new AbortController().signal,
  }
  const { firmware, manifest } = await stockFirmware(context, manifestOf([phoneOf(phone)]))
  return { names: [...firmware.values()].map(({ name }) => name).sort(), firmware, manifest, said }
}

describe('without --firmware', () => {
  it('the archive among the downloads is named before it is used', async () => {
    put(downloads, { [NAME]: zipSync(WANTED) })
    const { names, said } = await stock()
    expect(names).toEqual(Object.keys(WANTED).sort())
    expect(said).toEqual([{ code: 'firmware.found', detail: join(downloads, NAME) }])
  })

  it('files that lie unpacked beside the bundle are found, each named', async () => {
    put(bundles, { ...WANTED, 'holiday.jpg': new Uint8Array(9), 'SEP001D452D2BF0.cnf.xml.sgn': new Uint8Array(9) })
    const { names, said } = await stock()
    expect(names).toEqual(Object.keys(WANTED).sort())
    expect(said[0]?.detail.split(', ').sort()).toEqual(
      Object.keys(WANTED)
        .map(name => join(bundles, name))
        .sort(),
    )
  })

  it('what nobody needs is left aside and not named', async () => {
    put(downloads, {
      [NAME]: zipSync(WANTED),
      'cmterm-7975-sip.8-5-4.zip': zipSync(OLD),
      'cmterm-7911_7906-sip.9-4-2SR3-1.zip': zipSync(setOf('SIP11.9-4-2SR3-1S', ['jar11sip.9-4-2ES26.sbn'])),
      'cnu42.9-4-2ES26.sbn': new Uint8Array(9),
    })
    const { names, said, firmware } = await stock()
    expect(names).toEqual(Object.keys(WANTED).sort())
    expect(firmware.get(RESET)?.twins).toEqual([])
    expect(said).toEqual([{ code: 'firmware.found', detail: join(downloads, NAME) }])
  })

  it('an archive that is cut off is named and passed over, and a folder that is not there is no matter', async () => {
    const whole = zipSync(WANTED)
    put(downloads, { [NAME]: whole, 'cmterm-7975-sip.9-4-2SR4-3.zip': whole.slice(0, 500) })
    const { names, said } = await stock()
    expect(names).toHaveLength(Object.keys(WANTED).length)
    expect(said[0]).toEqual({ code: 'firmware.unopened', detail: join(downloads, 'cmterm-7975-sip.9-4-2SR4-3.zip') })
    downloads = join(folder, 'nowhere')
    expect(await stock()).toMatchObject({ names: [], said: [] })
  })

  it('links are not followed, folders are not entered, and a folder with another name is no archive', async () => {
    const elsewhere = freshFolder()
    put(elsewhere, { [NAME]: zipSync(WANTED), [`${LOAD}.loads`]: WANTED[`${LOAD}.loads`] ?? new Uint8Array() })
    symlinkSync(join(elsewhere, NAME), join(downloads, NAME))
    symlinkSync(join(elsewhere, `${LOAD}.loads`), join(downloads, `${LOAD}.loads`))
    symlinkSync(elsewhere, join(downloads, 'more'))
    mkdirSync(join(downloads, 'sub'))
    put(join(downloads, 'sub'), WANTED)
    put(downloads, { 'firmware.zip': zipSync(WANTED) })
    expect(await stock()).toMatchObject({ names: [], said: [] })
  })

  it('the download folder may itself be a link, and be where the bundle lies: each file counts once', async () => {
    put(bundles, { [NAME]: zipSync(WANTED) })
    downloads = join(folder, 'link')
    symlinkSync(bundles, downloads)
    const { firmware, said } = await stock()
    expect(said).toEqual([{ code: 'firmware.found', detail: join(bundles, NAME) }])
    expect(firmware.get(IMAGES[1]?.toLowerCase() ?? '')?.copies).toBeUndefined()
  })

  it('a dictionary that the phone asks for is found in its archive, whatever else is in it', async () => {
    const asks = [{ file: 'German_Germany/td-sip.jar', harmless: true }]
    const inside = { 'German_Germany/td-sip.jar': new Uint8Array(5), 'German_Germany/mk-sip.jar': new Uint8Array(5) }
    put(downloads, { 'po-locale-de_DE-12.5.1.zip': zipSync(inside), 'po-locale-fr_FR.zip': zipSync({}) })
    const { names } = await stock({ facts: { ...phoneOf().facts, asks } })
    expect(names).toEqual(['German_Germany/td-sip.jar'])
  })

  it('images of a list in the form of the 88xx are needed, too', async () => {
    const load = 'sip88xx.14-4-1-0301-6'
    const list = '[PLATFORM_2]\r\nkern=kern288xx.14-4-1.sbn size=5\r\nrootfs=rootfs288xx.14-4-1.sbn\r\n'
    const files = Object.fromEntries(
      ['kern288xx.14-4-1.sbn', 'rootfs288xx.14-4-1.sbn', 'other.sbn'].map(name => [name, new Uint8Array(5)]),
    )
    put(downloads, { 'cmterm-88xx.zip': zipSync({ ...files, [`${load}.loads`]: new TextEncoder().encode(list) }) })
    const facts = { ...phoneOf().facts, loadFamilies: ['sip88xx'] }
    const { names } = await stock({ facts, route: [{ load, files: [] }] })
    expect(names).toEqual(['kern288xx.14-4-1.sbn', 'rootfs288xx.14-4-1.sbn', `${load}.loads`])
  })

  it('images of a list of the 89xx are needed, too, and a list without end names none', async () => {
    const load = 'SIP894x.9-4-2SR2-2'
    const images = [1, 2].map(part => `${load}.bin${part}.sgn`)
    const list = wrapSigned(`${load}.loads`, new TextEncoder().encode(`${images.join('\r\n')}\r\n`))
    const files = Object.fromEntries([...images, 'SIP894x.9-3-1.bin1.sgn'].map(name => [name, new Uint8Array(5)]))
    put(downloads, { ...files, [`${load}.loads`]: list })
    const phone = { facts: { ...phoneOf().facts, loadFamilies: ['SIP894x'] }, route: [{ load, files: [] }] }
    expect((await stock(phone)).names).toEqual([...images, `${load}.loads`])
    put(downloads, { [`${load}.loads`]: new Uint8Array(20_000_000).fill(97) })
    expect((await stock(phone)).names).toEqual([`${load}.loads`])
  })

  it('of other archives half a gigabyte is opened at most, of those that the bundle names all', async () => {
    for (const name of ['cmterm-1.zip', 'cmterm-2.zip', 'cmterm-3.zip']) {
      put(downloads, { [name]: new Uint8Array() })
      truncateSync(join(downloads, name), 240_000_000)
    }
    put(downloads, { [NAME]: zipSync(WANTED) })
    const renamed = { 'cmterm-7975-first.zip': zipSync(setOf('SIP75.8-5-2S', imagesOf('8-5-2'))) }
    const route = [{ load: 'SIP75.8-5-2S', files: [] }, ...phoneOf().route]
    put(downloads, renamed)
    expect((await stock({ route })).names).toContain('SIP75.8-5-2S.loads')
    truncateSync(join(downloads, 'cmterm-1.zip'), 260_000_000)
    expect((await stock({ route })).names).toEqual(Object.keys(WANTED).sort())
  })

  it('an archive for SCCP of the same release changes nothing', async () => {
    const sccp = setOf('SCCP75.9-4-2SR3-1S', imagesOf('9-4-2ES26', 'sccp'))
    put(downloads, { [NAME]: zipSync(WANTED), 'cmterm-7975-sccp.9-4-2SR3-1.zip': zipSync(sccp) })
    const { names, firmware } = await stock()
    expect(names).toEqual(Object.keys(WANTED).sort())
    expect(firmware.get('cnu75.9-4-2es26.sbn')).toMatchObject({ copies: [expect.stringMatching(/^[0-9a-f]{64}$/)] })
    expect(firmware.get('cnu75.9-4-2es26.sbn')?.rivals).toBeUndefined()
  })
})

it('with --firmware nothing else is looked at', async () => {
  put(downloads, { [NAME]: zipSync(WANTED) })
  const other = freshFolder()
  put(other, { 'cnu42.9-4-2ES26.sbn': new Uint8Array(9) })
  expect(await stock({}, ['--firmware', other])).toMatchObject({ names: ['cnu42.9-4-2ES26.sbn'], said: [] })
})

it('two images of one name with different contents are both said, of which the first counts', async () => {
  const name = IMAGES[1] ?? ''
  const other = freshFolder()
  put(other, { [NAME]: zipSync({ [name]: wrapSigned(name, new TextEncoder().encode('another')) }) })
  const first = freshFolder()
  put(first, { [name]: WANTED[name] ?? new Uint8Array() })
  const { firmware } = await stock({}, ['--firmware', first, '--firmware', other])
  expect(firmware.get(name.toLowerCase())).toMatchObject({
    path: join(first, name),
    rivals: [`${join(other, NAME)}!${name}`],
  })
})

describe('a step in between that is not here', () => {
  const route = [
    { load: 'SIP75.8-5-2S', files: [], unverified: true },
    { load: LOAD, files: [], oldest: '8.3(3)' },
  ]
  const loadsOf = (manifest: { phones: { route: { load: string }[] }[] }) =>
    manifest.phones[0]?.route.map(({ load }) => load)

  it('is taken by a load that will do, found among the downloads', async () => {
    const load = 'SCCP75.8-4-2S'
    put(downloads, {
      [NAME]: zipSync(WANTED),
      'cmterm-7975-sccp.8-4-2.zip': zipSync(setOf(load, imagesOf('8-4-2', 'sccp'))),
      'cmterm-7975-sip.8-5-4.zip': zipSync(OLD), // too new for a phone below 8.3(3)
      'cmterm-7975-sccp.8-3-2.zip': zipSync(setOf('SCCP75.8-3-2S', imagesOf('8-3-2', 'sccp'))), // too old for the next
    })
    const { manifest, said, names } = await stock({ route })
    expect(loadsOf(manifest)).toEqual([load, LOAD])
    expect(manifest.phones[0]?.route[0]).toEqual({ load, files: [] })
    expect(names).toContain('jar75sccp.8-4-2.sbn')
    expect(names).not.toContain('jar75sip.8-5-4TH1-6.sbn')
    expect(said.map(({ code }) => code)).toEqual(['firmware.found', 'firmware.stand-in'])
    expect(said[1]?.detail).toBe(`SIP75.8-5-2S → ${load}`)
  })

  it('is not taken by another while it is here itself, or when none will do', async () => {
    put(downloads, { ...setOf('SIP75.8-5-2S', imagesOf('8-5-2')), ...setOf('SIP75.8-4-2S', imagesOf('8-4-2')) })
    expect(loadsOf((await stock({ route })).manifest)).toEqual(['SIP75.8-5-2S', LOAD])
  })
})

it('for the wanted load none stands in; which line of the site would take the other one is said', async () => {
  const files = setOf('SIP75.9-4-2SR4-3S', imagesOf('9-4-2SR4-3'))
  put(downloads, { ...files, ...OLD })
  const { manifest, said, names } = await stock()
  expect(manifest.phones[0]?.route.at(-1)?.load).toBe(LOAD)
  expect(names).toEqual([])
  expect(said).toEqual([{ code: 'firmware.other-release', detail: `${LOAD} → load: SIP75.9-4-2SR4-3S` }])
})
