import { describe, expect, test } from 'vitest'
import { readSite } from './read.ts'

const codes = (text: string, format: 'yaml' | 'json' = 'yaml') => {
  const read = readSite(text, format)
  return read.ok ? 'read' : read.findings.map(({ code }) => code).join(' ')
}

describe('positions', () => {
  const text = 'site: home\nphones:\n  - model: x\n    lines:\n      - { username: a, label: "b" }\n    keys:\n'
  const { positionOf } = readSite(text, 'yaml')

  test.each([
    [['site'], 'value', { line: 1, column: 7 }],
    [['site'], 'key', { line: 1, column: 1 }],
    [['phones', 0, 'lines', 0, 'label'], 'value', { line: 5, column: 31 }],
    [['phones', 0, 'keys'], 'value', { line: 6, column: 5 }],
  ] as const)('of %j (%s)', (path, what, expected) => {
    expect(positionOf(path, what)).toEqual(expected)
  })

  test('of what is not in the text are those of the nearest thing around it', () => {
    expect(positionOf(['phones', 0, 'mac'])).toEqual({ line: 3, column: 5 })
    expect(positionOf(['phones', 7, 'mac'])).toEqual({ line: 3, column: 3 })
    expect(positionOf(['registrar', 'kind'])).toEqual({ line: 1, column: 1 })
  })

  test('are found in JSON, and behind an alias', () => {
    expect(readSite('{\n\t"site": {\n\t\t"a": 1 }\n}', 'json').positionOf(['site', 'a'])).toEqual({
      line: 3,
      column: 8,
    })
    const alias = readSite('a: &x { deep: 1 }\nb: *x\n', 'yaml')
    expect(alias.positionOf(['b', 'deep'])).toEqual({ line: 1, column: 15 })
  })

  test('count from 1 after a byte order mark and with the line ends of Windows', () => {
    const read = readSite('\ufeffsite: home\r\nphones: 3\r\n', 'yaml')
    expect(read.ok && read.value).toEqual({ site: 'home', phones: 3 })
    expect(read.positionOf(['phones'])).toEqual({ line: 2, column: 9 })
  })
})

describe('a text is refused', () => {
  test.each([
    ['that is no YAML', 'site: [home', 'site.syntax'],
    ['whose star is not quoted', 'dial: **600', 'site.syntax'],
    ['with a tab as indentation', 'a:\n\tb: 1', 'site.syntax'],
    ['with two documents', 'a: 1\n---\nb: 2\n', 'site.syntax'],
    ['with a tag that nobody knows', 'a: !!js/function x', 'site.syntax'],
    ['with a key that is no text', '? [a]\n: 1', 'site.syntax'],
    ['with a key twice', 'a: 1\nb: 2\na: 3\n', 'site.duplicate-key'],
    ['that is a list', '- a', 'site.root'],
    ['that is one word', 'hello', 'site.root'],
    ['that is empty', '', 'site.empty'],
    ['with more entries than a site can have', `a: [${'x, '.repeat(1001)}]`, 'site.entries'],
    ['with hundreds of aliases', `a: &a 1\nb: [${'*a, '.repeat(101)}]`, 'site.aliases'],
    ['that is too large', `a: ${'x'.repeat(256_000)}`, 'site.too-large'],
    ['with deep brackets', `a: ${'['.repeat(60_000)}`, 'site.depth'],
    ['with deep dashes', '- '.repeat(60_000), 'site.depth'],
    ['with deep maps', Array.from({ length: 40 }, (_, i) => `${' '.repeat(i)}k:`).join('\n'), 'site.depth'],
  ])('%s', (_, text, code) => {
    expect(codes(text)).toBe(code)
  })

  test('whose aliases would grow beyond measure', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
    for (const [one, next] of ['ab', 'bc', 'cd', 'de', 'ef']) bomb.push(`${next}: &${next} [${`*${one}, `.repeat(9)}]`)
    expect(codes(bomb.join('\n'))).toBe('site.aliases')
  })

  test('that should be JSON and is only YAML', () => {
    expect(codes('site: home', 'json')).toBe('site.syntax')
    expect(codes('{"a": 1, "a": 2}', 'json')).toBe('site.duplicate-key')
    expect(codes('[1]', 'json')).toBe('site.root')
    expect(codes('3', 'json')).toBe('site.root')
  })
})

test('a syntax error has a place and never quotes the text', () => {
  const read = readSite('a: 1\npassword: "hunter2\n', 'yaml')
  expect(!read.ok && read.findings[0]?.at?.line).toBeGreaterThan(1)
  expect(JSON.stringify(read)).not.toContain('hunter2')
})
