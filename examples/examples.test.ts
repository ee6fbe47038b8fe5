import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { check } from '../generator/generate.ts'
import { BUILT_IN } from '../generator/presets/built-in.ts'

const names = readdirSync(new URL('.', import.meta.url)).filter(name => name.endsWith('.yaml'))
const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')

/** What there is to say of a registrar or of an old phone, and not of the file. */
const SAID: Record<string, string[]> = {
  'freepbx-7942g.yaml': ['site.registrar-uncertain', 'site.secret-limits'],
  'fusionpbx-8841.yaml': ['site.secret-limits'],
  'sipgate-7960g.yaml': ['site.registrar-uncertain'],
}

it.each(names)('%s can be made into a bundle without a warning that it could avoid', async name => {
  const checked = await check({ text: read(name), lang: 'en' })
  expect(checked).toMatchObject({ ok: true })
  expect(checked.problems.map(({ code }) => code)).toEqual(SAID[name] ?? [])
})

it('there is one for every preset, whatever the country', () => {
  const base = (preset: string) => preset.replace(/-(?:de|at|ch)$/, '')
  const shown = names.flatMap(name => /^preset: (\S+)/m.exec(read(name))?.[1] ?? [])
  expect([...new Set(shown.map(base))].sort()).toEqual([...new Set(BUILT_IN.map(({ preset }) => base(preset)))].sort())
})
