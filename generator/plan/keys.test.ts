import { expect, test } from 'vitest'
import { phoneModel } from '../catalog/phones.ts'
import type { Finding } from '../problem.ts'
import { planKeys } from './keys.ts'

function firstModel() {
  const model = phoneModel('CP-7975G')
  if (!model) throw new Error('the catalogue is empty')
  return model
}

function plan(lineCount: number, positions: (number | undefined)[], shared = false) {
  const findings: Finding[] = []
  const lines = Array.from({ length: lineCount }, (_, i) => ({ username: `u${i}`, password: { secret: 's' } }))
  const keys = positions.map((position, i) => ({ dial: `${i}`, label: `${i}`, ...(position && { position }) }))
  const planned = planKeys({
    model: firstModel(),
    registrar: undefined,
    lines,
    linesPath: ['lines'],
    keys,
    keysPath: ['keys'],
    shared,
    report: finding => void findings.push(finding),
  })
  return { at: planned.map(({ button, label }) => `${button}:${label}`), codes: findings.map(({ code }) => code) }
}

test('keys fill what is free after the last line, in their order', () => {
  expect(plan(2, [undefined, undefined])).toEqual({ at: ['3:0', '4:1'], codes: [] })
})

test('a key with a position keeps it, and the others go around it', () => {
  expect(plan(2, [undefined, 3, undefined, 8])).toEqual({ at: ['3:1', '4:0', '5:2', '8:3'], codes: [] })
})

test('a position of a line, of another key or beyond the last line key is refused', () => {
  expect(plan(2, [2]).codes).toEqual(['site.key-position'])
  expect(plan(2, [5, 5]).codes).toEqual(['site.key-position'])
  expect(plan(2, [9]).codes).toEqual(['site.key-position'])
})

test('all eight line keys can be used, and no more', () => {
  expect(plan(8, []).codes).toEqual([])
  expect(
    plan(
      1,
      Array.from({ length: 7 }, () => undefined),
    ).at.at(-1),
  ).toBe('8:6')
  expect(plan(9, []).codes).toEqual(['site.lines-max'])
  expect(plan(8, [undefined]).codes).toEqual(['site.keys-max'])
})

test('of the keys that all phones share a phone takes as many as it has places for, and says so', () => {
  expect(plan(6, [undefined, undefined, undefined], true)).toEqual({
    at: ['7:0', '8:1'],
    codes: ['site.keys-left-out'],
  })
  expect(plan(1, [9, 2, undefined], true)).toEqual({ at: ['2:1', '3:2'], codes: ['site.keys-left-out'] })
  expect(plan(2, [2, undefined], true)).toEqual({ at: ['3:1'], codes: ['site.keys-left-out'] })
  expect(plan(2, [3, undefined], true).codes).toEqual([])
})

test('two shared keys at one position are a fault of the list', () => {
  expect(plan(2, [5, 5], true).codes).toEqual(['site.key-position'])
})
