import { describe, expect, it } from 'vitest'
import { check } from '../generate.ts'
import { BUILT_IN } from './built-in.ts'
import { starter } from './starter.ts'

/** What the maker of the system, or little knowledge of it, gives reason to say; nothing that is wrong with the site. */
const SAID: Record<string, string[]> = {
  freepbx: ['site.registrar-uncertain', 'site.secret-limits'],
  fusionpbx: ['site.secret-limits'],
  sipgate: ['site.registrar-uncertain'],
}

describe.each(BUILT_IN.map(({ preset, registrar }) => [preset, registrar?.kind] as const))('%s', (preset, kind) => {
  it.each(['de', 'en'] as const)('opens with a site that can be made into a bundle: %s', async lang => {
    const checked = await check({ text: starter(preset, lang), lang })
    expect(checked.problems.map(({ code }) => code)).toEqual(SAID[kind ?? ''] ?? [])
    expect(checked).toMatchObject({ ok: true, plan: { phones: [{ model: 'CP-7975G', mac: 'any' }] } })
    if (kind) expect(checked).toMatchObject({ plan: { registrar: { kind } } })
  })

  it('has comments that are settings as soon as the # is gone', async () => {
    const text = starter(preset).replace(/^# (?=\w+: \{)/gm, '')
    expect(await check({ text, lang: 'en' })).toMatchObject({ ok: true })
  })
})

it('speaks the language of the visitor, in the comments and on the key', () => {
  expect(starter('fritzbox-de', 'de')).toContain('# die Fritz!Box')
  expect(starter('fritzbox-de', 'de')).toContain('label: Leitung 1')
  expect(starter('fritzbox-de')).toContain('# the Fritz!Box')
})

it('has the address of a Fritz!Box for the laptop, but not that of a server on the internet', () => {
  expect(starter('fritzbox-de')).toMatch(/address: 192\.168\.178\.1 [\s\S]*agent: 192\.168\.178\.1\//)
  expect(starter('sipgate')).toMatch(/address: sipgate\.de [\s\S]*agent: 192\.168\.178\.2\//)
})

describe('a preset that somebody shared', () => {
  const ID = 'abcdefghijklmnopqrstuvwxyz'

  it('is named, with the addresses of the kind that it says', () => {
    expect(starter(ID, 'en', 'fritzbox')).toMatch(new RegExp(`preset: ${ID}\nregistrar: { address: 192.168.178.1 }`))
    expect(starter(ID, 'en', '3cx')).toContain('the address of your 3CX')
  })

  it('gets a kind from the site if it says none, or one that nobody knows', () => {
    for (const kind of [undefined, 'x: y']) {
      expect(starter(ID, 'en', kind)).toContain('registrar: { kind: asterisk-pjsip, address: 192.168.1.10 }')
      expect(starter(ID, 'en', kind)).not.toContain('x: y')
    }
  })
})
