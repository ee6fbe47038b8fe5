// Pictures and tones the whole way: named in a site, made of a person's files, served to the phone by the real shelf.
import { mkdirSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Leases } from '../agent/dhcp/leases.ts'
import { createHops } from '../agent/phones/hops.ts'
import { createRoster } from '../agent/phones/roster.ts'
import { find, parseXml } from '../agent/rehearsal/xml.ts'
import { findFirmware } from '../agent/shelf/firmware.ts'
import { readLists } from '../agent/shelf/lists.ts'
import { createShelf } from '../agent/shelf/shelf.ts'
import { createStation, type Station } from '../agent/station.ts'
import { readIssuer } from '../generator/bundle/seal.ts'
import { screenFor } from '../generator/catalog/models/screens.ts'
import { PHONES, phoneModel } from '../generator/catalog/phones.ts'
import { localKeys } from '../generator/cli/local-keys.ts'
import { ringLists } from '../generator/files/ring-list.ts'
import { wallpaperLists } from '../generator/files/wallpaper-list.ts'
import { generate } from '../generator/generate.ts'
import { convert, targetOf, wantsOf } from '../generator/media/convert.ts'
import { type Bundle, openBundle } from '../schemas/bundle/open.ts'
import { RingTones, Wallpapers } from '../schemas/media.ts'
import { freshFolder } from './folder.ts'
import { makePng } from './png.ts'
import { fetchByTftp } from './tftp-client.ts'
import { makeWav, sine } from './wav.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const HOST = '127.0.0.1'
const siteOf = (model: string, more: string) => `site: home
preset: fritzbox-de
registrar: { address: 192.168.178.1 }
network: { agent: 192.168.178.1/24, leases: 192.168.178.201-192.168.178.220 }
phones:
  - { model: ${model}, mac: 00:1D:45:2D:2B:F0, lines: [{ username: u, password: { secret: s } }] }
${more}`
const MORE = `look: { wallpapers: [berge, Meer_1] }
ringTones: [{ name: "Glocke & Co", file: glocke }]
`

const folder = freshFolder()
async function bundleOf(model: string, more = MORE): Promise<Bundle> {
  const issuer = await readIssuer(await localKeys(join(folder, 'keys'), HOST_ISSUER, new Date('2026-11-01T00:00:00Z')))
  const made = await generate({ text: siteOf(model, more), lang: 'en' }, { issued: '2026-11-23T09:00:00Z', issuer })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return openBundle(made.bundle, () => {})
}
const HOST_ISSUER = 'http://localhost:8787'

const xmlOf = (bytes: Uint8Array | undefined) => parseXml(bytes ?? new Uint8Array())
const images = (bytes: Uint8Array | undefined) =>
  xmlOf(bytes).children.map(({ attributes }) => [attributes.get('Image'), attributes.get('URL')])
const rings = (bytes: Uint8Array | undefined) =>
  xmlOf(bytes).children.map(ring => [find(ring, 'DisplayName')?.text, find(ring, 'FileName')?.text])

