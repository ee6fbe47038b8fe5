import { expect, test } from 'vitest'
import { merge } from './merge.ts'

test('maps are merged at every depth, the site winning', () => {
  expect(merge({ a: { b: 1, c: { d: 2 } }, e: 3 }, { a: { c: { d: 4, f: 5 } } })).toEqual({
    a: { b: 1, c: { d: 4, f: 5 } },
    e: 3,
  })
})

test('lists are replaced whole, also by an empty one', () => {
  expect(merge({ keys: [1, 2], rules: [1] }, { keys: [3], rules: [] })).toEqual({ keys: [3], rules: [] })
})

test('a map is not merged with what is none', () => {
  expect(merge({ a: { b: 1 }, c: [1] }, { a: 'x', c: { d: 1 } })).toEqual({ a: 'x', c: { d: 1 } })
  expect(merge({ a: { b: 1 } }, { a: null })).toEqual({ a: null })
})

test('neither source is changed, and no prototype either', () => {
  const [under, over] = [{ a: { b: 1 } }, JSON.parse('{ "a": { "c": 2 }, "__proto__": { "bad": true } }')]
  const merged = merge(under, over)
  expect(under).toEqual({ a: { b: 1 } })
  expect(Object.keys(Object(merged))).toEqual(['a', '__proto__'])
  expect(Object(merged).bad).toBeUndefined()
  expect(Object({}).bad).toBeUndefined()
})
