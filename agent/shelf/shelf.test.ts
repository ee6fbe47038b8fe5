import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { configPath } from '../../schemas/bundle/holes.ts'
import { hostsOf } from '../../schemas/bundle/hosts.ts'
import { freshFolder } from '../../test/folder.ts'
import { bundleOf, MAC, manifestOf, phoneOf } from '../../test/manifest.ts'
import { Secret } from '../secrets/secret.ts'
import { findFirmware } from './firmware.ts'
import { createShelf } from './shelf.ts'

const OTHER = '00:1d:45:2d:2b:f1'
const CONFIG = '<a><authPassword></authPassword><load></load></a>'
const holes = [
  { offset: CONFIG.indexOf('</auth'), kind: 'secret' as const, name: 'line1', encoding: 'xml' as const, maxBytes: 100 },
  { offset: CONFIG.indexOf('</load'), kind: 'load' as const, name: '', encoding: 'xml' as const, maxBytes: 64 },
]
const manifest = manifestOf([phoneOf(), phoneOf({ mac: OTHER }), phoneOf({ mac: 'any' })])
const bundle = bundleOf(manifest, {
  'files/SEP001D452D2BF0.cnf.xml': { text: CONFIG, holes },
  'files/SEP001D452D2BF1.cnf.xml': { text: '<b></b>' },
  'files/SEP{MAC}.cnf.xml': { text: '<c></c>' },
  'files/dialplan.xml': { text: '<DIALTEMPLATE/>' },
  'files/German_Germany/Ringlist.xml': { text: '<r/>' },
})
const shelf = createShelf({
  bundle,
  firmware: new Map([
    ['dialplan.xml', { name: 'dialplan.xml', bytes: () => new TextEncoder().encode('not this') }],
    ['jar75sip.sbn', { name: 'jar75sip.sbn', bytes: () => Uint8Array.of(1, 2, 3) }],
  ]),
  secrets: new Map([['line1', new Secret('a<b&"c')]]),
  currentLoad: () => 'SIP75.9-4-2SR3-1S',
})
const phone = { mac: MAC, entry: phoneOf() }
const owner = { mac: MAC, entry: manifest.phones[0] ?? phone.entry }
const textOf = (look: ReturnType<typeof shelf.look>) => (look.found ? new TextDecoder().decode(look.bytes) : look.why)

describe('the shelf', () => {
  it('fills a phone’s own configuration, escaped, and leaves the checked bytes alone', () => {
    expect(textOf(shelf.look('SEP001D452D2BF0.cnf.xml', owner))).toBe(
      '<a><authPassword>a&lt;b&amp;&quot;c</authPassword><load>SIP75.9-4-2SR3-1S</load></a>',
    )
    expect(new TextDecoder().decode(bundle.files.get('files/SEP001D452D2BF0.cnf.xml'))).toBe(CONFIG)
  })

  it('gives a claimed phone the entry’s file under its own name, and nobody the placeholder’s', () => {
    const claimed = { mac: '00:1d:45:00:00:07', entry: manifest.phones[2] ?? phone.entry }
    expect(shelf.look('SEP001D45000007.cnf.xml', claimed)).toMatchObject({
      found: true,
      name: 'SEP001D45000007.cnf.xml',
    })
    expect(textOf(shelf.look('SEP{MAC}.cnf.xml', owner))).toBe('private')
  })

  it('keeps a configuration from every other phone and from a device without a face', () => {
    expect(textOf(shelf.look('SEP001D452D2BF1.cnf.xml', owner))).toBe('private')
    expect(textOf(shelf.look('SEP001D452D2BF0.cnf.xml', undefined))).toBe('private')
    expect(textOf(shelf.look('dialplan.xml', undefined))).toBe('<DIALTEMPLATE/>')
  })

  it.each(['dialplan.xml', 'DIALPLAN.XML', '/dialplan.xml', '//dialplan.xml', '\\dialplan.xml'])('finds %s', name => {
    expect(textOf(shelf.look(name, owner))).toBe('<DIALTEMPLATE/>')
  })

  it('finds files in folders, in any case', () => {
    expect(textOf(shelf.look('german_germany//RINGLIST.XML', owner))).toBe('<r/>')
  })

  it.each([
    '../files/dialplan.xml',
    'x/../dialplan.xml',
    '..\\dialplan.xml',
    'C:\\dialplan.xml',
    'dialplan.xml\0',
    'dialplan.xml::$DATA',
    'dialplan.xml.',
    '/etc/passwd',
    'manifest.json',
    'files/dialplan.xml',
    '__proto__',
    '',
  ])('has nothing under %j', name => {
    expect(shelf.look(name, owner)).toMatchObject({ found: false, why: 'missing' })
  })

  it('says which missing files a phone does without', () => {
    expect(shelf.look('CTLSEP001D452D2BF0.tlv', owner)).toMatchObject({ found: false, harmless: true })
    expect(shelf.look('SIP75.9-4-2SR3-1S.loads', owner)).toMatchObject({ found: false, harmless: false, kind: 'load' })
  })

  it('refuses a file whose secret is not there or does not fit', () => {
    const without = createShelf({ bundle, firmware: new Map(), secrets: new Map(), currentLoad: () => 'x' })
    expect(textOf(without.look('SEP001D452D2BF0.cnf.xml', owner))).toBe('hole')
    const long = new Map([['line1', new Secret('&'.repeat(30))]])
    expect(
      textOf(
        createShelf({ bundle, firmware: new Map(), secrets: long, currentLoad: () => 'x' }).look(
          'SEP001D452D2BF0.cnf.xml',
          owner,
        ),
      ),
    ).toBe('hole')
  })
})

