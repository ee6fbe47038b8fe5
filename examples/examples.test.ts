import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { check } from '../generator/generate.ts'

const names = readdirSync(new URL('.', import.meta.url)).filter(name => name.endsWith('.yaml'))

it.each(names)('%s can be made into a bundle without a warning', async name => {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8')
  expect(await check({ text, lang: 'en' })).toMatchObject({ ok: true, problems: [] })
})
