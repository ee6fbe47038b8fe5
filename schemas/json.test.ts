import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { jsonSchemas, openApiText } from '../scripts/emit-schemas.ts'

const folder = fileURLToPath(new URL('json/', import.meta.url))

describe('the committed JSON Schemas', () => {
  test.each([...jsonSchemas()])('%s is what the zod schema says now (else: npm run schemas)', (name, text) => {
    expect(readFileSync(folder + name, 'utf8')).toBe(text)
  })

  test('stand beside the description of the API, which is current too', () => {
    expect(readFileSync(`${folder}openapi.json`, 'utf8')).toBe(openApiText())
  })

  test('are all that lies in the folder', () => {
    expect(readdirSync(folder).sort()).toEqual([...jsonSchemas().keys(), 'openapi.json'].sort())
  })

  test('are draft-7, and have a title for the editor', () => {
    for (const text of jsonSchemas().values()) {
      const schema = JSON.parse(text)
      expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#')
      expect(schema.title).toMatch(/cp/)
    }
  })

  test('of site and preset refuse unknown keys everywhere', () => {
    const open: string[] = []
    const look = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return
      if ('properties' in node && !('additionalProperties' in node)) open.push(path)
      for (const [key, child] of Object.entries(node)) look(child, `${path}/${key}`)
    }
    for (const name of ['site.json', 'preset.json']) look(JSON.parse(jsonSchemas().get(name) ?? ''), name)
    expect(open).toEqual([])
  })

  test('of the preset have no field for what a stranger must not say', () => {
    const text = jsonSchemas().get('preset.json') ?? ''
    const fields = [...text.matchAll(/"(\w+)": \{/g)].map(([, field]) => field)
    for (const field of fields)
      expect(field).not.toMatch(/password|secret|mac$|user(name)|address|host|url|ssh|server/i)
  })
})