describe('the file of a phone that reads text', () => {
  const TEXT = 'line1_password: ""\n'
  const hole = { offset: TEXT.indexOf('"\n'), kind: 'secret' as const, name: 'line1', encoding: 'text' as const }
  const phones = [MAC, 'any'].map(mac => phoneOf({ mac, config: configPath(mac, 1, 'text') }))
  const files = Object.fromEntries(
    phones.map(({ config }) => [config, { text: TEXT, holes: [{ ...hole, maxBytes: 31 }] }]),
  )
  const shelfWith = (password: string) =>
    createShelf({
      bundle: bundleOf(manifestOf(phones), { ...files, 'files/OS79XX.TXT': { text: 'P003-8-12-00\n' } }),
      firmware: new Map(),
      secrets: new Map([['line1', new Secret(password)]]),
      currentLoad: () => 'P0S3-8-12-00',
    })
  const owners = [MAC, '00:12:d9:ab:cd:ef'].map((mac, index) => ({ mac, entry: phones[index] ?? phone.entry }))

  it.each([
    ['SIP001D452D2BF0.cnf', 0],
    ['./SIP001D452D2BF0.cnf', 0],
    ['SIP0012D9ABCDEF.cnf', 1],
  ])('is given as %s, filled, to its owner only', (name, index) => {
    const own = shelfWith(`it's <#> ; &`)
    expect(own.look(name, owners[index])).toMatchObject({ found: true, kind: 'config', name: name.replace('./', '') })
    expect(textOf(own.look(name, owners[index]))).toBe(`line1_password: "it's <#> ; &"\n`)
    expect(own.look(name, owners[1 - index])).toMatchObject({ found: false })
  })

  it.each(['a"b', 'a\\', 'a\nline1_name: "x', 'a\rb', 'ä'])(
    'is not given with a password that could end its line: %j',
    password => {
      expect(textOf(shelfWith(password).look('SIP001D452D2BF0.cnf', owners[0]))).toBe('hole')
    },
  )

  it('stands beside files that are for all, which are no configuration', () => {
    expect(shelfWith('x').look('os79xx.txt', owners[0])).toMatchObject({ found: true, kind: 'other' })
    expect(shelfWith('x').look('SIPDefault.cnf', owners[0])).toMatchObject({ found: false, kind: 'other' })
    expect(shelfWith('x').look('P0S3-8-12-00.sb2', owners[0])).toMatchObject({ kind: 'image' })
  })
})

