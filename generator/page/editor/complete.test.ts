// What completion offers at a place: by the schema, the catalogue and what stands there already. `|` is the cursor.
import { CompletionContext } from '@codemirror/autocomplete'
import { EditorState } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import site from '../../../schemas/json/site.json' with { type: 'json' }
import type { Lang } from '../../problem.ts'
import { completeSite } from './complete.ts'
import { helpAt } from './help.ts'
import { fieldsAt } from './schema.ts'
import { GERMAN, UNSAID } from './words.ts'

function offered(marked: string, lang: Lang = 'en', explicit = true) {
  const pos = marked.indexOf('|')
  const state = EditorState.create({ doc: marked.replace('|', '') })
  return completeSite(lang)(new CompletionContext(state, pos, explicit))?.options ?? []
}
const labels = (marked: string) => offered(marked).map(({ label }) => label)

describe('keys', () => {
  it('are those that are missing, with what they mean', () => {
    expect(labels('registrar: { kind: fritzbox, | }')).toEqual([
      'address',
      'port',
      'transport',
      'nat',
      'expires',
      'outboundProxy',
    ])
    expect(offered('site: x\n|').find(({ label }) => label === 'network')?.info).toBe(
      'The network while the phones are flashed',
    )
    expect(offered('site: x\n|', 'de').find(({ label }) => label === 'network')?.info).toBe(
      'Das Netz, während die Telefone geflasht werden',
    )
    expect(labels('site: x\n|')).not.toContain('site')
  })
  it('of a list come with their dash when it has none', () => {
    expect(labels('phones:\n  |')).toContain('model')
    expect(labels('phones:\n  - model: x\n    |')).not.toContain('model')
    expect(labels('phones:\n  - lines:\n      - |')).toContain('username')
  })
  it('are found in both kinds of dial plan', () => {
    expect(labels('dialPlan:\n  |')).toEqual(expect.arrayContaining(['match', 'country']))
    expect(labels('dialPlan:\n  - |')).toEqual(['match', 'wait', 'tone', 'rewrite', 'line'])
    expect(labels('dialPlan:\n  country: DE\n  |')).toEqual(['outsideLine', 'prefix', 'rules'])
  })
  it('of a table are models, states and features', () => {
    expect(labels('loads:\n  CP-7975G: x\n  |')).toContain('CP-7962G')
    expect(labels('softKeys: { |')).toContain('on-hook')
  })
})

describe('values', () => {
  it.each([
    ['registrar: { transport: |', 'tcp'],
    ['registrar: { kind: |', 'fritzbox'],
    ['registrar:\n  nat: |', 'true'],
    ['preset: |', 'fritzbox-de'],
    ['locale: { user: Ger|', 'German_Germany'],
    ['locale:\n  network: |', 'Germany'],
    ['locale: { timeZone: |', 'Europe/Berlin'],
    ['dialPlan: { country: |', 'DE'],
    ['keys: [{ feature: |', 'do-not-disturb'],
    ['phones:\n  - model: |', 'CP-7975G'],
    ['phones:\n  - { mac: |', 'any'],
    ['phones:\n  - model: CP-7975G\n    load: |', 'SIP75.9-4-2SR3-1S'],
    ['phones:\n  - load: |\n    model: CP-7975G', 'SIP75.9-4-2SR3-1S'],
    ['phones:\n  - model: CP-7975G\n    addOns: [|', '7916-24'],
    ['loads:\n  CP-7975G: |', 'SIP75.9-4-2SR3-1S'],
    ['display: { days: [mon, |', 'tue'],
    ['softKeys: { on-hook: [|', 'Redial'],
    ['features: { park: |', 'false'],
    ['phones:\n  - lines:\n      - { password: { secret: line1 } }\n      - { password: { secret: |', 'line1'],
  ])('%j has %s', (text, value) => expect(labels(text)).toContain(value))

  it('are of the model: a 7962 is offered no load of a 7975', () => {
    expect(labels('phones:\n  - model: CP-7962G\n    load: |').filter(load => !load.startsWith('SIP42.'))).toEqual([])
    expect(labels('phones:\n  - load: |')).toEqual([])
  })
  it('are no list where anything may stand', () => {
    expect(labels('site: |')).toEqual([])
    expect(labels('phones: |')).toEqual([])
    expect(labels('unknown: |')).toEqual([])
  })
  it('that YAML would read otherwise get quotes', () => {
    const options = offered('softKeys: { digits: [|')
    expect(options.find(({ label }) => label === '<<')?.apply).toBe('"<<"')
  })
})

it('nothing is offered on an empty line before somebody asks', () => {
  expect(offered('site: x\n|', 'en', false)).toEqual([])
  expect(offered('site: x\nne|', 'en', false)).not.toEqual([])
})

it('a key is explained where it stands, in both languages', () => {
  const doc = 'site: x\nphones:\n  - model: CP-7975G\n    lines: [{ username: a }]\n'
  const state = EditorState.create({ doc })
  expect(helpAt(state, doc.indexOf('model') + 2, 'en')).toMatchObject({
    key: 'model',
    words: 'As on the sticker: CP-7975G',
  })
  expect(helpAt(state, doc.indexOf('username') + 2, 'de')?.words).toBe('Benutzername beim Registrar, genau wie dort')
  expect(helpAt(state, doc.indexOf('CP-'), 'en')).toBeUndefined()
})

describe('the German words', () => {
  const said = new Set(
    [...JSON.stringify(site).matchAll(/"description":("(?:[^"\\]|\\.)*")/g)].map(([, text = '""']): unknown =>
      JSON.parse(text),
    ),
  )
  it('are there for all that the schema says, and for nothing else', () => {
    expect([...said].filter(text => typeof text === 'string' && !Object.hasOwn(GERMAN, text))).toEqual([])
    expect(Object.keys(GERMAN).filter(text => !said.has(text))).toEqual([])
  })
  it('stand beside English ones only for fields that exist and of which the schema is silent', () => {
    for (const name of Object.keys(UNSAID)) {
      const fields = fieldsAt(name.split('.'))
      expect(fields.length, name).toBe(1)
      expect(fields[0]?.schema.description, name).toBeUndefined()
    }
  })
})
