import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffLines, hunks } from './line-diff.ts'

/** As people write it: a sign before each line. */
const shown = (before: string, after: string) =>
  diffLines([...before], [...after])
    .map(({ kind, text }) => `${{ same: ' ', removed: '-', added: '+' }[kind]}${text}`)
    .join('')

describe('the difference by lines', () => {
  it.each([
    ['abc', 'abc', ' a b c'],
    ['', 'ab', '+a+b'],
    ['ab', '', '-a-b'],
    ['abc', 'axc', ' a-b+x c'],
    ['abcd', 'acd', ' a-b c d'],
    ['ac', 'abc', ' a+b c'],
    ['abcabba', 'cbabac', '-a-b c+b a b-b a+c'], // the example of the paper: five changes
  ])('%s to %s', (before, after, wanted) => {
    expect(shown(before, after)).toBe(wanted)
  })

  it('counts lines in both texts', () => {
    expect(diffLines(['a', 'b', 'c'], ['a', 'x', 'c']).map(({ before, after }) => [before, after])).toEqual([
      [1, 1],
      [2, undefined],
      [undefined, 2],
      [3, 3],
    ])
  })

  it('leads from any text to any other, and keeps as much as there is in common', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 14 })
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = diffLines(before, after)
        const side = (left: 'removed' | 'added') => lines.filter(({ kind }) => kind !== left).map(line => line.text)
        expect(side('added')).toEqual(before)
        expect(side('removed')).toEqual(after)
        expect(lines.filter(({ kind }) => kind === 'same')).toHaveLength(common(before, after))
      }),
    )
  })

  it('ends soon for two long texts that have nothing in common', () => {
    const text = (letter: string) => Array.from({ length: 20_000 }, (_, at) => `${letter}${at}`)
    const start = performance.now()
    const lines = diffLines(['head', ...text('a'), 'foot'], ['head', ...text('b'), 'foot'])
    expect(performance.now() - start).toBeLessThan(2000)
    expect(lines).toHaveLength(40_002)
    expect([lines[0]?.kind, lines[1]?.kind, lines.at(-2)?.kind, lines.at(-1)?.kind]).toEqual([
      ...['same', 'removed', 'added', 'same'],
    ])
  })
})

/** The length of the longest common subsequence, the slow way. */
function common(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const one of a) {
    const next = [0]
    for (const [at, other] of b.entries())
      next.push(one === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0))
    row = next
  }
  return row.at(-1) ?? 0
}

describe('what is shown of it', () => {
  const before = Array.from({ length: 40 }, (_, at) => `line ${at + 1}`)
  const numbers = (after: string[]) =>
    hunks(diffLines(before, after)).map(hunk => hunk.map(line => line.before ?? `+${line.after}`))

  it('is each change with three lines around it', () => {
    const after = before.map(text => (text === 'line 10' ? 'ten' : text === 'line 30' ? 'thirty' : text))
    expect(numbers(after)).toEqual([
      [7, 8, 9, 10, '+10', 11, 12, 13],
      [27, 28, 29, 30, '+30', 31, 32, 33],
    ])
  })

  it('is one piece where the lines around two changes meet', () => {
    const after = before.filter(text => text !== 'line 10' && text !== 'line 15')
    expect(numbers(after)).toEqual([[7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18]])
  })

  it('is nothing where nothing changed, and stops at both ends', () => {
    expect(numbers(before)).toEqual([])
    expect(numbers(['new', ...before.slice(0, -1)])).toEqual([
      ['+1', 1, 2, 3],
      [37, 38, 39, 40],
    ])
  })
})
