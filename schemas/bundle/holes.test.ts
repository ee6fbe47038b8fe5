import { describe, expect, test } from 'vitest'
import type { Hole, Manifest } from '../manifest.ts'
import { BundleError } from './errors.ts'
import { checkHoles, configPath } from './holes.ts'

const MAC = '00:1d:45:2d:2b:f0'
const PATH = configPath(MAC)

/** Checks one file in which `◯` marks a hole for a secret, `◇` one for the load and `◈` one for the MAC. */
function check(
  marked: string,
  { path = PATH, own = PATH, secret = 'line1', encoding = 'xml' as Hole['encoding'] } = {},
): string {
  const bytes = (text: string) => new TextEncoder().encode(text)
  const pieces = marked.split(/[◯◇◈]/)
  const kinds = marked.replace(/[^◯◇◈]/g, '')
  const text = pieces.join('')
  const holes = pieces.slice(0, -1).map((_, i): Hole => {
    const offset = bytes(pieces.slice(0, i + 1).join('')).length
    const kind = kinds[i] === '◯' ? 'secret' : kinds[i] === '◇' ? 'load' : 'mac'
    return { offset, kind, name: kind === 'secret' ? secret : '', encoding, maxBytes: 100 }
  })
  const other = path === own ? [] : [{ path: own, size: 0, sha256: '', holes: [] }]
  const manifest = {
    phones: [{ mac: MAC, config: own }],
    secrets: [{ name: 'line1' }],
    files: [{ path, size: bytes(text).length, sha256: '', holes }, ...other],
  }
  const contents = new Map([
    [own, new Uint8Array()],
    [path, bytes(text)],
  ])
  try {
    // The parts of a manifest that this check reads.
    checkHoles(manifest as unknown as Manifest, contents)
  } catch (error) {
    if (error instanceof BundleError) return error.code
    throw error
  }
  return 'allowed'
}

const lineOf = (content: string) =>
  `<device><sipProfile><sipLines><line button="1">${content}</line></sipLines></sipProfile></device>`
const password = '<authPassword>◯</authPassword>'

describe('a secret may stand', () => {
  test('as the whole password of a line, beside the load and a MAC in the text of another element', () => {
    expect(check(`<device><loadInformation>◇</loadInformation>${lineOf(password).slice(8)}`)).toBe('allowed')
    expect(check(lineOf(`<name>SEP◈</name>${password}`))).toBe('allowed')
    expect(check(lineOf(password))).toBe('allowed')
    expect(
      check(`<?xml version="1.0" encoding="UTF-8"?>\n<!-- Büro -->\n${lineOf(`<name>Bü</name>${password}`)}`),
    ).toBe('allowed')
  })
})

test('among many elements, at whatever place, a hole may stand there and nowhere else', () => {
  const leaves = Array.from({ length: 40 }, (_, n) => `<a${n}>${'x'.repeat(n % 3)}</a${n}>${n % 4 ? '' : '\n '}`).join(
    '',
  )
  const text = lineOf(`${leaves}<authPassword></authPassword>${leaves}`)
  const where = (mark: string) =>
    Array.from({ length: text.length + 1 }, (_, at) => at).filter(
      at => check(text.slice(0, at) + mark + text.slice(at)) === 'allowed',
    )
  expect(where('◯')).toEqual([text.indexOf('</authPassword>')])
  // Wherever text stands, its ends too, and in an element that has none.
  const between = [...text.matchAll(/>[^<]+(?=<)|<(\w+)>(?=<\/\1>)/g)].flatMap(([found], i, all) => {
    const end = (all[i]?.index ?? 0) + found.length
    return found.startsWith('>') ? Array.from({ length: found.length }, (_, n) => end - found.length + 1 + n) : [end]
  })
  expect(where('◈')).toEqual(between)
})

test.each([
  ['crosses', '<a>1</a><b>2</a>'],
  ['is not closed', '<a>1</a><b>2'],
  ['has no name', '<a>1</a><>2</>'],
  ['has an attribute without quotes', '<a>1</a><b x=1>2</b>'],
])('among many elements, one that %s is seen', (_, wrong) => {
  const leaves = '<a>1</a>'.repeat(50)
  expect(check(lineOf(`${leaves}${wrong}${leaves}${password}`))).toBe('bundle.hole')
  expect(check(lineOf(`${password}${leaves}${wrong}${leaves}`))).toBe('bundle.hole')
})

describe('a secret may not stand', () => {
  test.each([
    ['in another element', lineOf('<contact>◯</contact>')],
    ['beside other text', lineOf('<authPassword>x◯</authPassword>')],
    ['before other text', lineOf('<authPassword>◯x</authPassword>')],
    ['in an attribute', lineOf('<authPassword x="◯"></authPassword>')],
    ['in a comment', lineOf('<!-- <authPassword>◯</authPassword> -->')],
    ['in CDATA', lineOf('<![CDATA[<authPassword>◯</authPassword>]]>')],
    ['below a URL', `<device><servicesURL>http://192.0.2.1/<authPassword>◯</authPassword></servicesURL></device>`],
    ['in a password element at another place', `<device><authPassword>◯</authPassword></device>`],
    ['in a password element with a prefix', lineOf('<x:authPassword>◯</x:authPassword>')],
    ['in a document with a type', `<!DOCTYPE device>${lineOf(password)}`],
    ['in a document that is read as other letters', `<?xml version="1.0" encoding="UTF-7"?>${lineOf(password)}`],
    ['behind an instruction', lineOf(`<?x > ?>${password}`)],
    ['in a document with an end of a comment inside it', lineOf(`<!-- > <a> -->${password}`)],
    ['in a document that is not closed', lineOf(password).replace('</device>', '')],
    [
      'in a document whose tags cross',
      lineOf(password).replace('</sipLines></sipProfile>', '</sipProfile></sipLines>'),
    ],
    ['twice in one element', lineOf('<authPassword>◯◯</authPassword>')],
  ])('%s', (_, marked) => {
    expect(check(marked)).toBe('bundle.hole')
  })

  test('in a file that is no configuration of a phone', () => {
    expect(check(lineOf(password), { path: 'files/dialplan.xml' })).toBe('bundle.hole')
    expect(check(lineOf(password), { path: 'files/SEP001D452D2BF1.cnf.xml' })).toBe('bundle.hole')
  })

  test('encoded for anything but XML', () => {
    expect(check(lineOf(password), { encoding: 'text' })).toBe('bundle.hole')
  })

  test.each([
    ['a tag name', '<auth◈Password>◯</authPassword>'],
    ['a comment', '<!-- ◈ --><authPassword>◯</authPassword>'],
    ['an attribute', '<name x="◈"/><authPassword>◯</authPassword>'],
  ])('when a MAC could move it, from inside %s', (_, marked) => {
    expect(check(lineOf(marked))).toBe('bundle.hole')
  })

  test('when the manifest does not name it', () => {
    expect(check(lineOf(password), { secret: 'other' })).toBe('bundle.hole')
  })
})

