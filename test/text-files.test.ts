// What a 7940G or 7960G gets, read back by a strict reader that the generator does not share.
import { describe, expect, it } from 'vitest'
import { checkTextConfig, readText } from '../agent/rehearsal/text-config.ts'
import { parseXml } from '../agent/rehearsal/xml.ts'
import { Secret } from '../agent/secrets/secret.ts'
import { fillHoles } from '../agent/shelf/fill.ts'
import { renderFiles } from '../generator/files/files.ts'
import { writeText } from '../generator/files/text/text.ts'
import { check } from '../generator/generate.ts'

const MAC = '00:12:d9:ab:cd:ef'
const OWN = 'files/SIP0012D9ABCDEF.cnf'
const BY = {
  issued: '2026-11-23T09:00:00Z',
  lang: 'en' as const,
  issuer: 'http://localhost:8787',
  name: 'x',
  id: 'a'.repeat(52),
}
interface Wanted {
  model?: string
  phone?: string
  line?: string
  registrar?: string
  site?: string
}

const siteOf = ({
  model = 'CP-7960G',
  phone = 'label: Buero',
  line = '',
  registrar = '',
  site = '',
}: Wanted = {}) => `site: x
preset: fritzbox-de
registrar: { address: 192.168.178.1${registrar} }
network: { agent: 192.168.178.1/24, leases: 192.168.178.201-192.168.178.220 }
${site}
phones:
  - model: ${model}
    mac: ${MAC}
    ${phone}
    lines: [{ username: "620", password: { secret: line1 }${line} }]
`

async function planOf(text: string) {
  const checked = await check({ text, lang: 'en' })
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems))
  return checked
}
const codesOf = async (text: string) => (await check({ text, lang: 'en' })).problems.map(({ code }) => code)

/** Path → bytes as the phone gets them, with every hole filled. */
async function filesOf(wanted?: Wanted, password = 'geheim') {
  const { plan } = await planOf(siteOf(wanted))
  const filling = { mac: MAC, load: 'P0S3-8-12-00', secrets: new Map([['line1', new Secret(password)]]) }
  return new Map(
    [...renderFiles(plan, BY)].map(({ path, bytes, holes }) => {
      const filled = fillHoles(bytes, holes, filling)
      if (!(filled instanceof Uint8Array)) throw new Error(`${path}: ${filled.missing}`)
      return [path, filled]
    }),
  )
}
async function valuesOf(wanted?: Wanted, password?: string) {
  const files = await filesOf(wanted, password)
  const read = (path: string) => readText(path, files.get(path) ?? new Uint8Array())
  return new Map([...read('files/SIPDefault.cnf'), ...read(OWN)])
}
const textOf = (bytes: Uint8Array | undefined) => new TextDecoder('latin1').decode(bytes)

describe('the files of a site with a 7960G', () => {
  it('are those that it asks for, and SEP<MAC>.cnf.xml is not among them', async () => {
    const files = await filesOf()
    expect([...files.keys()].filter(path => /SEP|SIP|OS79|\.DAT|7940/.test(path))).toEqual([
      'files/OS79XX.TXT',
      'files/RINGLIST.DAT',
      OWN,
      'files/SIPDefault.cnf',
      'files/dialplan7940.xml',
    ])
    expect((await valuesOf()).get('dial_template')).toBe('dialplan7940')
    expect(textOf(files.get('files/OS79XX.TXT'))).toBe('P003-8-12-00\n')
    const inNoList = await filesOf({ phone: 'load: P0S3-8-11-00' })
    expect(textOf(inNoList.get('files/OS79XX.TXT'))).toBe('P003-8-11-00\n')
    const root = parseXml(files.get('files/dialplan7940.xml') ?? new Uint8Array())
    expect(root.name).toBe('DIALTEMPLATE')
    expect(root.children.map(({ attributes }) => [attributes.get('match'), attributes.get('timeout')])).toContainEqual([
      '110',
      '0',
    ])
    expect(textOf(files.get('files/XMLDefault.cnf.xml'))).toContain(
      '<loadInformation7 model="Cisco 7960">P0S3-8-12-00<',
    )
  })

  it('are not there for a site without such phones', async () => {
    const files = await filesOf({ model: 'CP-7962G' })
    expect([...files.keys()].filter(path => /OS79|SIP|\.DAT|7940/.test(path))).toEqual([])
  })

  it('register the line at the box, as in the file that worked there', async () => {
    const values = await valuesOf(
      { line: ', label: Privat, displayName: Familie' },
      `it's "not" easy`.replaceAll('"', '#'),
    )
    expect(checkTextConfig(OWN, values)).toMatchObject({ label: 'Buero', registrar: '192.168.178.1', lines: ['620'] })
    expect(Object.fromEntries(values)).toMatchObject({
      ...{
        proxy1_address: 'USECALLMANAGER',
        call_manager1_addr: '192.168.178.1',
        proxy_register: '1',
        nat_enable: '0',
      },
      ...{ line1_name: '620', line1_authname: '620', line1_shortname: 'Privat', line1_displayname: 'Familie' },
      ...{ line1_password: `it's #not# easy`, preferred_codec: 'g711alaw', messages_uri: '**600', telnet_level: '0' },
      ...{ time_zone: 'CET', dst_start_month: 'March', dst_start_week_of_month: '8', dst_stop_month: 'October' },
      ...{ sntp_server: '192.168.178.1', time_format_24hr: '1', date_format: 'D/M/Y', image_version: 'P0S3-8-12-00' },
    })
  })

  it('name another registrar by its address, its port and its codec', async () => {
    const values = await valuesOf({ registrar: ', kind: asterisk-chan-sip, port: 5160', site: 'codec: g729a' })
    expect(Object.fromEntries(values)).toMatchObject({
      ...{ proxy1_address: '192.168.178.1', proxy1_port: '5160', preferred_codec: 'g729a' },
    })
  })

  it('clear the lines that a former owner had, as many as the model has keys', async () => {
    const last = async (model: string) => {
      const values = await valuesOf({ model })
      return [...values.keys()].filter(key => /^line\d_name$/.test(key)).map(key => values.get(key))
    }
    expect(await last('CP-7940G')).toEqual(['620', ''])
    expect(await last('CP-7960G')).toEqual(['620', '', '', '', '', ''])
  })

  it('put speed dials on their keys, with a word that this is uncertain', async () => {
    const phone = 'keys: [{ dial: "**600", label: AB }]'
    const values = await valuesOf({ phone })
    expect([values.get('speed_line2'), values.get('speed_label2')]).toEqual(['**600', 'AB'])
    expect(await codesOf(siteOf({ phone }))).toEqual(['site.keys-uncertain'])
  })

  it('list the ring tones of the site, or none', async () => {
    const site = 'ringTones: [{ name: Glocke 1, file: glocke }, { name: Gong, file: gong }]'
    const list = async (wanted?: Wanted) => textOf((await filesOf(wanted)).get('files/RINGLIST.DAT'))
    expect(await list({ site })).toBe('Glocke 1\tglocke.raw\nGong\tgong.raw\n')
    expect(await list()).toBe('')
  })

  it('have a dial plan of their own for a phone that calls by itself', async () => {
    const wanted = { phone: 'hotline: "**621"' }
    const name = (await valuesOf(wanted)).get('dial_template')
    expect(name).toBe('dialplan-0012D9ABCDEF')
    const root = parseXml((await filesOf(wanted)).get(`files/${name}.xml`) ?? new Uint8Array())
    expect([root.name, root.children[0]?.attributes.get('rewrite')]).toEqual(['DIALTEMPLATE', '**621'])
  })

  it('keep the clock as it is where it never changes', async () => {
    const values = await valuesOf({ site: 'locale: { timeZone: Etc/UTC, clock: 12h, dateFormat: M/D/YY }' })
    expect(Object.fromEntries(values)).toMatchObject({
      ...{ time_zone: 'GMT', dst_auto_adjust: '0', time_format_24hr: '0', date_format: 'M/D/Y' },
    })
    expect(values.has('dst_start_month')).toBe(false)
  })
})

