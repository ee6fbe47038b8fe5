import { describe, expect, it, test } from 'vitest'
import { readJson } from './json.ts'
import { readParts } from './parts.ts'
import { readSite } from './read.ts'
import { placesIn } from './tree.ts'

const MAX = { entries: 20_000 }
/** More than two parts hold. */
const COUNT = 120
const list = (phone: (n: number) => string) => Array.from({ length: COUNT }, (_, n) => phone(n)).join('')
const plain = list(n => `  - model: m${n}\n    lines:\n      - { username: u${n} }\n      - username: v${n}\n`)

/** What a long text and the same read as a whole must agree on. */
function readBothWays(text: string) {
  const whole = readSite(text, 'yaml')
  const parts = readParts(text, MAX)
  if (!whole.ok) throw new Error(JSON.stringify(whole.findings))
  return { whole, parts, place: placesIn(text) }
}

describe('a long site is read in parts', () => {
  test.each([
    ['with its list indented', `site: a\nphones:\n${plain}`],
    ['with its list not indented', `phones:\n${plain.replace(/^ {2}/gm, '')}site: a\n`],
    ['with keys behind the list', `site: a\nphones: # all of them\n${plain}codec: g722 # why\nkeys: []\n`],
    ['with the line ends of Windows', `site: a\nphones:\n${plain}look: {}\n`.replaceAll('\n', '\r\n')],
    [
      'with comments and empty lines',
      `phones:\n\n# first\n${plain.replaceAll('    lines', '\n# x\n   # y\n    lines')}#\n`,
    ],
    [
      'with texts that hold dashes',
      `phones:\n${list(n => `  - text: |\n     - ${n}\n      - x\n    more: "a\n      - b"\n`)}`,
    ],
    ['with dashes on lines of their own', `phones:\n${list(n => `  -\n    - ${n}\n    -\n  - - x\n    - y\n`)}`],
    ['with empty phones', `phones:\n${list(n => (n % 7 === 2 ? '  -\n' : '  - a: 1\n'))}`],
    ['with `phones:` inside something', `a:\n  phones:\n    - 1\nphones:\n${plain}b: |\n  phones:\n`],
  ])('%s', (_, text) => {
    const { whole, parts, place } = readBothWays(text)
    expect(parts?.value).toEqual(whole.value)
    const paths = [['site'], ['codec'], ['phones', 0], ['phones', 49], ['phones', 50], ['phones', 119, 'lines', 1]]
    for (const path of paths.filter(([key]) => Object.hasOwn(whole.value, String(key)))) {
      expect(place(parts?.offsetOf(path) ?? -1), String(path)).toEqual(whole.positionOf(path))
    }
    for (const path of [['phones'], ['phones', 50, 'model'], ['phones', 119, 'lines', 1, 'username']]) {
      if (text.includes('model'))
        expect(place(parts?.offsetOf(path, 'key') ?? -1)).toEqual(whole.positionOf(path, 'key'))
    }
  })

  test.each([
    ['an alias', `a: &x 1\nphones:\n${plain}  - *x\n`],
    ['a list in brackets', `phones: [${'{ a: 1 }, '.repeat(COUNT)}]\n`],
    ['no phones at all', 'site: a\n'],
    ['a marker', `---\nphones:\n${plain}`],
    ['a list of one map', `phones:\n  a: 1\n`],
  ])('but not with %s', (_, text) => {
    expect(readBothWays(text).parts).toBeUndefined()
  })

  test.each([
    ['a fault in one phone', `phones:\n${plain}  - [\n`, 'site.syntax'],
    ['a quote that is not closed', `phones:\n${plain.replace('u70 }', '"u70 }')}`, 'site.syntax'],
    [
      'a key twice in one phone',
      `phones:\n${plain.replace('model: m70', 'model: x\n    model: y')}`,
      'site.duplicate-key',
    ],
    ['a key on both sides', `site: a\nphones:\n${plain}site: b\n`, 'site.duplicate-key'],
    ['the list twice', `phones:\n${plain}phones:\n${plain}`, 'site.duplicate-key'],
    ['tabs', `phones:\n${plain}\t- a\n`, 'site.syntax'],
    ['a phone too deep', `phones:\n${plain}  - ${'['.repeat(32)}${']'.repeat(32)}\n`, 'site.depth'],
    ['two documents', `phones:\n${plain}---\na: 1\n`, 'site.syntax'],
  ])('nor with %s, of which the reader of the whole text tells', (_, text, code) => {
    expect(readParts(text, MAX)).toBeUndefined()
    const whole = readSite(text, 'yaml')
    expect(!whole.ok && whole.findings.map(finding => finding.code)).toContain(code)
  })
})

describe('JSON is read without a tree', () => {
  it('with the same value', () => {
    const text = '{ "a": [1, { "b:\\"": "c\\\\\\": " }, []], "": null, "d" : "x:", "__proto__": { "e": 1.5e3 } }'
    expect(JSON.stringify(readJson(text, MAX))).toBe(JSON.stringify(JSON.parse(text)))
  })

  it.each([
    ['no JSON', '{ a: 1 }'],
    ['a key twice', '{ "a": 1, "b": { "a": 1, "\\u0061": 2 } }'],
    ['a list that is too long', '{ "a": [1, 2, 3, 4] }'],
    ['lists that are too deep', `{ "a": ${'['.repeat(40)}${']'.repeat(40)} }`],
  ])('but not %s', (_, text) => {
    expect(readJson(text, { entries: 3 })).toBeUndefined()
  })
})