describe('the lists in a bundle', () => {
  it.each([
    ['CP-7975G', '320x216x16', ['RINGLIST.XML', 'DISTINCTIVERINGLIST.XML'], 'glocke.raw'],
    ['CP-8841', '800x480x24', ['Ringlist-wb.xml'], 'glocke.rwb'],
  ])('of a %s name every picture and tone, and the manifest the files', async (model, screen, lists, tone) => {
    const { files, manifest } = await bundleOf(model)
    const at = `Desktops/${screen}`
    expect(images(files.get(`files/${at}/List.xml`))).toEqual([
      [`TFTP:${at}/berge-small.png`, `TFTP:${at}/berge.png`],
      [`TFTP:${at}/Meer_1-small.png`, `TFTP:${at}/Meer_1.png`],
    ])
    for (const list of lists) expect(rings(files.get(`files/${list}`)), list).toEqual([['Glocke & Co', tone]])
    const harmless = manifest.phones[0]?.facts.asks.filter(ask => ask.harmless).map(({ file }) => file)
    for (const name of ['List.xml', 'berge.png', 'berge-small.png', 'Meer_1.png', 'Meer_1-small.png'])
      expect(harmless).toContain(`${at}/${name}`)
    expect(harmless).toContain(tone)
    expect(new TextDecoder().decode(files.get('files/README.txt'))).toContain('(berge, Meer_1, glocke)')
  })

  it('are empty or not there without any, as before', async () => {
    const { files, manifest } = await bundleOf('CP-7975G', '')
    expect([...files.keys()].filter(path => path.includes('Desktops'))).toEqual([])
    expect(rings(files.get('files/RINGLIST.XML'))).toEqual([])
    expect(JSON.stringify(manifest)).not.toContain('Desktops')
  })

  it('read back the same, whatever names the schema allows', () => {
    let seed = 7
    const random = (max: number) => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % max
    }
    const pick = (from: string, count: number) =>
      Array.from({ length: count }, () => from[random(from.length)]).join('')
    const plain = 'abcxyzABCXYZ0189_-'
    for (let round = 0; round < 300; round++) {
      const wallpapers = Wallpapers.parse(
        Array.from({ length: 1 + random(50) }, () => pick('aZ9', 1) + pick(plain, random(20))),
      )
      const ringTones = RingTones.parse(
        Array.from({ length: 1 + random(50) }, () => ({
          name: `x${pick('&<>"\'];#ü中 -%$', random(23))}y`,
          file: pick('aZ9', 1) + pick(plain, random(20)),
        })),
      )
      const media = { wallpapers, folders: ['320x216x16'], ringTones, kinds: ['wideband' as const] }
      const [list] = wallpaperLists({ media })
      const at = 'TFTP:Desktops/320x216x16'
      expect(images(list?.bytes)).toEqual(wallpapers.map(name => [`${at}/${name}-small.png`, `${at}/${name}.png`]))
      for (const { path, bytes } of ringLists({ media })) {
        const end = path.endsWith('-wb.xml') ? 'rwb' : 'raw'
        const expected = ringTones.map(({ name, file }) => [name, `${file}.${end}`])
        expect(rings(bytes)).toEqual(expected)
        // 25 is the phone's limit for both (usecallmanager, ring-tones).
        for (const text of expected.flat()) expect(text?.length).toBeLessThanOrEqual(25)
      }
    }
  })
})

