// The places in JSON are those that a tree of the same text has.
import { expect, test } from 'vitest'
import type { Path } from '../problem.ts'
import { jsonPlaces } from './json-places.ts'
import { offsetIn, toTree } from './tree.ts'

const TEXT = `{
  "site": "a \\"quoted\\" {name}, [x]: 1",
  "empty": null, "none": {}, "no entries": [ ],
  "k\\u0065y": -1.5e3,
  "phones": [ { "model": "x", "keys": [null, true, [ 1, {"__proto__": false} ]] }, "y" ]
}`

const PATHS: Path[] = [
  ...[[], ['site'], ['empty'], ['none'], ['none', 'x'], ['no entries'], ['no entries', 0], ['key'], ['missing']],
  ...[['phones'], ['phones', 0], ['phones', 1], ['phones', 2], ['phones', 0, 'model'], ['phones', 0, 'keys']],
  ...[0, 1, 2, 3].map(index => ['phones', 0, 'keys', index]),
  ...[
    ['phones', 0, 'keys', 2, 0],
    ['phones', 0, 'keys', 2, 1, '__proto__'],
    ['phones', 'model'],
    ['site', 'x', 'y'],
  ],
]

test.each(['value', 'key'] as const)('of each %s', what => {
  const [offsetOf, tree] = [jsonPlaces(TEXT), toTree(TEXT)]
  expect(PATHS.map(path => offsetOf(path, what))).toEqual(PATHS.map(path => offsetIn(tree, path, what)))
})

test('in one pass also of thousands of values', () => {
  const text = JSON.stringify({ phones: Array.from({ length: 5000 }, (_, n) => ({ mac: `${n}` })) })
  const offset = jsonPlaces(text)(['phones', 4999, 'mac'])
  expect(text.slice(offset)).toBe('"4999"}]}')
})
