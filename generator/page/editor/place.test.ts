// Where the cursor stands, also in what is half written: `|` is the cursor.

import { readFileSync } from 'node:fs'
import { EditorState } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import { isMap, isScalar, isSeq, parseDocument } from 'yaml'
import { placeAt } from './place.ts'

const at = (marked: string) => {
  const pos = marked.indexOf('|')
  return placeAt(EditorState.create({ doc: marked.replace('|', '') }), pos)
}
/** `key phones.0 [model mac]`: kind, path, and with a key what is there already. */
function said(marked: string): string {
  const place = at(marked)
  if (!place) return 'nothing'
  const there = place.kind === 'key' ? ` [${[...place.siblings.keys()].join(' ')}]` : ''
  return `${place.kind} ${place.path.join('.')}${there}`
}

describe('in blocks', () => {
  it.each([
    ['|', 'key  []'],
    ['si|', 'key  []'],
    ['site: home\nre|\nnetwork: {}', 'key  [site network]'],
    ['site: h|', 'value site'],
    ['site: |', 'value site'],
    ['site:|', 'value site'],
    ['locale:\n  |', 'either locale'],
    ['locale:\n  us|', 'either locale'],
    ['locale:\n  us|\n  clock: 24h', 'either locale'],
    ['locale:\n  user: X\n  |', 'key locale [user]'],
    ['locale:\n  user: X\n|', 'key  [locale]'],
    ['locale:\n  user: X\n |', 'nothing'],
    ['locale: German\n  |', 'nothing'],
    ['phones:\n  - |', 'either phones.0'],
    ['phones:\n  - mo|', 'either phones.0'],
    ['phones:\n  - mo|\n    mac: any', 'either phones.0'],
    ['phones:\n  - model: |', 'value phones.0.model'],
    ['phones:\n  - model: CP-7975G\n    |', 'key phones.0 [model]'],
    ['phones:\n  - model: CP-7975G\n    |\n    lines: []\n  - mac: any', 'key phones.0 [model lines]'],
    ['phones:\n  - model: A\n  - model: B\n    ma|', 'key phones.1 [model]'],
    ['phones:\n- model: A\n- model: B\n  ma|', 'key phones.1 [model]'],
    ['phones:\n- model: A\n|', 'key  [phones]'],
    ['phones:\n  - model: A\n  |', 'item phones'],
    ['phones:\n  |', 'either phones'],
    ['phones:\n  - lines:\n      - username: x\n        |', 'key phones.0.lines.0 [username]'],
    ['phones:\n  - lines:\n      - username: x\n    |', 'key phones.0 [lines]'],
    ['phones:\n  - addOns:\n      - |', 'either phones.0.addOns.0'],
    ['"site": |', 'value site'],
    ['site: home # |', 'nothing'],
    ['# pre|', 'nothing'],
    ['text: >\n  a|', 'nothing'],
  ])('%j: %s', (text, expected) => expect(said(text)).toBe(expected))
})

describe('in brackets', () => {
  it.each([
    ['registrar: { |', 'key registrar []'],
    ['registrar: { kind: |', 'value registrar.kind'],
    ['registrar: { kind: fritzbox, | }', 'key registrar [kind]'],
    ['registrar: { |, port: 5060 }', 'key registrar [port]'],
    ['registrar: { a|ddress: x, port: 5060 }', 'key registrar [port]'],
    ['lines:\n  - { username: x, pas|\n  - { username: y, label: z }', 'key lines.0 [username]'],
    ['lines:\n  - { username: x, pas\n  - { username: y, |', 'key lines.1 [username]'],
    ['phones:\n  - lines: [{ username: a }, { password: { secret: |', 'value phones.0.lines.1.password.secret'],
    ['registrar: {\n  kind: a,\n  |\n}', 'key registrar [kind]'],
    ['addOns: [ 7914, |', 'value addOns.1'],
    ['keys:\n  - { dial: "**600", la|', 'key keys.0 [dial]'],
    ['keys:\n  - { dial: "*|', 'value keys.0.dial'],
    ['keys: [{ dial: "a, {b", |', 'key keys.0 [dial]'],
    ['registrar: { kind: a }|', 'nothing'],
    ['registrar: { kind: a\nlocale:\n  user: x\n  |', 'key locale [user]'],
  ])('%j: %s', (text, expected) => expect(said(text)).toBe(expected))
})

it('knows the word that is written, and what is around it', () => {
  const text = 'phones:\n  - mac: any\n    load: SIP7|5\n    model: CP-7975G'
  const place = at(text)
  expect(place && text.replace('|', '').slice(place.from, place.to)).toBe('SIP75')
  expect(Object.fromEntries(place?.around ?? [])).toMatchObject({ mac: 'any', model: 'CP-7975G' })
  expect(at('phones:\n  - model: CP-7962G\n    addOns: [|')?.around.get('model')).toBe('CP-7962G')
})

it.each(['fritzbox-7975g', 'fritzbox-7960g', 'asterisk-office'])(
  'says of every value in %s what a whole parser says',
  name => {
    const text = readFileSync(new URL(`../../../examples/${name}.yaml`, import.meta.url), 'utf8')
    const state = EditorState.create({ doc: text })
    let seen = 0
    const look = (node: unknown, path: (string | number)[]): void => {
      if (isMap(node)) {
        for (const { key, value } of node.items) look(value, [...path, isScalar(key) ? String(key.value) : ''])
      } else if (isSeq(node)) node.items.forEach((item, index) => void look(item, [...path, index]))
      else if (isScalar(node) && node.range) {
        seen++
        expect(
          placeAt(state, node.range[1] - (text.charAt(node.range[1] - 1) === '"' ? 1 : 0))?.path,
          path.join('.'),
        ).toEqual(path)
      }
    }
    look(parseDocument(text).contents, [])
    expect(seen).toBeGreaterThan(10)
  },
)