it('takes only recognised firmware names from a folder, follows no link, and reads nothing before it is asked for', async () => {
  const folder = freshFolder()
  mkdirSync(join(folder, 'sub'))
  writeFileSync(join(folder, 'sub', 'Jar75sip.9-4-2ES26.sbn'), 'jar')
  writeFileSync(join(folder, 'SIP75.9-4-2SR3-1S.loads'), 'loads')
  writeFileSync(join(folder, 'passwords.txt'), 'x')
  writeFileSync(join(folder, 'SEP001D452D2BF0.cnf.xml'), 'x')
  symlinkSync('/etc/hostname', join(folder, 'cnu75.sbn'))
  const found = await findFirmware([folder], manifest)
  expect([...found.keys()].sort()).toEqual(['jar75sip.9-4-2es26.sbn', 'sip75.9-4-2sr3-1s.loads'])
  expect(new TextDecoder().decode(found.get('jar75sip.9-4-2es26.sbn')?.bytes())).toBe('jar')
  await expect(findFirmware([join(folder, 'nowhere')], manifest)).rejects.toThrow(
    expect.objectContaining({ code: 'firmware.unreadable' }),
  )
  await expect(findFirmware([join(folder, 'passwords.txt')], manifest)).rejects.toThrow(
    expect.objectContaining({ code: 'firmware.unreadable' }),
  )
})

it('names every host and URL in the files, once', () => {
  const text =
    '<a><processNodeName>fritz.box</processNodeName><proxy>USECALLMANAGER</proxy><u>http://evil.example/x</u><n>10.0.0.9</n></a>'
  const hosts = hostsOf(bundleOf(manifest, { 'files/a.xml': { text }, 'files/b.xml': { text } }))
  expect(hosts).toEqual(['10.0.0.9', 'fritz.box', 'http://evil.example/x'])
})

it.each([
  '<proxy>evil&#46;example</proxy>',
  '<proxy>evil&#x2e;example</proxy>',
  '<proxy >evil.example</proxy>',
  '<proxy a="b">\n evil.example </proxy>',
  '<outboundProxy>evil.example</outboundProxy>',
  '<servicesURL>evil.example</servicesURL>',
  '<name> evil.example </name>',
  '<proxy><!-- x -->evil.example</proxy>',
  '<proxy><?x?>evil.example</proxy>',
  '<proxy><![CDATA[evil.example]]></proxy>',
  '<servicesURL><b/>evil.example</servicesURL>',
  '<natAddress>evil.example</natAddress>',
])('shows a host however it is written: %s', text => {
  expect(hostsOf(bundleOf(manifest, { 'files/a.xml': { text } }))).toEqual(['evil.example'])
})

it('shows the whole of a host that is written in two parts, and hosts of every file but README.txt', () => {
  const parts = '<proxy>good.<!-- x -->evil.example</proxy>'
  const url = 'see http://evil.example/'
  expect(hostsOf(bundleOf(manifest, { 'files/a.xml': { text: parts } }))).toContain('good.evil.example')
  expect(hostsOf(bundleOf(manifest, { 'files/x.txt': { text: url }, 'files/README.txt': { text: url } }))).toEqual([
    'http://evil.example/',
  ])
})

it('looks through a hostile file in little more time than through any other', () => {
  const count = 200_000
  for (const part of ['a.', '<!--', '<a ', '\n', '<address ', '<?', 'addr', '<name>.', '&#', '<proxy>'])
    expect(hostsOf(bundleOf(manifest, { 'files/a.xml': { text: part.repeat(count) } })).length).toBeLessThan(2)
})

it('shows a host of one word where only a host can stand', () => {
  const text = '<a><processNodeName>evil</processNodeName><name>Line1</name><proxy></proxy></a>'
  expect(hostsOf(bundleOf(manifest, { 'files/a.xml': { text } }))).toEqual(['evil'])
})

it.each([
  'proxy1_address: "evil"',
  'proxy1_address:evil',
  ' outbound_proxy : evil ; a comment',
  'dyn_tftp_addr: "evil" # a comment',
  '# x\rSNTP_SERVER: "evil"',
])('shows the host in a line of text: %j', text => {
  expect(hostsOf(bundleOf(manifest, { 'files/SIPDefault.cnf': { text } }))).toEqual(['evil'])
})

it('shows no number, port or empty value of a line of text', () => {
  const text = 'messages_uri: "**600"\nproxy1_port: "5060"\noutbound_proxy: ""\nproxy_register: "1"\n'
  expect(hostsOf(bundleOf(manifest, { 'files/SIPDefault.cnf': { text } }))).toEqual([])
})