describe('words', () => {
  it('are written in Latin-1, inside quotes that nothing in them can end', async () => {
    const files = await filesOf({ phone: `label: "Bü#1; x"`, line: `, label: 'O''Neill: "620".'`.replaceAll('"', '') })
    expect(textOf(files.get(OWN))).toContain('phone_label: "Bü#1; x"\n')
    expect(textOf(files.get(OWN))).toContain(`line1_shortname: "O'Neill: 620."\n`)
  })

  it.each(['a"b', 'a\\b', 'Łódź', '“quoted”'])('are refused when they do not fit: %s', async label => {
    expect(await codesOf(siteOf({ line: `, label: ${JSON.stringify(label)}` }))).toEqual(['site.text-characters'])
    expect(await codesOf(siteOf({ model: 'CP-7962G', line: `, label: ${JSON.stringify(label)}` }))).toEqual([])
  })

  it('of an address of a page are refused alike', async () => {
    const site = `urls: { directory: 'http://192.168.178.2/"x' }`
    expect(await codesOf(siteOf({ site }))).toEqual(['site.text-characters'])
    expect(await codesOf(siteOf({ site, model: 'CP-7962G' }))).toEqual([])
  })

  it.each(['a"b', 'a\\b', 'a\nb', 'a\rb', 'Ł'])('are never written when they would end a line: %j', value => {
    expect(() => writeText('x', 'x', [['phone_label', value]])).toThrow(RangeError)
  })
})

describe('a plan', () => {
  it('asks for a password that both kinds of phones take which share it', async () => {
    const second = `${siteOf()}  - { model: CP-7962G, mac: 00:12:d9:ab:cd:f0, lines: [{ username: "621", password: { secret: line1 } }] }\n`
    const limits = async (text: string) => (await planOf(text)).plan.secrets.map(secret => secret.limits)
    expect(await limits(siteOf())).toEqual([{ minLength: 1, maxLength: 31, characters: 'quotable-ascii' }])
    expect(await limits(second)).toEqual([
      { minLength: 1, maxLength: 30, safeLength: 12, characters: 'quotable-ascii' },
    ])
  })

  it('says once what all phones of a kind have in common', async () => {
    const twice = `${siteOf({ site: 'codec: g722' })}  - { model: CP-7960G, mac: any, lines: [{ username: "621", password: { secret: b } }] }\n`
    expect(await codesOf(twice)).toEqual(['site.codec'])
  })

  it.each([
    ['P0030801SR02', []],
    ['P00306000200', []],
    ['P0S3-07-4-00', []],
    ['P00305000301', ['site.running-loader']],
    ['P0S3-06-3-00', ['site.running-loader']],
    ['P0S30203', ['site.running-loader']],
  ])('knows whether the loader of %s is too old', async (running, expected) => {
    expect(await codesOf(siteOf({ phone: `running: ${running}` }))).toEqual(expected)
  })
})
