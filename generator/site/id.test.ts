import { expect, test } from 'vitest'
import { canonicalJson, siteId, toBase32 } from './id.ts'

test('canonical JSON is that of RFC 8785', () => {
  // The numbers, strings and order of keys that its sections 3.2.2 and 3.2.3 show.
  expect(canonicalJson({ n: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001] })).toBe(
    '{"n":[333333333.3333333,1e+30,4.5,0.002,1e-27]}',
  )
  expect(canonicalJson({ s: '\u20ac$\u000f\nA\'B"\\"/' })).toBe('{"s":"€$\\u000f\\nA\'B\\"\\\\\\"/"}')
  const keys = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 }
  expect(Object.values(JSON.parse(canonicalJson(keys).replace(/^\{/, '{"0":0,')))).toHaveLength(8)
  expect([...canonicalJson(keys).matchAll(/:(\d)/g)].map(([, n]) => n).join('')).toBe('2467153')
})

test('base32 is that of RFC 4648, lower case, without padding', () => {
  const encode = (text: string) => toBase32(new TextEncoder().encode(text))
  expect(['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map(encode)).toEqual([
    '',
    'my',
    'mzxq',
    'mzxw6',
    'mzxw6yq',
    'mzxw6ytb',
    'mzxw6ytboi',
  ])
})

test('an id is the SHA-256 of the canonical JSON: a fixed vector', async () => {
  // printf '{"a":1,"b":[true,null]}' | sha256sum | xxd -r -p | base32 | tr A-Z a-z | tr -d =
  expect(await siteId({ b: [true, null], a: 1 })).toBe('dtdjy75cgylmulwd5zyneq4quyrfzcbs3ofezakmpyhh7fbpqzua')
})

test('the order of keys and what is undefined do not matter; the order of a list does', async () => {
  const id = await siteId({ a: 1, b: { c: [1, 2], d: 'x' } })
  expect(await siteId({ b: { d: 'x', e: undefined, c: [1, 2] }, a: 1 })).toBe(id)
  expect(await siteId({ a: 1, b: { c: [2, 1], d: 'x' } })).not.toBe(id)
})