describe('in a text configuration', () => {
  const TEXT = configPath(MAC, 1, 'text')
  const inText = (marked: string, more: Parameters<typeof check>[1] = {}) =>
    check(marked, { path: TEXT, own: TEXT, encoding: 'text', ...more })
  const KEY = 'line1_password: "◯"\n'

  test.each([
    ['alone', KEY],
    ['among other lines, comments and the load', `# Büro; "x"\nimage_version: "◇"\nline1_name: "a#b;c"\n${KEY}`],
    ['of the phone itself', 'phone_password: "◯"\n'],
  ])('a secret may stand as the whole value of a password key, %s', (_, marked) => {
    expect(inText(marked)).toBe('allowed')
  })

  test.each([
    ['in another key', 'line1_displayname: "◯"\n'],
    ['in a key that only ends like one', 'logo_password: "◯"\n'],
    ['in the password of a line that no phone has', 'line7_password: "◯"\n'],
    ['in a URL', 'logo_url: "http://192.0.2.1/◯"\n'],
    ['beside other text', 'line1_password: "x◯"\n'],
    ['before other text', 'line1_password: "◯x"\n'],
    ['twice in one value', 'line1_password: "◯◯"\n'],
    ['without quotes', 'line1_password: ◯\n'],
    ['outside of the quotes', 'line1_password: ""◯\n'],
    ['in a comment', '#line1_password: "◯"\n'],
    ['behind a comment', 'line1_password: "" ; "◯"\n'],
    ['in a line that is no setting', `hello\n${KEY}`],
    ['after a quote that is never closed', `logo_url: "http://192.0.2.1/\n${KEY}`],
    ['after a line end that only some readers know', `# x\r${KEY}`],
    ['with blanks around the key', ' line1_password: "◯"\n'],
    ['in a file with an empty line', `\n${KEY}`],
    ['in XML', '<device><sshPassword>◯</sshPassword></device>'],
  ])('a secret may not stand %s', (_, marked) => {
    expect(inText(marked)).toBe('bundle.hole')
  })

  test.each([
    ['a key', 'line1_pass◈word: "◯"\n'],
    ['the start of a line', `◈${KEY}`],
    ['a comment', `# ◈\n${KEY}`],
  ])('a MAC may not move it, from inside %s', (_, marked) => {
    expect(inText(marked)).toBe('bundle.hole')
  })

  test('only in the file of that phone, encoded as text, and by a name in the manifest', () => {
    expect(inText(KEY, { path: 'files/SIPDefault.cnf' })).toBe('bundle.hole')
    expect(inText(KEY, { path: 'files/SIP001D452D2BF1.cnf' })).toBe('bundle.hole')
    expect(inText(KEY, { encoding: 'xml' })).toBe('bundle.hole')
    expect(inText(KEY, { secret: 'other' })).toBe('bundle.hole')
    expect(check(lineOf(password), { encoding: 'text' })).toBe('bundle.hole')
    expect(inText(KEY, { own: 'files/SIPDefault.cnf', path: 'files/SIPDefault.cnf' })).toBe('bundle.phone')
  })
})

test.each([
  ['a host', PATH, lineOf('<proxy>◇</proxy>')],
  ['a part of a host', PATH, lineOf('<proxy>x.◇</proxy>')],
  ['the name of a load in another place', PATH, lineOf('<loadInformation>◇</loadInformation>')],
  ['a host of text', configPath(MAC, 1, 'text'), 'proxy1_address: "◇"\n'],
  ['a host for all phones', 'files/SIPDefault.cnf', 'outbound_proxy: "◇"\n'],
  ['a host of the default', 'files/XMLDefault.cnf.xml', '<Default><processNodeName>◇</processNodeName></Default>'],
])('the load, which a bundle may call as it likes, is never %s', (_, path, marked) => {
  const encoding = path.endsWith('.cnf') ? 'text' : 'xml'
  expect(check(marked, { path, own: path.includes('001D') ? path : PATH, encoding })).toBe('bundle.hole')
})

test('the names of configurations: by MAC, or with a number for each that is to be claimed', () => {
  expect([configPath(MAC), configPath(MAC, 1, 'text')]).toEqual([
    'files/SEP001D452D2BF0.cnf.xml',
    'files/SIP001D452D2BF0.cnf',
  ])
  expect([configPath('any', 1, 'text'), configPath('any', 2, 'text')]).toEqual([
    'files/SIP{MAC}.cnf',
    'files/SIP{MAC}-2.cnf',
  ])
})
