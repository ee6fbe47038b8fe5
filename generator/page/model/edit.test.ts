import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isCollection, isMap, isSeq, parse, parseDocument } from 'yaml'
import { type Change, changed, same, valueAt } from './change.ts'
import { addAt, moveAt, type Place, readDescription, removeAt, setAt } from './description.ts'
import { anyText, anyValue, writtenSite } from './random-yaml.ts'

const EXAMPLES = new URL('../../../examples/', import.meta.url)
const examples = readdirSync(EXAMPLES)
  .filter(name => name.endsWith('.yaml'))
  .map(name => [name, readFileSync(new URL(name, EXAMPLES), 'utf8')] as const)
const home = examples.find(([name]) => name === 'fritzbox-7975g.yaml')?.[1] ?? ''

const values = (text: string): unknown => parse(text, { stringKeys: true, logLevel: 'error' })
const commentsOf = (text: string) => text.split('\n').flatMap(line => /(?<=^|\s)#.*/.exec(line)?.[0] ?? [])

/** Every place of a value, the root's first. */
function placesIn(value: unknown, at: Place = []): Place[] {
  const inner = Array.isArray(value)
    ? value.flatMap((each, index) => placesIn(each, [...at, index]))
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, each]) => placesIn(each, [...at, key]))
      : []
  return [at, ...inner]
}

/** From where to where a text may lose comments when a place is changed. */
function spanOf(text: string, { what, place }: Change): { from: number; to: number } {
  const tree = parseDocument(text, { stringKeys: true, logLevel: 'error' })
  let node: unknown = tree.contents
  let span = { from: 0, to: 0 }
  for (const step of place) {
    const inner: unknown = isMap(node)
      ? node.items.find(({ key }) => String(key) === step)
      : isSeq(node)
        ? node.items[Number(step)]
        : undefined
    const pair = isMap(node) ? node.items.find(pair => pair === inner) : undefined
    const value: unknown = pair ? pair.value : inner
    const range = (each: unknown): readonly number[] =>
      typeof each === 'object' && each !== null && 'range' in each && Array.isArray(each.range) ? each.range : []
    const whole = what === 'remove' || isCollection(value)
    const [start = 0] = range(whole && pair ? pair.key : value)
    const end = range(value)[whole ? 2 : 1] ?? start
    span = { from: whole && !pair ? dashBefore(text, start) : start, to: whole ? endOfLine(text, end - 1) : end }
    node = value
  }
  return span
}

const endOfLine = (text: string, at: number) => text.indexOf('\n', at) + 1 || text.length
/** An entry of a list in lines begins with its dash, which may be on a line above. */
const dashBefore = (text: string, start: number) => Math.max(0, text.slice(0, start).search(/-(?![^\n]*-\s)[^-]*$/))

const BELOW: Place[] = [[], ['x'], ['y', 0]]
/** The text, its values, and a change of them: of any place that is there, or of one that is not there yet. */
const anyEdit = fc
  .tuple(writtenSite, fc.constantFrom('set', 'new', 'remove', 'move'), fc.nat(), fc.nat(), fc.nat(), anyValue)
  .map(([written, what, a, b, c, value]) => {
    const places = placesIn(written.value)
    const lists = places.filter(place => Array.isArray(valueAt(written.value, place)))
    const any = places[a % places.length] ?? []
    const list = lists[a % lists.length] ?? []
    const at = valueAt(written.value, any)
    const missing = [...any, Array.isArray(at) ? at.length : 'new', ...(BELOW[b % 3] ?? [])]
    const index = (luck: number) => luck % Math.max(1, placesIn(valueAt(written.value, list)).length)
    const change: Change =
      what === 'move'
        ? { what, place: list, from: index(b), to: index(c) }
        : what === 'remove'
          ? { what, place: any }
          : { what: 'set', place: what === 'new' ? missing : any, value }
    return { ...written, change }
  })

function apply(text: string, change: Change): string {
  if (change.what === 'move') return moveAt(text, change.place, change.from, change.to)
  return change.what === 'remove' ? removeAt(text, change.place) : setAt(text, change.place, change.value)
}

