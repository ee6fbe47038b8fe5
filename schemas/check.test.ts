import { describe, expect, it } from 'vitest'
import { manifestOf, phoneOf } from '../test/manifest.ts'
import { findFault, type JsonSchema } from './check.ts'
import keysSchema from './json/keys.json' with { type: 'json' }
import manifestSchema from './json/manifest.json' with { type: 'json' }
import { Manifest } from './manifest.ts'

const KEYWORDS = new Set([
  ...[
    'type',
    'const',
    'enum',
    'pattern',
    'minLength',
    'maxLength',
    'minimum',
    'maximum',
    'items',
    'minItems',
    'maxItems',
  ],
  ...['properties', 'required', 'additionalProperties', 'anyOf', '$schema', '$id', 'title', 'description'],
])
const TYPES = new Set(['string', 'integer', 'boolean', 'array', 'object'])

/** Every schema in a schema. */
function* schemasIn(schema: JsonSchema): Generator<JsonSchema> {
  yield schema
  for (const below of [
    ...Object.values(schema.properties ?? {}),
    ...(schema.anyOf ?? []),
    ...(schema.items ? [schema.items] : []),
  ])
    yield* schemasIn(below)
}

it.each([
  ['manifest', manifestSchema],
  ['keys', keysSchema],
])('knows every keyword that the schema of %s uses', (_, schema) => {
  for (const one of schemasIn(schema)) {
    expect(Object.keys(one).filter(keyword => !KEYWORDS.has(keyword))).toEqual([])
    if (one.type !== undefined) expect(TYPES).toContain(one.type)
    // The checker takes every object for a closed one.
    if (one.type === 'object') expect(one.additionalProperties).toBe(false)
  }
})

describe('a manifest', () => {
  const good = {
    ...manifestOf([phoneOf({ address: '192.168.178.50' }), phoneOf({ mac: 'any' })]),
    files: [
      {
        path: 'files/a.xml',
        size: 3,
        sha256: 'a'.repeat(64),
        holes: [{ offset: 0, kind: 'mac', name: '', encoding: 'xml', maxBytes: 12 }],
      },
    ],
  }
  const values = [
    undefined,
    null,
    '',
    'x',
    ' ',
    -1,
    0,
    1.5,
    2 ** 60,
    true,
    [],
    {},
    [null],
    '../x',
    'any',
    '0'.repeat(500),
  ]

  it('is right as it is', () => {
    expect(findFault(good, manifestSchema)).toBeUndefined()
    expect(Manifest.safeParse(good).success).toBe(true)
  })

  it('is judged as zod judges it, whatever stands in any of its places', () => {
    let compared = 0
    const visit = (node: unknown, path: (string | number)[]) => {
      for (const value of values) {
        const changed = structuredClone(good)
        let parent: Record<string | number, unknown> = changed as never
        for (const step of path.slice(0, -1)) parent = parent[step] as typeof parent
        const last = path.at(-1)
        if (last === undefined) continue
        if (value === undefined) delete parent[last]
        else parent[last] = value
        // What arrives is JSON, in which a deleted item of an array is null.
        const arrived = JSON.parse(JSON.stringify(changed))
        expect(findFault(arrived, manifestSchema) === undefined, `${path.join('.')} = ${JSON.stringify(value)}`).toBe(
          Manifest.safeParse(arrived).success,
        )
        compared++
      }
      if (typeof node === 'object' && node !== null)
        for (const [key, below] of Object.entries(node))
          visit(below, [...path, Array.isArray(node) ? Number(key) : key])
    }
    visit(good, [])
    expect(compared).toBeGreaterThan(1000)
  })

  it('has no place for a key that is not known', () => {
    expect(findFault({ ...good, more: 1 }, manifestSchema)).toBe('more')
    expect(
      findFault(JSON.parse(JSON.stringify(good).replace('"model"', '"__proto__":1,"model"')), manifestSchema),
    ).toBe('phones.0.__proto__')
    expect(findFault({ ...good, network: { ...good.network, leaseSeconds: 1801 } }, manifestSchema)).toBe(
      'network.leaseSeconds',
    )
  })
})