describe('a folder that was made of pictures and tones', () => {
  let bundle: Bundle
  let station: Station
  let ports: Awaited<ReturnType<Station['open']>>
  const made = new Map<string, Uint8Array>()
  const tree = join(folder, 'media')

  beforeAll(async () => {
    bundle = await bundleOf('CP-7975G')
    const target = targetOf([phoneModel('CP-7975G')].flatMap(model => (model ? wantsOf(model) : [])))
    const inputs = {
      'berge.png': makePng({ width: 640, height: 480, pixel: (x, y) => [x & 255, y & 255, 90] }),
      'Meer_1.png': makePng({ width: 20, height: 20, pixel: () => [0, 0, 200] }),
      'other.png': makePng({ width: 20, height: 20, pixel: () => [0, 0, 200] }),
      'glocke.wav': makeWav({ rate: 44_100, frames: 44_100, sample: sine(880, 44_100) }),
    }
    for (const [name, bytes] of Object.entries(inputs))
      for (const file of (await convert(name, bytes, target)).files) {
        made.set(file.path, file.bytes)
        mkdirSync(dirname(join(tree, file.path)), { recursive: true })
        writeFileSync(join(tree, file.path), file.bytes)
      }
    const put = (name: string, text: string) => writeFileSync(join(tree, name), text)
    put('RINGLIST.XML', 'not this')
    put('Desktops/320x216x16/List.xml', 'not this')
    put('ITLFile.tlv', 'not this')
    put('berge.png', 'not where a phone looks')
    writeFileSync(join(tree, 'Desktops/320x216x16/Meer_1.png'), new Uint8Array(4_000_001))

    const { manifest } = bundle
    const firmware = await findFirmware([tree], manifest)
    const roster = createRoster({ manifest, claims: [], anyDevice: false, mayClaim: () => false, onClaim: () => {} })
    const phone = roster.find('00:1d:45:2d:2b:f0')
    const hops = createHops({ places: [], imagesOf: () => [], onMove() {}, onStay() {} })
    station = createStation({
      ...{ bundle, roster, hops, cidr: manifest.network.agent, leases: new Leases({ now: Date.now }) },
      shelf: createShelf({ bundle, firmware, secrets: new Map(), currentLoad: hops.load }),
      ...{
        emit: () => {},
        onError: error => expect(error).toBeUndefined(),
        lists: readLists(new Map()),
        settleMs: 1000,
      },
      ...{ anyDevice: false, dhcp: false, dhcpPort: 0, tftpPort: 0, httpPort: 0, told: new Map() },
      neighbours: () => undefined,
      ...{ silentMs: 60_000, onFinding: () => {} },
      loopback: { address: HOST, attribute: () => (phone ? { phone } : { phone: undefined, why: 'stranger' }) },
    })
    ports = await station.open()
  })
  afterAll(() => station.close())

  const byHttp = (file: string): Promise<{ status: number; bytes: Uint8Array }> =>
    new Promise((resolve, reject) => {
      get({ host: HOST, port: ports.httpPort, path: `/${file}` }, answer => {
        const parts: Buffer[] = []
        answer.on('data', part => parts.push(part))
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, bytes: new Uint8Array(Buffer.concat(parts)) }))
      }).on('error', reject)
    })
  const byTftp = (file: string) => fetchByTftp({ file, server: { address: HOST, port: ports.tftpPort } })

  it.each([
    'Desktops/320x216x16/berge.png',
    'Desktops/320x216x16/berge-small.png',
    '/desktops/320X216X16//BERGE.PNG',
    'glocke.raw',
    'GLOCKE.RAW',
  ])('gives the phone %s by TFTP and by HTTP, byte for byte', async file => {
    const path = [...made.keys()].find(
      name => name.toLowerCase() === file.replace('//', '/').replace(/^\//, '').toLowerCase(),
    )
    const expected = made.get(path ?? '')
    expect(expected?.length).toBeGreaterThan(1000)
    expect(new Uint8Array(await byTftp(file))).toEqual(expected)
    expect(await byHttp(file.replace(/^\//, ''))).toEqual({ status: 200, bytes: expected })
  })

  it('gives the small name’s preview, whose own picture was too large to be one', async () => {
    expect((await byHttp('Desktops/320x216x16/Meer_1-small.png')).status).toBe(200)
    expect((await byHttp('Desktops/320x216x16/Meer_1.png')).status).toBe(404)
  })

  it('gives nothing that the bundle does not ask for, and never its own lists for the bundle’s', async () => {
    for (const file of ['Desktops/320x216x16/other.png', 'other.png', 'berge.png', 'ITLFile.tlv'])
      expect((await byHttp(file)).status, file).toBe(404)
    for (const file of ['RINGLIST.XML', 'Desktops/320x216x16/List.xml'])
      expect(new TextDecoder().decode(await byTftp(file)), file).toContain('<CiscoIPPhone')
  })

  it('is found from any folder around or inside it', async () => {
    const seen = async (path: string) => [...(await findFirmware([path], bundle.manifest)).keys()]
    expect(await seen(folder)).toContain('desktops/320x216x16/berge.png')
    expect(await seen(join(tree, 'Desktops'))).toContain('desktops/320x216x16/berge-small.png')
    expect(await seen(join(tree, 'glocke.raw'))).toEqual(['glocke.raw'])
    await expect(seen(join(tree, 'berge.png'))).rejects.toThrow(
      expect.objectContaining({ code: 'firmware.unreadable' }),
    )
  })
})

it('every model that has a folder for pictures has a screen', () => {
  const shown = PHONES.flatMap(({ name, wallpaper }) => (wallpaper ? [[name, wallpaper.value] as const] : []))
  expect(shown.length).toBeGreaterThan(10)
  for (const [name, screen] of shown) expect(screenFor(screen, name), name).toBeDefined()
})

it('the hosted generator has nothing that could take a picture or a tone', async () => {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['generator/web/worker.ts'],
    ...{ bundle: true, write: false, metafile: true, format: 'esm', platform: 'browser' },
  })
  const inputs = Object.keys(metafile.inputs)
  expect(inputs.length).toBeGreaterThan(50)
  expect(inputs.filter(path => /generator\/media\/|fast-png/.test(path))).toEqual([])
})