describe('an edit of any text', () => {
  it('changes exactly its place, and loses no comment outside of that', () => {
    const property = fc.property(anyEdit, ({ text, value, comments, change }) => {
      const wanted = changed(value, change)
      const after = apply(text, change)
      if (wanted === undefined || same(wanted, value)) expect(after).toBe(text)
      else expect(same(values(after) ?? {}, wanted)).toBe(true)
      const { from, to } = spanOf(text, change)
      const isThere = (comment: string, whole: string) => whole.split('\n').some(line => line.endsWith(comment))
      const lost = comments.filter(comment => isThere(comment, text) && !isThere(comment, after))
      for (const comment of change.what === 'move' ? lost : lost.filter(each => outside(text, each, from, to)))
        expect.fail(`lost ${comment} at ${JSON.stringify(change)}:\n${text}\n--->\n${after}`)
    })
    fc.assert(property, { numRuns: 100 })
  })

  it('keeps the line ends of Windows and a byte order mark', () => {
    const property = fc.property(anyEdit, ({ text, change }) => {
      const windows = `\ufeff${text.replaceAll('\n', '\r\n')}`
      expect(apply(windows, change)).toBe(`\ufeff${apply(text, change).replaceAll('\n', '\r\n')}`)
    })
    fc.assert(property, { numRuns: 40 })
  })

  it('of JSON leaves JSON', () => {
    const property = fc.property(anyEdit, fc.constantFrom(0, 2, 4), ({ value, change }, indent) => {
      const text = JSON.stringify(value, null, indent)
      const after = apply(text, change)
      const wanted = changed(value, change)
      expect(same(JSON.parse(after), wanted ?? value)).toBe(true)
    })
    fc.assert(property, { numRuns: 60 })
  })
})

function outside(text: string, comment: string, from: number, to: number): boolean {
  const at = text.search(new RegExp(`${comment}$`, 'm'))
  return at < from || at >= to
}

describe('what the form does with the examples', () => {
  const phone = { model: 'CP-7942G', mac: 'any', lines: [{ username: '5', password: { secret: 'x5' }, label: 'Neu' }] }
  it.each(examples)('%s: one edit touches the lines of its place only', (_, text) => {
    const before = text.split('\n')
    for (const place of placesIn(values(text)).slice(1)) {
      const old = valueAt(values(text), place)
      if (typeof old === 'object') continue
      for (const value of ['**600', 'Büro', 7]) {
        const after = setAt(text, place, value).split('\n')
        const other = after.filter((line, index) => line !== before[index])
        expect(after).toHaveLength(before.length)
        expect(other.length, place.join()).toBeLessThanOrEqual(1)
      }
      expect(setAt(text, place, old)).toBe(text)
    }
  })

  it.each(examples)('%s: what is added and removed again leaves no trace', (_, text) => {
    const phones = valueAt(values(text), ['phones'])
    const count = Array.isArray(phones) ? phones.length : 0
    const key = { dial: '**600', label: 'Anrufbeantworter' }
    for (const [list, value] of [
      [['phones'], phone],
      ...Array.from({ length: count }, (_, index) => [['phones', index, 'lines'], phone.lines[0]] as const),
    ] as const) {
      const more = addAt(text, list, value)
      expect(commentsOf(more)).toEqual(commentsOf(text))
      const at = valueAt(values(more), list)
      expect(removeAt(more, [...list, Array.isArray(at) ? at.length - 1 : 0])).toBe(text)
    }
    for (let index = 0; index < count; index++) {
      const named = setAt(text, ['phones', index, 'address'], '10.0.0.7')
      expect(removeAt(named, ['phones', index, 'address'])).toBe(removeAt(text, ['phones', index, 'address']))
      const keys = addAt(text, ['phones', index, 'keys'], key)
      expect(commentsOf(keys)).toEqual(commentsOf(text))
      for (let to = 0; to < count; to++)
        expect(moveAt(moveAt(text, ['phones'], index, to), ['phones'], to, index)).toBe(text)
    }
  })

  it('looks like a person wrote it', () => {
    const text = addAt(
      setAt(setAt(home, ['phones', 0, 'running'], undefined), ['phones', 0, 'label'], '1:30'),
      ['phones'],
      phone,
    )
    expect(setAt(addAt(text, ['keys'], { blf: '**621', label: 'Küche' }), ['registrar', 'kind'], 'fritzbox')).toBe(
      home
        .replace(/ {4}running.*\n/, '')
        .replace('label: Buero', 'label: "1:30"')
        .replace('{ address: 192.168.178.1 }', '{ address: 192.168.178.1, kind: fritzbox }')
        .replace('phones:\n', 'keys:\n  - { blf: "**621", label: Küche }\nphones:\n')
        .concat(
          '  - model: CP-7942G\n    mac: any\n    lines:\n      - { username: "5", password: { secret: x5 }, label: Neu }\n',
        ),
    )
  })

  it('begins with an empty text, and leaves no key without a value', () => {
    let text = setAt('# mine\n', ['site'], 'home')
    text = addAt(text, ['phones'], { model: 'CP-7942G', mac: 'any', lines: [] })
    text = addAt(text, ['phones', 0, 'lines'], { username: '1' })
    expect(text).toBe(
      '# mine\nsite: home\nphones:\n  - model: CP-7942G\n    mac: any\n    lines:\n      - { username: "1" }\n',
    )
    text = removeAt(removeAt(text, ['phones', 0, 'lines', 0]), ['phones', 0, 'mac'])
    expect(text).toBe('# mine\nsite: home\nphones:\n  - model: CP-7942G\n    lines: []\n')
    expect(removeAt(text, ['phones', 0])).toBe('# mine\nsite: home\nphones: []\n')
  })
})

