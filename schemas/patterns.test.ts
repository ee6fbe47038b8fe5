import { expect, it } from 'vitest'
import manifest from './json/manifest.json' with { type: 'json' }
import preset from './json/preset.json' with { type: 'json' }
import site from './json/site.json' with { type: 'json' }

/** As large as a site may be on the web. */
const LENGTH = 256_000
const PARTS = [
  '-',
  'a-',
  'a',
  'a.',
  '.',
  ' ',
  'ä',
  '*',
  '\\*',
  ',',
  '1',
  '1.',
  '/',
  'http://',
  'a/',
  '%1',
  '{',
  '_',
  'A',
  '\u2028',
]

const patternsIn = (node: unknown): string[] =>
  typeof node !== 'object' || node === null
    ? []
    : Object.entries(node).flatMap(([key, value]) =>
        key === 'pattern' && typeof value === 'string' ? [value] : patternsIn(value),
      )
const PATTERNS = [...new Set([site, preset, manifest].flatMap(patternsIn))]

// A pattern with two ways to read the same text takes minutes for one of these, and the Worker with it.
it.each(PATTERNS)('%s is done at once with a long text that only nearly fits', pattern => {
  const expression = new RegExp(pattern)
  for (const part of PARTS) expect(expression.test(`${part.repeat(LENGTH / part.length)}\0`)).toBe(false)
})