describe('a text that comes back', () => {
  it('is equal, in lines and in brackets, whatever it is', () => {
    fc.assert(
      fc.property(anyText, text => {
        for (const place of [
          ['phones', 0, 'label'],
          ['phones', 0, 'lines', 0, 'label'],
          ['registrar', 'kind'],
        ]) {
          expect(valueAt(values(setAt(home, place, text)), place)).toBe(text)
        }
      }),
    )
  })

  it('keeps the quotes that were there', () => {
    for (const [before, after] of [
      [`label: 'a'`, `label: 'it''s'`],
      [`label: "a"`, `label: "it's"`],
      ['label: a', `label: it's`],
      ['label: |\n  a\n  b\nsite: x', `label: it's\nsite: x`],
    ] as const)
      expect(setAt(before, ['label'], "it's")).toBe(after)
  })
})

describe('an alias', () => {
  const text = 'a: &x { label: one } # first\nb: *x # second\nc: [*x]\n'
  it('is written out where its anchor changes, and where the way goes through it', () => {
    expect(setAt(text, ['a', 'label'], 'two')).toBe(
      'a: &x { label: two } # first\nb: { label: one } # second\nc: [{ label: one }]\n',
    )
    expect(setAt(text, ['b', 'label'], 'two')).toBe(
      'a: &x { label: one } # first\nb: { label: two } # second\nc: [*x]\n',
    )
    expect(removeAt(text, ['a'])).toBe('b: { label: one } # second\nc: [{ label: one }]\n')
  })
})

describe('nothing is changed', () => {
  it.each(['a: [', 'a: 1\na: 2\n', 'a: *nobody', 'just words', '- a', `${'['.repeat(20_000)}`, 'a: 1\n---\nb: 2\n'])(
    'in %j',
    text => {
      expect(setAt(text, ['phones', 0, 'label'], 'x')).toBe(text)
      expect(addAt(text, ['phones'], 'x')).toBe(text)
      expect(removeAt(text, ['a'])).toBe(text)
      expect(moveAt(text, ['a'], 0, 1)).toBe(text)
    },
  )

  it('where a list would have to become a map', () => {
    expect(setAt('phones: { a: 1 }\n', ['phones', 0], 'x')).toBe('phones: { a: 1 }\n')
    expect(readDescription('phones: { a: 1 }\n')).toMatchObject({ ok: true, description: { phones: [] } })
  })
})
